import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** A request id from a proxy is taken over when it looks like one. */
const ID = /^[\w-]{8,64}$/;

/** Gives each request an id (header X-Request-Id) and writes one line when it is answered; never a query or a body. */
export function requestLog(log: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const given = request.get('x-request-id');
    const id = given !== undefined && ID.test(given) ? given : randomUUID();
    const start = performance.now();
    response.locals['requestId'] = id;
    response.setHeader('X-Request-Id', id);
    const path = request.path;
    response.once('close', () => {
      const line = {
        requestId: id,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round((performance.now() - start) * 10) / 10,
      };
      if (response.statusCode >= 500) log.warn(line, 'answered');
      else log.info(line, response.writableFinished ? 'answered' : 'gone');
    });
    next();
  };
}
