import { CIRCLE_ROLES } from '#domain/people/actor.js';
import { ok } from '#domain/shared/result.js';
import { isOpenSql } from '../people/open-measures.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Writing } from '../shared/unit-of-work.js';
import { queueMailToPeople, READERS_LANGUAGE, WITH_JOBS } from './queue-mail.js';

/** Name of the task that reminds, and sends what was gathered. */
export const DAILY_MAIL = 'daily-mail';
/** So many days ahead people are reminded of what is theirs … */
const DUE_SOON_DAYS = 3;
/** … and the circle of the end of a loop. */
const LOOP_ENDING_DAYS = [14, 3];
/** What lies longer is no news: the circle sees it as late. */
const OVERDUE_DAYS = 7;

type Reminder = {
  readonly cause: string;
  readonly kind: 'DUE_SOON' | 'OVERDUE' | 'LOOP_ENDING';
  readonly person_ids: string[];
  readonly values: Readonly<Record<string, string | number>>;
};

/**
 * What is due in a few days, or overdue since a few: open measures and their open steps, for the owner; open next steps
 * for the person whom they address, because their days lie after the end of their measure and its loop. $1 now.
 */
const DUE = `WITH carried AS (
    SELECT m.* FROM measure m JOIN learning_loop l ON l.id = m.loop_id
    WHERE ${isOpenSql('m', 'l')} AND m.owner_id IS NOT NULL
  ), item AS (
    SELECT id, title, owner_id AS person_id, due_day, programme_id, 'measure:' || id AS subject, NULL AS step
      FROM carried WHERE due_day IS NOT NULL
    UNION ALL
    SELECT m.id, m.title, m.owner_id, s.due_day, m.programme_id, 'step:' || s.id, left(s.text, 300)
      FROM measure_step s JOIN carried m ON m.id = s.measure_id
      WHERE s.state = 'OPEN' AND s.due_day IS NOT NULL
    UNION ALL
    SELECT m.id, m.title, n.addressee_person_id, n.due_day, n.programme_id, 'next-step:' || n.id, left(n.text, 300)
      FROM next_step n JOIN measure m ON m.id = n.measure_id
      WHERE n.state = 'OPEN' AND n.addressee_person_id IS NOT NULL AND n.due_day IS NOT NULL
  ), dated AS (
    SELECT i.*, i.due_day - ($1::timestamptz AT TIME ZONE pr.time_zone)::date AS days
    FROM item i JOIN programme pr ON pr.id = i.programme_id
  )
  SELECT CASE WHEN days < 0 THEN 'OVERDUE' ELSE 'DUE_SOON' END AS kind,
    CASE WHEN days < 0 THEN 'overdue:' ELSE 'due-soon:' END || subject || ':' || due_day AS cause,
    ARRAY[person_id] AS person_ids,
    json_strip_nulls(json_build_object('measureId', id, 'measure', title, 'step', step, 'day', due_day)) AS values
  FROM dated WHERE days BETWEEN -${OVERDUE_DAYS} AND ${DUE_SOON_DAYS}`;

/** Loops that run and end soon: once within each span of days. $1 now, $2 roles of the circle. */
const ENDING = `WITH dated AS (
    SELECT l.*, l.end_day - ($1::timestamptz AT TIME ZONE pr.time_zone)::date AS days
    FROM learning_loop l JOIN programme pr ON pr.id = l.programme_id WHERE l.stage = 'RUNNING'
  ), spanned AS (
    SELECT d.*, (SELECT min(span) FROM unnest(ARRAY[${LOOP_ENDING_DAYS.join(', ')}]) AS span WHERE d.days <= span) AS span
    FROM dated d WHERE d.days >= 0
  )
  SELECT 'LOOP_ENDING' AS kind, 'loop-ending:' || s.id || ':' || s.end_day || ':' || s.span AS cause,
    ARRAY(SELECT p.id FROM person p WHERE p.programme_id = s.programme_id
      AND p.role = ANY($2)) AS person_ids,
    json_build_object('loop', s.number, 'day', s.end_day) AS values
  FROM spanned s WHERE s.span IS NOT NULL`;

/**
 * Reminds owners, those whom next steps address, and circles of what is due, each of each thing once; sends each who wants one mail a day what was
 * gathered since the last. Done twice in a day, it does nothing new.
 */
export async function queueDailyMails(database: SqlReader, { work, now }: Writing): Promise<void> {
  const at = now();
  const reminders = [
    ...(await database.query<Reminder[]>(DUE, [at])),
    ...(await database.query<Reminder[]>(ENDING, [at, CIRCLE_ROLES])),
  ];
  for (const { cause, kind, person_ids: personIds, values } of reminders)
    await work.run<null, never>(async (em) => {
      await queueMailToPeople(em, { cause, kind, values, personIds, at });
      return ok(null);
    });
  await queueDigests(database, { work, now: () => at });
}

/** One mail for each person for whom some were gathered. */
async function queueDigests(database: SqlReader, { work, now }: Writing): Promise<void> {
  const readers = await database.query<{ person_id: string }[]>(
    'SELECT DISTINCT person_id FROM mail WHERE gathered AND digest_id IS NULL AND sent_at IS NULL',
  );
  for (const { person_id: personId } of readers)
    await work.run<null, never>(async (em) => {
      // Of two that come at once, the second finds nothing left.
      const gathered = await em.query<{ id: string }[]>(
        `SELECT id FROM mail WHERE person_id = $1 AND gathered AND digest_id IS NULL AND sent_at IS NULL
         ORDER BY id FOR UPDATE`,
        [personId],
      );
      const [first] = gathered;
      if (first === undefined) return ok(null);
      await em.query(
        `WITH queued AS (
           INSERT INTO mail (id, cause, programme_id, person_id, address, language, kind, created_at)
           SELECT gen_random_uuid(), 'digest:' || $2, p.programme_id, p.id, p.email, ${READERS_LANGUAGE}, 'DIGEST', $3
           FROM person p JOIN programme pr ON pr.id = p.programme_id
           WHERE p.id = $1 AND p.email IS NOT NULL AND p.blocked_at IS NULL
           ON CONFLICT (cause) DO NOTHING RETURNING id, cause, gathered)
         ${WITH_JOBS}`,
        [personId, first.id, now()],
      );
      await em.query(
        `UPDATE mail SET digest_id = d.id FROM mail d WHERE d.cause = 'digest:' || $2 AND mail.id = ANY($1)`,
        [gathered.map(({ id }) => id), first.id],
      );
      return ok(null);
    });
}
