import type { Change, ChangedRow } from './compare.js';
import type { FaultAt, FileFault } from '../file-fault.js';
import type { Row } from '../rows/row.js';
import type { StoredRows } from '../rows/stored-rows.js';

/** A closed loop is frozen: what stands in it already doesn't change; recorded history may still be added. */
export function frozenFaults(
  changes: readonly Change[],
  stored: StoredRows,
  faultAt: FaultAt,
): readonly FileFault[] {
  const closed = new Map(
    [...(stored.get('loop')?.values() ?? [])]
      .filter((row) => row['stage'] === 'CLOSED')
      .map((row) => [row['id'], Number(row['number'])]),
  );
  const closedNumbers = new Set<number | null>(closed.values());
  const loopOfMeasure = columnById(stored.get('measure'), 'loopId');
  const measureOfResult = columnById(stored.get('result'), 'measureId');
  const measureOf = (row: Row): unknown => row['measureId'] ?? measureOfResult.get(row['resultId']);
  /** The number of the closed loop in which a stored row stands. */
  const standsIn = (row: Row): number | undefined =>
    closed.get(row['loopId'] ?? loopOfMeasure.get(measureOf(row)));
  /** The number of the closed loop out of which, within which or into which a row would change. */
  const frozenIn = (kind: string, { frozenBy, row }: ChangedRow): number | null | undefined => {
    if (closedNumbers.has(frozenBy)) return frozenBy;
    return kind === 'nextStep' ? undefined : standsIn(row);
  };

  return changes.flatMap(({ table, added, changed, removed }) => [
    ...changed.flatMap((row) => {
      const number = frozenIn(table.kind, row);
      const columns = Object.keys(row.columns);
      // A row's place in the list is an order of the file and no content of the loop.
      if (number === undefined || columns.every((column) => column === 'position')) return [];
      return faultAt(
        row.path,
        `is in loop ${number}, which is closed and doesn’t change any more (${columns.join(', ')})`,
      );
    }),
    ...added
      .filter(({ frozenBy, columns }) => {
        const isPart = table.isPart || table.kind === 'result';
        return isPart && closedNumbers.has(frozenBy) && loopOfMeasure.has(measureOf(columns));
      })
      .map(({ path, frozenBy }) =>
        faultAt(
          path,
          `belongs to a measure of loop ${frozenBy}, which is closed and doesn’t change any more`,
        ),
      ),
    ...removed
      // What a decision is about belongs to the decision.
      .filter(({ row }) => table.kind !== 'decisionMeasure' && standsIn(row) !== undefined)
      .map(({ name }) =>
        faultAt(
          ['measures'],
          `${table.kind} ${name} is gone from the file, but its loop is closed and doesn’t change any more`,
        ),
      ),
  ]);
}

function columnById(
  rows: ReadonlyMap<string, Row> | undefined,
  column: string,
): ReadonlyMap<unknown, unknown> {
  return new Map([...(rows?.values() ?? [])].map((row) => [row['id'], row[column]]));
}
