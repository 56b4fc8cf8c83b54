import { err } from '#domain/shared/result.js';
import type { UnitOfWork } from '../shared/unit-of-work.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';
import type { SqlReader } from './sql-reader.js';

/** Which drafts are taken for published: none, all of the programme, or the one with this id (a UUID). */
export type Drafts = 'NONE' | 'ALL' | { readonly resultId: string };

/**
 * Reads what the public would read if the programme and these drafts were published. They are published for the
 * reading, in a transaction that is always rolled back, so that the readers, the views and their rules are the
 * public's own. Drafts of a loop that is only planned stay hidden, as they would. An id that is no draft of the
 * programme adds nothing.
 */
export async function readAsIfPublished<Seen>(
  work: UnitOfWork,
  { programmeId }: Pick<WorkspaceScope, 'programmeId'>,
  drafts: Drafts,
  read: (reader: SqlReader) => Promise<Seen>,
): Promise<Seen> {
  const answer = await work.run<never, { readonly seen: Seen }>(async (em) => {
    await em.query(`SELECT set_config('lernschleife.preview', 'on', true)`);
    await em.query('UPDATE programme SET published = true WHERE id = $1 AND NOT published', [
      programmeId,
    ]);
    if (drafts !== 'NONE')
      // In one order: two previews at once wait for each other, and never in a circle.
      await em.query(
        `UPDATE result SET state = 'PUBLISHED', published_at = now() WHERE id IN (
           SELECT id FROM result WHERE programme_id = $1 AND state = 'DRAFT' AND ($2::uuid IS NULL OR id = $2)
           ORDER BY id FOR UPDATE)`,
        [programmeId, drafts === 'ALL' ? null : drafts.resultId],
      );
    // Others who write wait for no preview, unless they change the same rows. Where they meet, the preview gives way
    // before PostgreSQL looks for a circle (deadlock_timeout, 1 s) and may end the other.
    await em.query(`SET LOCAL lock_timeout = '800ms'`);
    // What the readers read is computed when a transaction ends; this one never does.
    await em.query('SET CONSTRAINTS "public_change_refresh" IMMEDIATE');
    await em.query(`SET LOCAL statement_timeout = '5s'`);
    return err({ seen: await read(oneAtATime(em)) });
  });
  if (answer.ok) throw new Error('A preview was kept');
  return answer.error.seen;
}

/** A transaction has one connection, which takes one question after the other. */
function oneAtATime(reader: SqlReader): SqlReader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: <Rows>(sql: string, values?: unknown[]): Promise<Rows> => {
      const next = last.then(() => reader.query<Rows>(sql, values));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
