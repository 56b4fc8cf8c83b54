import { Agent } from 'node:http';
import { BENCH_SLUG } from './generate-programme.js';
import { figure, median, percentile } from './figures.js';
import { ask } from './load.js';
import type { Question } from './question.js';
import type { Options } from './options.js';
import { importGenerated, type ProgrammeDatabase } from './programme-database.js';
import type { Part } from './report.js';
import { Servers } from './servers.js';
import type { ChildServer } from './child-server.js';
import { callsBetween, countStatements, type Calls } from './statement-counter.js';

const NEIGHBOUR = 'nachbarprogramm';
const NEIGHBOUR_MEASURES = 50;
const AT_ONCE = 50;
/** Nothing older than a second may be shown, and a margin. */
const NOTICE_MS = 1_200;
/** The neighbour's reader asks so often. */
const PAUSE_MS = 5;

const page = (slug: string): Question => ({ path: `/de/${slug}/erfolge`, body: null });

type Change = {
  /** Milliseconds of each of those who asked at once. */
  readonly times: readonly number[];
  readonly neighbour: readonly number[];
  /** How often the page was computed. */
  readonly renderings: number;
};

/** The page of a programme that has just been changed, asked for by many at once, while another's is being read. */
export async function firstViews(database: ProgrammeDatabase, options: Options): Promise<Part> {
  await importGenerated(database.url, NEIGHBOUR_MEASURES, NEIGHBOUR);
  const count = await countStatements(database.client);
  const servers = new Servers();
  try {
    const server = await servers.product(database.url);
    const statements = await statementsOfOneRendering(server, database, count);
    const changes: Change[] = [];
    for (let at = 0; at < options.rounds * (options.quick ? 1 : 2); at++)
      changes.push(await changeAndAsk(server, database, count, statements, `Änderung ${at}`));
    const times = changes.flatMap((change) => change.times);
    const neighbour = changes.flatMap((change) => change.neighbour);
    const renderings = Math.max(...changes.map((change) => change.renderings));
    return {
      rows: [
        {
          work: 'first view of the page after a change (render and store)',
          target: 'one rendering however many ask at once; nobody waits for another programme',
          measured:
            `${AT_ONCE} at once, ${changes.length} times: at most ${figure(renderings)} rendering${renderings === 1 ? '' : 's'}, ` +
            `p50 ${figure(median(times))} ms, p99 ${figure(percentile(times, 0.99))} ms; ` +
            `meanwhile another programme’s page p50 ${figure(median(neighbour))} ms, p99 ${figure(percentile(neighbour, 0.99))} ms`,
          // Who waits for the rendering waits as long as those who asked for it.
          reached: renderings === 1 && percentile(neighbour, 0.99) < median(times),
        },
      ],
      details: [],
    };
  } finally {
    await servers.stop();
  }
}

/** A look at the versions is no rendering: it comes every 250 ms while somebody reads. */
const LOOK = /FROM publication/;

/** What the database is asked for one rendering, and not when nobody reads: statement → calls. */
async function statementsOfOneRendering(
  server: ChildServer,
  database: ProgrammeDatabase,
  count: () => Promise<Calls>,
): Promise<Calls> {
  await askFor(server, page(BENCH_SLUG), null);
  await change(database, 'Erste Änderung');
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  const start = await count();
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  const quiet = await count();
  await askFor(server, page(BENCH_SLUG), 'Erste Änderung');
  const byItself = callsBetween(start, quiet);
  const rendering = new Map(
    [...callsBetween(quiet, await count())].filter(
      ([query]) => !byItself.has(query) && !LOOK.test(query) && /^\s*(SELECT|WITH)/.test(query),
    ),
  );
  if (rendering.size === 0) throw new Error('The page was shown without asking the database.');
  return rendering;
}

async function changeAndAsk(
  server: ChildServer,
  database: ProgrammeDatabase,
  count: () => Promise<Calls>,
  statements: Calls,
  title: string,
): Promise<Change> {
  await askFor(server, page(NEIGHBOUR), null);
  const before = await count();
  await change(database, title);
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  const neighbour: number[] = [];
  const asking = new AbortController();
  const reader = (async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!asking.signal.aborted) {
      neighbour.push(await askFor(server, page(NEIGHBOUR), null, agent));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    agent.destroy();
  })();
  // The neighbour's connection stands before the many come.
  await new Promise((resolve) => setTimeout(resolve, 20 * PAUSE_MS));
  neighbour.length = 0;
  const times = await Promise.all(
    Array.from({ length: AT_ONCE }, () => askFor(server, page(BENCH_SLUG), title)),
  );
  asking.abort();
  await reader;
  const after = callsBetween(before, await count());
  const renderings = Math.max(
    ...[...statements].map(([query, calls]) => (after.get(query) ?? 0) / calls),
  );
  return { times, neighbour, renderings };
}

/** Milliseconds until the page stands there. Throws unless it shows `text`. */
async function askFor(
  { origin }: ChildServer,
  question: Question,
  text: string | null,
  agent?: Agent,
): Promise<number> {
  const from = performance.now();
  const { status, bytes } = await ask(origin, question, agent);
  const took = performance.now() - from;
  if (status !== 200) throw new Error(`${question.path} answered ${status}.`);
  if (text !== null && !bytes.includes(text))
    throw new Error(`${question.path} is stale: it doesn't show “${text}”.`);
  return took;
}

/** Changes something that the page shows: the title of the programme. */
async function change({ client }: ProgrammeDatabase, title: string): Promise<void> {
  await client.query('UPDATE programme SET title = $2 WHERE slug = $1', [BENCH_SLUG, title]);
}
