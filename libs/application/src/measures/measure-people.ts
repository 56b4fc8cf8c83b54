import type { MeasurePart, MeasureRight } from '#domain/measures/measure-rights.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { MeasureContributorEntity } from '#persistence/measures/measure-contributor.entity.js';
import { MeasureGuideEntity } from '#persistence/measures/measure-guide.entity.js';
import { mailCheckWanted } from '../mail/causes.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { findCandidate } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { writeMeasure, type MeasureCommand, type MeasureWritten } from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
type Assign = MeasureCommand & { readonly personId?: string | null | undefined };
type Name = MeasureCommand & { readonly personId: string };
type UseCase<Command> = (writing: Writing, caller: Caller, command: Command) => Answer;

/** Says who judges the result: never the owner. While the check is wanted, it is wanted of that person from now on. */
export function assignChecker(writing: Writing, caller: Caller, command: Assign): Answer {
  const { personId } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'assignChecker', rights: ['CIRCLE'] },
    async (scope) => {
      const { em, measure } = scope;
      const { programmeId, checkerId: from, ownerId, phase } = measure;
      const to = personId ? await findCandidate(em, programmeId, personId, 'CHECKER') : null;
      if (personId && to === null) return err(invalid('personId', 'UNKNOWN'));
      if (to !== null && to === ownerId) return err(invalid('personId', 'CHECKER_IS_OWNER'));
      if (phase === 'CHECK' && from !== to) await mailCheckWanted(scope, to);
      return ok({
        set: { checkerId: to },
        history: from === to ? [] : [{ field: 'checker', from, to }],
      });
    },
  );
}

/** Says who asked for the measure; that person takes the outcome over anew. */
export function assignCommissioner(writing: Writing, caller: Caller, command: Assign): Answer {
  const { personId } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'assignCommissioner', rights: ['CIRCLE'] },
    async ({ em, measure }) => {
      const { programmeId, commissionerId: from } = measure;
      const to = personId ? await findCandidate(em, programmeId, personId, 'COMMISSIONER') : null;
      if (personId && to === null) return err(invalid('personId', 'UNKNOWN'));
      return ok({
        set: { commissionerId: to, commissionerTookOver: false },
        history: from === to ? [] : [{ field: 'commissioner', from, to }],
      });
    },
  );
}

/** Takes the outcome over, for the commissioner: by that person, or by the circle in the person's stead. */
export function takeOverOutcome(writing: Writing, caller: Caller, command: MeasureCommand): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'takeOverOutcome', rights: ['COMMISSIONER'] },
    ({ measure: { commissionerId, commissionerTookOver } }) =>
      commissionerId === null || commissionerTookOver
        ? err(invalid('measureId', 'WRONG_STATE'))
        : ok({
            set: { commissionerTookOver: true },
            history: [{ field: 'commissionerTookOver', to: commissionerId }],
          }),
  );
}

/** A list of people beside a measure. */
type PeopleList = {
  readonly entity: typeof MeasureContributorEntity | typeof MeasureGuideEntity;
  readonly part: MeasurePart;
  readonly field: 'contributor' | 'guide';
  readonly right: MeasureRight;
};
const CONTRIBUTORS: PeopleList = {
  entity: MeasureContributorEntity,
  part: 'CONTRIBUTOR',
  field: 'contributor',
  right: 'EDITOR',
};
const GUIDES: PeopleList = {
  entity: MeasureGuideEntity,
  part: 'GUIDE',
  field: 'guide',
  right: 'CIRCLE',
};

export const addContributor = adding('addContributor', CONTRIBUTORS);
export const removeContributor = removing('removeContributor', CONTRIBUTORS);
export const addGuide = adding('addGuide', GUIDES);
export const removeGuide = removing('removeGuide', GUIDES);

/** Adds a person to the list; one who stands there already changes nothing. */
function adding(intent: string, { entity, part, field, right }: PeopleList): UseCase<Name> {
  return (writing, caller, command) =>
    writeMeasure<MeasureRefusal>(
      writing,
      caller,
      command,
      { intent, rights: [right] },
      async ({ em, measure: { id: measureId, programmeId } }) => {
        const personId = await findCandidate(em, programmeId, command.personId, part);
        if (personId === null) return err(invalid('personId', 'UNKNOWN'));
        if (await em.existsBy(entity, { measureId, personId })) return ok({ history: [] });
        await em.insert(entity, { measureId, personId });
        return ok({ history: [{ field: `${field}.added`, to: personId }] });
      },
    );
}

/** Takes a person off the list; one who doesn't stand there is unknown. */
function removing(intent: string, { entity, field, right }: PeopleList): UseCase<Name> {
  return (writing, caller, command) =>
    writeMeasure<MeasureRefusal>(
      writing,
      caller,
      command,
      { intent, rights: [right] },
      async ({ em, measure: { id: measureId } }) => {
        const listed = await em.findOneBy(entity, { measureId, personId: command.personId });
        if (listed === null) return err(invalid('personId', 'UNKNOWN'));
        const { personId } = listed;
        await em.delete(entity, { measureId, personId });
        return ok({ history: [{ field: `${field}.removed`, from: personId }] });
      },
    );
}
