import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** A request id from a proxy is taken over when it looks like one. */
const ID = /^[\w-]{8,64}$/;

/** The id that the request came with, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ID.test(given) ? given : randomUUID();
}

/** An address without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

/** Responses that have their line: an answer can be worked out twice (hot/hot-answers.ts). */
const told = new WeakSet<ServerResponse>();

/** Addresses whose last part is a secret: whoever has it may choose for a person, or take data out. */
const SECRETS = /^(\/+(?:mail|my-data\/+take-out))\/+[^/]+/i;

/** A path as it may be kept. */
export function loggedPath(path: string): string {
  return path.replace(SECRETS, '$1/…');
}

/** Writes one line when the request is answered; never a query or a body. */
export function logWhenAnswered(
  log: Logger,
  { method }: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  path: string,
): void {
  if (told.has(response)) return;
  told.add(response);
  const start = performance.now();
  response.once('close', () => {
    const line = {
      requestId,
      method,
      path: loggedPath(path),
      status: response.statusCode,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    if (response.statusCode >= 500) log.warn(line, 'answered');
    else log.info(line, response.writableFinished ? 'answered' : 'gone');
  });
}

/** Gives each request an id (header X-Request-Id) and a line in the log. */
export function requestLog(log: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const id = requestIdOf(request);
    response.locals['requestId'] = id;
    response.setHeader('X-Request-Id', id);
    logWhenAnswered(log, request, response, id, request.path);
    next();
  };
}
