import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, medianAndRange } from './figures.js';
import { freePort } from './free-port.js';
import { BENCH_SLUG } from './generate-programme.js';
import { ask } from './load.js';
import type { Options } from './options.js';
import type { ProgrammeDatabase } from './programme-database.js';
import type { Part } from './report.js';
import { START } from './product-server.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The programme that comes with the embedded database. */
const DEMONSTRATION = 'serviceweg';
const MOST = { embedded: 3, postgres: 1.5 };
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 10;

/**
 * `npm start` where the benchmark runs by npm, which has made the folder ready; else its last step, so that nothing is
 * installed or built behind the back of whoever runs the compiled benchmark.
 */
const COMMAND =
  process.env['npm_lifecycle_event'] === 'bench'
    ? { name: 'npm start', program: 'npm', args: ['start'] }
    : {
        name: 'main.js',
        program: process.execPath,
        args: [...START.flags, fileURLToPath(START.main)],
      };

/** From the command to the first page that a reader sees, when everything was there before. */
export async function timeSecondStart(
  database: ProgrammeDatabase,
  options: Options,
): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-bench-start-'));
  const times = { embedded: [] as number[], postgres: [] as number[] };
  const embedded = { DATA_DIR: join(folder, 'embedded') };
  const postgres = { DATA_DIR: join(folder, 'postgres'), DATABASE_URL: database.url };
  try {
    // The first start makes the database, and loads the demonstration.
    await timeStart(embedded, DEMONSTRATION);
    await timeStart(postgres, BENCH_SLUG);
    for (let at = 0; at < (options.quick ? 2 : options.rounds); at++) {
      times.embedded.push(await timeStart(embedded, DEMONSTRATION));
      times.postgres.push(await timeStart(postgres, BENCH_SLUG));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    rows: [
      {
        work: `second start (${COMMAND.name}) to the first answered page`,
        target: `≤ ${MOST.embedded} s embedded, ≤ ${MOST.postgres} s on PostgreSQL`,
        measured: `embedded ${medianAndRange(times.embedded)} s, PostgreSQL ${medianAndRange(times.postgres)} s`,
        reached: median(times.embedded) <= MOST.embedded && median(times.postgres) <= MOST.postgres,
      },
    ],
    details: [],
  };
}

/** Seconds from the command to the first successes page with status 200; the server is stopped afterwards. */
async function timeStart(
  settings: Readonly<Record<string, string>>,
  slug: string,
): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  // In a group of its own, so that the signal reaches what npm starts.
  const child = spawn(COMMAND.program, COMMAND.args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...START.env,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
  };
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = (): void => signal('SIGKILL');
  process.once('exit', kill);
  const page = { path: `/de/${slug}/erfolge`, body: null };
  try {
    while (performance.now() - from < PATIENCE_MS && child.exitCode === null) {
      const answer = await ask(`http://127.0.0.1:${port}`, page).catch(() => null);
      if (answer?.status === 200) return (performance.now() - from) / 1_000;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
    throw new Error(`${COMMAND.name} answered no page within ${PATIENCE_MS} ms: ${said}`);
  } finally {
    signal('SIGTERM');
    await ended;
    process.off('exit', kill);
  }
}
