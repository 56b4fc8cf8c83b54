import type { EntityManager } from 'typeorm';
import { stateOn, type CallFacts, type CallState } from '#domain/calls/call.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { VolunteerCallEntity } from '#persistence/calls/volunteer-call.entity.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';

/** A call whose row is locked until the transaction ends, and what a decision about it asks for. */
export type LockedCall = {
  readonly row: VolunteerCallEntity;
  readonly facts: CallFacts;
  /** By its day included. */
  readonly state: CallState;
  /** The day where the programme is. */
  readonly today: LocalDay;
  /** Applications that are chosen. */
  readonly chosen: number;
};

/** SQL: what is asked of a call `c`, on the day `$2` in the time zone of the programme `p`. */
export const TODAY_OF = `($2::timestamptz AT TIME ZONE p.time_zone)::date`;

/**
 * Locks a call: whoever changes it, or says something of an application to it, waits here for the one before. Locks
 * are taken in the order people, call, applications, programme. Null when there is no such call.
 */
export async function lockCall(
  em: EntityManager,
  callId: string,
  at: Date,
): Promise<LockedCall | null> {
  const row = await em.findOne(VolunteerCallEntity, {
    where: { id: callId },
    lock: { mode: 'pessimistic_write' },
  });
  if (row === null) return null;
  // A statement of its own: counted in the one that waits for the lock, they would be those of before the wait.
  const [now] = await em.query<
    {
      today: LocalDay;
      firstLoop: number | null;
      undecided: number;
      chosen: number;
      otherOpen: boolean;
    }[]
  >(
    `SELECT ${TODAY_OF} AS today,
       (SELECT l.number FROM learning_loop l WHERE l.id = c.first_loop_id) AS "firstLoop",
       (SELECT count(*)::int FROM application a WHERE a.call_id = c.id AND a.state = 'RECEIVED'
         AND a.confirmed_at IS NOT NULL) AS undecided,
       (SELECT count(*)::int FROM application a WHERE a.call_id = c.id AND a.state = 'CHOSEN') AS chosen,
       EXISTS (SELECT FROM volunteer_call o WHERE o.programme_id = c.programme_id AND o.id <> c.id
         AND o.state = 'OPEN' AND o.closes_on >= ${TODAY_OF}) AS "otherOpen"
     FROM volunteer_call c JOIN programme p ON p.id = c.programme_id WHERE c.id = $1`,
    [callId, at],
  );
  if (now === undefined) throw new Error('A locked call has gone');
  const { today, chosen, ...counted } = now;
  const { state, text, opensOn, closesOn, seats, minimumTerm } = row;
  const facts: CallFacts = { state, text, opensOn, closesOn, seats, minimumTerm, ...counted };
  return { row, facts, state: stateOn(facts, today), today, chosen };
}

/**
 * Locks the people of the programme who have applied to a call, before the call itself: those among them who work in
 * the programme at this moment may be waiting for it.
 */
export async function lockApplicants(em: EntityManager, callId: string): Promise<void> {
  await em.query(
    `SELECT p.id FROM person p JOIN volunteer_call c ON c.programme_id = p.programme_id
     WHERE c.id = $1 AND EXISTS (SELECT FROM application a WHERE a.call_id = c.id
       AND (a.account_id = p.account_id OR ${emailKeyOf('a.email')} = ${emailKeyOf('p.email')}))
     ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [callId],
  );
}
