import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { SqlReader } from '#application/published/sql-reader.js';
import { IDEAS_ROUTES } from '../sign-in/ideas/ideas-paths.js';
import { THANKS_ROUTES } from '../sign-in/thanks/thanks-paths.js';
import { JOIN_ROUTES } from '../sign-in/join/join-paths.js';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    /** Milliseconds since 1970, UTC. */
    signedInAt: number;
    /** What was told to the provider and must come back; there from the way to it until the way back. */
    pending: PendingSignIn;
  }
}

/** A sign-in that waits for the provider's answer. */
export type PendingSignIn = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
};

/**
 * Only the workspace, sign-in, GraphQL, one's own data and the pages of calls, ideas and thanks know of sessions; a reader
 * of public pages never gets a cookie.
 */
export const SESSION_PATHS = [
  '/graphql',
  '/workspace',
  '/sign-in',
  '/sign-out',
  '/my-data',
  ...JOIN_ROUTES,
  ...IDEAS_ROUTES,
  ...THANKS_ROUTES,
];
export const SESSION_COOKIE = '__Host-lernschleife';
/** How long someone may take at the provider. */
const PENDING_MS = 10 * 60_000;
const COOKIE = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export type SessionSettings = {
  readonly secret: string;
  /** Ends after so long without a request. */
  readonly idleMs: number;
  /** Ends so long after the sign-in, whatever happens. */
  readonly absoluteMs: number;
};

/** Sessions in the database's own table. A session is made by `rememberPending` and `signIn` alone, and read by `accountOf`. */
export function sessions(database: SqlReader, settings: SessionSettings): RequestHandler {
  const Store = connectPgSimple(session);
  // All that the store asks of a pool; the database may not be there yet.
  const pool = {
    query: async (sql: string, values?: unknown[]) => ({
      rows: await database.query<unknown[]>(sql, values),
    }),
  } as unknown as Pool;
  const store = new Store({
    pool,
    tableName: 'session',
    pruneSessionInterval: 900,
    // Only pruning reports here. It is tried again in a quarter of an hour, and nobody reads an expired session.
    errorLog: () => undefined,
  });
  const handler = session({
    name: SESSION_COOKIE,
    secret: settings.secret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { ...COOKIE, maxAge: settings.idleMs },
  });
  return (request, response, next) => {
    // The prefix __Host- asks for "secure". Encryption ends at the proxy, and browsers trust localhost without it.
    Object.defineProperty(request, 'secure', { value: true });
    handler(request, response, (error?: unknown) => {
      const signedInAt = sessionOf(request)?.signedInAt;
      const over = signedInAt !== undefined && Date.now() - signedInAt > settings.absoluteMs;
      if (error !== undefined || !over) return next(error);
      // Not destroyed: whoever comes to sign in anew needs one to begin with.
      request.session.regenerate(next);
    });
  };
}

/** The account that a request is signed in as, or null. */
export function accountOf(request: Request): string | null {
  return sessionOf(request)?.accountId ?? null;
}

/** Paths that know of no sessions have none, whatever the type says. */
function sessionOf(request: {
  readonly session?: Partial<session.SessionData>;
}): Partial<session.SessionData> | undefined {
  return request.session;
}

/**
 * Remembers a sign-in that begins; without an account for ten minutes. Saved before it resolves: a browser follows a
 * redirect as soon as it has its head, and may come back from the provider before the session would be saved by itself.
 */
export function rememberPending(request: Request, pending: PendingSignIn): Promise<void> {
  request.session.pending = pending;
  if (accountOf(request) === null) request.session.cookie.maxAge = PENDING_MS;
  return new Promise((resolve, reject) => {
    request.session.save((error?: Error) => (error ? reject(error) : resolve()));
  });
}

/** Signs a request in, under a new id of the session, so that one that somebody planted is worth nothing. */
export function signIn(request: Request, accountId: string, at: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error?: Error) => {
      if (error) return reject(error);
      request.session.accountId = accountId;
      request.session.signedInAt = at.getTime();
      request.session.save((failed?: Error) => (failed ? reject(failed) : resolve()));
    });
  });
}

/** Ends the session in the database and takes the cookie back. */
export function signOut(request: Request, response: Response): Promise<void> {
  response.clearCookie(SESSION_COOKIE, COOKIE);
  return new Promise((resolve, reject) => {
    request.session.destroy((error?: Error) => (error ? reject(error) : resolve()));
  });
}
