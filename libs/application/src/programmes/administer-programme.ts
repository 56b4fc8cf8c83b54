import type { EntityManager } from 'typeorm';
import type { HistorySubject } from '#domain/history/history-fields.js';
import type { Actor } from '#domain/people/actor.js';
import { mayAdministerProgramme, mayEnterWorkspace } from '#domain/people/policy.js';
import type { Role } from '#domain/people/role.js';
import { err, type Result } from '#domain/shared/result.js';
import { once, type Caller, type RequestReused } from '../shared/caller.js';
import { keepHistory, type HistoryDraft, type HistoryFrame } from '../shared/history.js';
import type { NotAllowed, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

/** A person whom a decision may look at; the row is locked until the transaction ends. */
export type LockedPerson = {
  readonly id: string;
  readonly role: Role;
  readonly account_id: string | null;
  readonly blocked: boolean;
  readonly version: number;
};

/** What a decision about a programme, its people, units or goals may look at. */
export type AdministeredScope = {
  readonly em: EntityManager;
  readonly programmeId: string;
  readonly actor: Actor;
  /** The administrators, the caller and the person that the write is about. */
  readonly people: readonly LockedPerson[];
  readonly at: Date;
  /** Writes history of this change. */
  readonly keep: <Subject extends HistorySubject>(
    subject: Pick<HistoryFrame<Subject>, 'subject' | 'subjectId' | 'version'>,
    drafts: readonly HistoryDraft<NoInfer<Subject>>[],
  ) => Promise<void>;
};

/** Names the programme by its slug, or by a record of it. */
export type Administered =
  | { readonly slug: string }
  | {
      readonly table: 'person' | 'organisational_unit' | 'strategic_goal' | 'mail';
      readonly id: string;
    };

export type AdministerRefusal = NotFound | NotAllowed | RequestReused;

/**
 * The frame of every write that is the administrators': hides the programme from whoever may not enter its workspace,
 * judges the right on locked rows, and lets `decide` decide and write. Writes to one programme come one after the
 * other. All or nothing, and once per request id; `command` is what was asked, its intent included.
 */
export async function administerProgramme<T, E>(
  { work, now }: Writing,
  caller: Caller,
  command: Readonly<Record<string, unknown>>,
  of: Administered,
  decide: (scope: AdministeredScope) => Promise<Result<T, E>>,
): Promise<Result<T, E | AdministerRefusal>> {
  type Answer = Result<T, E | AdministerRefusal>;
  return work.run<T, E | AdministerRefusal>((em) =>
    once(em, caller, command, async (): Promise<Answer> => {
      const [programme] = await ('slug' in of
        ? em.query<{ id: string }[]>('SELECT id FROM programme WHERE slug = $1', [of.slug])
        : em.query<{ id: string }[]>(`SELECT programme_id AS id FROM ${of.table} WHERE id = $1`, [
            of.id,
          ]));
      if (programme === undefined) return err({ code: 'NOT_FOUND' });
      // All people at once and in one order, and before the programme: whoever holds one of them may wait for it.
      const people = await em.query<LockedPerson[]>(
        `SELECT id, role, account_id, blocked_at IS NOT NULL AS blocked, version FROM person
         WHERE programme_id = $1 AND (account_id = $2 OR id = $3 OR role = 'ADMINISTRATOR')
         ORDER BY id FOR NO KEY UPDATE`,
        [programme.id, caller.accountId, 'table' in of && of.table === 'person' ? of.id : null],
      );
      const self = people.find((one) => one.account_id === caller.accountId && !one.blocked);
      const actor: Actor | undefined = self && { personId: self.id, roles: [self.role] };
      if (!actor || !mayEnterWorkspace(actor)) return err({ code: 'NOT_FOUND' });
      if (!mayAdministerProgramme(actor)) return err({ code: 'NOT_ALLOWED' });
      await em.query('SELECT 1 FROM programme WHERE id = $1 FOR NO KEY UPDATE', [programme.id]);
      const at = now();
      const frame = { programmeId: programme.id, actorId: actor.personId, at };
      return decide({
        em,
        programmeId: programme.id,
        actor,
        people,
        at,
        keep: (subject, drafts) => keepHistory(em, { ...subject, ...frame }, drafts),
      });
    }),
  );
}
