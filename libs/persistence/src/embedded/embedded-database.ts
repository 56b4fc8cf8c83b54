import { fork, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '../data-source.js';

/** A running embedded database; `stop` ends it when this process started it. */
export type EmbeddedDatabase = {
  readonly address: DatabaseAddress;
  /** The process behind it; null when another server of the same folder owns it. */
  readonly process: ChildProcess | null;
  /** Says why, when the database has gone away: by itself, or because the server that ran it stopped. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

/** A folder that can't serve as the embedded database's home; the message says which and why. */
export class EmbeddedDatabaseError extends Error {}

/** What was told by NOTIFY. */
export type Told = { readonly channel: string; readonly payload: string };

/** Who hears the databases that this process started, by the folders of their sockets. */
const listeners = new Map<string, Set<(told: Told) => void>>();

/**
 * Hears what is told in the embedded database at a socket's folder, by whichever client; answers how to stop that.
 * Null when another process started the database: that one alone hears.
 */
export function hearEmbedded(folder: string, hear: (told: Told) => void): (() => void) | null {
  const hearing = listeners.get(folder);
  if (hearing === undefined) return null;
  hearing.add(hear);
  return () => void hearing.delete(hear);
}

type Options = {
  /** Folder of the data, or null for a database in memory. */
  readonly dataFolder: string | null;
  /** A dumped data directory to start from; memory only. */
  readonly loadFrom?: string;
  /** The compiled process file; tests that run from source name it. */
  readonly processFile?: string;
  /** Ends a start that still takes its time. Nothing is lost then: PostgreSQL's files survive a kill. */
  readonly stopping?: AbortSignal;
};

/** How long to wait for a database that gives no sign of life. */
const SILENCE_MS = 60_000;

/** Lock files that this process holds: its own number in any other one was left by a process before it. */
const held = new Set<string>();

/**
 * Starts PGlite for a folder, or joins the one that another process of this user already runs on it.
 * Errors: EmbeddedDatabaseError when the folder can't be written, is in use elsewhere, or its files are damaged.
 */
export async function startEmbeddedDatabase(options: Options): Promise<EmbeddedDatabase> {
  const { dataFolder } = options;
  if (dataFolder === null) return launch(options, 'memory', null);
  makeWritable(dataFolder);
  const lockFile = join(dataFolder, 'embedded.lock');
  const started = Date.now();
  while (isPatient(lockFile, started)) {
    if (takeLock(lockFile)) return launch(options, join(dataFolder, 'postgres'), lockFile);
    const owner = await joinOwner(lockFile);
    if (owner !== null) return owner;
    options.stopping?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw silent(lockFile);
}

/**
 * Joins the database that a server runs on a data folder, and waits for one that only starts; null when there is none.
 * Errors: EmbeddedDatabaseError when the folder is locked and nothing answers.
 */
export async function joinEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase | null> {
  const lockFile = join(dataFolder, 'embedded.lock');
  const started = Date.now();
  while (isPatient(lockFile, started)) {
    if (!existsSync(lockFile)) return null;
    const owner = await joinOwner(lockFile);
    if (owner !== null) return owner;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw silent(lockFile);
}

/** Whether to go on waiting for the owner of a lock. `started` is when that began, in ms since 1970. */
function isPatient(lockFile: string, started: number): boolean {
  return Date.now() - Math.max(started, lastSign(lockFile)) < SILENCE_MS;
}

function silent(lockFile: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The data folder ${dirname(lockFile)} is locked by ${lockFile}, but no database answers there. ` +
      'If no other Lernschleife runs on it, delete that file and start again.',
  );
}

/**
 * Does something while no database runs on a data folder, and none can be started there.
 * Errors: EmbeddedDatabaseError when one runs, or the folder can't be written.
 */
export async function whileStopped<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  makeWritable(dataFolder);
  const lockFile = join(dataFolder, 'embedded.lock');
  while (!takeLock(lockFile)) {
    const [pid, databasePid] = readLock(lockFile);
    if (pid === undefined) continue; // It is free again.
    if (isAlive(Number(pid)) || (databasePid !== undefined && isAlive(Number(databasePid))))
      throw new EmbeddedDatabaseError(
        `A server runs on the data folder ${dataFolder} (process ${pid}): stop it first.`,
      );
    removeStale(lockFile, pid);
  }
  // A server that is started meanwhile waits as long as it sees a sign of life.
  const beat = setInterval(() => touch(lockFile), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    held.delete(lockFile);
    rmSync(lockFile, { force: true });
  }
}

/** Whether the lock is this process's now. */
function takeLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  held.add(lockFile);
  return true;
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `The data folder ${folder} can't be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). ` +
        'Give this user the right to write there, or set DATA_DIR to another folder.',
    );
  }
}

/**
 * The lock names its owner, the database's process and the socket's folder. Null while the owner starts, while
 * the database of an owner that was killed still closes its files, or when the lock was stale and is now gone.
 */
async function joinOwner(lockFile: string): Promise<EmbeddedDatabase | null> {
  const [pid, databasePid, folder] = readLock(lockFile);
  if (pid === undefined) return null;
  if (!held.has(lockFile) && !isAlive(Number(pid))) {
    if (databasePid === undefined || !isAlive(Number(databasePid))) removeStale(lockFile, pid);
    return null;
  }
  if (!folder) return null;
  const line = await connectTo(join(folder, '.s.PGSQL.5432'));
  if (line === null) return null;
  line.unref();
  return {
    address: { kind: 'socket', folder },
    process: null,
    lost: new Promise((resolve) =>
      line.once('close', () =>
        resolve(
          'The embedded database has ended, because the server that ran it on this data folder has stopped. Start again.',
        ),
      ),
    ),
    stop: () => Promise.resolve(void line.destroy()),
  };
}

/** Takes a stale lock away; of two that find it at once, neither takes the other's fresh one. */
function removeStale(lockFile: string, pid: string): void {
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    if (readLock(aside)[0] !== pid) linkSync(aside, lockFile);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** When the owner last touched its lock, in ms since 1970: it does so every second while its database starts. */
function lastSign(lockFile: string): number {
  return statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(lockFile: string): void {
  try {
    utimesSync(lockFile, new Date(), new Date());
  } catch {
    // Someone took the lock away; those who wait will say what they miss.
  }
}

function readLock(lockFile: string): (string | undefined)[] {
  try {
    return readFileSync(lockFile, 'utf8').trim().split('\n');
  } catch {
    return []; // The owner has just left.
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // A container that starts anew gets the same number.
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function connectTo(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

async function launch(
  options: Options,
  folder: string,
  lockFile: string | null,
): Promise<EmbeddedDatabase> {
  // A Unix socket's path holds about 100 characters, so it doesn't stand in the data folder. mkdtemp gives 0700.
  const socketFolder = mkdtempSync(join(tmpdir(), 'lernschleife-'));
  chmodSync(socketFolder, 0o700);
  const tidy = (): void => {
    listeners.delete(socketFolder);
    rmSync(socketFolder, { recursive: true, force: true });
    if (lockFile === null) return;
    held.delete(lockFile);
    rmSync(lockFile, { force: true });
  };
  const file =
    options.processFile ??
    fileURLToPath(new URL('./embedded-database-process.js', import.meta.url));
  const child = fork(
    file,
    [
      join(socketFolder, '.s.PGSQL.5432'),
      folder,
      ...(options.loadFrom === undefined ? [] : [options.loadFrom]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] },
  );
  const keepLock = (socket: string): void => {
    if (lockFile === null) return;
    writeFileSync(lockFile, `${process.pid}\n${child.pid}\n${socket}\n`, { mode: 0o600 });
  };
  let complaint = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (chunk: string) => (complaint = (complaint + chunk).slice(-4_000)));
  const beat = setInterval(() => lockFile !== null && touch(lockFile), 1_000);
  const giveUp = (): boolean => child.kill('SIGKILL');
  options.stopping?.addEventListener('abort', giveUp);
  try {
    keepLock('');
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('error', reject);
      child.once('exit', (code) =>
        reject(new EmbeddedDatabaseError(whyNot(folder, complaint, code))),
      );
    });
    keepLock(socketFolder);
  } catch (error) {
    child.kill('SIGKILL');
    tidy();
    throw error;
  } finally {
    clearInterval(beat);
    options.stopping?.removeEventListener('abort', giveUp);
  }
  const hearing = new Set<(told: Told) => void>();
  listeners.set(socketFolder, hearing);
  // Even when nobody hears: Node keeps messages that nobody takes.
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'told' in message)
      for (const hear of hearing) hear(message.told as Told);
  });
  process.once('exit', tidy);
  return {
    address: { kind: 'socket', folder: socketFolder },
    process: child,
    lost: new Promise((resolve) =>
      child.once('exit', () =>
        resolve(
          'The embedded database has ended by itself; nothing that was acknowledged is lost. Start again.',
        ),
      ),
    ),
    stop: async () => {
      if (child.exitCode === null && child.connected) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.send('stop');
        const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await gone;
        clearTimeout(timer);
      }
      tidy();
      process.removeListener('exit', tidy);
    },
  };
}

/** A starting database that needs room and finds less than this is taken to have failed for it. */
const ROOM_BYTES = 1_000_000;

/** PGlite tells of faults by WASI's numbers (wasi-libc, errno.h): 51 and 19 no room, 2, 63 and 69 no right. */
function whyNot(folder: string, complaint: string, code: number | null): string {
  const reason =
    /errno: (51|19)\b/.test(complaint) || isFull(folder)
      ? 'the disk is full: free some space and start again'
      : /errno: (2|63|69)\b/.test(complaint)
        ? 'this user may not read and write all of its files: give them to this user'
        : `its files can't be read (exit code ${code ?? 'none'}): restore a backup, or move the folder away to start empty`;
  return `The embedded database in ${folder} doesn't start, because ${reason}.`;
}

function isFull(folder: string): boolean {
  if (folder === 'memory') return false;
  const { bavail, bsize } = statfsSync(dirname(folder));
  return bavail * bsize < ROOM_BYTES;
}
