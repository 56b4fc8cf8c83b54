import type { EntityManager } from 'typeorm';
import { END_PHASES } from '#domain/pdca/pdca-phase.js';
import {
  decideErasure,
  type ErasedMembership,
  type ErasureRefusal,
  type OwnedMeasure,
} from '#domain/personal-data/decide-erasure.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { EMAIL_ISSUER } from '../accounts/email-issuer.js';
import { linkProven } from '../accounts/sign-in.js';
import { closeGaps } from '../calls/waitlist.js';
import { administerProgramme, type AdministerRefusal } from '../programmes/administer-programme.js';
import type { Caller } from '../shared/caller.js';
import { keepHistory } from '../shared/history.js';
import type { NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { eraseMails } from './erase-mails.js';

/** Stands in the history where the id of a person was who is erased. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The addresses of which nothing is kept any more, in small letters: what lies outside of the database goes by them. */
export type Erased = { readonly addresses: readonly string[] };

/** Whose traces go, and how far. */
type Reach = {
  readonly personIds: readonly string[];
  /** Null for a person who has never signed in. */
  readonly accountId: string | null;
  /** The only programme that it is about; null for all, with the account itself. */
  readonly programmeId: string | null;
};

/** What of that is found by the addresses. */
type Traces = Reach & {
  /** The programmes of these people. */
  readonly programmeIds: readonly string[];
  /** In small letters. */
  readonly addresses: readonly string[];
  /** Other accounts that came under one of these addresses: theirs in these programmes, and nowhere else for certain. */
  readonly others: readonly string[];
};

/**
 * Erases somebody by their own wish: account, people of all programmes, also where they were only invited, applications,
 * mails, and whatever else names them. Refused as a whole while something has to be handed over.
 */
export function eraseOneself(
  { work, now }: Writing,
  accountId: string,
): Promise<Result<Erased, ErasureRefusal | NotFound>> {
  return work.run<Erased, ErasureRefusal | NotFound>(async (em) => {
    await linkProven(em, accountId, now());
    const people = await em.query<{ id: string; programme_id: string }[]>(
      'SELECT id, programme_id FROM person WHERE account_id = $1',
      [accountId],
    );
    const personIds = people.map(({ id }) => id);
    await lockRecords(em, personIds);
    // As whoever administers a programme locks them: all at once, and in one order.
    await em.query(
      `SELECT 1 FROM person WHERE id = ANY ($1) OR (role = 'ADMINISTRATOR' AND programme_id = ANY ($2))
       ORDER BY id FOR NO KEY UPDATE`,
      [personIds, people.map((one) => one.programme_id)],
    );
    const [account] = await em.query<unknown[]>('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [
      accountId,
    ]);
    if (account === undefined) return err({ code: 'NOT_FOUND' });
    const decided = await decide(em, personIds);
    if (!decided.ok) return decided;
    return ok(
      await erase(em, { personIds, accountId, programmeId: null }, { actorId: null, at: now() }),
    );
  });
}

/** What stands in the way of erasing oneself; nothing when it can be done. */
export async function obstaclesToErasure(
  { work }: Writing,
  accountId: string,
): Promise<ErasureRefusal['obstacles']> {
  const decided = await work.run<null, ErasureRefusal>(async (em) => {
    const people = await em.query<{ id: string }[]>('SELECT id FROM person WHERE account_id = $1', [
      accountId,
    ]);
    return decide(
      em,
      people.map(({ id }) => id),
    );
  });
  return decided.ok ? [] : decided.error.obstacles;
}

/**
 * Erases a person of a programme, for its administrators: with all that the programme keeps of them. The account goes
 * too when it is nobody anywhere else.
 */
export async function erasePerson(
  { work, now }: Writing,
  caller: Caller,
  { personId }: { readonly personId: string },
): Promise<Result<Erased, ErasureRefusal | AdministerRefusal>> {
  const locking: Writing = {
    now,
    work: {
      run: (inner) =>
        work.run(async (em) => {
          await lockRecords(em, [personId]);
          return inner(em);
        }),
    },
  };
  let erased: Erased = { addresses: [] };
  const done = await administerProgramme<null, ErasureRefusal>(
    locking,
    caller,
    { personId, intent: 'erasePerson' },
    { table: 'person', id: personId },
    async ({ em, programmeId, actor, people, at }) => {
      const decided = await decide(em, [personId]);
      if (!decided.ok) return decided;
      const accountId = people.find(({ id }) => id === personId)?.account_id ?? null;
      // Whoever erases themselves is nobody's name, either.
      const actorId = actor.personId === personId ? null : actor.personId;
      const reach = { personIds: [personId], accountId, programmeId };
      erased = await erase(em, reach, { actorId, at });
      // Not the addresses: what is answered here is kept as the receipt of the request.
      return ok(null);
    },
  );
  return done.ok ? ok(erased) : done;
}

/** Measures and calls before people, as whoever writes to them locks them. */
async function lockRecords(em: EntityManager, personIds: readonly string[]): Promise<void> {
  await em.query(
    `SELECT 1 FROM measure WHERE owner_id = ANY ($1) OR checker_id = ANY ($1) OR commissioner_id = ANY ($1)
     ORDER BY id FOR UPDATE`,
    [personIds],
  );
  await em.query(
    `SELECT 1 FROM volunteer_call WHERE id IN (
       SELECT a.call_id FROM application a JOIN person p ON p.account_id = a.account_id WHERE p.id = ANY ($1)
       UNION SELECT a.call_id FROM application a JOIN person p ON ${emailKeyOf('p.email')} = ${emailKeyOf('a.email')}
         WHERE p.id = ANY ($1))
     ORDER BY id FOR UPDATE`,
    [personIds],
  );
}

async function decide(
  em: EntityManager,
  personIds: readonly string[],
): Promise<Result<null, ErasureRefusal>> {
  const owned = await em.query<OwnedMeasure[]>(
    `SELECT m.id, m.title, pr.title AS programme, m.phase, m.owner_accepted AS accepted
     FROM measure m JOIN programme pr ON pr.id = m.programme_id
     WHERE m.owner_id = ANY ($1) ORDER BY pr.title, m.position, m.id`,
    [personIds],
  );
  const memberships = await em.query<ErasedMembership[]>(
    `SELECT pr.title AS programme, p.role, p.blocked_at IS NOT NULL AS blocked,
       (SELECT count(*)::int FROM person o WHERE o.programme_id = p.programme_id AND o.id <> p.id
         AND o.role = 'ADMINISTRATOR' AND o.blocked_at IS NULL) AS "otherAdministrators"
     FROM person p JOIN programme pr ON pr.id = p.programme_id
     WHERE p.id = ANY ($1) ORDER BY pr.title`,
    [personIds],
  );
  return decideErasure({ owned, memberships });
}

async function erase(
  em: EntityManager,
  reach: Reach,
  by: { readonly actorId: string | null; readonly at: Date },
): Promise<Erased> {
  const { personIds, accountId } = reach;
  const traces = await tracesOf(em, reach);
  const { programmeIds } = traces;
  const applications = await eraseApplications(em, traces);
  const ideas = await eraseIdeas(em, traces);
  await leaveMeasures(em, personIds, by);
  await forgetInHistory(em, personIds);
  await forgetInReceipts(em, [...personIds, ...applications, ...ideas]);
  const gone = await eraseAccounts(em, traces);
  await em.query(`DELETE FROM session WHERE sess ->> 'accountId' = ANY ($1)`, [
    accountId === null ? gone : [accountId, ...gone],
  ]);
  const free = await nobodyElses(em, traces, gone);
  const freeHere = await nobodyElsesHere(em, traces);
  await eraseMails(em, {
    personIds,
    records: [...applications, ...ideas],
    addresses: free,
    everywhere: reach.programmeId === null,
    within: { programmeIds, addresses: freeHere },
  });
  await em.query('DELETE FROM sign_in_link WHERE email = ANY ($1)', [free]);
  // What a reader has said stays, as if it had come without an address.
  await em.query(
    `UPDATE voice SET email = NULL WHERE (${emailKeyOf('email')} = ANY ($1) AND $2)
       OR (${emailKeyOf('email')} = ANY ($3) AND programme_id = ANY ($4))`,
    [free, reach.programmeId === null, freeHere, programmeIds],
  );
  await em.query(
    `DELETE FROM throttle WHERE key = ANY (SELECT 'sign-in-address:' ||
       translate(encode(sha256(convert_to(a, 'UTF8')), 'base64'), '+/=', '-_') FROM unnest($1::text[]) a)`,
    [free],
  );
  await em.query('DELETE FROM person WHERE id = ANY ($1)', [personIds]);
  // Of nobody else's history anything can be removed: what was said of themselves goes after them.
  await em.query(
    `DELETE FROM history_entry WHERE (subject = 'PERSON' AND subject_id = ANY ($1))
       OR (subject = 'CALL' AND subject_id = ANY ($2))`,
    [personIds, applications],
  );
  for (const programmeId of programmeIds)
    await keepHistory(
      em,
      { programmeId, subject: 'PERSON', subjectId: NOBODY, version: null, ...by },
      [{ field: 'erased' }],
    );
  return { addresses: free };
}

/**
 * The addresses that they are known by, and the other accounts that came under one of these: who applied by a link
 * before they were invited, or signed in by the provider afterwards. Not one that is somebody else in a programme of theirs.
 */
async function tracesOf(em: EntityManager, reach: Reach): Promise<Traces> {
  const { personIds, accountId, programmeId } = reach;
  const known = await em.query<{ address: string }[]>(
    `SELECT ${emailKeyOf('email')} AS address FROM person WHERE id = ANY ($1) AND email IS NOT NULL
     UNION SELECT subject FROM identity WHERE account_id = $2 AND issuer = '${EMAIL_ISSUER}'
     UNION SELECT ${emailKeyOf('a.email')} FROM application a JOIN volunteer_call c ON c.id = a.call_id
       WHERE a.account_id = $2 AND ($3::uuid IS NULL OR c.programme_id = $3)
     UNION SELECT ${emailKeyOf('email')} FROM idea
       WHERE email IS NOT NULL AND account_id = $2 AND ($3::uuid IS NULL OR programme_id = $3)`,
    [personIds, accountId, programmeId],
  );
  const addresses = known.map(({ address }) => address);
  const programmes = await em.query<{ id: string }[]>(
    'SELECT DISTINCT programme_id AS id FROM person WHERE id = ANY ($1)',
    [personIds],
  );
  const programmeIds = programmes.map(({ id }) => id);
  const others = await em.query<{ id: string }[]>(
    `SELECT o.id FROM (
       SELECT account_id AS id FROM identity WHERE issuer = '${EMAIL_ISSUER}' AND subject = ANY ($1)
       UNION SELECT a.account_id FROM application a JOIN volunteer_call c ON c.id = a.call_id
         WHERE ${emailKeyOf('a.email')} = ANY ($1) AND c.programme_id = ANY ($2)
       UNION SELECT account_id FROM idea WHERE ${emailKeyOf('email')} = ANY ($1) AND programme_id = ANY ($2)) o
     WHERE o.id IS NOT NULL AND o.id IS DISTINCT FROM $3 AND NOT EXISTS (SELECT FROM person p
       WHERE p.account_id = o.id AND p.programme_id = ANY ($2) AND p.id <> ALL ($4))`,
    [addresses, programmeIds, accountId, personIds],
  );
  return { ...reach, programmeIds, addresses, others: others.map(({ id }) => id) };
}

/** Those of the addresses that no other person, account, applicant or author of an idea is known by. */
async function nobodyElses(
  em: EntityManager,
  { addresses, personIds }: Traces,
  gone: readonly string[],
): Promise<string[]> {
  const rows = await em.query<{ address: string }[]>(
    `SELECT a AS address FROM unnest($1::text[]) a
     WHERE NOT EXISTS (SELECT FROM person p WHERE ${emailKeyOf('p.email')} = a AND p.id <> ALL ($2))
       AND NOT EXISTS (SELECT FROM identity i WHERE i.issuer = '${EMAIL_ISSUER}' AND i.subject = a
         AND i.account_id <> ALL ($3))
       AND NOT EXISTS (SELECT FROM application x WHERE ${emailKeyOf('x.email')} = a
         AND (x.account_id = ANY ($3)) IS NOT TRUE)
       AND NOT EXISTS (SELECT FROM idea d WHERE ${emailKeyOf('d.email')} = a
         AND d.account_id <> ALL ($3))`,
    [addresses, personIds, gone],
  );
  return rows.map(({ address }) => address);
}

/** Those that nobody is known by any more in these programmes, whoever is elsewhere. */
async function nobodyElsesHere(
  em: EntityManager,
  { addresses, personIds, programmeIds }: Traces,
): Promise<string[]> {
  const rows = await em.query<{ address: string }[]>(
    `SELECT a AS address FROM unnest($1::text[]) a
     WHERE NOT EXISTS (SELECT FROM person p
         WHERE ${emailKeyOf('p.email')} = a AND p.id <> ALL ($2) AND p.programme_id = ANY ($3))
       AND NOT EXISTS (SELECT FROM application x JOIN volunteer_call c ON c.id = x.call_id
         WHERE ${emailKeyOf('x.email')} = a AND c.programme_id = ANY ($3))
       AND NOT EXISTS (SELECT FROM idea d WHERE ${emailKeyOf('d.email')} = a AND d.programme_id = ANY ($3))`,
    [addresses, personIds, programmeIds],
  );
  return rows.map(({ address }) => address);
}

/** Those that they have confirmed, and those that wait for it under an address of theirs; answers their ids. */
async function eraseApplications(
  em: EntityManager,
  { accountId, programmeId, programmeIds, addresses, others }: Traces,
): Promise<string[]> {
  const found = await em.query<{ id: string; call_id: string }[]>(
    `SELECT a.id, a.call_id FROM application a JOIN volunteer_call c ON c.id = a.call_id
     WHERE ((a.account_id = $1 OR (a.account_id IS NULL AND ${emailKeyOf('a.email')} = ANY ($2)))
         AND ($3::uuid IS NULL OR c.programme_id = $3))
       OR (a.account_id = ANY ($4) AND c.programme_id = ANY ($5))`,
    [accountId, addresses, programmeId, others, programmeIds],
  );
  const calls = [...new Set(found.map((one) => one.call_id))];
  // The circle chooses under the same lock.
  await em.query('SELECT 1 FROM volunteer_call WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [
    calls,
  ]);
  const ids = found.map(({ id }) => id);
  await em.query('DELETE FROM application WHERE id = ANY ($1)', [ids]);
  for (const call of calls) await closeGaps(em, call);
  return ids;
}

/** Those that they have brought; measures that took one up stay. Answers their ids. */
async function eraseIdeas(
  em: EntityManager,
  { accountId, programmeId, programmeIds, others }: Traces,
): Promise<string[]> {
  const erased = await em.query<{ id: string }[]>(
    `WITH erased AS (
       DELETE FROM idea WHERE (account_id = $1 AND ($2::uuid IS NULL OR programme_id = $2))
         OR (account_id = ANY ($3) AND programme_id = ANY ($4)) RETURNING id)
     SELECT id FROM erased`,
    [accountId, programmeId, others, programmeIds],
  );
  return erased.map(({ id }) => id);
}

/** What goes on has nobody in their place, and its history says so; what has ended loses the name. */
async function leaveMeasures(
  em: EntityManager,
  personIds: readonly string[],
  { actorId, at }: { readonly actorId: string | null; readonly at: Date },
): Promise<void> {
  await em.query(
    `INSERT INTO history_entry (id, programme_id, subject, subject_id, at, actor_id, way, field, from_value, version)
     SELECT gen_random_uuid(), m.programme_id, 'MEASURE', m.id, $2, $3, 'API', part.field, '${NOBODY}', m.version + 1
     FROM measure m, LATERAL (VALUES ('owner', m.owner_id), ('checker', m.checker_id),
       ('commissioner', m.commissioner_id)) AS part (field, person_id)
     WHERE part.person_id = ANY ($1) AND m.phase <> ALL ($4)`,
    [personIds, at, actorId, END_PHASES],
  );
  await em.query(
    `UPDATE measure SET version = CASE WHEN phase = ANY ($2) THEN version ELSE version + 1 END,
       owner_accepted = owner_accepted AND coalesce(owner_id <> ALL ($1), false),
       commissioner_took_over = commissioner_took_over AND coalesce(commissioner_id <> ALL ($1), false),
       owner_id = CASE WHEN owner_id <> ALL ($1) THEN owner_id END,
       checker_id = CASE WHEN checker_id <> ALL ($1) THEN checker_id END,
       commissioner_id = CASE WHEN commissioner_id <> ALL ($1) THEN commissioner_id END
     WHERE owner_id = ANY ($1) OR checker_id = ANY ($1) OR commissioner_id = ANY ($1)`,
    [personIds, END_PHASES],
  );
}

/** What they did stays, done by a former member. */
async function forgetInHistory(em: EntityManager, personIds: readonly string[]): Promise<void> {
  const value = (column: string): string =>
    `${column} = CASE WHEN ${column} = ANY ($1::text[]) THEN '${NOBODY}' ELSE ${column} END`;
  await em.query(
    `UPDATE history_entry SET ${value('from_value')}, ${value('to_value')},
       actor_id = CASE WHEN actor_id <> ALL ($1::uuid[]) THEN actor_id END
     WHERE actor_id = ANY ($1::uuid[]) OR from_value = ANY ($1::text[]) OR to_value = ANY ($1::text[])`,
    [personIds],
  );
}

/** A request of somebody else that is sent again is answered as before, about nobody. */
async function forgetInReceipts(em: EntityManager, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await em.query(
      `UPDATE request_receipt SET answer = replace(answer::text, $1, '${NOBODY}')::jsonb
       WHERE position($1 IN answer::text) > 0`,
      [id],
    );
}

/**
 * Accounts go with all that hangs on them, unless they are somebody outside of the reach; one’s own goes in any case by
 * one’s own wish. Answers which went.
 */
async function eraseAccounts(
  em: EntityManager,
  { personIds, accountId, programmeId, others }: Traces,
): Promise<string[]> {
  const going = await em.query<{ id: string }[]>(
    `WITH gone AS (
       DELETE FROM account a WHERE (a.id = $1 AND $2) OR ((a.id = $1 OR a.id = ANY ($3))
         AND NOT EXISTS (SELECT FROM person p WHERE p.account_id = a.id AND p.id <> ALL ($4))
         AND NOT EXISTS (SELECT FROM application x WHERE x.account_id = a.id)
         AND NOT EXISTS (SELECT FROM idea d WHERE d.account_id = a.id))
       RETURNING a.id)
     SELECT id FROM gone`,
    [accountId, programmeId === null, others, personIds],
  );
  return going.map(({ id }) => id);
}
