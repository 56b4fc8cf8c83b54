import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf, memoryOf, type Memory } from './process-figures.js';

/** A server in a process of its own. */
export type ChildServer = {
  /** Address without a slash at its end. */
  readonly origin: string;
  readonly memory: () => Memory;
  /** Seconds of CPU so far. */
  readonly cpuSeconds: () => number;
  /** The end of what it printed, for a failure. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a failure of the machine would. */
  readonly kill: () => Promise<void>;
};

const START_MS = 60_000;

/**
 * Starts a script and waits until it prints its address; `flags` are Node's. Throws with its output when it ends instead.
 */
export async function startChildServer(
  script: URL,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<ChildServer> {
  const child = spawn(process.execPath, [...flags, fileURLToPath(script), ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    child.kill('SIGTERM');
    await ended;
  };
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No address after ${START_MS} ms:\n${said}`)),
      START_MS,
    );
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-8_000);
      const found = /(http:\/\/[\w.]+:\d+)\//.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`${script.pathname} ended:\n${said}`));
    });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const pid = child.pid ?? 0;
  return {
    origin,
    stop,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    said: () => said,
    memory: () => memoryOf(pid),
    cpuSeconds: () => cpuSecondsOf(pid),
  };
}
