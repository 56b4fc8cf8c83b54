import { pino } from 'pino';
import { EmbeddedDatabaseError } from '#persistence/embedded/embedded-database.js';
import { EnvError, readEnv } from './config/env.js';
import { loadDemonstration } from './database/load-demonstration.js';
import { startServer, type RunningServer } from './start-server.js';

/** One clear line, and exit code 1. */
function fail(reason: string): never {
  process.stderr.write(`Lernschleife can't start. ${reason}\n`);
  process.exit(1);
}

function reasonOf(error: unknown, port: number): string {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof EnvError) return `Settings:\n${message}`;
  if (error instanceof EmbeddedDatabaseError) return message ?? '';
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1} npm start.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights: choose one from 1024 up, with PORT=3000 npm start.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'HOST is not an address of this machine: set it to 127.0.0.1 or 0.0.0.0.';
  if (code === 'ENOSPC') return 'The disk is full: free some space and start again.';
  return message ?? String(error);
}

let port = 0;
let server: RunningServer | null = null;
try {
  const env = readEnv(process.env);
  port = env.port;
  const log = pino({
    level: env.logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
  });
  server = await startServer(env, log, new URL('../../../../libs/ui/src/', import.meta.url));
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), 15_000).unref();
    await server?.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));

  const database = await server.ready;
  if (env.loadDemonstration) await loadDemonstration(database.source);
  void server.databaseLost.then(() => {
    if (!stopping)
      fail(
        'The embedded database has ended by itself; nothing that was acknowledged is lost. Start again.',
      );
  });
  process.stdout.write(
    [
      '',
      `  Lernschleife   ${server.origin}/`,
      `  GraphQL        ${server.origin}/graphql`,
      `  Health         ${server.origin}/health/ready`,
      `  Database       ${env.databaseUrl === null ? `embedded, in ${env.dataFolder}` : 'PostgreSQL'}`,
      '',
      '  Reading needs no sign-in. Records are written with npm run programme -- import FILE.',
      '  Stop with Ctrl-C.',
      '',
      '',
    ].join('\n'),
  );
} catch (error) {
  await server?.stop().catch(() => undefined);
  fail(reasonOf(error, port));
}
