import type { RequestReused } from '#application/shared/caller.js';
import type { InvalidInput } from '#application/shared/refusals.js';
import type { Refusal, UserErrorCode } from './user-error.js';

/**
 * A use case's refusal as the schema has it: fields of the input by their path, and a request id that was given to
 * another request as a fault of that field.
 */
export function toRefusal(error: Refusal | InvalidInput | RequestReused): Refusal {
  if (error.code === 'REQUEST_REUSED')
    return toRefusal({
      code: 'INVALID_INPUT',
      faults: [{ field: 'requestId', problem: 'REUSED' }],
    } satisfies InvalidInput);
  if (!('faults' in error)) return error satisfies { readonly code: UserErrorCode };
  const faults = error.faults.map((fault) => ({ ...fault, field: `input.${fault.field}` }));
  return { ...error, faults } as Refusal;
}
