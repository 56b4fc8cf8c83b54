import { Agent } from 'node:http';
import {
  cursorsOfFeed,
  FEED_PAGE,
  freeFormFeed,
  readFeed,
  trustedFeed,
  type FeedPage,
} from './feed-document.js';
import { figure, median, medianAndRange } from './figures.js';
import { ask, askForBytes } from './load.js';
import type { Question } from './question.js';
import type { Options } from './options.js';
import type { ProgrammeDatabase } from './programme-database.js';
import { table, type Part } from './report.js';
import { Servers } from './servers.js';

const WANTED_PAGE = 500;
const MOST_RATIO = 1.5;
/** The most that one request may ask for; the walk to the far page takes steps of this length. */
const STRIDE = 100;

/** The feed by cursor, far back against the newest page: one connection, both in turn. */
export async function compareFarPage(database: ProgrammeDatabase, options: Options): Promise<Part> {
  const servers = new Servers();
  try {
    const { origin } = await servers.uncached(database.url);
    // Every measure has a success; the last page stays out, because nothing follows it.
    const pageNumber = Math.min(WANTED_PAGE, Math.floor(database.measures / FEED_PAGE) - 1);
    const after = await cursorBefore(origin, pageNumber);
    const far: FeedPage = { first: FEED_PAGE, after };
    const ways: readonly (readonly [string, Question, Question])[] = [
      ['trusted document', trustedFeed(), trustedFeed(far)],
      ['free-form query', freeFormFeed(), freeFormFeed(far)],
    ];
    const measured: {
      readonly name: string;
      readonly ratios: number[];
      readonly first: number;
      readonly far: number;
    }[] = [];
    for (const [name, newest, farthest] of ways) {
      const [one, other] = [
        readFeed(await askForBytes(origin, newest)),
        readFeed(await askForBytes(origin, farthest)),
      ];
      if (JSON.stringify(one) === JSON.stringify(other))
        throw new Error('The far page is the newest one.');
      const rounds: { readonly first: number; readonly far: number }[] = [];
      for (let round = 0; round < options.rounds; round++)
        rounds.push(await inTurn(origin, newest, farthest, options.seconds));
      measured.push({
        name,
        ratios: rounds.map((round) => round.far / round.first),
        first: median(rounds.map(({ first }) => first)),
        far: median(rounds.map((round) => round.far)),
      });
    }
    return {
      rows: [
        {
          work: `page ${pageNumber} of the feed by cursor against page 1, ${database.measures.toLocaleString('en')} measures`,
          target: `≤ ${MOST_RATIO}`,
          measured: measured
            .map(({ name, ratios }) => `${name} ${medianAndRange(ratios)}`)
            .join(', '),
          reached: measured.every(({ ratios }) => median(ratios) <= MOST_RATIO),
        },
      ],
      details: [
        `#### Page ${pageNumber} against page 1, made anew, one connection`,
        '',
        ...table(
          ['', 'page 1, ms', `page ${pageNumber}, ms`, 'ratio'],
          measured.map(({ name, first, far: late, ratios }) => [
            name,
            figure(first),
            figure(late),
            medianAndRange(ratios),
          ]),
        ),
      ],
    };
  } finally {
    await servers.stop();
  }
}

/** The cursor after which a page begins, found as any client would: by walking there. */
async function cursorBefore(origin: string, pageNumber: number): Promise<string | null> {
  let after: string | null = null;
  for (let left = (pageNumber - 1) * FEED_PAGE; left > 0;) {
    const first = Math.min(STRIDE, left);
    const page = readFeed(await askForBytes(origin, cursorsOfFeed({ first, after })), first);
    after = page.data?.successesFeed?.pageInfo.endCursor ?? null;
    left -= first;
  }
  return after;
}

/** Median milliseconds of each of two questions, asked in turn for `seconds`. */
async function inTurn(
  origin: string,
  newest: Question,
  farthest: Question,
  seconds: number,
): Promise<{ readonly first: number; readonly far: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const timed = async (question: Question): Promise<number> => {
    const from = performance.now();
    const { status } = await ask(origin, question, agent);
    if (status !== 200) throw new Error(`${question.path.split('?')[0] ?? ''} answered ${status}.`);
    return performance.now() - from;
  };
  const times = { first: [] as number[], far: [] as number[] };
  try {
    for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
      times.first.push(await timed(newest));
      times.far.push(await timed(farthest));
    }
  } finally {
    agent.destroy();
  }
  return { first: median(times.first), far: median(times.far) };
}
