import { execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.js';

/** A PostgreSQL server for the time of the benchmark. */
export type PostgresServer = {
  /** Address of its database `postgres`, or of the one that was given. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

const OLDEST = 15;
const DEBIAN = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root, so root lends it one of these. */
const LENT_USERS = ['lernschleife-ci', 'postgres', 'nobody'];

/** The server at BENCH_DATABASE_URL, else a cluster of its own in a temporary folder. Throws when there is neither. */
export async function openPostgres(given: string | undefined): Promise<PostgresServer> {
  if (given) return { url: given, stop: () => Promise.resolve() };
  const bin = findPostgres();
  if (bin === null)
    throw new Error(
      `There is no PostgreSQL ${OLDEST} or later here. Install one (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or name one: BENCH_DATABASE_URL=postgres://user:password@host:5432/postgres npm run bench. Its user must be allowed to create databases.`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-bench-'));
  const data = join(folder, 'data');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const owner = process.getuid?.() === 0 ? lentUser() : null;
    if (owner !== null) chownSync(folder, owner.uid, owner.gid);
    const options = { cwd: folder, ...owner };
    execFileSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      ...(hasStatementCounter(bin) ? ['shared_preload_libraries=pg_stat_statements'] : []),
    ];
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
    const kill = (): void => {
      server.kill('SIGINT');
      remove();
    };
    process.once('exit', kill);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const stop = async (): Promise<void> => {
      process.off('exit', kill);
      server.kill('SIGINT');
      await ended;
      remove();
    };
    for (let tries = 0; tries < 100; tries++) {
      if (await answers(url)) return { url, stop };
      if (server.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said}`);
  } catch (error) {
    remove();
    throw error;
  }
}

/** The folder of the newest PostgreSQL that is installed, or null. */
export function findPostgres(): string | null {
  const folders = [
    ...listOf(DEBIAN)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(DEBIAN, version, 'bin')),
    '/usr/local/bin',
    '/opt/homebrew/bin',
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) => {
      if (!isProgram(join(folder, 'postgres')) || !isProgram(join(folder, 'initdb'))) return false;
      const version = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
      return Number(/\d+/.exec(version)?.[0] ?? 0) >= OLDEST;
    }) ?? null
  );
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasStatementCounter(bin: string): boolean {
  try {
    const share = execFileSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' }).trim();
    return listOf(join(share, 'extension')).includes('pg_stat_statements.control');
  } catch {
    return false;
  }
}

/** The user to run PostgreSQL as, where this process is root's. */
export function lentUser(): { readonly uid: number; readonly gid: number } {
  for (const name of LENT_USERS) {
    try {
      const idOf = (flag: string): number =>
        Number(
          execFileSync('id', [flag, name], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          }),
        );
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and none of the users ${LENT_USERS.join(', ')} is there to run it. Run this as another user.`,
  );
}

/** Whether a PostgreSQL takes connections. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  // The socket may fail after the connection was refused.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
