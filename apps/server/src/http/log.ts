import { pino, type Logger } from 'pino';

/** Injection token of the pino logger. */
export const LOG = Symbol('log');

/** What of a fault is logged: its kind, place and code. */
type LoggedError = Readonly<Record<'type' | 'message' | 'stack', unknown>>;

/**
 * A log that tells of a fault where it happened and of what kind it was. All else that libraries hang on their errors
 * is left out: a refused statement carries the values that somebody wrote, and the row that the database had.
 */
export function withoutValues(log: Logger): Logger {
  return log.child({}, { serializers: { err: loggedError } });
}

function loggedError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { type, message, stack } = pino.stdSerializers.err(error as Error) as LoggedError;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type, message, stack, code, constraint };
}
