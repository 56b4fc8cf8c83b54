import { ForbiddenException } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { GRAPHQL_PATH } from '../graphql/door.js';
import type { Site } from '../http/site.js';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that another site makes a browser send. Browsers say where a request comes from; programs that
 * say nothing carry no cookie of somebody else.
 */
export function sameOrigin(site: Site): RequestHandler {
  return (request, response, next) => {
    if (READING.includes(request.method)) return next();
    const from = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const own = [site.origin, `http://${request.get('host')}`, `https://${request.get('host')}`];
    // Our pages keep their address to themselves, and then a browser names the origin of their forms "null".
    if (from === 'same-origin') own.push('null');
    const foreign =
      (from !== undefined && from !== 'same-origin' && from !== 'none') ||
      (origin !== undefined && !own.includes(origin));
    if (!foreign) return next();
    if (request.baseUrl !== GRAPHQL_PATH)
      return next(new ForbiddenException('The request comes from another site.'));
    response.status(403).json({
      errors: [
        { message: 'The request comes from another site.', extensions: { code: 'FORBIDDEN' } },
      ],
    });
  };
}
