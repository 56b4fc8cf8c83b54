import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { BodyFault } from '../http/json-body.js';

export const GRAPHQL_PATH = '/graphql';

/** Answers what never becomes a query as GraphQL answers its errors. */
function refuse(response: Response, status: number, message: string): void {
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
}

/** Queries come by POST alone: what an address holds lands in logs and histories, and can be sent from foreign pages. */
export const onlyPost: RequestHandler = (request, response, next) => {
  if (request.path !== '/') return refuse(response, 404, `There is only ${GRAPHQL_PATH}.`);
  if (request.method === 'POST') return next();
  response.setHeader('Allow', 'POST');
  refuse(response, 405, 'GraphQL is spoken by POST, with a JSON body.');
};

const REASONS: Readonly<Record<number, string>> = {
  400: 'body: is not JSON: an object with query, and variables if there are any.',
  413: 'body: is longer than 100 KB.',
  415: 'body: must be JSON in UTF-8, as it is or compressed by gzip, deflate or br.',
};

/** Comes after the parser of bodies: says what is wrong with one. Anything else goes on to the filter of the pages. */
export const refuseBadBody: ErrorRequestHandler = (error, _request, response, next) => {
  const { status } = error as { status?: unknown };
  const reason = typeof status === 'number' ? REASONS[status] : undefined;
  if (typeof status !== 'number' || reason === undefined) return next(error);
  refuse(response, status, error instanceof BodyFault ? error.message : reason);
};
