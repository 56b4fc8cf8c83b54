import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildServer } from '../bench/child-server.js';
import { freePort } from '../bench/free-port.js';
import { startProduct } from '../bench/product-server.js';

/** Of this run alone. */
export const SESSION_SECRET = 'a secret of the script that tries many servers';

/** A compiled server at a fixed port, which can be ended and started again. */
export type AppServer = {
  readonly origin: string;
  start(): Promise<void>;
  /** SIGTERM; resolves when it has ended. */
  stop(): Promise<void>;
  /** The end of what it printed. */
  said(): string;
};

/** A server, not yet started. `name` is what the standby knows its connections by. */
export async function appServer(
  name: string,
  databaseUrl: string,
  replicaUrl: string,
  publicOrigin: string,
): Promise<AppServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-scale-server-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  let child: ChildServer | null = null;
  return {
    origin: `http://127.0.0.1:${port}`,
    start: async () => {
      child = await startProduct({
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl,
        DATABASE_REPLICA_URLS: `${replicaUrl}?application_name=${name}`,
        SESSION_SECRET,
        PUBLIC_ORIGIN: publicOrigin,
        TRUSTED_PROXIES: '1',
        LOAD_DEMONSTRATION: 'true',
        DEMONSTRATION_SIGN_IN: 'false',
        LOG_LEVEL: 'warn',
      });
    },
    stop: async () => {
      const running = child;
      child = null;
      await running?.stop();
    },
    said: () => child?.said() ?? '',
  };
}
