import { LOOP_STAGES } from '#domain/measures/measure.record.js';
import { PDCA_MOVES } from '#domain/pdca/pdca-moves.js';
import { isEndPhase, PDCA_PHASES } from '#domain/pdca/pdca-phase.js';
import { changeOf, type Change, type ChangedRow } from './compare.js';
import type { FaultAt, FileFault } from '../file-fault.js';
import type { Row } from '../rows/row.js';

/** The way of a measure that goes forward. */
const WAY: readonly unknown[] = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'];
const STAGES: readonly unknown[] = LOOP_STAGES;

/**
 * A file takes loops and measures forward only: every way back asks for a reason, which the file can't give. A measure
 * ends where the moves of its phase lead, and nowhere else.
 */
export function wayBackFaults(changes: readonly Change[], faultAt: FaultAt): readonly FileFault[] {
  const back = (
    kind: string,
    column: string,
    verb: string,
    isBack: (from: Row, to: Row) => boolean,
  ): readonly FileFault[] =>
    changedIn(changes, kind, column)
      .filter(({ row, columns }) => isBack(row, columns))
      .map(({ path, row, columns }) =>
        faultAt(
          [...path, column],
          `${verb} ${String(row[column])} and would go back to ${String(columns[column])}: a file can’t give the reason for that`,
        ),
      );

  return [
    ...back('measure', 'phase', 'stands in', (from, to) => {
      const [here, there] = [WAY.indexOf(from['phase']), WAY.indexOf(to['phase'])];
      // An ended measure has left the way, and may be taken up again with a reason only.
      return here === -1 || from['phase'] === 'DONE' || (there !== -1 && there < here);
    }),
    ...changedIn(changes, 'measure', 'phase')
      .filter(({ row, columns }) => isNoEnd(row['phase'], columns['phase']))
      .map(({ path, row, columns }) =>
        faultAt(
          [...path, 'phase'],
          `stands in ${String(row['phase'])}: no move leads from there to ${String(columns['phase'])}`,
        ),
      ),
    ...back(
      'loop',
      'stage',
      'is',
      (from, to) => STAGES.indexOf(to['stage']) < STAGES.indexOf(from['stage']),
    ),
  ];
}

/** Whether a measure on its way would end where no move of the table leads it. */
function isNoEnd(from: unknown, to: unknown): boolean {
  const phase = PDCA_PHASES.find((known) => known === from);
  if (phase === undefined || isEndPhase(phase) || WAY.includes(to)) return false;
  return !PDCA_MOVES[phase].some((move) => move.to === to);
}

function changedIn(
  changes: readonly Change[],
  kind: string,
  column: string,
): readonly ChangedRow[] {
  const changed = changeOf(changes, kind)?.changed ?? [];
  return changed.filter(({ columns }) => columns[column] !== undefined);
}
