import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../rows/row.js';
import type { StoredRows } from '../rows/stored-rows.js';
import type { WantedRow, WantedTable } from '../rows/wanted-rows.js';

export type StoredRow = { readonly name: string; readonly row: Row };
/** `columns` are those that differ, as the file wants them; `row` is what is stored. */
export type ChangedRow = WantedRow & { readonly row: Row };

/** What has to happen to one table. */
export type Change = {
  readonly table: WantedTable;
  readonly added: readonly WantedRow[];
  readonly changed: readonly ChangedRow[];
  readonly removed: readonly StoredRow[];
  /** Stored records that are not in the file and stay. */
  readonly left: readonly StoredRow[];
  readonly unchanged: number;
};

/** To what the parts of a table belong, where that isn’t a measure. */
const PARENTS: Readonly<Record<string, string>> = {
  attachment: 'result',
  decisionMeasure: 'decision',
};

/** Compares what the file wants with what is stored; the changes come in the order of the tables. */
export function compare(tables: readonly WantedTable[], stored: StoredRows): readonly Change[] {
  const inFile = new Map(
    tables.map(({ kind, rows }) => [kind, new Set(rows.map(({ name }) => name))]),
  );
  return tables.map((table) => {
    const names = inFile.get(table.kind);
    const absent = [...(stored.get(table.kind) ?? [])]
      .filter(([name]) => !names?.has(name))
      .map(([name, row]) => ({ name, row }));
    // The parts of records that are not in the file stay with them.
    const parents = inFile.get(PARENTS[table.kind] ?? 'measure');
    const ofFile = ({ name }: StoredRow): boolean =>
      parents?.has(name.split('/')[0] ?? '') ?? false;
    return {
      table,
      ...compareRows(table, stored.get(table.kind)),
      removed: table.isPart ? absent.filter(ofFile) : [],
      left: table.isPart ? [] : absent,
    };
  });
}

export function changeOf(changes: readonly Change[], kind: string): Change | undefined {
  return changes.find(({ table }) => table.kind === kind);
}

function compareRows(
  { rows: wanted, kept = () => [] }: WantedTable,
  stored: ReadonlyMap<string, Row> | undefined,
): Pick<Change, 'added' | 'changed' | 'unchanged'> {
  const added: WantedRow[] = [];
  const changed: ChangedRow[] = [];
  for (const one of wanted) {
    const row = stored?.get(one.name);
    if (row === undefined) added.push(one);
    else {
      const stays = kept(row);
      const columns = Object.keys(one.columns).filter(
        (column) => !isSame(one.columns[column], row[column]) && !stays.includes(column),
      );
      if (columns.length > 0) changed.push({ ...one, columns: pick(one.columns, columns), row });
    }
  }
  return { added, changed, unchanged: wanted.length - added.length - changed.length };
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

/** Only translations and instants are objects, and worth a deep look. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && isDeepStrictEqual(one, other));
}
