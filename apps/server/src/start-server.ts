import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Env } from './config/env.js';
import { Database } from './database/database.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { loadAssets } from './http/assets.js';
import { requestLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import type { Site } from './http/site.js';

export type RunningServer = {
  readonly origin: string;
  readonly app: NestExpressApplication;
  /** Resolves once the database answers and is migrated; rejects when it never will. */
  readonly ready: Promise<OpenDatabase>;
  /** Resolves when the embedded database has gone away by itself. */
  readonly databaseLost: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the server: it listens first and opens its database then, so that health checks are answered meanwhile.
 * Throws when the port is taken or an asset is missing; `uiFolder` holds the styles and fonts of libs/ui; tests
 * bring a database of their own by `open`.
 */
export async function startServer(
  env: Env,
  log: Logger,
  uiFolder: URL,
  open: typeof openDatabase = openDatabase,
): Promise<RunningServer> {
  const site: Site = {
    origin: env.publicOrigin ?? `http://localhost:${env.port}`,
    assets: loadAssets(uiFolder),
  };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.create(log, site), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(
    requestLog(log),
    securityHeaders(),
    compression({ threshold: 1024 }),
    site.assets.handler,
  );
  app.useBodyParser('json', { limit: '100kb' });
  const http: Server = app.getHttpServer();
  Object.assign(http, { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 });
  try {
    await app.listen(env.port, env.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  site.origin = env.publicOrigin ?? `http://localhost:${port}`;

  let stopping = false;
  const ready = open(
    env,
    () => !stopping,
    (reason) => log.warn({ reason }, 'waiting for the database'),
  ).then((database) => {
    app.get(Database).attach(database.source);
    return database;
  });
  ready.catch(() => undefined);
  return {
    origin: site.origin,
    app,
    ready,
    databaseLost: ready.then(
      ({ lost }) => lost,
      () => new Promise(() => undefined),
    ),
    stop: async () => {
      stopping = true;
      // Requests under way are answered before the database goes.
      http.closeIdleConnections();
      await app.close();
      await ready.then((database) => database.close()).catch(() => undefined);
    },
  };
}
