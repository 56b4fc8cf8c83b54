import { moveBack, type LastMove } from '#domain/measures/undo-move.js';
import { err, type Result } from '#domain/shared/result.js';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { changeByMove } from './move-measure.js';
import {
  writeMeasure,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

export type UndoLastMoveCommand = MeasureCommand & { readonly reason?: string | null | undefined };

/**
 * Takes the last move back: a move of its own, under the rules of every move, which asks for a reason where the table
 * does. INVALID_INPUT (measureId, WRONG_STATE) where there is nothing to take back.
 */
export function undoLastMove(
  writing: Writing,
  caller: Caller,
  command: UndoLastMoveCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'undoLastMove', rights: ['ANYONE'], evenWhenClosed: true },
    async (scope) => {
      const back = moveBack(scope.facts, await lastMoveOf(scope), scope.actor);
      return back === null
        ? err(invalid('measureId', 'WRONG_STATE'))
        : changeByMove(scope, back.to, command.reason ?? null);
    },
  );
}

async function lastMoveOf({ em, measure }: MeasureScope): Promise<LastMove | null> {
  const entry = await em.findOne(HistoryEntryEntity, {
    where: { subjectId: measure.id, field: 'phase' },
    order: { at: 'DESC', id: 'DESC' },
  });
  return entry && { from: entry.fromValue, to: entry.toValue, way: entry.way };
}
