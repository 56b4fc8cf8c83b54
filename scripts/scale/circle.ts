import { createHmac, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { SESSION_COOKIE } from '#server/auth/sessions.js';
import { BENCH_SLUG } from '../bench/generate-programme.js';
import { ask, type Answer } from './load.js';
import { SESSION_SECRET } from './servers.js';

/** Someone of the programme's circle, with a session that was made by rows in the database. Answers the cookie. */
export async function signInCircle(client: Client): Promise<string> {
  const [account, sid] = [randomUUID(), randomUUID()];
  const expires = new Date(Date.now() + 3_600_000);
  await client.query('INSERT INTO account (id) VALUES ($1)', [account]);
  await client.query(
    `UPDATE person SET role = 'CIRCLE', account_id = $2
     WHERE key = 'p-0' AND programme_id = (SELECT id FROM programme WHERE slug = $1)`,
    [BENCH_SLUG, account],
  );
  const session = {
    cookie: { originalMaxAge: 3_600_000, expires, httpOnly: true, secure: true, path: '/' },
    accountId: account,
    signedInAt: Date.now(),
  };
  await client.query('INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3)', [
    sid,
    JSON.stringify(session),
    expires,
  ]);
  // As the library for cookies signs them.
  const signature = createHmac('sha256', SESSION_SECRET)
    .update(sid)
    .digest('base64')
    .replace(/=+$/, '');
  return `${SESSION_COOKIE}=${encodeURIComponent(`s:${sid}.${signature}`)}`;
}

/** A result that is published and withdrawn in turn. */
export type Toggled = { measureId: string; resultId: string; version: number };

/** The newest published result of the running loop. */
export async function resultToToggle(client: Client): Promise<Toggled> {
  const { rows } = await client.query<Toggled>(
    `SELECT m.id AS "measureId", r.id AS "resultId", m.version
     FROM result r JOIN measure m ON m.id = r.measure_id JOIN learning_loop l ON l.id = m.loop_id
       JOIN programme p ON p.id = m.programme_id
     WHERE p.slug = $1 AND l.stage = 'RUNNING' AND r.state = 'PUBLISHED' ORDER BY r.published_at DESC, r.id DESC LIMIT 1`,
    [BENCH_SLUG],
  );
  if (rows[0] === undefined) throw new Error('The programme has no published result to withdraw.');
  return rows[0];
}

/** Publishes or withdraws through one server, and notes the measure's new version. Throws when it is refused. */
export async function toggle(
  origin: string,
  cookie: string,
  result: Toggled,
  published: boolean,
): Promise<Answer> {
  const [mutation, input, more] = published
    ? ['publishResult', 'PublishResultInput', {}]
    : ['withdrawResult', 'WithdrawResultInput', { reason: 'Zur Probe.' }];
  const answer = await ask(origin, {
    path: '/graphql',
    cookie,
    body: JSON.stringify({
      query: `mutation ($input: ${input}!) { done: ${mutation}(input: $input) { ... on WorkspaceMeasure { version } ... on UserError { code } } }`,
      variables: { input: { ...result, ...more, requestId: randomUUID() } },
    }),
  });
  const { data } = JSON.parse(answer.text || '{}') as { data?: { done?: { version?: number } } };
  if (data?.done?.version === undefined) throw new Error(`${mutation} was refused: ${answer.text}`);
  result.version = data.done.version;
  return answer;
}

/** A write whose acknowledgement is the id of a new topic; null when it wasn't acknowledged. */
export function topicToMake(
  cookie: string,
  title: string,
): { path: string; body: string; cookie: string } {
  return {
    path: '/graphql',
    cookie,
    body: JSON.stringify({
      query:
        'mutation ($input: CreateTopicInput!) { done: createTopic(input: $input) { ... on WorkspaceTopic { id } } }',
      variables: { input: { programme: BENCH_SLUG, title, requestId: randomUUID() } },
    }),
  };
}

/** The id in the answer to such a write. */
export function madeTopic(answer: Answer): string | null {
  if (answer.status !== 200) return null;
  const { data } = JSON.parse(answer.text) as { data?: { done?: { id?: string } } | null };
  return data?.done?.id ?? null;
}
