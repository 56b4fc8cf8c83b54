import { createHmac, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { SESSION_COOKIE } from '#server/auth/sessions.js';
import { BENCH_SLUG } from './generate-programme.js';
import { SESSION_SECRET } from './servers.js';

/** The cookie of someone of the programme's circle, who was made and signed in by rows in the database. */
export type Session = { readonly name: string; readonly value: string; readonly cookie: string };

/** Signs a member of the circle in. */
export async function signInCircle(client: Client): Promise<Session> {
  const account = randomUUID();
  await client.query('INSERT INTO account (id) VALUES ($1)', [account]);
  const { rowCount } = await client.query(
    `UPDATE person SET role = 'CIRCLE', account_id = $2 WHERE id =
       (SELECT q.id FROM person q JOIN programme p ON p.id = q.programme_id WHERE p.slug = $1 ORDER BY q.position LIMIT 1)`,
    [BENCH_SLUG, account],
  );
  if (rowCount !== 1) throw new Error('The programme has no person to sign in.');
  return sessionOf(client, account);
}

/** A session of an account. */
export async function sessionOf(client: Client, account: string): Promise<Session> {
  const sid = randomUUID();
  const expires = new Date(Date.now() + 3_600_000);
  await client.query('INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3)', [
    sid,
    JSON.stringify({
      cookie: { originalMaxAge: 3_600_000, expires, httpOnly: true, secure: true, path: '/' },
      accountId: account,
      signedInAt: Date.now(),
    }),
    expires,
  ]);
  // As the library for cookies signs them.
  const signature = createHmac('sha256', SESSION_SECRET)
    .update(sid)
    .digest('base64')
    .replace(/=+$/, '');
  const value = encodeURIComponent(`s:${sid}.${signature}`);
  return { name: SESSION_COOKIE, value, cookie: `${SESSION_COOKIE}=${value}` };
}
