import { changeOf, type Change, type StoredRow } from './compare.js';
import type { FaultAt, FileFault } from '../file-fault.js';
import type { StoredRows } from '../rows/stored-rows.js';

/**
 * Records that the file doesn't have stay, and may hold a place that can be taken once only: the one running
 * loop, and the one successor of a measure. A question that was asked in a loop stays there with its measures.
 */
export function takenPlaceFaults(
  changes: readonly Change[],
  stored: StoredRows,
  faultAt: FaultAt,
): readonly FileFault[] {
  const running = changeOf(changes, 'loop')?.left.find(({ row }) => row['stage'] === 'RUNNING');
  const successors = new Map(
    (changeOf(changes, 'measure')?.left ?? []).map(({ name, row }) => [row['carriedFromId'], name]),
  );
  successors.delete(null);
  const asked = new Set(
    [...(stored.get('measure')?.values() ?? [])].map((row) => row['actionFieldId']),
  );
  const rowsOf = (kind: string): Change['table']['rows'] =>
    changeOf(changes, kind)?.table.rows ?? [];

  return [
    ...rowsOf('loop')
      .filter(({ columns }) => running !== undefined && columns['stage'] === 'RUNNING')
      .map(({ path }) =>
        faultAt(
          [...path, 'stage'],
          `loop ${running?.name} is RUNNING already and is not in this file; only one may be`,
        ),
      ),
    ...rowsOf('measure').flatMap(({ path, columns }) => {
      const other = successors.get(columns['carriedFromId']);
      return other === undefined
        ? []
        : faultAt(
            [...path, 'carriedFrom'],
            `goes on in ${other} already, which is not in this file`,
          );
    }),
    ...(changeOf(changes, 'actionField')?.changed ?? [])
      .filter(({ columns, row }) => columns['loopId'] !== undefined && asked.has(row['id']))
      .map(({ path }) =>
        faultAt(
          [...path, 'loop'],
          'is another loop than the one in which it was asked: give the question of that loop a key of its own',
        ),
      ),
  ];
}

/**
 * Next steps that the file doesn't have stand behind those of the file, in their old order: no two of a measure
 * may have one place. Answers `changes` with those that have to make room.
 */
export function makeRoom(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => {
    if (change.table.kind !== 'nextStep' || change.left.length === 0) return change;
    const taken = Map.groupBy(change.table.rows, ({ columns }) => columns['measureId']);
    const left = Map.groupBy(change.left, ({ row }) => row['measureId']);
    const moved = [...left].flatMap(([measureId, steps]) => {
      const first = taken.get(measureId)?.length ?? 0;
      return first === 0
        ? []
        : inTheirOrder(steps).map((step, at) => ({ ...step, to: first + at }));
    });
    return {
      ...change,
      changed: [
        ...change.changed,
        ...moved
          .filter(({ row, to }) => row['position'] !== to)
          .map(({ name, row, to }) => ({
            name,
            row,
            path: ['measures'],
            frozenBy: null,
            columns: { position: to },
          })),
      ],
    };
  });
}

function inTheirOrder(steps: readonly StoredRow[]): StoredRow[] {
  return steps.toSorted((a, b) => Number(a.row['position']) - Number(b.row['position']));
}
