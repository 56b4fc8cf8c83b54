/**
 * Starts the server. It imports little by itself: the embedded database starts in a process of its own while the
 * many modules of the server are still being loaded.
 */
import { enableCompileCache, setSourceMapsSupport } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '#persistence/embedded/embedded-database.js';
import { readEnv, type Env } from './config/env.js';
import { startFault } from './database/start-fault.js';
import type { RunningServer } from './start-server.js';

/** The longest that requests under way may take to be answered after the server was told to stop. */
const STOP_MS = 15_000;
/** How long a proxy is told that this server goes, before it does: proxies ask every second or two. */
const LEAVING_MS = 2_000;

// Stacks name the lines of our own sources. Reading the libraries' maps too would take a tenth of the start.
setSourceMapsSupport(true, { nodeModules: false });
// Lies in the build, so that each build has its own. It is no fault when it can't be written.
enableCompileCache(fileURLToPath(new URL('../../../.compile-cache', import.meta.url)));

/** One clear line, and exit code 1. */
function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** For whoever has just started it. */
function howToSignIn({ demonstration, provider, email }: Env['signIn']): string {
  if (demonstration) return 'To sign in, open the workspace and choose one of the people.';
  if (provider !== null || email) return 'Signing in begins at the workspace.';
  return 'Nobody can sign in yet: docs/operations.md tells how.';
}

/** Fails as listening would, before a database is started for a server that can't listen. */
function tryPort({ port, host }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A stop while the database is away ends the wait for it; that is no fault, and whoever stops also exits. */
function refuse(error: unknown): void {
  if (!stopping.signal.aborted) fail(`Lernschleife can't start. ${startFault(error, env)}`);
}

let env: Env | null = null;
const stopping = new AbortController();
let embedded: Promise<EmbeddedDatabase> | null = null;
let server: RunningServer | null = null;
try {
  env = readEnv(process.env);
  // Libraries take a missing NODE_ENV for development; React answers a third fewer requests then.
  process.env['NODE_ENV'] ||= 'production';
  await tryPort(env);
  if (env.databaseUrl === null)
    embedded = startEmbeddedDatabase({
      dataFolder: env.dataFolder,
      stopping: stopping.signal,
    });
  embedded?.catch(refuse);

  const log = pino({
    level: env.logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
  });
  const [{ startServer }, { openDatabase }] = await Promise.all([
    import('./start-server.js'),
    import('./database/open-database.js'),
  ]);
  server = await startServer(
    env,
    log,
    new URL('../../../../libs/ui/src/', import.meta.url),
    (settings, waiting, onWait) => openDatabase(settings, waiting, onWait, embedded),
  );
  const stop = async (signal: string): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // A person who presses Ctrl-C, or runs it without proxies, waits for nothing.
    if (env?.production === true && signal === 'SIGTERM' && server !== null) {
      log.info({ ms: LEAVING_MS }, 'leaving');
      server.leave();
      await new Promise((resolve) => setTimeout(resolve, LEAVING_MS));
    }
    log.info({ signal }, 'stopping');
    const tooLong = 'Lernschleife ended before every request was answered.';
    setTimeout(() => fail(tooLong), STOP_MS).unref();
    await server?.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));

  const { lost } = await server.ready;
  void lost.then((reason) => {
    if (!stopping.signal.aborted) fail(`Lernschleife ends. ${reason}`);
  });
  const home = (await embedded)?.process === null ? 'run by another server' : 'embedded';
  process.stdout.write(
    [
      '',
      `  Lernschleife   ${server.origin}/`,
      `  Workspace      ${server.origin}/workspace`,
      `  GraphQL        ${server.origin}/graphql`,
      `  Health         ${server.origin}/health/ready`,
      `  Database       ${embedded === null ? 'PostgreSQL' : `${home}, in ${env.dataFolder}`}`,
      '',
      `  Reading needs no sign-in. ${howToSignIn(env.signIn)} Stop with Ctrl-C.`,
      '',
      '',
    ].join('\n'),
  );
} catch (error) {
  if (!stopping.signal.aborted) {
    await server?.stop().catch(() => undefined);
    await embedded?.then((database) => database.stop()).catch(() => undefined);
  }
  refuse(error);
}
