/**
 * Shows many servers over one PostgreSQL with a standby: starts both, three servers and a proxy on this machine, takes
 * each away in turn under load, and prints a table. Usage: npm run scale; with `-- --write` the table goes into
 * docs/performance.md too. Takes about five minutes.
 * Exits 1 when a promise is broken. docs/operations.md, "Several servers", tells what is promised.
 */
import 'reflect-metadata';
import autocannon from 'autocannon';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import { importProgramme } from '#application/programme-files/import-programme.js';
import { createDataSource } from '#persistence/data-source.js';
import { BENCH_SLUG, generateProgramme } from './bench/generate-programme.js';
import { writeIntoDocs } from './bench/write-docs.js';
import { madeTopic, resultToToggle, signInCircle, toggle, topicToMake } from './scale/circle.js';
import { startCluster, type Cluster, type PostgresNode } from './scale/cluster.js';
import { ask, failed, startLoad, type Answer, type Question } from './scale/load.js';
import { startProxy, type Proxy } from './scale/proxy.js';
import { appServer, type AppServer } from './scale/servers.js';

const [option, ...more] = process.argv.slice(2);
/** Whether the report goes into docs/performance.md. */
const WRITES = option === '--write';
if ((option !== undefined && !WRITES) || more.length > 0) {
  process.stderr.write('npm run scale [-- --write]\n');
  process.exit(2);
}

const DATABASE = 'lernschleife';
const MEASURES = 5_000;
const SEED = 20_260_101;
const SERVERS = 3;
/** Bytes that nobody serves older than this, in ms, once a publication or a withdrawal is acknowledged. */
const FRESH_MS = 1_000;
const LONGEST_RUN_MS = 9 * 60_000;

const PAGE = `/de/${BENCH_SLUG}/erfolge`;
const FEED = `/de/${BENCH_SLUG}/erfolge.json`;
const QUERY = JSON.stringify({
  query: `{ successesFeed(programme: "${BENCH_SLUG}", first: 20) { edges { node {
    id key question { text } measureTitle { text } result { text } topic { title { text } } loop { number }
    steps { text { text } } nextSteps { text { text } } guides { name } } } } }`,
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ms = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`;
const count = (value: number): string => Math.round(value).toLocaleString('en');

type Row = {
  readonly what: string;
  readonly figure: string;
  readonly promise: string;
  readonly kept: boolean;
};
const rows: Row[] = [];
function note(what: string, figure: string, promise: string, kept: boolean): void {
  rows.push({ what, figure, promise, kept });
  say(`${kept ? 'kept' : 'BROKEN'}: ${what}: ${figure} (${promise})`);
}

type Stage = {
  readonly cluster: Cluster;
  readonly proxy: Proxy;
  readonly servers: readonly AppServer[];
  readonly client: Client;
};

async function connect(node: PostgresNode, database = DATABASE): Promise<Client> {
  const client = new Client({ connectionString: node.url(database) });
  // Nodes are taken away under it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Waits until it is so; answers after how many ms, or null when it isn't after `forMs`. */
async function until(
  isSo: () => Promise<boolean> | boolean,
  forMs: number,
): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < forMs) {
    if (await isSo()) return performance.now() - start;
    await pause(20);
  }
  return null;
}

/** Three servers start on an empty database at the same moment. */
async function startTogether({ servers, client, proxy }: Stage): Promise<void> {
  const start = performance.now();
  // Those that still start when one fails must have started to be stopped.
  const starts = await Promise.allSettled(servers.map((server) => server.start()));
  const fault = starts.find(({ status }) => status === 'rejected');
  if (fault?.status === 'rejected') throw fault.reason;
  const took = performance.now() - start;
  const { rows: found } = await client.query<{ programmes: number; twice: number }>(
    `SELECT (SELECT count(*) FROM programme)::int AS programmes,
       (SELECT count(*) FROM (SELECT name FROM migrations GROUP BY name HAVING count(*) > 1) m)::int AS twice`,
  );
  await proxy.setServers(servers.map(({ origin }) => origin));
  note(
    'three servers start at once on an empty database',
    `ready after ${ms(took)}, ${found[0]?.programmes} demonstration`,
    'all ready; each migration and the demonstration once',
    proxy.healthy() === SERVERS && found[0]?.programmes === 1 && found[0].twice === 0,
  );
}

async function loadProgramme({ cluster, client }: Stage): Promise<void> {
  say(`importing ${MEASURES} measures …`);
  const address = { kind: 'url', url: cluster.primary.url(DATABASE) } as const;
  const source = await createDataSource(address, 2).initialize();
  const done = await importProgramme(
    source,
    {
      file: generateProgramme(MEASURES, SEED),
      faultAt: (path, reason) => ({ line: 0, key: path.join('.'), reason }),
    },
    { dryRun: false, at: new Date() },
  );
  await source.destroy();
  if (!done.ok)
    throw new Error(`The import refused the programme: ${JSON.stringify(done.error[0])}`);
  await client.query('VACUUM ANALYZE');
}

/** Pages that nobody has asked for yet; `missing` counts the requests for which there was none left. */
async function coldPages(client: Client): Promise<{ next(): Question; missing(): number }> {
  const { rows: found } = await client.query<{ key: string }>(
    `SELECT m.key FROM measure m JOIN programme p ON p.id = m.programme_id WHERE p.slug = $1 ORDER BY m.id`,
    [BENCH_SLUG],
  );
  const paths = found.flatMap(({ key }) => [
    `/de/${BENCH_SLUG}/erfolge/${key}`,
    `/en/${BENCH_SLUG}/successes/${key}`,
  ]);
  let at = 0;
  return {
    next: () => ({ path: paths[at++] ?? PAGE }),
    missing: () => Math.max(0, at - paths.length),
  };
}

type Rate = { readonly work: string; readonly servers: number; readonly perSecond: number };

async function rateOf(proxy: Proxy, question: Question, marker: string): Promise<number> {
  const run = await autocannon({
    url: proxy.origin + question.path,
    ...(question.body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: question.body }),
    connections: 12,
    duration: 4,
    timeout: 20,
    verifyBody: (body) => body.includes(marker),
  });
  if (run.non2xx + run.errors + run.timeouts + run.mismatches > 0)
    throw new Error(`${question.path}: ${run.non2xx + run.errors + run.mismatches} wrong answers`);
  return run['2xx'] / run.duration;
}

/** Requests a second through the proxy, by one server and by three. */
async function compareServers({ proxy, servers, client }: Stage): Promise<readonly Rate[]> {
  const rates: Rate[] = [];
  const cold = await coldPages(client);
  for (const round of [1, 2])
    for (const number of [1, SERVERS]) {
      say(`round ${round} of 2: ${number} ${number === 1 ? 'server' : 'servers'} …`);
      await proxy.setServers(servers.slice(0, number).map(({ origin }) => origin));
      const add = (work: string, perSecond: number): void =>
        void rates.push({ work, servers: number, perSecond });
      add('successes page, hot', await rateOf(proxy, { path: PAGE }, 'Messprogramm'));
      add('feed over GraphQL', await rateOf(proxy, { path: '/graphql', body: QUERY }, 'nextSteps'));
      const load = startLoad(proxy.origin, 12, () => cold.next());
      const start = performance.now();
      await pause(4_000);
      const answers = await load.stop();
      if (failed(answers).length > 0) throw new Error(`Cold pages: ${failed(answers)[0]?.text}`);
      if (cold.missing() > 0)
        throw new Error(
          `Cold pages: ${cold.missing()} too few; the programme needs more measures.`,
        );
      add(
        'pages of successes, each asked once',
        answers.length / ((performance.now() - start) / 1_000),
      );
    }
  await proxy.setServers(servers.map(({ origin }) => origin));
  return rates;
}

/** Reads of all kinds in turn; no proxy repeats those by POST. */
function reads(): () => Question {
  const questions: Question[] = [
    { path: PAGE },
    { path: FEED },
    { path: `/en/${BENCH_SLUG}/loops` },
    { path: '/graphql', body: QUERY },
    { path: '/graphql', body: QUERY },
  ];
  let at = 0;
  return () => questions[at++ % questions.length] ?? { path: PAGE };
}

/** A result is published and withdrawn through one server after the other, while readers read. */
async function publishEverywhere({ servers, proxy, client }: Stage, cookie: string): Promise<void> {
  const result = await resultToToggle(client);
  const load = startLoad(proxy.origin, 2, reads());
  const late: number[] = [];
  let wentBack = 0;
  const shows = async (server: AppServer, published: boolean): Promise<boolean> => {
    const { status, text } = await ask(server.origin, { path: FEED });
    return status === 200 && text.includes(`urn:uuid:${result.resultId}`) === published;
  };
  for (const server of servers)
    if (!(await shows(server, true)))
      throw new Error(`${server.origin} doesn't show the result that is to be withdrawn.`);
  for (let change = 0; change < 12; change++) {
    const published = change % 2 === 1;
    const server = servers[change % SERVERS];
    if (server === undefined) continue;
    const { endedAt } = await toggle(server.origin, cookie, result, published);
    const shown = await Promise.all(
      servers.map(async (each) => {
        const after = await until(() => shows(each, published), 5_000);
        return after === null ? Infinity : performance.now() - endedAt;
      }),
    );
    late.push(Math.max(...shown));
    // Once shown, it stays: no replica that is behind may answer later.
    for (let look = 0; look < 10; look++)
      for (const each of servers) if (!(await shows(each, published))) wentBack += 1;
  }
  await load.stop();
  note(
    'until all three servers show what was published or withdrawn through one',
    `at most ${ms(Math.max(...late))}, of ${late.length} changes`,
    `≤ ${ms(FRESH_MS)}, and never the old state again`,
    Math.max(...late) <= FRESH_MS && wentBack === 0,
  );
}

/** One of three servers is told to end, and comes back, while readers read. */
async function takeServerAway({ servers, proxy }: Stage): Promise<void> {
  const retried = proxy.retried();
  const load = startLoad(proxy.origin, 12, reads());
  await pause(1_500);
  const server = servers[1];
  const start = performance.now();
  await server?.stop();
  const took = performance.now() - start;
  await pause(1_500);
  await server?.start();
  const back = await until(() => proxy.healthy() === SERVERS, 20_000);
  await pause(1_000);
  const answers = await load.stop();
  note(
    'a server is ended by SIGTERM under load, and comes back',
    `${count(answers.length)} requests, ${failed(answers).length} failed, ${proxy.retried() - retried} repeated by the proxy; ended after ${ms(took)}`,
    'no failed request',
    failed(answers).length === 0 && answers.length > 0 && back !== null,
  );
}

/** By how many servers the standby was asked for anything but its versions within the last second. */
async function askingServers(standby: PostgresNode): Promise<number> {
  try {
    const client = await connect(standby);
    const { rows: found } = await client.query<{ servers: number }>(
      `SELECT count(DISTINCT application_name)::int AS servers FROM pg_stat_activity
       WHERE application_name LIKE 'server-%' AND query NOT LIKE '%FROM publication' AND query_start > now() - interval '1 second'`,
    );
    await client.end();
    return found[0]?.servers ?? 0;
  } catch {
    return 0;
  }
}

/** The standby crashes and comes back, while readers read. */
async function killStandby({ cluster: { standby }, proxy }: Stage): Promise<void> {
  const load = startLoad(proxy.origin, 12, reads());
  const before = await until(async () => (await askingServers(standby)) === SERVERS, 10_000);
  await standby.crash();
  await pause(2_000);
  await standby.start();
  const back = await until(async () => (await askingServers(standby)) === SERVERS, 40_000);
  await pause(500);
  const answers = await load.stop();
  note(
    'the standby crashes under load, and comes back',
    `${count(answers.length)} requests, ${failed(answers).length} failed; ${back === null ? 'not asked again' : `asked by all three again ${ms(back)} after it answers`}`,
    'no failed request; left out, and used again',
    failed(answers).length === 0 && before !== null && back !== null,
  );
}

/** From the beginning of the first failed request to the end of the last one; 0 when none failed. */
function windowOf(answers: readonly Answer[]): number {
  const bad = failed(answers);
  if (bad.length === 0) return 0;
  return (
    Math.max(...bad.map(({ endedAt }) => endedAt)) - Math.min(...bad.map(({ begunAt }) => begunAt))
  );
}

/** The primary crashes and comes back at once, while readers read and members of the circle write. */
async function restartPrimary(
  { cluster: { primary }, proxy }: Stage,
  cookie: string,
): Promise<void> {
  const readers = startLoad(proxy.origin, 8, reads());
  const acknowledged: string[] = [];
  let topic = 0;
  const writers = startLoad(
    proxy.origin,
    2,
    () => topicToMake(cookie, `Thema ${(topic += 1)} der Probe`),
    (_question, answer) => {
      const id = madeTopic(answer);
      if (id !== null) acknowledged.push(id);
    },
  );
  await pause(2_000);
  const before = acknowledged.length;
  const start = performance.now();
  await primary.crash();
  await primary.start();
  const down = performance.now() - start;
  const back = await until(() => proxy.healthy() === SERVERS, 30_000);
  const atBack = acknowledged.length;
  await pause(2_000);
  const after = acknowledged.length;
  const [read, written] = [await readers.stop(), await writers.stop()];
  const client = await connect(primary);
  const { rows: found } = await client.query<{ kept: number }>(
    'SELECT count(*)::int AS kept FROM topic WHERE id = ANY ($1)',
    [acknowledged],
  );
  await client.end();
  const lost = acknowledged.length - (found[0]?.kept ?? 0);
  note(
    'the primary crashes under load, and comes back',
    `down for ${ms(down)}; readers saw errors for ${ms(windowOf(read))}, writers for ${ms(windowOf(written))}; ${count(acknowledged.length)} writes acknowledged, ${lost} lost`,
    'nothing acknowledged is lost; the servers go on by themselves',
    lost === 0 && before > 0 && after > atBack && back !== null,
  );
}

function printReport(rates: readonly Rate[], version: string): void {
  const memory = Math.round(totalmem() / 2 ** 30);
  const mean = (work: string, servers: number): number => {
    const of = rates.filter((rate) => rate.work === work && rate.servers === servers);
    return of.reduce((sum, { perSecond }) => sum + perSecond, 0) / of.length;
  };
  const works = [...new Set(rates.map(({ work }) => work))];
  const lines = [
    `- Command: \`npm run scale\`; ${count(MEASURES)} measures`,
    `- Machine: ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores, ${memory} GiB of memory; load generator, proxy, servers, primary and standby share it`,
    `- Node ${process.versions.node}, PostgreSQL ${version}; load of the machine over the minute before: ${(loadavg()[0] ?? 0).toFixed(1)}`,
    '',
    '| What | Measured | Promise | Kept |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ what, figure, promise, kept }) =>
        `| ${what} | ${figure} | ${promise} | ${kept ? 'yes' : '**no**'} |`,
    ),
    '',
    '| Requests a second through the proxy | one server | three servers |',
    '| --- | --- | --- |',
    ...works.map((work) => `| ${work} | ${count(mean(work, 1))} | ${count(mean(work, SERVERS))} |`),
    '',
    `The two columns show that three servers answer the same as one, and not how throughput grows: with ${availableParallelism()} cores for all, a second server takes from the first, from the proxy and from PostgreSQL what it gives.`,
    '',
  ];
  const report = lines.join('\n');
  process.stdout.write(report);
  if (WRITES) writeIntoDocs(report, 'scale');
}

async function run(): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const cluster = await startCluster();
    closing.push(() => cluster.stop());
    const admin = await connect(cluster.primary, 'postgres');
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    const { rows: found } = await admin.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    );
    await admin.end();
    const proxy = await startProxy();
    closing.push(() => proxy.stop());
    const urls = [cluster.primary.url(DATABASE), cluster.standby.url(DATABASE)] as const;
    const servers = await Promise.all(
      [1, 2, 3].map((at) => appServer(`server-${at}`, ...urls, proxy.origin)),
    );
    closing.push(() => Promise.all(servers.map((server) => server.stop())));
    const client = await connect(cluster.primary);
    closing.push(() => client.end());
    const stage = { cluster, proxy, servers, client };
    await startTogether(stage);
    await loadProgramme(stage);
    const cookie = await signInCircle(client);
    const rates = await compareServers(stage);
    await publishEverywhere(stage, cookie);
    await takeServerAway(stage);
    await killStandby(stage);
    await restartPrimary(stage, cookie);
    printReport(rates, found[0]?.version ?? 'of unknown version');
    if (rows.some(({ kept }) => !kept)) process.exitCode = 1;
  } finally {
    for (const close of closing.toReversed()) await close().catch(() => undefined);
  }
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
setTimeout(() => {
  say(`The trial did not end within ${LONGEST_RUN_MS / 60_000} minutes.`);
  process.exit(1);
}, LONGEST_RUN_MS).unref();

try {
  await run();
} catch (error) {
  say(
    `The trial failed. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exitCode = 1;
}
