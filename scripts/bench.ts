/**
 * Measures the reading path against what it must reach, and prints Markdown. docs/performance.md tells how.
 * Usage: npm run bench -- [--quick] [--rounds N] [--seconds N] [--sizes 500,5000] [--only feed,hot] [--write].
 * Exits 1 when anything couldn't be measured, such as for a wrong answer; not when a target is missed.
 */
import 'reflect-metadata';
import { BOARD_TARGET, BOARD_WORK, timeBoard } from './bench/board-row.js';
import { compareFarPage } from './bench/far-page.js';
import { contestFeeds } from './bench/feed-contest.js';
import { firstViews } from './bench/first-view.js';
import { buffersOfReadings, reportGrowth } from './bench/growth.js';
import { contestHot } from './bench/hot.js';
import { describeMachine } from './bench/machine.js';
import { readOptions, USUAL_SIZE, type Options } from './bench/options.js';
import { installPostGraphile } from './bench/postgraphile.js';
import { openPostgres } from './bench/postgres.js';
import { openProgrammeDatabase } from './bench/programme-database.js';
import { comparePublishing } from './bench/publishing-cost.js';
import type { Reading } from './bench/reader-statements.js';
import { goalsTable, NOTHING, notMeasured, type Part } from './bench/report.js';
import { CONNECTIONS } from './bench/rounds.js';
import { reasonOf, say } from './bench/say.js';
import { timeSecondStart } from './bench/second-start.js';
import { countPerRequest } from './bench/statements.js';
import { writeIntoDocs } from './bench/write-docs.js';

/** The parts in the order of the report, and the works whose lines say so when one fails. */
const PARTS = {
  feed: [
    ['feed by trusted document against the bare server', '≥ 3.5'],
    ['free-form GraphQL feed through Apollo, against the same', '≥ 0.6'],
    ['memory of the server under that load', '≤ 250 MB'],
  ],
  publishing: [['what the projection adds to publishing', 'reported']],
  hot: [['hot page and hot feed, server CPU per request', '≥ 0.8']],
  first: [['first view of the page after a change', 'one rendering']],
  growth: [['growth of feed, topic history and progress', 'exponent ≤ 0.15 each']],
  statements: [['SQL statements per request', '1 for feed, topic, progress; 0 hot']],
  far: [['page 500 by cursor against page 1', '≤ 1.5']],
  start: [['second start to the first answered page', '≤ 3 s embedded, ≤ 1.5 s on PostgreSQL']],
  board: [[BOARD_WORK, BOARD_TARGET]],
} as const satisfies Record<string, readonly (readonly [work: string, target: string])[]>;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

const measured: { readonly name: PartName; readonly part: Part }[] = [];
const buffers = new Map<number, ReadonlyMap<Reading, number>>();

/** Measures one part, or says why it couldn't be; the others go on. */
async function measure(
  name: PartName,
  { only }: Options,
  work: () => Part | Promise<Part>,
): Promise<void> {
  if (only.length > 0 && !only.includes(name)) return;
  say(` ${name}`);
  try {
    measured.push({ name, part: await work() });
  } catch (error) {
    process.exitCode = 1;
    measured.push({ name, part: notMeasured(PARTS[name], error) });
  }
}

async function measureSize(
  postgresUrl: string,
  size: number,
  options: Options,
  postgraphile: string | Error,
): Promise<void> {
  const { sizes } = options;
  const usual = sizes.includes(USUAL_SIZE) ? USUAL_SIZE : sizes[0];
  say(`${size.toLocaleString('en')} measures: importing`);
  const database = await openProgrammeDatabase(postgresUrl, String(size), size);
  const here = (name: PartName, work: () => Promise<Part>): Promise<void> =>
    measure(name, options, work);
  try {
    await here('growth', async () => {
      buffers.set(size, await buffersOfReadings(database.client));
      return NOTHING;
    });
    if (size === usual || !options.quick)
      await here('feed', async () => {
        const part = await contestFeeds(database, options, postgraphile);
        return size === usual ? part : { ...part, rows: [] };
      });
    if (size === sizes.at(-1)) await here('far', () => compareFarPage(database, options));
    if (size !== usual) return;
    await here('statements', () => countPerRequest(database));
    await here('hot', () => contestHot(database, options));
    await here('start', () => timeSecondStart(database, options));
    // These change the records; whatever comes after them would measure something else.
    await here('publishing', () => comparePublishing(postgresUrl, database, options));
    await here('first', () => firstViews(database, options));
  } finally {
    await database.drop();
  }
}

async function run(options: Options): Promise<void> {
  const wantsFeed = options.only.length === 0 || options.only.includes('feed');
  const postgres = await openPostgres(process.env['BENCH_DATABASE_URL']);
  let postgraphile: string | Error = new Error('not wanted');
  try {
    const machine = await describeMachine(postgres.url);
    if (wantsFeed) {
      say('installing PostGraphile');
      postgraphile = await installPostGraphile();
    }
    for (const size of options.sizes) await measureSize(postgres.url, size, options, postgraphile);
    await measure('growth', options, () => reportGrowth(buffers));
    if (!options.quick) await measure('board', options, () => timeBoard(postgres.url));
    const parts = NAMES.flatMap((name) => measured.filter((one) => one.name === name));
    const report = [
      ...machine,
      `- ${options.rounds} rounds of ${options.seconds} s for each contender, ${CONNECTIONS} connections; medians, with the lowest and highest in brackets`,
      `- The whole run took ${(performance.now() / 60_000).toFixed(1)} minutes`,
      '',
      ...goalsTable(parts.flatMap(({ part }) => part.rows)),
      ...parts.flatMap(({ part }) => part.details),
    ].join('\n');
    process.stdout.write(`${report}\n`);
    if (options.write) writeIntoDocs(report);
  } finally {
    await postgres.stop();
  }
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  say(`The benchmark failed. ${reasonOf(error)}`);
  process.exitCode = 1;
}
