import { termAfter, termOf } from '#domain/calls/decide-application.js';
import type { Role } from '#domain/people/role.js';
import type { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { endSessions } from '../accounts/end-sessions.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { linkPerson } from '../accounts/sign-in.js';
import { addPerson } from '../people/write-people.js';
import type { HistoryDraft } from '../shared/history.js';
import type { ProgrammeScope } from '../shared/write-in-programme.js';
import type { LockedCall } from './lock-call.js';

type Known = {
  readonly id: string;
  readonly role: Role;
  readonly account_id: string | null;
  readonly blocked: boolean;
  readonly term_first_loop: number | null;
  readonly term_last_loop: number | null;
  readonly version: number;
};

/**
 * Makes a chosen applicant a guide with a term (docs/spec/calls.md §4): the person of the programme by account, else
 * by address, else a new one. Nobody loses a role by it; whoever is blocked gets none.
 */
export async function makeGuide(
  scope: ProgrammeScope,
  { facts }: LockedCall,
  application: ApplicationEntity,
): Promise<void> {
  const { em, programmeId, at, keep } = scope;
  const { accountId, email, name, lastLoop } = application;
  const { firstLoop, minimumTerm } = facts;
  if (firstLoop === null || minimumTerm === null) throw new Error('A call was opened incomplete');
  const granted = termOf({ firstLoop, minimumTerm }, lastLoop);
  const [known] = await em.query<Known[]>(
    `SELECT id, role, account_id, blocked_at IS NOT NULL AS blocked, term_first_loop, term_last_loop, version FROM person
     WHERE programme_id = $1 AND (account_id = $2 OR ${emailKeyOf('email')} = $3)
     ORDER BY account_id = $2 DESC NULLS LAST, position, id LIMIT 1 FOR NO KEY UPDATE`,
    [programmeId, accountId, emailKey(email)],
  );
  if (known === undefined) {
    // Keys and places of people are given out one after the other.
    await em.query('SELECT 1 FROM programme WHERE id = $1 FOR NO KEY UPDATE', [programmeId]);
    const role = 'GUIDE';
    const id = await addPerson(em, programmeId, { name, email, role, unitId: null });
    const term = { termFirstLoop: granted.firstLoop, termLastLoop: granted.lastLoop };
    await em.update(PersonEntity, { id }, { ...term, accountId, version: 1 });
    await keep({ subject: 'PERSON', subjectId: id, version: 1 }, [
      { field: 'created', to: role },
      ...termHistory(null, granted),
    ]);
    return;
  }
  if (known.blocked) return;
  const { id, role, account_id: linked, term_first_loop: first, term_last_loop: last } = known;
  if (linked === null && accountId !== null)
    await linkPerson(em, accountId, { id, programme_id: programmeId }, at);
  const before = first === null || last === null ? null : { firstLoop: first, lastLoop: last };
  const term = termAfter(before, granted);
  const becomesGuide = role === 'EMPLOYEE';
  const version = known.version + 1;
  await em.update(
    PersonEntity,
    { id },
    {
      termFirstLoop: term.firstLoop,
      termLastLoop: term.lastLoop,
      ...(becomesGuide && { role: 'GUIDE' as const }),
      version,
    },
  );
  // As with every change of a role.
  if (becomesGuide) await endSessions(em, linked ?? accountId);
  await keep({ subject: 'PERSON', subjectId: id, version }, [
    ...(becomesGuide ? [{ field: 'role' as const, from: role, to: 'GUIDE' }] : []),
    ...termHistory(before, term),
  ]);
}

type Term = ReturnType<typeof termOf>;

function termHistory(before: Term | null, after: Term): HistoryDraft<'PERSON'>[] {
  const change = (field: 'termFirstLoop' | 'termLastLoop', from: number | null, to: number) =>
    from === to ? [] : [{ field, from: from?.toString() ?? null, to: to.toString() }];
  return [
    ...change('termFirstLoop', before?.firstLoop ?? null, after.firstLoop),
    ...change('termLastLoop', before?.lastLoop ?? null, after.lastLoop),
  ];
}
