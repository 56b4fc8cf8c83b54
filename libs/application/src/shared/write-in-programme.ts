import type { EntityManager } from 'typeorm';
import type { HistorySubject } from '#domain/history/history-fields.js';
import type { Actor } from '#domain/people/actor.js';
import { mayEnterWorkspace, mayRunProgramme } from '#domain/people/policy.js';
import { err, type Result } from '#domain/shared/result.js';
import { findActor, once, type Caller, type RequestReused } from './caller.js';
import { keepHistory, type HistoryDraft, type HistoryFrame } from './history.js';
import type { NotAllowed, NotFound } from './refusals.js';
import type { Writing } from './unit-of-work.js';

/** What a decision about records of a programme may look at. */
export type ProgrammeScope = {
  readonly em: EntityManager;
  readonly programmeId: string;
  readonly actor: Actor;
  readonly at: Date;
  /** Writes history of this change. */
  readonly keep: <Subject extends HistorySubject>(
    subject: Pick<HistoryFrame<Subject>, 'subject' | 'subjectId' | 'version'>,
    drafts: readonly HistoryDraft<NoInfer<Subject>>[],
  ) => Promise<void>;
};

export type ProgrammeWriteRefusal = NotFound | NotAllowed | RequestReused;

/** Tables of the records that are written within a programme. */
export type RecordTable =
  | 'learning_loop'
  | 'topic'
  | 'action_field'
  | 'decision'
  | 'volunteer_call'
  | 'application'
  | 'voice'
  | 'voice_theme'
  | 'idea';

/** SQL: the programme of the record of a table, whose id is $1. */
export function programmeIdOf(table: RecordTable): string {
  return table === 'application'
    ? `SELECT c.programme_id AS id FROM application a JOIN volunteer_call c ON c.id = a.call_id
       WHERE a.id = $1`
    : `SELECT programme_id AS id FROM ${table} WHERE id = $1`;
}

/** Names the programme of a write: by its slug, or by a record of it. */
export type WithinProgramme =
  | { readonly slug: string }
  | {
      readonly table: RecordTable;
      readonly id: string;
    };

/**
 * The frame of a write to records that are the circle's: hides the programme from whoever may not enter its
 * workspace, judges the right, locks the programme where `locks` says that a record of it is to be numbered, named
 * or started, and lets `decide` decide and write. All or nothing, and once per request id; `command` is what was
 * asked, the name of the use case included, because two may take the same input.
 */
export async function writeInProgramme<T, E>(
  { work, now }: Writing,
  caller: Caller,
  command: Readonly<Record<string, unknown>>,
  within: WithinProgramme,
  locks: boolean,
  decide: (scope: ProgrammeScope) => Promise<Result<T, E>>,
): Promise<Result<T, E | ProgrammeWriteRefusal>> {
  return work.run<T, E | ProgrammeWriteRefusal>((em) =>
    once(em, caller, command, async (): Promise<Result<T, E | ProgrammeWriteRefusal>> => {
      const [programme] = await ('slug' in within
        ? em.query<{ id: string }[]>('SELECT id FROM programme WHERE slug = $1', [within.slug])
        : em.query<{ id: string }[]>(programmeIdOf(within.table), [within.id]));
      const actor = programme && (await findActor(em, caller.accountId, programme.id));
      if (!programme || !actor || !mayEnterWorkspace(actor)) return err({ code: 'NOT_FOUND' });
      if (!mayRunProgramme(actor)) return err({ code: 'NOT_ALLOWED' });
      // Not FOR UPDATE: that would wait for every write of the programme, and they for this one.
      if (locks)
        await em.query('SELECT 1 FROM programme WHERE id = $1 FOR NO KEY UPDATE', [programme.id]);
      const at = now();
      return decide({
        em,
        programmeId: programme.id,
        actor,
        at,
        keep: (subject, drafts) =>
          keepHistory(
            em,
            { ...subject, programmeId: programme.id, actorId: actor.personId, at },
            drafts,
          ),
      });
    }),
  );
}
