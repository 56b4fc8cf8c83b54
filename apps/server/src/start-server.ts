import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { sameOrigin } from './auth/same-origin.js';
import { sessionSecret } from './auth/session-secret.js';
import { SESSION_PATHS, sessions } from './auth/sessions.js';
import type { Env } from './config/env.js';
import { Database } from './database/database.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { GRAPHQL_PATH, onlyPost, refuseBadBody } from './graphql/door.js';
import { graphiql } from './graphql/graphiql.js';
import { loadAssets } from './http/assets.js';
import { FORM_PATHS, formBody } from './auth/form-body.js';
import { JSON_BODY } from './http/json-body.js';
import { requestLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import type { Site } from './http/site.js';
import { loadWebFiles } from './workspace-app/web-files.js';

export type RunningServer = {
  readonly origin: string;
  readonly app: NestExpressApplication;
  /** Resolves once the database answers and is migrated; rejects when it never will, or `stop` ended the wait. */
  readonly ready: Promise<OpenDatabase>;
  stop(): Promise<void>;
};

/** How long a client may take, in ms: for its headers, for its whole request, and between two requests. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  // Node looks for slow clients this often, by default every 30 s only.
  connectionsCheckingInterval: 1_000,
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
  const assets = loadAssets(uiFolder);
  const site: Site = {
    origin: env.publicOrigin ?? `http://localhost:${env.port}`,
    assets,
    web: loadWebFiles(assets, uiFolder),
  };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.create(log, site, env), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', env.trustedProxies);
  app.set('query parser', 'simple');
  app.use(
    requestLog(log),
    securityHeaders(),
    compression({ threshold: 1024 }),
    site.assets.handler,
    ...(env.development ? [graphiql()].filter((one) => one !== null) : []),
  );
  const { secret, ...limits } = env.sessions;
  app.use(
    SESSION_PATHS,
    sameOrigin(site),
    sessions(app.get(Database), {
      ...limits,
      secret: sessionSecret(secret, env.dataFolder),
    }),
  );
  app.use(FORM_PATHS, formBody());
  app.use(GRAPHQL_PATH, onlyPost);
  app.useBodyParser('json', JSON_BODY);
  app.use(GRAPHQL_PATH, refuseBadBody);
  const http: Server = app.getHttpServer();
  Object.assign(http, PATIENCE);
  try {
    await app.listen(env.port, env.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  site.origin = env.publicOrigin ?? `http://localhost:${port}`;

  const waiting = new AbortController();
  const ready = open(env, waiting.signal, (reason) =>
    log.warn({ reason }, 'waiting for the database'),
  ).then((database) => {
    app.get(Database).attach(database.source);
    return database;
  });
  ready.catch(() => undefined);
  return {
    origin: site.origin,
    app,
    ready,
    stop: async () => {
      waiting.abort();
      // Requests under way are answered before the database goes. Apollo's drain plugin, which sees all requests,
      // closes the connections that clients keep for later ones.
      await app.close();
      await ready.then((database) => database.close()).catch(() => undefined);
    },
  };
}
