import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { sessionOf, type SignedIn } from './sign-in.js';
import type { TestServer } from './start-server.js';

/** A person who has left a trace in each place that can hold one. */
export type Traced = SignedIn & {
  readonly personId: string;
  readonly email: string;
  /** What must be found nowhere once the person is erased: words that stand nowhere else, and ids. */
  readonly traces: readonly string[];
};

const IN_PROBE = `programme_id = (SELECT id FROM programme WHERE slug = 'probe')`;

/** Makes such a person in `probe`; `tag`, in small letters, tells several apart. Others' ids are those of `bea`. */
export async function leaveTraces(server: TestServer, tag: string): Promise<Traced> {
  const { source } = server;
  const word = (of: string): string => `spur${tag}${of}`;
  const email = `${word('mail')}@example.org`;
  const personId = randomUUID();
  const accountId = randomUUID();
  const mailId = randomUUID();
  const sentId = randomUUID();
  const programmeId = await oneId(source, `SELECT id FROM programme WHERE slug = 'probe'`);
  const bea = await oneId(source, `SELECT id FROM person WHERE key = 'bea' AND ${IN_PROBE}`);
  await source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
  await source.query(
    `INSERT INTO person (id, programme_id, key, name, email, unit_id, role, public_name, term_first_loop, term_last_loop,
       account_id, mail_choice, mail_language, position)
     SELECT $1, $2, $3, $4, $5, u.id, 'GUIDE', 'NAME', 2, 3, $6, 'DAILY', 'en', 900
     FROM organisational_unit u WHERE u.key = 'buero' AND u.programme_id = $2`,
    [personId, programmeId, word('key'), `Frau ${word('name')}`, email.toUpperCase(), accountId],
  );
  await source.query(
    `INSERT INTO identity (issuer, subject, verified_email, account_id) VALUES ('email', $1, $1, $3), ($2, $2, $1, $3)`,
    [email, word('subject'), accountId],
  );
  await source.query(
    `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at)
     VALUES (gen_random_uuid(), $1, $2, $3, now() + interval '1 hour')`,
    [word('digest'), email, `/${word('return')}`],
  );
  await source.query(
    `INSERT INTO take_out (digest, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
    [createHash('sha256').update(tag).digest('hex'), accountId],
  );
  const throttled = `sign-in-address:${createHash('sha256').update(email).digest('base64url')}`;
  await source.query(`INSERT INTO throttle (key, points, expire) VALUES ($1, 1, 99999999999999)`, [
    throttled,
  ]);
  // Receipts of the own requests, and of an administrator's that made the person.
  const adam = await oneId(
    source,
    `SELECT account_id AS id FROM person WHERE key = 'adam' AND ${IN_PROBE}`,
  );
  await source.query(
    `INSERT INTO request_receipt (account_id, request_id, digest, answer)
     VALUES ($1, gen_random_uuid(), $2, '{}'), ($3, gen_random_uuid(), 'd', json_build_object('personId', $4::text))`,
    [accountId, word('receipt'), adam, personId],
  );
  const applications = await apply(source, { tag, accountId, email });
  await source.query(
    `INSERT INTO application_access (id, call_id, person_id, at)
     SELECT gen_random_uuid(), id, $1, now() FROM volunteer_call LIMIT 1`,
    [personId],
  );
  await mails(source, { tag, mailId, sentId, programmeId, personId, email, applications });
  await source.query(
    `INSERT INTO voice (id, programme_id, measure_id, kind, text, email, language, received_at)
     SELECT gen_random_uuid(), programme_id, id, 'QUESTION', 'Wie ging das?', $1, 'de', now()
     FROM measure WHERE key = 'rueckrufe' AND ${IN_PROBE}`,
    [email.toUpperCase()],
  );
  await source.query(
    `INSERT INTO voice (id, programme_id, measure_id, kind, text, language, state, answer, answered_at, answered_by_id, received_at)
     SELECT gen_random_uuid(), programme_id, id, 'QUESTION', 'Fremde Frage', 'de', 'ANSWERED', 'So', now(), $1, now()
     FROM measure WHERE key = 'rueckrufe' AND ${IN_PROBE}`,
    [personId],
  );
  await source.query(
    `INSERT INTO thanks (id, programme_id, measure_id, person_id, text, at)
     SELECT gen_random_uuid(), programme_id, id, $1, $2, now()
     FROM measure WHERE key = 'rueckrufe' AND ${IN_PROBE}`,
    [personId, word('thanks')],
  );
  await source.query(
    `INSERT INTO idea (id, programme_id, account_id, name, email, title, text, topic_id, state, reason, answered_at, created_at)
     SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6, id, 'DECLINED', $7, now(), now()
     FROM topic WHERE key = 'telefon' AND programme_id = $1`,
    [
      programmeId,
      accountId,
      word('author'),
      email.toUpperCase(),
      word('title'),
      word('idea'),
      word('refused'),
    ],
  );
  await source.query(
    `INSERT INTO idea (id, programme_id, account_id, name, title, text, state, acknowledged_by_id, acknowledged_at, created_at)
     VALUES (gen_random_uuid(), $1, $3, 'Bea Behrens', 'Fremde Idee', 'Fremde Idee', 'ACKNOWLEDGED', $2, now(), now())`,
    [programmeId, personId, adam],
  );
  await takePart(source, { tag, programmeId, personId, bea });
  const signedIn = await sessionOf(server, accountId);
  const traces = [`spur${tag}`, throttled, personId, accountId, mailId, sentId, ...applications];
  return { ...signedIn, personId, email, traces };
}

/** A decided application, and one under the address that nobody has confirmed. */
async function apply(
  source: DataSource,
  { tag, accountId, email }: { tag: string; accountId: string; email: string },
): Promise<string[]> {
  const word = (of: string): string => `spur${tag}${of}`;
  const ids = [randomUUID(), randomUUID()];
  for (const [at, id] of ids.entries())
    await source.query(
      `INSERT INTO application (id, call_id, account_id, name, email, state, motivation, qualifications, topic_ids,
         last_loop, answers, consent_version, consent_at, confirmed_at, rank, note, reason, received_at)
       SELECT $1, c.id, $2, $3, $4, 'WAITLISTED', $5, ARRAY[$6], ARRAY[t.id], 4, json_build_object('frage', $7::text),
         'applications-1', now(), CASE WHEN $2::uuid IS NULL THEN NULL ELSE now() END, $10, $8, $9, now()
       FROM volunteer_call c, topic t
       WHERE c.key = $11 AND t.key = 'telefon' AND t.programme_id = c.programme_id`,
      [
        id,
        at === 0 ? accountId : null,
        word('applicant'),
        at === 0 ? `${word('office')}@example.org` : email,
        word('motivation'),
        word('qualification'),
        word('answer'),
        word('note'),
        word('declined'),
        1,
        at === 0 ? 'decided' : 'other',
      ],
    );
  return ids;
}

/** One that waits for its hour with its job, one that was sent, one to the applicant, and a link to sign in. */
async function mails(
  source: DataSource,
  {
    tag,
    mailId,
    sentId,
    programmeId,
    personId,
    email,
    applications,
  }: {
    tag: string;
    mailId: string;
    sentId: string;
    programmeId: string;
    personId: string;
    email: string;
    applications: readonly string[];
  },
): Promise<void> {
  const insert = (
    id: string,
    cause: string,
    of: string | null,
    address: string,
  ): Promise<unknown> =>
    source.query(
      `INSERT INTO mail (id, cause, programme_id, person_id, address, language, kind, values, created_at, last_error,
         message_id, sent_at, failed_at)
       VALUES ($1, $2, $3, $4, $5, 'de', 'SENT_BACK', json_build_object('reason', $6::text), now(), 'EENVELOPE', $7, $8, $9)`,
      [
        id,
        cause,
        programmeId,
        of,
        address,
        `spur${tag}value`,
        `<spur${tag}message>`,
        of === null ? null : new Date(),
        of === null ? new Date() : null,
      ],
    );
  await insert(sentId, `sent-back:${personId}:1:${personId}`, personId, email);
  await insert(
    mailId,
    `application-received:${applications[0]}`,
    null,
    `spur${tag}office@example.org`,
  );
  const later = `run_at := now() + interval '1 day'`;
  await source.query(
    `SELECT graphile_worker.add_job('send-mail', json_build_object('mailId', $1::text), job_key := $2, ${later})`,
    [mailId, `application-received:${applications[0]}`],
  );
  await source.query(
    `SELECT graphile_worker.add_job('send-sign-in-link', json_build_object('request', gen_random_uuid(),
       'email', $1::text, 'returnTo', '/', 'language', 'de'), ${later})`,
    [email.toUpperCase()],
  );
}

/** A part in each way that there is, and a history of having done, been given and been told something. */
async function takePart(
  source: DataSource,
  {
    tag,
    programmeId,
    personId,
    bea,
  }: { tag: string; programmeId: string; personId: string; bea: string },
): Promise<void> {
  await source.query(
    `UPDATE measure SET owner_id = $1, commissioner_id = $1 WHERE key = 'rueckrufe' AND ${IN_PROBE}`,
    [personId],
  );
  await source.query(
    `UPDATE measure SET checker_id = $1, commissioner_id = $1 WHERE key = 'kuerzen' AND ${IN_PROBE}`,
    [personId],
  );
  for (const table of ['measure_contributor', 'measure_guide'])
    await source.query(
      `INSERT INTO ${table} (measure_id, person_id) SELECT id, $1 FROM measure WHERE key = 'rueckrufe' AND ${IN_PROBE}`,
      [personId],
    );
  await source.query(
    `UPDATE next_step SET addressee_person_id = $1, addressee_unit_id = NULL WHERE key = 'rueckrufe-weiter' AND ${IN_PROBE}`,
    [personId],
  );
  await source.query(
    `INSERT INTO history_entry (id, programme_id, subject, subject_id, actor_id, way, field, from_value, to_value, reason, version)
     SELECT gen_random_uuid(), $1, e.subject, e.subject_id, e.actor_id, 'API', e.field, e.was, e.became, e.reason, 1
     FROM measure m, LATERAL (VALUES
       ('MEASURE', m.id, $2::uuid, 'phase', 'PLAN', 'DO', 'Weil es passt'),
       ('MEASURE', m.id, $3::uuid, 'owner', $3::text, $2::text, NULL),
       ('MEASURE', m.id, $3::uuid, 'owner', $2::text, $3::text, 'Fremde Begründung'),
       ('PERSON', $2::uuid, $3::uuid, 'unitId', $4, NULL, 'Fremde Begründung')
     ) AS e (subject, subject_id, actor_id, field, was, became, reason)
     WHERE m.key = 'kuerzen' AND m.programme_id = $1`,
    [programmeId, personId, bea, `spur${tag}unit`],
  );
}

/**
 * Where a trace is found: names of tables, whatever stands in whichever of their columns. All tables of all schemas,
 * those of the queue too.
 */
export async function tablesWith(source: DataSource, traces: readonly string[]): Promise<string[]> {
  const tables = await source.query<{ name: string }[]>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  if (tables.length < 30) throw new Error('Some tables were not found');
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${name} r
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS t WHERE position(lower(t) IN lower(r::text)) > 0)`,
      [traces],
    );
    if ((row?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

async function oneId(source: DataSource, sql: string): Promise<string> {
  const [row] = await source.query<{ id: string }[]>(sql);
  if (row === undefined) throw new Error(`Nothing is found by ${sql}`);
  return row.id;
}
