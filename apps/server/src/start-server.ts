import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Logger } from 'pino';
import { answerAhead } from './answer-ahead.js';
import { AppModule } from './app.module.js';
import { sameOrigin } from './auth/same-origin.js';
import { sessionSecret } from './auth/session-secret.js';
import { SESSION_PATHS, sessions } from './auth/sessions.js';
import { IDEAS_ROUTES } from './sign-in/ideas/ideas-paths.js';
import { JOIN_ROUTES } from './sign-in/join/join-paths.js';
import { THANKS_ROUTES } from './sign-in/thanks/thanks-paths.js';
import { FEEDBACK_ROUTES } from './voices/feedback-paths.js';
import type { Env } from './config/env.js';
import { Database } from './database/database.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { GRAPHQL_PATH, onlyPost, readBody, refuseBadBody } from './graphql/door.js';
import { graphiql } from './graphql/graphiql.js';
import { Leaving } from './health/leaving.js';
import { PATIENCE as LOOKS, type Patience } from './hot/freshness.js';
import { loadAssets } from './http/assets.js';
import { applicationBody, feedbackBody, FORM_PATHS, formBody } from './auth/form-body.js';
import { withoutValues } from './http/log.js';
import { requestLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import type { Site } from './http/site.js';
import { MailJobs } from './mail/mail-jobs.js';
import { loadWebFiles } from './workspace-app/web-files.js';

export type RunningServer = {
  readonly origin: string;
  readonly app: NestExpressApplication;
  /** Resolves once the database answers and is migrated; rejects when it never will, or `stop` ended the wait. */
  readonly ready: Promise<OpenDatabase>;
  /** From now on it isn't ready, and answers whoever comes for the last time on each connection. */
  leave(): void;
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
 * bring a database of their own by `open`, and by `looks` how late it may be seen that something was published.
 */
export async function startServer(
  env: Env,
  output: Logger,
  uiFolder: URL,
  open: typeof openDatabase = openDatabase,
  looks: Patience = LOOKS,
): Promise<RunningServer> {
  const log = withoutValues(output);
  const assets = loadAssets(uiFolder);
  const site: Site = {
    origin: env.publicOrigin ?? `http://localhost:${env.port}`,
    assets,
    web: loadWebFiles(assets, uiFolder),
    demonstration: env.signIn.demonstration,
  };
  const { secret: givenSecret, ...limits } = env.sessions;
  const secret = sessionSecret(givenSecret, env.dataFolder);
  if (givenSecret === null && env.databaseUrl !== null)
    log.info(
      'SESSION_SECRET is not set, so this server signs with one of its own: several servers of one database need the same',
    );
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.create(log, site, { ...env, mailKey: secret }),
    {
      logger: false,
      abortOnError: false,
      bodyParser: false,
    },
  );
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
  app.use(
    SESSION_PATHS,
    sameOrigin(site),
    sessions(app.get(Database), {
      ...limits,
      secret,
    }),
  );
  app.use(FORM_PATHS, formBody());
  app.use([...JOIN_ROUTES, ...IDEAS_ROUTES], applicationBody());
  app.use(THANKS_ROUTES, feedbackBody());
  app.use(FEEDBACK_ROUTES, sameOrigin(site), feedbackBody());
  // Here alone: a parser waits for the body that a GET promises, and others wait for the page that it asks for.
  app.use(GRAPHQL_PATH, onlyPost, readBody, refuseBadBody);
  const http: Server = app.getHttpServer();
  Object.assign(http, PATIENCE);
  const hot = answerAhead(app, log, looks, env.hotBytes);
  const leaving = app.get(Leaving);
  http.prependListener('request', (_request, response) => {
    // A request that is sent on a connection while we close it would be lost.
    if (leaving.hasBegun) response.setHeader('Connection', 'close');
  });
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
    app.get(MailJobs).start(database.source);
    return database;
  });
  ready.catch(() => undefined);
  return {
    origin: site.origin,
    app,
    ready,
    leave: () => {
      leaving.hasBegun = true;
    },
    stop: async () => {
      waiting.abort();
      // Requests under way are answered before the database goes. Apollo's drain plugin, which sees all requests,
      // closes the connections that clients keep for later ones.
      await app.close();
      hot.close();
      await ready.then((database) => database.close()).catch(() => undefined);
    },
  };
}
