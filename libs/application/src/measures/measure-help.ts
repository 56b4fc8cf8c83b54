import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { writeMeasure, type MeasureCommand, type MeasureWritten } from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;

/** Asks for help; a later call takes the place of an earlier one. */
export function requestHelp(
  writing: Writing,
  caller: Caller,
  command: MeasureCommand & { readonly text: string },
): Answer {
  const { text } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'requestHelp', rights: ['EDITOR'] },
    ({ measure: { helpWanted: from } }) => {
      const faults = textFaults({ field: 'text', text, longest: LIMITS.text, required: true });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      return ok({
        set: { helpWanted: text },
        history: from === text ? [] : [{ field: 'help.wanted', from, to: text }],
      });
    },
  );
}

/** Says that help is wanted no more. */
export function withdrawHelp(writing: Writing, caller: Caller, command: MeasureCommand): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'withdrawHelp', rights: ['EDITOR'] },
    ({ measure: { helpWanted: from } }) =>
      from === null
        ? err(invalid('measureId', 'WRONG_STATE'))
        : ok({ set: { helpWanted: null }, history: [{ field: 'help.withdrawn', from }] }),
  );
}
