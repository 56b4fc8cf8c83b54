import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Logger } from 'pino';
import { FeedDocumentReader } from '#application/published/feed-document-reader.js';
import { ProgressDocumentReader } from '#application/published/progress-document-reader.js';
import { TopicHistoryDocumentReader } from '#application/published/topic-history-document-reader.js';
import { Database } from './database/database.js';
import { PublicDatabase } from './database/public-database.js';
import { Freshness, type Patience } from './hot/freshness.js';
import { HotAnswers, type Listener } from './hot/hot-answers.js';
import { securityHeaders } from './http/security-headers.js';
import { isSameForAll } from './pages/is-same-for-all.js';
import { answersOf } from './trusted/answers.js';
import { TrustedDocuments } from './trusted/trusted-documents.js';

/**
 * Puts two listeners before Express, whose way through its layers costs more than all the rest of such an answer:
 * what is in memory, and documents that are known by their hash. Everything else goes on to Express as it came.
 */
export function answerAhead(
  app: NestExpressApplication,
  log: Logger,
  looks: Patience,
  hotBytes: number,
): HotAnswers {
  const database = app.get(PublicDatabase);
  const freshness = new Freshness(() => database.versions(), looks);
  app.get(Database).onWritten(() => freshness.forget());
  const hot = new HotAnswers(
    freshness,
    (url) => isSameForAll(url) || TrustedDocuments.knows(url),
    log,
    hotBytes,
  );
  const trusted = new TrustedDocuments(
    () => app.get(GraphQLSchemaHost).schema,
    answersOf({
      feed: new FeedDocumentReader(database),
      topicHistory: new TopicHistoryDocumentReader(database),
      progress: new ProgressDocumentReader(database),
    }),
    securityHeaders(),
    log,
  );
  putBefore(app.getHttpServer(), [hot.handle, trusted.handle]);
  return hot;
}

/** Each listener may answer or hand on; who listened before comes last. */
function putBefore(server: Server, listeners: readonly Listener[]): void {
  const last = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const from = (at: number): void => {
      const listener = listeners[at];
      if (listener !== undefined) return listener(request, response, () => from(at + 1));
      for (const one of last) one.call(server, request, response);
    };
    from(0);
  });
}
