import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const NODE = resolve('node_modules/.bin/node');

/** A compiled program of the project as a process of its own, with what it wrote so far. */
export type Started = {
  readonly process: ChildProcess;
  readonly out: () => string;
  readonly errors: () => string;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

export function start(
  file: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): Started {
  // Nothing of the tests' own environment but the path: a setting there must not reach the server.
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment };
  const child = spawn(NODE, [resolve(file), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) =>
    child.once('close', (code, signal) => done({ code, signal })),
  );
  return { process: child, out: () => out, errors: () => errors, ended };
}

export const startCompiledServer = (environment: Record<string, string>): Started =>
  start('dist/server/main.js', { LOG_LEVEL: 'silent', ...environment });

/** Asks again until the answer is true; throws after `forMs`. */
export async function until(ask: () => boolean | Promise<boolean>, forMs = 120_000): Promise<void> {
  const end = Date.now() + forMs;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Not within ${forMs} ms`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A port that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
