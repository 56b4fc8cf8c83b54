import type { EntityManager } from 'typeorm';

/** Ids of the applications that wait for a seat, the next one first. The call is locked. */
export async function waitlistOf(em: EntityManager, callId: string): Promise<string[]> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT id FROM application WHERE call_id = $1 AND state = 'WAITLISTED' ORDER BY rank, id`,
    [callId],
  );
  return rows.map(({ id }) => id);
}

/** Ranks the waitlist of a call from 1, in the order of the ids, which are all of it. */
export async function putInOrder(
  em: EntityManager,
  callId: string,
  ids: readonly string[],
): Promise<void> {
  await em.query(
    `UPDATE application a SET rank = o.rank FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, rank)
     WHERE a.call_id = $1 AND a.id = o.id AND a.rank <> o.rank`,
    [callId, ids],
  );
}

/** Moves up those behind someone who has left the waitlist. */
export async function closeGaps(em: EntityManager, callId: string): Promise<void> {
  await putInOrder(em, callId, await waitlistOf(em, callId));
}
