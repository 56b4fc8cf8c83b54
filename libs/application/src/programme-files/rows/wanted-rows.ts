import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Placement } from '#domain/measures/place-recorded.js';
import type { FilePath } from '../file-path.js';
import type { ProgrammeFile } from '../programme-file.js';
import type { Row } from './row.js';

/** A row as the file wants it, with what finds it again in the database. */
export type WantedRow = {
  /** Stable within the programme and table: the key, the loop's number, or parent and position. */
  readonly name: string;
  readonly path: FilePath;
  /** The number of the loop that freezes the row once it is closed; null for what may always change. */
  readonly frozenBy: number | null;
  readonly columns: Row;
};

/** All rows of one table. A part belongs to its parent: rows that the file no longer has are deleted. */
export type WantedTable = {
  readonly kind: string;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly isPart: boolean;
  readonly rows: readonly WantedRow[];
  /** The columns in which a stored row stays as it is, whatever the file says. */
  readonly kept?: (stored: Row) => readonly string[];
};

/** Gives the id of a record by table and name: the stored one, or a new one. */
export type IdOf = (kind: string, name: string) => string;

/** What rows are made from. */
export type RowSource = {
  readonly file: ProgrammeFile;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly idOf: IdOf;
  readonly programmeId: string;
  /** The number of an action field's loop, by the field's key. */
  readonly loopOf: ReadonlyMap<string, number>;
};

export function table(
  kind: string,
  entity: EntityTarget<ObjectLiteral>,
  rows: readonly WantedRow[],
  isPart = false,
): WantedTable {
  return { kind, entity, rows, isPart };
}

/** Rows of the records of one list of the file, each named by its key. */
export function keyedRows<Item extends { readonly key: string }>(
  programmeId: string,
  list: string,
  items: readonly Item[],
  columns: (item: Item) => Row,
  frozenBy: (item: Item) => number | null = () => null,
): WantedRow[] {
  return items.map((item, position) => ({
    name: item.key,
    path: [list, position],
    frozenBy: frozenBy(item),
    columns: { programmeId, key: item.key, position, ...columns(item) },
  }));
}

export function idOrNull(idOf: IdOf, kind: string, name: string | undefined): string | null {
  return name === undefined ? null : idOf(kind, name);
}
