import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { argumentAt } from './argument-at.js';
import type { GraphqlContext } from './context.js';

/** Errors that say what the caller did, or may do: they pass with their message. */
const KNOWN_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SERVICE_UNAVAILABLE',
  'UNAUTHENTICATED',
]);

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  503: 'SERVICE_UNAVAILABLE',
};

/**
 * Lets through what the caller can act on. All else becomes "internal error" with the request's id, and is logged once
 * with its stack: no client sees a stack, a file name or a sentence of the database.
 */
export class ErrorMask {
  /** Apollo formats errors without their request; the plugin sees both first. */
  readonly #requestIds = new WeakMap<object, string>();

  constructor(private readonly log: Pick<Logger, 'error'>) {}

  readonly plugin: ApolloServerPlugin<GraphqlContext> = {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          const requestId: unknown = contextValue.res.locals['requestId'];
          if (typeof requestId === 'string')
            for (const error of errors) this.#requestIds.set(error, requestId);
          return Promise.resolve();
        },
      }),
  };

  readonly format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = unwrapResolverError(error);
    const code =
      cause instanceof HttpException
        ? CODE_OF_STATUS[cause.getStatus()]
        : formatted.extensions?.['code'];
    if (typeof code === 'string' && KNOWN_CODES.has(code)) {
      const message = cause instanceof HttpException ? cause.message : formatted.message;
      const argument = cause instanceof GraphQLError ? argumentAt(cause) : null;
      return {
        message: argument === null ? message : `${argument}: ${message}`,
        ...place,
        extensions: { code },
      };
    }
    const requestId =
      typeof error === 'object' && error !== null ? this.#requestIds.get(error) : undefined;
    this.log.error({ err: cause, requestId, path }, 'a GraphQL field failed');
    return {
      message: 'internal error',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: requestId ?? null },
    };
  };
}
