import type { IncomingMessage } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { BodyFault, JSON_BODY } from '../http/json-body.js';

export const GRAPHQL_PATH = '/graphql';

/** What a GET stands for: the body of a POST, or why it can't be answered. */
export type GetRequest =
  | { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly status: number; readonly message: string; readonly code: string };

const getRequests = new WeakMap<IncomingMessage, GetRequest>();

/** Says what a GET that comes to this door stands for. */
export function letIn(request: IncomingMessage, standsFor: GetRequest): void {
  getRequests.set(request, standsFor);
}

/** Answers what never becomes a query as GraphQL answers its errors. */
function refuse(response: Response, status: number, message: string, code = 'BAD_REQUEST'): void {
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .json({ errors: [{ message, extensions: { code } }] });
}

/**
 * Free queries come by POST alone: what an address holds lands in logs and histories, and can be sent from foreign
 * pages. A GET is let in as the POST that it stands for.
 */
export const onlyPost: RequestHandler = (request, response, next) => {
  if (request.path !== '/') return refuse(response, 404, `There is only ${GRAPHQL_PATH}.`);
  // Who asks may be signed in, and a POST is kept by nobody anyway.
  response.setHeader('Cache-Control', 'no-store');
  if (request.method === 'POST') return next();
  const standsFor = getRequests.get(request);
  if (standsFor !== undefined && 'status' in standsFor)
    return refuse(response, standsFor.status, standsFor.message, standsFor.code);
  if (standsFor !== undefined) {
    request.method = 'POST';
    request.headers['content-type'] = 'application/json';
    request.body = standsFor;
    return next();
  }
  response.setHeader('Allow', 'POST');
  refuse(response, 405, 'GraphQL is spoken by POST, with a JSON body.');
};

const parse = express.json(JSON_BODY);

/** Reads the body of a POST. What a GET stands for is in its address alone, whatever body comes with it. */
export const readBody: RequestHandler = (request, response, next) =>
  getRequests.has(request) ? next() : parse(request, response, next);

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
