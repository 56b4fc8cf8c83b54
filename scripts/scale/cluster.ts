import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../bench/free-port.js';
import { answers, findPostgres, lentUser } from '../bench/postgres.js';

const START_MS = 30_000;
/** A standby needs at least as many as its primary has. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
].flatMap((setting) => ['-c', setting]);

/** One PostgreSQL of the cluster. */
export type PostgresNode = {
  /** Address of a database of it, by name. */
  readonly url: (database: string) => string;
  start(): Promise<void>;
  /** Ends it as a crash does: without a word to its clients, and without bringing its files in order. */
  crash(): Promise<void>;
};

/** A primary and a hot standby that follows it, both running. */
export type Cluster = {
  readonly primary: PostgresNode;
  readonly standby: PostgresNode;
  stop(): Promise<void>;
};

/** Starts both from the PostgreSQL that is installed, in a temporary folder. Throws when there is none. */
export async function startCluster(): Promise<Cluster> {
  const bin = findPostgres();
  if (bin === null)
    throw new Error(
      'There is no PostgreSQL 15 or later here. Install one (Debian, Ubuntu: apt-get install postgresql).',
    );
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-scale-'));
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? lentUser() : null;
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const options = { cwd: folder, ...owner, stdio: ['ignore', 'ignore', 'pipe'] as const };
  const nodes: ManagedNode[] = [];
  const kill = (): void => {
    for (const node of nodes) node.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    // The standby first: a primary that is told to stop waits until its followers have all.
    for (const node of nodes.toReversed()) await node.end('SIGINT');
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  const nodeAt = async (name: string): Promise<ManagedNode> => {
    const node = new ManagedNode(
      join(bin, 'postgres'),
      join(folder, name),
      await freePort(),
      options,
    );
    nodes.push(node);
    return node;
  };
  try {
    const primary = await nodeAt('primary');
    execFileSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${primary.data}`,
        ...['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
      ],
      { ...options, stdio: [...options.stdio] },
    );
    await primary.start();
    const standby = await nodeAt('standby');
    execFileSync(
      join(bin, 'pg_basebackup'),
      [
        `--dbname=${primary.url('postgres')}`,
        `--pgdata=${standby.data}`,
        // Writes what makes it a standby that follows this primary.
        '--write-recovery-conf',
        '--checkpoint=fast',
      ],
      { ...options, stdio: [...options.stdio] },
    );
    await standby.start();
    return { primary, standby, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

class ManagedNode implements PostgresNode {
  #child: ChildProcess | null = null;

  constructor(
    private readonly program: string,
    readonly data: string,
    private readonly port: number,
    private readonly options: {
      readonly cwd: string;
      readonly uid?: number;
      readonly gid?: number;
    },
  ) {}

  url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const child = spawn(this.program, ['-D', this.data, '-p', String(this.port), ...SETTINGS], {
      ...this.options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    for (const end = Date.now() + START_MS; Date.now() < end && child.exitCode === null;) {
      if (await answers(this.url('postgres'))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`PostgreSQL did not start:\n${said}`);
  }

  crash(): Promise<void> {
    return this.end('SIGQUIT');
  }

  async end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Without waiting: at the end of this process. */
  kill(): void {
    this.#child?.kill('SIGQUIT');
  }
}
