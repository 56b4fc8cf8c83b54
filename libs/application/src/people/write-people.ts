import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { gradesForAnother } from '#domain/people/public-name.js';
import type { HistoryField } from '#domain/history/history-fields.js';
import type { Role } from '#domain/people/role.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { endSessions } from '../accounts/end-sessions.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import {
  administerProgramme,
  type AdministeredScope,
  type AdministerRefusal,
  type LockedPerson,
} from '../programmes/administer-programme.js';
import type { Caller } from '../shared/caller.js';
import { differences, type HistoryDraft } from '../shared/history.js';
import {
  invalid,
  stale,
  type InputFault,
  type InUse,
  type InvalidInput,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { mailInvitation } from '../mail/causes.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { decidesAloneSql } from './decides-alone.js';

export type PersonAnswer = { readonly personId: string };
export type PersonRefusal = InvalidInput | InUse | StaleVersion | AdministerRefusal;

export type InvitePersonCommand = {
  readonly programme: string;
  readonly name: string;
  /** Who proves to have it signs in as the person; without one nobody can. */
  readonly email?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly role: Role;
};

/** What is left out stays as it is; null empties it. */
export type EditPersonCommand = {
  readonly personId: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly role?: Role | null | undefined;
  readonly publicName?: PublicNameGrade | null | undefined;
  readonly termFirstLoop?: number | null | undefined;
  readonly termLastLoop?: number | null | undefined;
};

/** Adds a person, who can sign in with the address from now on. IN_USE when another person of the programme has it. */
export function invitePerson(
  writing: Writing,
  caller: Caller,
  command: InvitePersonCommand,
): Promise<Result<PersonAnswer, PersonRefusal>> {
  return administerProgramme<PersonAnswer, PersonRefusal>(
    writing,
    caller,
    { ...command, intent: 'invitePerson' },
    { slug: command.programme },
    async ({ em, programmeId, at, keep }) => {
      const { name, role, unitId = null } = command;
      const email = textOrNull(command.email) ?? null;
      const faults = [
        ...personFaults({ name, email }),
        ...(await unitFaults(em, programmeId, unitId)),
      ];
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (await isTaken(em, programmeId, email, null)) return err({ code: 'IN_USE' });
      const id = await addPerson(em, programmeId, { name, email, role, unitId });
      await keep({ subject: 'PERSON', subjectId: id, version: 1 }, [
        { field: 'created', to: role },
      ]);
      await mailInvitation(em, { personId: id, email, at });
      return ok({ personId: id });
    },
  );
}

/**
 * Changes a person. A change of role ends the person's sessions; another address also takes the account away, so
 * that whoever was invited by mistake is out, and whoever proves to have the new one is in, and is
 * invited. From the first sign-in on, others can only take from what is public of the name (OWN_CONSENT_NEEDED).
 */
export function editPerson(
  writing: Writing,
  caller: Caller,
  command: EditPersonCommand,
): Promise<Result<PersonAnswer, PersonRefusal>> {
  const { personId } = command;
  return administerProgramme<PersonAnswer, PersonRefusal>(
    writing,
    caller,
    { ...command, intent: 'editPerson' },
    { table: 'person', id: personId },
    async (scope) => {
      const { em, programmeId, actor, at, keep } = scope;
      const person = await em.findOneByOrFail(PersonEntity, { id: personId });
      if (person.version !== command.version) return err(stale(person, command.version));
      const email = textOrNull(command.email);
      const faults = [
        ...personFaults({ ...command, email }),
        ...(await unitFaults(em, programmeId, command.unitId ?? null)),
      ];
      for (const field of ['name', 'role', 'publicName'] as const)
        if (command[field] === null) faults.push({ field, problem: 'MISSING' });
      const set = given({
        name: command.name ?? undefined,
        email,
        unitId: command.unitId,
        role: command.role ?? undefined,
        publicName: command.publicName ?? undefined,
        termFirstLoop: command.termFirstLoop,
        termLastLoop: command.termLastLoop,
      });
      const after = Object.assign({}, person, set);
      faults.push(...termFaults(after));
      if (!(await maySetPublicName(scope, person, after.publicName)))
        faults.push({ field: 'publicName', problem: 'OWN_CONSENT_NEEDED' });
      if (after.role !== 'ADMINISTRATOR' && isLastAdministrator(scope, personId))
        faults.push({ field: 'role', problem: 'LAST_ADMINISTRATOR' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (await isTaken(em, programmeId, email ?? null, personId)) return err({ code: 'IN_USE' });

      const history = historyOf(person, set);
      if (history.length === 0) return ok({ personId });
      const otherAddress =
        emailKey(after.email ?? '') !== emailKey(person.email ?? '') && personId !== actor.personId;
      const version = person.version + 1;
      await em.update(
        PersonEntity,
        { id: personId },
        { ...set, ...(otherAddress && { accountId: null }), version },
      );
      if (otherAddress || after.role !== person.role) await endSessions(em, person.accountId);
      if (otherAddress) await mailInvitation(em, { personId, email: after.email, at });
      await keep({ subject: 'PERSON', subjectId: personId, version }, history);
      return ok({ personId });
    },
  );
}

/** Shuts a person out at once, sessions included; what the person did stays. Twice does no harm. */
export function blockPerson(
  writing: Writing,
  caller: Caller,
  command: { readonly personId: string },
): Promise<Result<PersonAnswer, PersonRefusal>> {
  return changeBlock(writing, caller, command, true);
}

/** Lets a person in again, who has to sign in anew. */
export function unblockPerson(
  writing: Writing,
  caller: Caller,
  command: { readonly personId: string },
): Promise<Result<PersonAnswer, PersonRefusal>> {
  return changeBlock(writing, caller, command, false);
}

function changeBlock(
  writing: Writing,
  caller: Caller,
  { personId }: { readonly personId: string },
  blocks: boolean,
): Promise<Result<PersonAnswer, PersonRefusal>> {
  return administerProgramme<PersonAnswer, PersonRefusal>(
    writing,
    caller,
    { personId, intent: blocks ? 'blockPerson' : 'unblockPerson' },
    { table: 'person', id: personId },
    async (scope) => {
      const person = scope.people.find(({ id }) => id === personId);
      if (person === undefined) return err({ code: 'NOT_FOUND' });
      if (person.blocked === blocks) return ok({ personId });
      if (blocks && isLastAdministrator(scope, personId))
        return err(invalid('personId', 'LAST_ADMINISTRATOR'));
      const version = person.version + 1;
      await scope.em.update(
        PersonEntity,
        { id: personId },
        { blockedAt: blocks ? scope.at : null, version },
      );
      if (blocks) await endSessions(scope.em, person.account_id);
      await scope.keep({ subject: 'PERSON', subjectId: personId, version }, [
        { field: blocks ? 'blocked' : 'unblocked' },
      ]);
      return ok({ personId });
    },
  );
}

/** Adds a person behind the others, under a key made from the name. The programme is locked. */
export async function addPerson(
  em: EntityManager,
  programmeId: string,
  person: Pick<PersonEntity, 'name' | 'email' | 'role' | 'unitId'>,
): Promise<string> {
  const id = uuidv7();
  const last = await em.maximum(PersonEntity, 'position', { programmeId });
  await em.insert(PersonEntity, {
    ...person,
    id,
    programmeId,
    key: await freeKey(em, 'person', programmeId, keyOf(person.name, 'person')),
    position: (last ?? -1) + 1,
  });
  return id;
}

/** Name and address as programme files have them too. */
export function personFaults(person: {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
}): InputFault[] {
  const { name, email } = person;
  const faults = textFaults(
    { field: 'name', text: name ?? undefined, longest: LIMITS.name, required: true },
    { field: 'email', text: email, longest: LIMITS.name },
  );
  if (typeof email === 'string' && !z.email().safeParse(email).success)
    faults.push({ field: 'email', problem: 'MALFORMED' });
  return faults;
}

async function unitFaults(
  em: EntityManager,
  programmeId: string,
  unitId: string | null,
): Promise<InputFault[]> {
  if (unitId === null) return [];
  const found = await em.query<unknown[]>(
    'SELECT 1 FROM organisational_unit WHERE id = $1 AND programme_id = $2',
    [unitId, programmeId],
  );
  return found.length > 0 ? [] : [{ field: 'unitId', problem: 'UNKNOWN' }];
}

/** A term has a first and a last loop, in order, or neither. */
function termFaults({
  termFirstLoop: first,
  termLastLoop: last,
}: Pick<PersonEntity, 'termFirstLoop' | 'termLastLoop'>): InputFault[] {
  if (first === null && last === null) return [];
  if (first === null) return [{ field: 'termFirstLoop', problem: 'MISSING' }];
  if (last === null) return [{ field: 'termLastLoop', problem: 'MISSING' }];
  if (first < 1) return [{ field: 'termFirstLoop', problem: 'OUT_OF_RANGE' }];
  return last < first || last > 10_000 ? [{ field: 'termLastLoop', problem: 'OUT_OF_RANGE' }] : [];
}

/** Everybody consents for themselves; to what others may note, see `gradesForAnother`. */
async function maySetPublicName(
  { em, actor }: AdministeredScope,
  { id, publicName }: PersonEntity,
  to: PublicNameGrade,
): Promise<boolean> {
  if (to === publicName || id === actor.personId) return true;
  const [person] = await em.query<{ decidesAlone: boolean }[]>(
    `SELECT ${decidesAloneSql('p')} AS "decidesAlone" FROM person p WHERE p.id = $1`,
    [id],
  );
  return gradesForAnother({ publicName, decidesAlone: person?.decidesAlone ?? true }).includes(to);
}

function isLastAdministrator({ people }: AdministeredScope, personId: string): boolean {
  const mayAdminister = ({ role, blocked }: LockedPerson): boolean =>
    role === 'ADMINISTRATOR' && !blocked;
  const administrators = people.filter(mayAdminister);
  return administrators.length === 1 && administrators[0]?.id === personId;
}

async function isTaken(
  em: EntityManager,
  programmeId: string,
  email: string | null,
  personId: string | null,
): Promise<boolean> {
  if (email === null) return false;
  const others = await em.query<unknown[]>(
    `SELECT 1 FROM person
     WHERE programme_id = $1 AND ${emailKeyOf('email')} = $2 AND id IS DISTINCT FROM $3 LIMIT 1`,
    [programmeId, emailKey(email), personId],
  );
  return others.length > 0;
}

/** What was changed; of name and address only that they were, so that erasing a person leaves nothing behind. */
function historyOf(
  person: PersonEntity,
  set: Partial<Pick<PersonEntity, HistoryField<'PERSON'> & keyof PersonEntity>>,
): HistoryDraft<'PERSON'>[] {
  return differences(Object.fromEntries(Object.entries(person)), set).map((draft) =>
    draft.field === 'name' || draft.field === 'email' ? { field: draft.field } : draft,
  );
}
