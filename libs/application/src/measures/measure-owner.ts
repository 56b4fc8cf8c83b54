import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { mailMeasureOffered } from '../mail/causes.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
import { findCandidate } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { writeMeasure, type MeasureCommand, type MeasureWritten } from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
export type AssignOwnerCommand = MeasureCommand & { readonly personId?: string | null | undefined };

/** Asks a person to own the measure, who then has to accept; null takes the owner away. */
export function assignOwner(writing: Writing, caller: Caller, command: AssignOwnerCommand): Answer {
  const { personId } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'assignOwner', rights: ['CIRCLE'] },
    async (scope) => {
      const { em, measure } = scope;
      const { programmeId, checkerId, ownerId: from } = measure;
      const to = personId ? await findCandidate(em, programmeId, personId, 'OWNER') : null;
      if (personId && to === null) return err(invalid('personId', 'UNKNOWN'));
      if (to !== null && to === checkerId) return err(invalid('personId', 'CHECKER_IS_OWNER'));
      if (to !== null) await mailMeasureOffered(scope, to);
      return ok({
        set: { ownerId: to, ownerAccepted: false },
        history: from === null && to === null ? [] : [{ field: 'owner', from, to }],
      });
    },
  );
}

/** Says that the owner accepts. */
export function acceptOwnership(writing: Writing, caller: Caller, command: MeasureCommand): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'acceptOwnership', rights: ['OWNER'] },
    ({ measure, actor }) =>
      measure.ownerAccepted
        ? err(invalid('measureId', 'WRONG_STATE'))
        : ok({
            set: { ownerAccepted: true },
            history: [{ field: 'ownerAccepted', to: actor.personId }],
          }),
  );
}

/** Gives the measure back, with a reason; nobody owns it then. */
export function declineOwnership(
  writing: Writing,
  caller: Caller,
  command: MeasureCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'declineOwnership', rights: ['OWNER'] },
    ({ actor }) => {
      const faults = textFaults({
        field: 'reason',
        text: reason,
        longest: LIMITS.text,
        required: true,
      });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      return ok({
        set: { ownerId: null, ownerAccepted: false },
        history: [{ field: 'ownerDeclined', from: actor.personId, reason }],
      });
    },
  );
}
