import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import { OrganisationalUnitEntity } from '#persistence/programmes/organisational-unit.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences } from '../shared/history.js';
import {
  stale,
  type InputFault,
  type InUse,
  type InvalidInput,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { administerProgramme, type AdministerRefusal } from './administer-programme.js';

export type UnitAnswer = { readonly unitId: string };

export type CreateUnitCommand = {
  readonly programme: string;
  readonly name: string;
  readonly kind?: string | null | undefined;
  /** The unit that it belongs to; null for the top. */
  readonly parentId?: string | null | undefined;
};

/** What is left out stays as it is; null empties it. */
export type EditUnitCommand = {
  readonly unitId: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly parentId?: string | null | undefined;
};

/** Adds a unit behind the others. */
export function createUnit(
  writing: Writing,
  caller: Caller,
  command: CreateUnitCommand,
): Promise<Result<UnitAnswer, InvalidInput | AdministerRefusal>> {
  return administerProgramme<UnitAnswer, InvalidInput | AdministerRefusal>(
    writing,
    caller,
    { ...command, intent: 'createUnit' },
    { slug: command.programme },
    async ({ em, programmeId, keep }) => {
      const { name, kind, parentId = null } = command;
      const faults = [
        ...unitTexts(command),
        ...(await parentFaults(em, programmeId, null, parentId)),
      ];
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const unitId = uuidv7();
      const last = await em.maximum(OrganisationalUnitEntity, 'position', { programmeId });
      await em.insert(OrganisationalUnitEntity, {
        id: unitId,
        programmeId,
        key: await freeKey(em, 'organisational_unit', programmeId, keyOf(name, 'einheit')),
        name,
        kind: textOrNull(kind) ?? null,
        parentId,
        position: (last ?? -1) + 1,
      });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: 1 }, [
        { field: 'unit.added', to: name, part: unitId },
      ]);
      return ok({ unitId });
    },
  );
}

/** Changes a unit's name, kind or place in the tree, in which it may not come below itself. */
export function editUnit(
  writing: Writing,
  caller: Caller,
  command: EditUnitCommand,
): Promise<Result<UnitAnswer, InvalidInput | StaleVersion | AdministerRefusal>> {
  const { unitId } = command;
  return administerProgramme<UnitAnswer, InvalidInput | StaleVersion | AdministerRefusal>(
    writing,
    caller,
    { ...command, intent: 'editUnit' },
    { table: 'organisational_unit', id: unitId },
    async ({ em, programmeId, keep }) => {
      const unit = await em.findOneByOrFail(OrganisationalUnitEntity, { id: unitId });
      if (unit.version !== command.version) return err(stale(unit, command.version));
      const { name, kind, parentId } = command;
      const faults = [
        ...unitTexts(command),
        ...(await parentFaults(em, programmeId, unitId, parentId ?? null)),
      ];
      if (name === null) faults.push({ field: 'name', problem: 'MISSING' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const set = given({ name: name ?? undefined, kind: textOrNull(kind), parentId });
      const changes = differences<'name' | 'kind' | 'parentId'>(unit, set);
      if (changes.length === 0) return ok({ unitId });
      const version = unit.version + 1;
      await em.update(OrganisationalUnitEntity, { id: unitId }, { ...set, version });
      await keep(
        { subject: 'PROGRAMME', subjectId: programmeId, version },
        changes.map((change) => ({
          ...change,
          field: `unit.${change.field}` as const,
          part: unitId,
        })),
      );
      return ok({ unitId });
    },
  );
}

/** Takes a unit away that nothing names any more; else IN_USE. */
export function removeUnit(
  writing: Writing,
  caller: Caller,
  { unitId }: { readonly unitId: string },
): Promise<Result<{ readonly id: string }, InUse | AdministerRefusal>> {
  return administerProgramme<{ readonly id: string }, InUse | AdministerRefusal>(
    writing,
    caller,
    { unitId, intent: 'removeUnit' },
    { table: 'organisational_unit', id: unitId },
    async ({ em, programmeId, keep }) => {
      // Locked against records that begin to name it meanwhile.
      const unit = await em.findOneOrFail(OrganisationalUnitEntity, {
        where: { id: unitId },
        lock: { mode: 'pessimistic_write' },
      });
      const named = await em.query<unknown[]>(
        `SELECT 1 FROM person WHERE unit_id = $1
         UNION ALL SELECT 1 FROM measure WHERE unit_id = $1
         UNION ALL SELECT 1 FROM next_step WHERE addressee_unit_id = $1
         UNION ALL SELECT 1 FROM organisational_unit WHERE parent_id = $1 LIMIT 1`,
        [unitId],
      );
      if (named.length > 0) return err({ code: 'IN_USE' });
      await em.delete(OrganisationalUnitEntity, { id: unitId });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: null }, [
        { field: 'unit.removed', from: unit.name, part: unitId },
      ]);
      return ok({ id: unitId });
    },
  );
}

function unitTexts({ name, kind }: Pick<EditUnitCommand, 'name' | 'kind'>): InputFault[] {
  return textFaults(
    { field: 'name', text: name ?? undefined, longest: LIMITS.title, required: true },
    { field: 'kind', text: kind, longest: LIMITS.name },
  );
}

/** The parent is a unit of the programme, and neither the unit itself nor one below it. */
async function parentFaults(
  em: EntityManager,
  programmeId: string,
  unitId: string | null,
  parentId: string | null,
): Promise<InputFault[]> {
  if (parentId === null) return [];
  const above = await em.query<{ id: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM organisational_unit WHERE id = $1 AND programme_id = $2
       UNION SELECT u.id, u.parent_id FROM organisational_unit u JOIN above a ON u.id = a.parent_id)
     SELECT id FROM above`,
    [parentId, programmeId],
  );
  const fits = above.length > 0 && above.every(({ id }) => id !== unitId);
  return fits ? [] : [{ field: 'parentId', problem: 'UNKNOWN' }];
}
