/**
 * Measures the successes page and the feed on PostgreSQL beside two bare servers; prints Markdown.
 * Usage: npm run bench -- [--quick] [--rounds N] [--seconds N]. docs/performance.md tells how it measures.
 * Exits 1 on any wrong answer. Sizes are numbers of measures.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Client } from 'pg';
import { startChildServer, type ChildServer } from './bench/child-server.js';
import { ask, checkAnswer, runRound, type Contender, type Round } from './bench/contender.js';
import { FEED_REQUEST } from './bench/feed.js';
import { BENCH_SLUG } from './bench/generate-programme.js';
import { openPostgres } from './bench/postgres.js';
import { openProgrammeDatabase, type ProgrammeDatabase } from './bench/programme-database.js';

const MAIN = new URL('../apps/server/src/main.js', import.meta.url);
const REFERENCE = new URL('./bench/reference-server.js', import.meta.url);
const PAGE = `/de/${BENCH_SLUG}/erfolge`;
const COUNTED_REQUESTS = 20;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const seconds = Number(values.seconds);
const sizes = values.quick ? [500, 5_000] : [500, 5_000, 50_000];

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (lines: readonly string[]): void =>
  void process.stdout.write(`${lines.join('\n')}\n`);
const temporary = mkdtempSync(join(tmpdir(), 'lernschleife-bench-pages-'));

/** The server under test; one for each contender, so that its memory is the contender's own. */
const startServer = (database: ProgrammeDatabase): Promise<ChildServer> =>
  startChildServer(MAIN, [], {
    DATABASE_URL: database.url,
    PORT: '0',
    LOG_LEVEL: 'warn',
    LOAD_DEMONSTRATION: 'false',
  });

/** Contenders for one size, the servers that they run on, and what couldn't be tried. */
async function contendersOf(
  database: ProgrammeDatabase,
  servers: ChildServer[],
): Promise<{ readonly contenders: readonly Contender[]; readonly notes: readonly string[] }> {
  const start = async (server: Promise<ChildServer>): Promise<ChildServer> => {
    const started = await server;
    servers.push(started);
    return started;
  };
  const pageServer = await start(startServer(database));
  const page = await ask(pageServer.origin, PAGE, null);
  const file = join(temporary, 'page.html');
  writeFileSync(file, page);
  const bytesServer = await start(startChildServer(REFERENCE, ['bytes', file], {}));
  const pages = { path: PAGE, request: null, marker: 'Messprogramm', length: page.length };

  const feedReference = await start(
    startChildServer(REFERENCE, ['feed'], { DATABASE_URL: database.url }),
  );
  const expected = await ask(feedReference.origin, '/graphql', FEED_REQUEST);
  const feeds = { path: '/graphql', request: FEED_REQUEST, marker: '"nextSteps"' };
  const contenders: Contender[] = [
    { ...pages, name: 'successes page', server: pageServer },
    { ...pages, name: 'reference: the page’s bytes from memory', server: bytesServer },
    {
      ...feeds,
      name: 'reference: feed by one prepared statement',
      server: feedReference,
      length: expected.length,
    },
  ];
  const feedServer = await start(startServer(database));
  const feed = await ask(feedServer.origin, '/graphql', FEED_REQUEST).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('answered 404')) return null;
    throw error;
  });
  if (feed === null)
    return { contenders, notes: ['The server has no GraphQL yet: the feed couldn’t be tried.'] };
  const parsed = JSON.parse(feed) as {
    readonly data?: { readonly successesFeed?: { readonly edges?: readonly unknown[] } };
  };
  if (parsed.data?.successesFeed?.edges?.length !== 20)
    throw new Error(`The feed has not its 20 successes: ${feed.slice(0, 500)}`);
  if (!isDeepStrictEqual(parsed, JSON.parse(expected)))
    throw new Error('The feed and its reference don’t say the same.');
  contenders.splice(2, 0, {
    ...feeds,
    name: 'feed over GraphQL',
    server: feedServer,
    length: feed.length,
  });
  return { contenders, notes: [] };
}

/** Statements that one answer costs, measured without load. */
async function statementsOf(contender: Contender, database: ProgrammeDatabase): Promise<number> {
  const { server, path, request } = contender;
  checkAnswer(contender, await ask(server.origin, path, request));
  const before = await database.statements();
  for (let at = 0; at < COUNTED_REQUESTS; at++)
    checkAnswer(contender, await ask(server.origin, path, request));
  return ((await database.statements()) - before) / COUNTED_REQUESTS;
}

async function measureSize(server: string, size: number): Promise<string[]> {
  say(`${size} measures: importing …`);
  const database = await openProgrammeDatabase(server, size);
  const servers: ChildServer[] = [];
  try {
    const { contenders, notes } = await contendersOf(database, servers);
    const statements = new Map<Contender, number>();
    for (const contender of contenders)
      statements.set(contender, await statementsOf(contender, database));
    const failures = new Map<Contender, string>();
    const results = new Map<Contender, Round[]>(contenders.map((contender) => [contender, []]));
    for (let round = 1; round <= rounds; round++) {
      // Every round begins with another one, so that none is always first.
      const at = (round - 1) % contenders.length;
      for (const contender of [...contenders.slice(at), ...contenders.slice(0, at)]) {
        say(`${size} measures, round ${round} of ${rounds}: ${contender.name} …`);
        const result = await runRound(contender, seconds).catch((error: unknown) => {
          // The other contenders still tell something; the row says what went wrong, and so does the exit code.
          const reason = error instanceof Error ? error.message : String(error);
          say(`FAILED. ${reason}\n${contender.server.said()}`);
          failures.set(contender, reason);
          process.exitCode = 1;
        });
        if (result !== undefined) results.get(contender)?.push(result);
      }
    }
    return [
      `### ${size.toLocaleString('en')} measures`,
      '',
      `Imported in ${database.importSeconds.toFixed(1)} s. Statements counted by ${database.countedBy}.`,
      ...notes,
      ...[...failures.values()].map((reason) => `FAILED: ${reason}`),
      '',
      '| | requests/s | p50, ms | p99, ms | statements/request | memory, MiB | answer, KiB |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...contenders.map((contender) => {
        const of = (pick: (round: Round) => number): string =>
          medianAndRange((results.get(contender) ?? []).map(pick));
        const columns = [
          contender.name,
          of((round) => round.perSecond),
          of((round) => round.p50),
          of((round) => round.p99),
          figure(statements.get(contender) ?? 0),
          of((round) => round.memory),
          figure(contender.length / 1_024),
        ];
        return `| ${columns.join(' | ')} |`;
      }),
      '',
    ];
  } catch (error) {
    for (const child of servers) say(child.said());
    throw error;
  } finally {
    await Promise.all(servers.map((child) => child.stop()));
    await database.drop();
  }
}

/** The median and, of several values, the lowest and highest. */
function medianAndRange(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'failed';
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  const median = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  if (sorted.length === 1) return figure(median);
  return `${figure(median)} (${figure(sorted[0] ?? 0)}–${figure(sorted.at(-1) ?? 0)})`;
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

async function machineLines(server: string): Promise<string[]> {
  const client = new Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  await client.end();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `- Command: \`npm run bench${process.argv.length > 2 ? ` -- ${process.argv.slice(2).join(' ')}` : ''}\``,
    `- Machine: ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores, ${memory} GiB of memory`,
    `- Node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? 'of unknown version'}`,
    `- Load of the machine over the minute before: ${(loadavg()[0] ?? 0).toFixed(1)}`,
    `- ${rounds} ${rounds === 1 ? 'round' : 'rounds, medians with lowest and highest'}, ten connections, at least ${seconds} s each`,
    '',
  ];
}

async function run(): Promise<void> {
  if (!Number.isInteger(rounds) || rounds < 1 || !(seconds > 0))
    throw new Error('Give --rounds as a whole number and --seconds as a number above 0.');
  const postgres = await openPostgres(process.env['BENCH_DATABASE_URL']);
  try {
    print(await machineLines(postgres.url));
    for (const size of sizes) print(await measureSize(postgres.url, size));
  } finally {
    await postgres.stop();
  }
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await run();
} catch (error) {
  say(`The benchmark failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
