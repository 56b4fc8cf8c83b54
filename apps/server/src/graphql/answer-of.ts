import type { RequestReused } from '#application/shared/caller.js';
import type { InvalidInput } from '#application/shared/refusals.js';
import type { Result } from '#domain/shared/result.js';
import { toRefusal } from './to-refusal.js';
import type { Refusal } from './user-error.js';

/**
 * What a mutation answers: the refusal of its use case as the schema has it, or what came of it, read as the caller
 * sees it by now. NOT_FOUND when somebody has taken it, or the right to see it, away in between.
 */
export async function answerOf<Written, Seen extends object>(
  outcome: Promise<Result<Written, Refusal | InvalidInput | RequestReused>>,
  read: (written: Written) => Promise<Seen | null>,
): Promise<Seen | Refusal> {
  const done = await outcome;
  if (!done.ok) return toRefusal(done.error);
  return (await read(done.value)) ?? { code: 'NOT_FOUND' };
}
