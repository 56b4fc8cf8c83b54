import { In, type EntityManager } from 'typeorm';
import type { MeasureRight } from '#domain/measures/measure-rights.js';
import type { Verdict } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { MeasureGoalEntity } from '#persistence/measures/measure-goal.entity.js';
import { OrganisationalUnitEntity } from '#persistence/programmes/organisational-unit.entity.js';
import { StrategicGoalEntity } from '#persistence/programmes/strategic-goal.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences, type HistoryDraft } from '../shared/history.js';
import type { InputFault } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { unknownFaults } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import {
  writeMeasure,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

/** What a measure says of itself. */
type Edits = {
  readonly title: string;
  readonly description: string;
  readonly successCriterion: string;
  readonly dueDay: LocalDay;
  readonly unitId: string;
  readonly goalIds: readonly string[];
  readonly anchoredIn: string;
  readonly verdict: Verdict;
  readonly lesson: string;
  readonly noNextStepNeeded: boolean;
  readonly decisionRequiredFor: PdcaPhase;
};
/** What is left out stays as it is; null empties it. */
export type EditMeasureCommand = MeasureCommand & {
  readonly [Name in keyof Edits]?: Edits[Name] | null | undefined;
};

/** Whose each part is to say; who says several must hold all of their rights. */
const RIGHT_TO_SAY: Readonly<Record<keyof Edits, MeasureRight>> = {
  title: 'EDITOR',
  description: 'EDITOR',
  successCriterion: 'EDITOR',
  dueDay: 'EDITOR',
  unitId: 'EDITOR',
  goalIds: 'EDITOR',
  anchoredIn: 'EDITOR',
  noNextStepNeeded: 'EDITOR',
  verdict: 'JUDGE',
  lesson: 'JUDGE',
  decisionRequiredFor: 'CIRCLE',
};

/** Changes what is written about a measure; texts are stored as they come, blank ones as null. */
export function editMeasure(
  writing: Writing,
  caller: Caller,
  command: EditMeasureCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  const rights = Object.entries(RIGHT_TO_SAY).flatMap(([name, right]) =>
    command[name as keyof Edits] === undefined ? [] : [right],
  );
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'editMeasure', rights },
    async ({ em, measure }) => {
      const { goalIds, unitId } = command;
      const faults = await faultsOf(em, measure.programmeId, command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const texts = given({
        title: command.title ?? undefined,
        description: textOrNull(command.description),
        successCriterion: textOrNull(command.successCriterion),
        dueDay: command.dueDay,
        anchoredIn: textOrNull(command.anchoredIn),
        verdict: command.verdict,
        lesson: textOrNull(command.lesson),
        noNextStepNeeded: command.noNextStepNeeded ?? undefined,
        decisionRequiredFor: command.decisionRequiredFor,
      });
      return ok({
        set: { ...texts, ...given({ unitId: unitId?.toLowerCase() ?? unitId }) },
        history: [
          ...differences(measure, texts),
          ...(unitId === undefined ? [] : await unitHistory(em, measure, unitId)),
          ...(goalIds === undefined ? [] : await changeGoals(em, measure, goalIds ?? [])),
        ],
      });
    },
  );
}

async function faultsOf(
  em: EntityManager,
  programmeId: string,
  command: EditMeasureCommand,
): Promise<InputFault[]> {
  const { title, description, successCriterion, anchoredIn, lesson } = command;
  const { noNextStepNeeded, unitId, goalIds } = command;
  return [
    ...textFaults(
      { field: 'title', text: title, longest: LIMITS.title, required: true },
      { field: 'description', text: description, longest: LIMITS.text },
      { field: 'successCriterion', text: successCriterion, longest: LIMITS.text },
      { field: 'anchoredIn', text: anchoredIn, longest: LIMITS.text },
      { field: 'lesson', text: lesson, longest: LIMITS.text },
    ),
    ...(noNextStepNeeded === null
      ? [{ field: 'noNextStepNeeded', problem: 'MISSING' as const }]
      : []),
    ...(await unknownFaults(em, programmeId, 'organisational_unit', 'unitId', [unitId])),
    ...(await unknownFaults(em, programmeId, 'strategic_goal', 'goalIds', goalIds ?? [])),
  ];
}

async function unitHistory(
  em: EntityManager,
  { unitId: before }: MeasureScope['measure'],
  after: string | null,
): Promise<HistoryDraft<'MEASURE'>[]> {
  const ids = [before, after].filter((id) => id !== null);
  const units = await em.findBy(OrganisationalUnitEntity, { id: In(ids) });
  const nameOf = (id: string | null): string | null =>
    units.find((unit) => unit.id === id?.toLowerCase())?.name ?? null;
  return before === (after?.toLowerCase() ?? null)
    ? []
    : [{ field: 'unit', from: nameOf(before), to: nameOf(after) }];
}

/** Replaces the goals of a measure. */
async function changeGoals(
  em: EntityManager,
  { id: measureId }: MeasureScope['measure'],
  goalIds: readonly string[],
): Promise<HistoryDraft<'MEASURE'>[]> {
  const before = (await em.findBy(MeasureGoalEntity, { measureId })).map(({ goalId }) => goalId);
  const after = [...new Set(goalIds.map((id) => id.toLowerCase()))];
  if (before.length === after.length && before.every((id) => after.includes(id))) return [];
  const goals = await em.find(StrategicGoalEntity, {
    where: { id: In([...before, ...after]) },
    order: { position: 'ASC', id: 'ASC' },
  });
  const titlesOf = (ids: readonly string[]): string | null =>
    goals
      .filter(({ id }) => ids.includes(id))
      .map(({ title }) => title)
      .join(', ') || null;
  await em.delete(MeasureGoalEntity, { measureId });
  if (after.length > 0)
    await em.insert(
      MeasureGoalEntity,
      after.map((goalId) => ({ measureId, goalId })),
    );
  return [{ field: 'goals', from: titlesOf(before), to: titlesOf(after) }];
}
