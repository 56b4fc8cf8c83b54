import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/people/role.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { endSessions } from '../accounts/end-sessions.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import type { HistoryDraft } from '../shared/history.js';
import type { InvalidInput, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { addPerson, personFaults } from './write-people.js';

/** What became of a person who is to administer a programme. */
export type MadeAdministrator = {
  readonly outcome: 'ADDED' | 'CHANGED' | 'WAS_ONE';
  readonly name: string;
};

/**
 * Lets someone administer a programme, whoever asks: for the command line, whose user may do anything. The person
 * of this address, blocked or not; when there is none, a new one of this name. NOT_FOUND without the programme.
 */
export function makeAdministrator(
  { work, now }: Writing,
  wanted: { readonly programme: string; readonly name: string; readonly email: string },
): Promise<Result<MadeAdministrator, NotFound | InvalidInput>> {
  return work.run<MadeAdministrator, NotFound | InvalidInput>(async (em) => {
    const { name, email } = wanted;
    const [programme] = await em.query<{ id: string }[]>(
      'SELECT id FROM programme WHERE slug = $1',
      [wanted.programme],
    );
    if (programme === undefined) return err({ code: 'NOT_FOUND' });
    const programmeId = programme.id;
    const faults = personFaults({ name, email });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    // People before the programme, as all writes to people have it.
    const [person] = await em.query<
      {
        id: string;
        name: string;
        role: Role;
        account_id: string | null;
        blocked: boolean;
        version: number;
      }[]
    >(
      `SELECT id, name, role, account_id, blocked_at IS NOT NULL AS blocked, version FROM person
       WHERE programme_id = $1 AND ${emailKeyOf('email')} = $2
       ORDER BY position, id LIMIT 1 FOR NO KEY UPDATE`,
      [programmeId, emailKey(email)],
    );
    await em.query('SELECT 1 FROM programme WHERE id = $1 FOR NO KEY UPDATE', [programmeId]);
    const role = 'ADMINISTRATOR';
    if (person === undefined) {
      const id = await addPerson(em, programmeId, { name, email, role, unitId: null });
      await keep(em, programmeId, id, now(), 1, [{ field: 'created', to: role }]);
      return ok({ outcome: 'ADDED', name });
    }
    const history: HistoryDraft<'PERSON'>[] = [];
    if (person.role !== role) history.push({ field: 'role', from: person.role, to: role });
    if (person.blocked) history.push({ field: 'unblocked' });
    if (history.length === 0) return ok({ outcome: 'WAS_ONE', name: person.name });
    const version = person.version + 1;
    await em.update(PersonEntity, { id: person.id }, { role, blockedAt: null, version });
    await endSessions(em, person.account_id);
    await keep(em, programmeId, person.id, now(), version, history);
    return ok({ outcome: 'CHANGED', name: person.name });
  });
}

/** The command line has no person; its way is that of files. */
async function keep(
  em: EntityManager,
  programmeId: string,
  personId: string,
  at: Date,
  version: number,
  drafts: readonly HistoryDraft<'PERSON'>[],
): Promise<void> {
  await em.insert(
    HistoryEntryEntity,
    drafts.map(({ field, from = null, to = null }) => ({
      id: uuidv7(),
      programmeId,
      subject: 'PERSON' as const,
      subjectId: personId,
      at,
      actorId: null,
      way: 'IMPORT' as const,
      field,
      fromValue: from,
      toValue: to,
      reason: null,
      partId: null,
      version,
    })),
  );
}
