import type { CarryOverRefusal } from '#domain/measures/carry-over.js';
import type { InvalidInput } from '../shared/refusals.js';
import type { WriteRefusal } from './write-measure.js';

/** What the rules refuse, told as one's right is told elsewhere. */
export type RuleRefusal = Exclude<CarryOverRefusal, { readonly code: 'MOVE_NOT_PERMITTED' }>;

/** Everything that a write to a measure may be refused for. */
export type MeasureRefusal = WriteRefusal | InvalidInput | RuleRefusal;

/** A refusal of the rules as a use case answers it: a move that is somebody else's to make is NOT_ALLOWED. */
export function refusalOf(refusal: CarryOverRefusal): MeasureRefusal {
  return refusal.code === 'MOVE_NOT_PERMITTED' ? { code: 'NOT_ALLOWED' } : refusal;
}
