import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Placement } from '#domain/measures/place-recorded.js';
import { isEndPhase, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { findLikelyCopies, type LikelyCopy } from './find-likely-copies.js';
import { placeMeasures } from './place-measures.js';
import type { FileFault, ReadFile } from './read-programme-file.js';
import { rowsOfFile, type WantedRow, type WantedTable } from './rows-of-file.js';
import type { Row } from './row.js';
import { readStoredRows, type StoredRows } from './stored-rows.js';

export type RecordName = { readonly kind: string; readonly name: string };

/** What an import did, or with a dry run would have done. */
export type ImportReport = {
  readonly slug: string;
  readonly added: readonly RecordName[];
  readonly changed: readonly (RecordName & { readonly columns: readonly string[] })[];
  /** Parts that the file no longer has: steps, attachments, contributors, guides, goals of a measure. */
  readonly removed: readonly RecordName[];
  /** Records that are not in the file and stay as they are. */
  readonly left: readonly RecordName[];
  readonly unchanged: number;
  readonly lowered: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly missing: readonly string[];
  }[];
  readonly recorded: readonly { readonly key: string; readonly gaps: readonly string[] }[];
  readonly likelyCopies: readonly LikelyCopy[];
};

/** Longest list of rows in one INSERT: PostgreSQL takes 65,535 parameters in a statement. */
const ROWS_PER_INSERT = 1_000;
/** The way of a measure that goes forward; a file doesn't move one back, because that needs a reason. */
const WAY = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'];
const STAGES = ['PLANNED', 'RUNNING', 'REVIEW', 'CLOSED'];

/** Thrown to roll a dry run back after its report is made. */
class DryRun extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run');
  }
}

/**
 * Brings a programme's records to what a file says: all of it, or on any fault nothing.
 * Records are found again by key; the rules of domain and closed loops hold (docs/spec/pdca.md §7).
 * Refusals: faults with line, key and reason. Throws when the database does.
 */
export async function importProgramme(
  dataSource: DataSource,
  read: ReadFile,
  options: { readonly dryRun: boolean; readonly at: Date },
): Promise<Result<ImportReport, readonly FileFault[]>> {
  const placed = placeMeasures(read.file);
  const refused = (read.file.measures ?? []).flatMap((measure, at) => {
    const placement = placed.get(measure.key);
    return typeof placement === 'string'
      ? [read.faultAt(['measures', at, 'phase'], placement)]
      : [];
  });
  if (refused.length > 0) return err(refused);
  const placements = placed as ReadonlyMap<string, Placement>;
  try {
    return await new Transactions(dataSource).run(async (em) => {
      const result = await write(em, read, placements, options.at);
      if (result.ok && options.dryRun) throw new DryRun(result.value);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof DryRun) return ok(thrown.report);
    throw thrown;
  }
}

async function write(
  em: EntityManager,
  read: ReadFile,
  placements: ReadonlyMap<string, Placement>,
  at: Date,
): Promise<Result<ImportReport, readonly FileFault[]>> {
  const { slug } = read.file.programme;
  // Two imports of one programme, or one and an edit, go one after the other.
  await em.query('SELECT pg_advisory_xact_lock(hashtext($1))', [slug]);
  const [programme] = await em.query<{ id: string }[]>(
    'SELECT id FROM programme WHERE slug = $1 FOR UPDATE',
    [slug],
  );
  const stored: StoredRows = programme ? await readStoredRows(em, programme.id) : new Map();
  const newIds = new Map<string, string>();
  const idOf = (kind: string, name: string): string => {
    const known = stored.get(kind)?.get(name)?.['id'] as string | undefined;
    if (known !== undefined) return known;
    const key = `${kind} ${name}`;
    const id = newIds.get(key) ?? uuidv7();
    newIds.set(key, id);
    return id;
  };
  const tables = rowsOfFile(read.file, placements, idOf);
  const programmeId = idOf('programme', slug);
  const inFile = new Map(
    tables.map((table) => [table.kind, new Set(table.rows.map(({ name }) => name))]),
  );
  const changes = tables.map((table) =>
    compare(
      table,
      stored.get(table.kind) ?? new Map(),
      inFile.get(table.kind === 'attachment' ? 'result' : 'measure') ?? new Set(),
    ),
  );
  const faults = changes.flatMap((change) => frozenFaults(change, stored, read));
  faults.push(...wayFaults(changes, read), ...closingFaults(changes, stored, placements, read));
  if (faults.length > 0) return err(faults);

  for (const { table, removed } of [...changes].reverse())
    for (const { row } of removed) await em.delete(table.entity, keysOf(table, row));
  for (const { table, added, changed } of changes) {
    for (const { name, row, columns } of changed) {
      const touched =
        table.kind === 'measure'
          ? { lastActivityAt: at, version: Number(row['version']) + 1 }
          : versioned(row);
      await em.update(table.entity, keysOf(table, row), { ...columns, ...touched });
      await keepHistory(em, programmeId, table.kind, idOf, name, row, columns, at);
    }
    const rows = added.map(({ name, columns }) => ({
      ...columns,
      ...(IDS_OWN.has(table.kind) ? {} : { id: idOf(table.kind, name) }),
    }));
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
      await em.insert(table.entity, rows.slice(from, from + ROWS_PER_INSERT));
  }
  const placedNew = changes.find(({ table }) => table.kind === 'measure')?.added ?? [];
  const entries = placedNew.map(({ name, columns }) => ({
    id: uuidv7(),
    programmeId,
    subject: 'MEASURE' as const,
    subjectId: idOf('measure', name),
    at,
    actorId: null,
    way: 'IMPORT' as const,
    field: 'phase',
    fromValue: null,
    toValue: word(columns['phase']),
    reason: null,
  }));
  for (let from = 0; from < entries.length; from += ROWS_PER_INSERT)
    await em.insert(HistoryEntryEntity, entries.slice(from, from + ROWS_PER_INSERT));
  return ok(report(read, placements, changes));
}

/** Tables whose rows are named by two ids and have none of their own. */
const IDS_OWN = new Set(['contributor', 'guide', 'measureGoal']);

type Change = {
  readonly table: WantedTable;
  readonly added: readonly WantedRow[];
  readonly changed: readonly (WantedRow & { readonly row: Row })[];
  readonly removed: readonly { readonly name: string; readonly row: Row }[];
  readonly left: readonly string[];
  readonly unchanged: number;
};

/** `parents` are the records of the file that parts belong to: the parts of others stay with them. */
function compare(
  table: WantedTable,
  stored: ReadonlyMap<string, Row>,
  parents: ReadonlySet<string>,
): Change {
  const added = table.rows.filter(({ name }) => !stored.has(name));
  const changed = table.rows.flatMap((wanted) => {
    const row = stored.get(wanted.name);
    if (row === undefined) return [];
    const columns = Object.fromEntries(
      Object.entries(wanted.columns).filter(
        ([column, value]) => !isDeepStrictEqual(value, row[column]),
      ),
    );
    return Object.keys(columns).length > 0 ? [{ ...wanted, columns, row }] : [];
  });
  const wanted = new Set(table.rows.map(({ name }) => name));
  const absent = [...stored].filter(([name]) => !wanted.has(name));
  return {
    table,
    added,
    changed,
    removed: table.isPart
      ? absent
          .filter(([name]) => parents.has(name.split('/')[0] ?? ''))
          .map(([name, row]) => ({ name, row }))
      : [],
    left: table.isPart ? [] : absent.map(([name]) => name),
    unchanged: table.rows.length - added.length - changed.length,
  };
}

/** A closed loop is frozen: what stands in it already doesn't change; recorded history may still be added. */
function frozenFaults(
  { table, added, changed, removed }: Change,
  stored: StoredRows,
  read: ReadFile,
): FileFault[] {
  const closed = (number: number | null): boolean =>
    number !== null && stored.get('loop')?.get(String(number))?.['stage'] === 'CLOSED';
  const measureLoops = new Map(
    [...(stored.get('measure') ?? [])].map(([key, row]) => [key, row['loopId'] as string]),
  );
  const closedIds = new Set(
    [...(stored.get('loop')?.values() ?? [])]
      .filter((row) => row['stage'] === 'CLOSED')
      .map((row) => row['id'] as string),
  );
  const ofStoredMeasure = (name: string): boolean => {
    const key = name.split('/')[0] ?? '';
    const measure =
      table.kind === 'attachment'
        ? [...(stored.get('measure') ?? [])].find(
            ([, row]) => row['id'] === stored.get('result')?.get(key)?.['measureId'],
          )?.[0]
        : key;
    return measure !== undefined && closedIds.has(measureLoops.get(measure) ?? '');
  };
  // A row's place in the list is an order of the file and no content of the loop.
  const content = changed.filter(
    (row) =>
      closed(row.frozenBy) && Object.keys(row.columns).some((column) => column !== 'position'),
  );
  const moved = changed.filter(
    ({ row, frozenBy }) =>
      table.kind !== 'nextStep' && !closed(frozenBy) && closedIds.has(word(row['loopId'])),
  );
  const newParts =
    table.isPart || table.kind === 'result'
      ? added.filter((row) => closed(row.frozenBy) && partOfStored(row, stored))
      : [];
  return [
    ...[...content, ...moved].map(({ path, frozenBy, columns }) =>
      read.faultAt(
        path,
        `is in loop ${frozenBy}, which is closed and doesn’t change any more (${Object.keys(columns).join(', ')})`,
      ),
    ),
    ...newParts.map(({ path, frozenBy }) =>
      read.faultAt(
        path,
        `belongs to a measure of loop ${frozenBy}, which is closed and doesn’t change any more`,
      ),
    ),
    ...removed
      .filter(({ name }) => ofStoredMeasure(name))
      .map(({ name }) =>
        read.faultAt(
          ['measures'],
          `${table.kind} ${name} is gone from the file, but its loop is closed and doesn’t change any more`,
        ),
      ),
  ];
}

function partOfStored({ columns }: WantedRow, stored: StoredRows): boolean {
  const measures = [...(stored.get('measure')?.values() ?? [])].map((row) => row['id']);
  const results = [...(stored.get('result')?.values() ?? [])].map((row) => row['id']);
  return measures.includes(columns['measureId']) || results.includes(columns['resultId']);
}

/** A file takes loops and measures forward only: every way back asks for a reason, which the file can't give. */
function wayFaults(changes: readonly Change[], read: ReadFile): FileFault[] {
  const changedOf = (kind: string): Change['changed'] =>
    changes.find(({ table }) => table.kind === kind)?.changed ?? [];
  const measures = changedOf('measure').filter(({ row, columns }) => {
    if (columns['phase'] === undefined) return false;
    const [from, to] = [WAY.indexOf(word(row['phase'])), WAY.indexOf(word(columns['phase']))];
    return from === -1 || (to !== -1 && to < from) || row['phase'] === 'DONE';
  });
  const loops = changedOf('loop').filter(
    ({ row, columns }) =>
      columns['stage'] !== undefined &&
      STAGES.indexOf(word(columns['stage'])) < STAGES.indexOf(word(row['stage'])),
  );
  return [
    ...measures.map(({ path, row, columns }) =>
      read.faultAt(
        [...path, 'phase'],
        `stands in ${word(row['phase'])} and would go back to ${word(columns['phase'])}: a file can’t give the reason for that`,
      ),
    ),
    ...loops.map(({ path, row, columns }) =>
      read.faultAt(
        [...path, 'stage'],
        `is ${word(row['stage'])} and would go back to ${word(columns['stage'])}: a file can’t give the reason for that`,
      ),
    ),
  ];
}

/**
 * A loop that is open here is closed by its rules, also by a file: with a reflection, and with each of its
 * measures ended in full. Gaps are forgiven only to history from before the records were kept here.
 */
function closingFaults(
  changes: readonly Change[],
  stored: StoredRows,
  placements: ReadonlyMap<string, Placement>,
  read: ReadFile,
): FileFault[] {
  const loops = changes.find(({ table }) => table.kind === 'loop')?.changed ?? [];
  return loops
    .filter(({ columns }) => columns['stage'] === 'CLOSED')
    .flatMap(({ path, row, name }) => {
      const rows = changes.find(({ table }) => table.kind === 'measure')?.table.rows ?? [];
      const inFile = rows.filter(({ frozenBy }) => String(frozenBy) === name);
      const named = new Set(rows.map((measure) => measure.name));
      const open = [...(stored.get('measure') ?? [])].filter(
        ([key, measure]) =>
          measure['loopId'] === row['id'] &&
          !named.has(key) &&
          !isEndPhase(measure['phase'] as PdcaPhase),
      );
      const reflected =
        read.file.loops?.find((loop) => String(loop.number) === name)?.reflection !== undefined;
      return [
        ...(reflected
          ? []
          : [read.faultAt(path, `loop ${name} can’t be closed: its reflection is missing`)]),
        ...open.map(([key]) =>
          read.faultAt(path, `loop ${name} can’t be closed: its measure ${key} is open`),
        ),
        ...inFile
          .filter((measure) => placements.get(measure.name)?.recorded)
          .map((measure) =>
            read.faultAt(
              measure.path,
              `loop ${name} can’t be closed: this measure lacks ${placements.get(measure.name)?.gaps.join(', ')}`,
            ),
          ),
      ];
    });
}

/** The text in a column that holds a word of the domain; empty for anything else. */
function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function keysOf(table: WantedTable, row: Row): Row {
  if (table.kind === 'measureGoal') return { measureId: row['measureId'], goalId: row['goalId'] };
  if (IDS_OWN.has(table.kind)) return { measureId: row['measureId'], personId: row['personId'] };
  return { id: row['id'] };
}

function versioned(row: Row): Row {
  return row['version'] === undefined ? {} : { version: Number(row['version']) + 1 };
}

const HISTORY_OF: Readonly<Record<string, 'PROGRAMME' | 'LOOP' | 'MEASURE' | 'RESULT'>> = {
  programme: 'PROGRAMME',
  loop: 'LOOP',
  measure: 'MEASURE',
  result: 'RESULT',
};

async function keepHistory(
  em: EntityManager,
  programmeId: string,
  kind: string,
  idOf: (kind: string, name: string) => string,
  name: string,
  before: Row,
  columns: Row,
  at: Date,
): Promise<void> {
  const subject = HISTORY_OF[kind];
  if (subject === undefined) return;
  const asText = (value: unknown): string | null =>
    value === null || value === undefined
      ? null
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  await em.insert(
    HistoryEntryEntity,
    Object.entries(columns).map(([field, value]) => ({
      id: uuidv7(),
      programmeId,
      subject,
      subjectId: idOf(kind, name),
      at,
      actorId: null,
      way: 'IMPORT' as const,
      field,
      fromValue: asText(before[field]),
      toValue: asText(value),
      reason: null,
    })),
  );
}

function report(
  read: ReadFile,
  placements: ReadonlyMap<string, Placement>,
  changes: readonly Change[],
): ImportReport {
  return {
    slug: read.file.programme.slug,
    added: changes.flatMap(({ table, added }) =>
      added.map(({ name }) => ({ kind: table.kind, name })),
    ),
    changed: changes.flatMap(({ table, changed }) =>
      changed.map(({ name, columns }) => ({
        kind: table.kind,
        name,
        columns: Object.keys(columns),
      })),
    ),
    removed: changes.flatMap(({ table, removed }) =>
      removed.map(({ name }) => ({ kind: table.kind, name })),
    ),
    left: changes.flatMap(({ table, left }) => left.map((name) => ({ kind: table.kind, name }))),
    unchanged: changes.reduce((sum, { unchanged }) => sum + unchanged, 0),
    lowered: [...placements].flatMap(([key, { lowered, gaps }]) =>
      lowered ? [{ key, from: lowered.from, to: lowered.to, missing: gaps }] : [],
    ),
    recorded: [...placements].flatMap(([key, { recorded, gaps }]) =>
      recorded ? [{ key, gaps }] : [],
    ),
    likelyCopies: findLikelyCopies(read.file),
  };
}
