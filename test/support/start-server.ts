import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { importProgramme } from '#application/programme-files/import-programme.js';
import { readProgrammeFile } from '#application/programme-files/read-programme-file.js';
import type { Env } from '#server/config/env.js';
import { Database } from '#server/database/database.js';
import type { Patience } from '#server/hot/freshness.js';
import { startServer } from '#server/start-server.js';
import { TEST_SESSION_SECRET } from './session-secret.js';
import { startTestDatabase, type TestDatabase } from './test-database.js';

/** The real application on a free port with a database of its own. */
export type TestServer = {
  readonly origin: string;
  readonly source: DataSource;
  /** Statements that the server has sent so far. */
  readonly statements: readonly string[];
  /** Lines that the server has logged so far. */
  readonly logged: readonly string[];
  /** What its controllers answer, such as `GET /health/live`. */
  readonly routes: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  gql(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data?: never; errors?: { message: string; extensions: Record<string, unknown> }[] }>;
  /** As at the beginning of a stop in production. */
  leave(): void;
  stop(): Promise<void>;
};

/** Tests change rows past the server, and see them at once. */
export const EACH_REQUEST_LOOKS: Patience = { youngMs: 0, usableMs: 0 };

export const DEMONSTRATION = resolve('demo/demonstration-programme.yaml');

/** Leaves no database behind when the server doesn't start: its process would keep the test runner waiting. */
export async function startTestServer(
  settings: Partial<Env> = {},
  looks: Patience = EACH_REQUEST_LOOKS,
): Promise<TestServer> {
  const database = await startTestDatabase();
  try {
    return await serverOn(database, settings, looks);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Another server over the same database, by connections of its own; the database stays when this one is stopped. */
export async function startServerBeside(
  { source }: TestServer,
  looks: Patience = EACH_REQUEST_LOOKS,
): Promise<TestServer> {
  const own = await new DataSource(source.options).initialize();
  return serverOn({ source: own, stop: () => own.destroy() }, {}, looks);
}

async function serverOn(
  database: Pick<TestDatabase, 'source' | 'stop'>,
  settings: Partial<Env>,
  looks: Patience,
): Promise<TestServer> {
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const server = await startServer(
    {
      production: false,
      development: false,
      host: '127.0.0.1',
      port: 0,
      publicOrigin: null,
      dataFolder: '',
      databaseUrl: null,
      replicaUrls: [],
      poolSize: 5,
      hotBytes: 32 * 2 ** 20,
      sessions: { secret: TEST_SESSION_SECRET, idleMs: 3_600_000, absoluteMs: 7_200_000 },
      trustedProxies: 0,
      signIn: { provider: null, email: false, demonstration: false },
      mail: null,
      logLevel: 'debug',
      loadDemonstration: false,
      ...settings,
    },
    log,
    pathToFileURL(resolve('libs/ui/src') + '/'),
    () =>
      Promise.resolve({
        source: database.source,
        lost: new Promise(() => undefined),
        close: () => Promise.resolve(),
      }),
    looks,
  );
  await server.ready;
  const statements: string[] = [];
  const door = server.app.get(Database);
  const ask = door.query.bind(door);
  door.query = (sql: string, values?: unknown[]) => {
    statements.push(sql);
    return ask(sql, values);
  };
  const askByName = door.queryByName.bind(door);
  door.queryByName = (name: string, sql: string, values: unknown[]) => {
    statements.push(sql);
    return askByName(name, sql, values);
  };
  return {
    origin: server.origin,
    source: database.source,
    statements,
    logged,
    routes: routesOf(server.app),
    get: (path, headers = {}) => fetch(server.origin + path, { headers, redirect: 'manual' }),
    gql: async (query, variables = {}) => {
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    leave: server.leave,
    stop: async () => {
      await server.stop();
      await database.stop();
    },
  };
}

type Layer = { readonly route?: { readonly path: string; readonly methods: object } };

function routesOf(app: INestApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );
}

/** Imports a programme file, or fails with its faults. */
export async function importFile(source: DataSource, file: string | Uint8Array): Promise<void> {
  const read = readProgrammeFile(typeof file === 'string' ? readFileSync(file) : file);
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 5)));
  const done = await importProgramme(source, read.value, { dryRun: false, at: new Date() });
  if (!done.ok) throw new Error(JSON.stringify(done.error.slice(0, 5)));
}
