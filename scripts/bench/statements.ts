import type { ChildServer } from './child-server.js';
import { trustedFeed } from './feed-document.js';
import { BENCH_SLUG } from './generate-programme.js';
import { askForBytes } from './load.js';
import type { Question } from './question.js';
import { figure } from './figures.js';
import type { ProgrammeDatabase } from './programme-database.js';
import type { Part } from './report.js';
import { reasonOf } from './say.js';
import { Servers } from './servers.js';
import { callsBetween, countStatements, type Calls } from './statement-counter.js';
import { byHash } from './trusted-document.js';

const REQUESTS = 100;
/** Longer than a server may take to notice a change, so that what it asks by itself shows in a quiet while. */
const QUIET_MS = 1_500;

const PROGRAMME = { programme: BENCH_SLUG };
/** What is asked: by trusted documents and made anew, or hot. */
const ASKED: readonly {
  readonly name: string;
  readonly hot: boolean;
  readonly question: () => Question;
}[] = [
  { name: 'feed', hot: false, question: () => trustedFeed() },
  {
    name: 'topic',
    hot: false,
    question: () => byHash('topic-history', { ...PROGRAMME, topic: 't-0' }),
  },
  { name: 'progress', hot: false, question: () => byHash('progress', PROGRAMME) },
  {
    name: 'hot page',
    hot: true,
    question: () => ({ path: `/de/${BENCH_SLUG}/erfolge`, body: null }),
  },
  { name: 'hot feed', hot: true, question: () => trustedFeed() },
];

/** Statements that one answer costs, counted by the database. */
export async function countPerRequest(database: ProgrammeDatabase): Promise<Part> {
  const count = await countStatements(database.client);
  const servers = new Servers();
  try {
    const uncached = await servers.uncached(database.url);
    const hot = await servers.product(database.url);
    const lines: { readonly name: string; readonly calls: number; readonly reached: boolean }[] =
      [];
    const faults: string[] = [];
    for (const asked of ASKED) {
      try {
        const calls = await callsPerRequest(asked.hot ? hot : uncached, asked.question(), count);
        lines.push({ name: asked.name, calls, reached: calls === (asked.hot ? 0 : 1) });
      } catch (error) {
        process.exitCode = 1;
        faults.push(`${asked.name}: ${reasonOf(error)}`);
      }
    }
    return {
      rows: [
        {
          work: 'SQL statements per request',
          target: '1 for feed, topic, progress; 0 hot',
          measured: [
            ...lines.map(({ name, calls }) => `${name} ${figure(calls)}`),
            ...faults.map((fault) => `failed: ${fault}`),
          ].join(', '),
          reached: faults.length === 0 && lines.every(({ reached }) => reached),
        },
      ],
      details: [],
    };
  } finally {
    await servers.stop();
  }
}

/** Without what the server sends in a while as long when nobody asks: it looks for changes by itself. */
async function callsPerRequest(
  server: ChildServer,
  question: Question,
  count: () => Promise<Calls>,
): Promise<number> {
  await askForBytes(server.origin, question);
  await askForBytes(server.origin, question);
  const sum = (before: Calls, after: Calls): number =>
    [...callsBetween(before, after).values()].reduce((total, calls) => total + calls, 0);
  const start = await count();
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  const quiet = await count();
  const perMs = sum(start, quiet) / QUIET_MS;
  const from = performance.now();
  for (let at = 0; at < REQUESTS; at++) await askForBytes(server.origin, question);
  const asked = sum(quiet, await count());
  return Math.round(((asked - perMs * (performance.now() - from)) / REQUESTS) * 10) / 10;
}
