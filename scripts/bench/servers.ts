import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildServer, type ChildServer } from './child-server.js';
import { startProduct } from './product-server.js';

const REFERENCE = new URL('./reference-server.js', import.meta.url);

/** Signs the sessions of servers that are measured, so that the benchmark can sign itself in. */
export const SESSION_SECRET = 'a secret of the benchmark, of 40 letters';

/** Starts servers, and stops all that it started. */
export class Servers {
  readonly #started: ChildServer[] = [];
  /** For files that the servers want; removed with them. */
  readonly folder = mkdtempSync(join(tmpdir(), 'lernschleife-bench-servers-'));

  constructor() {
    process.once('exit', this.#remove);
  }

  /** The server under test, with its default settings but for these. */
  product(
    databaseUrl: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ChildServer> {
    return this.#keep(
      startProduct({
        DATABASE_URL: databaseUrl,
        DATA_DIR: this.folder,
        SESSION_SECRET,
        PORT: '0',
        LOG_LEVEL: 'warn',
        LOAD_DEMONSTRATION: 'false',
        ...settings,
      }),
    );
  }

  /** The server that makes every answer anew: its store of ready answers is switched off. */
  uncached(databaseUrl: string): Promise<ChildServer> {
    return this.product(databaseUrl, { HOT_BYTES: '0' });
  }

  /** A bare server; see reference-server.ts for `args`. */
  reference(args: readonly string[], databaseUrl = ''): Promise<ChildServer> {
    return this.#keep(startChildServer(REFERENCE, args, { DATABASE_URL: databaseUrl }));
  }

  /** Any other script that prints its address. */
  script(script: URL, env: Readonly<Record<string, string>>): Promise<ChildServer> {
    return this.#keep(startChildServer(script, [], env));
  }

  /** What they printed last. */
  said(): string {
    return this.#started.map((server) => server.said()).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.map((server) => server.stop()));
    process.off('exit', this.#remove);
    this.#remove();
  }

  readonly #remove = (): void => rmSync(this.folder, { recursive: true, force: true });

  async #keep(starting: Promise<ChildServer>): Promise<ChildServer> {
    const server = await starting;
    this.#started.push(server);
    return server;
  }
}
