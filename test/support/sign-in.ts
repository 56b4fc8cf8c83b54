import { createHmac, randomUUID } from 'node:crypto';
import { SESSION_COOKIE } from '#server/auth/sessions.js';
import { TEST_SESSION_SECRET } from './session-secret.js';
import type { TestServer } from './start-server.js';

export type GqlAnswer = {
  data?: Record<string, never>;
  errors?: { message: string; extensions: Record<string, unknown> }[];
};

/** Someone with a session of their own, as a browser would have it after the sign-in. */
export type SignedIn = {
  readonly accountId: string;
  readonly cookie: string;
  gql(query: string, variables?: Record<string, unknown>): Promise<GqlAnswer>;
};

/** Signs a person of a programme in, without the pages of the sign-in: by a row in the table of sessions. */
export async function signInAs(
  server: TestServer,
  slug: string,
  personKey: string,
): Promise<SignedIn> {
  const [person] = await server.source.query<{ id: string; account_id: string | null }[]>(
    `SELECT p.id, p.account_id FROM person p JOIN programme pr ON pr.id = p.programme_id
     WHERE pr.slug = $1 AND p.key = $2`,
    [slug, personKey],
  );
  if (person === undefined) throw new Error(`${slug} has no person ${personKey}`);
  const accountId = person.account_id ?? randomUUID();
  if (person.account_id === null) {
    await server.source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
    await server.source.query('UPDATE person SET account_id = $2 WHERE id = $1', [
      person.id,
      accountId,
    ]);
  }
  return sessionOf(server, accountId);
}

/** A session of an account, whoever that is. */
export async function sessionOf(server: TestServer, accountId: string): Promise<SignedIn> {
  const sid = randomUUID();
  const expires = new Date(Date.now() + 3_600_000);
  const session = {
    cookie: { originalMaxAge: 3_600_000, expires, httpOnly: true, secure: true, path: '/' },
    accountId,
    signedInAt: Date.now(),
  };
  await server.source.query('INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3)', [
    sid,
    JSON.stringify(session),
    expires,
  ]);
  const signature = createHmac('sha256', TEST_SESSION_SECRET)
    .update(sid)
    .digest('base64')
    .replace(/=+$/, '');
  const cookie = `${SESSION_COOKIE}=${encodeURIComponent(`s:${sid}.${signature}`)}`;
  return {
    accountId,
    cookie,
    gql: async (query, variables = {}) => {
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GqlAnswer;
    },
  };
}
