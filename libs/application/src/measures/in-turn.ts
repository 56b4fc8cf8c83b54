import { createHash } from 'node:crypto';
import type { Result } from '#domain/shared/result.js';
import type { Caller } from '../shared/caller.js';
import type { MeasureRefusal } from './measure-refusal.js';
import type { MeasureCommand, MeasureWritten } from './write-measure.js';

export type MeasureOutcome = Result<MeasureWritten, MeasureRefusal>;
export type BulkAnswer = { readonly measureId: string; readonly outcome: MeasureOutcome };

/** Writes to one measure after the other, each in a transaction and with a request id of its own, derived from the caller's. */
export async function inTurn(
  caller: Caller,
  measures: readonly MeasureCommand[],
  write: (caller: Caller, measure: MeasureCommand) => Promise<MeasureOutcome>,
): Promise<readonly BulkAnswer[]> {
  const answers: BulkAnswer[] = [];
  for (const { measureId, version } of measures) {
    const requestId =
      caller.requestId === null ? null : derivedId(`${caller.requestId} ${measureId}`);
    const outcome = await write({ ...caller, requestId }, { measureId, version });
    answers.push({ measureId, outcome });
  }
  return answers;
}

/** Always the same UUID for the same text. */
function derivedId(text: string): string {
  const digits = createHash('sha256').update(text.toLowerCase()).digest('hex');
  return [0, 8, 12, 16, 20]
    .map((from, at) => digits.slice(from, [8, 12, 16, 20, 32][at]))
    .join('-');
}
