import type { EntityManager } from 'typeorm';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { endSessions } from '../../accounts/end-sessions.js';
import { deleteRows, insertRows, keysOf, updateRows } from './bulk-writes.js';
import type { Change, ChangedRow } from './compare.js';
import { historyOf } from './import-history.js';
import type { IdOf } from '../rows/wanted-rows.js';

/** Writes what changes, with its history: what is removed first, then table by table, parents before children. */
export async function writeChanges(
  em: EntityManager,
  changes: readonly Change[],
  programmeId: string,
  idOf: IdOf,
  at: Date,
): Promise<void> {
  for (const { table, removed } of changes.toReversed())
    await deleteRows(
      em,
      table.entity,
      removed.map(({ row }) => row),
    );
  for (const change of changes) {
    await updateChanged(em, change, at);
    await insertAdded(em, change, idOf);
  }
  const history = historyOf(changes, programmeId, idOf, at);
  await insertRows(em, HistoryEntryEntity, history, (entry) => entry);
  await learnSizes(em, changes);
  // What is checked at the commit is checked now, so that a dry run meets it as well.
  await em.query('SET CONSTRAINTS ALL IMMEDIATE');
}

/** From so many new rows on a table has another size than the planner knows. */
const MANY_ROWS = 1_000;

/**
 * What follows from the rows is computed in this transaction, long before the database looks at their number by itself:
 * with its old figures that takes a hundred times as long for ten times as many measures.
 */
async function learnSizes(em: EntityManager, changes: readonly Change[]): Promise<void> {
  const grown = changes
    .filter(({ added }) => added.length >= MANY_ROWS)
    .map(({ table }) => em.dataSource.getMetadata(table.entity).tableName);
  if (grown.length > 0) await em.query(`ANALYZE "${grown.join('", "')}"`);
}

async function updateChanged(em: EntityManager, change: Change, at: Date): Promise<void> {
  const { table, changed } = change;
  if (changed.length === 0) return;
  await giveUp(em, change);
  if (table.kind === 'person') await signOutChanged(em, changed);
  const touched = table.kind === 'measure' ? { lastActivityAt: at } : {};
  await updateRows(
    em,
    table.entity,
    changed.map(({ row, columns }) => ({ id: row['id'], columns: { ...columns, ...touched } })),
  );
}

/** Another role or address counts at once: its person signs in anew, and with another address as somebody new. */
async function signOutChanged(em: EntityManager, changed: readonly ChangedRow[]): Promise<void> {
  for (const { row, columns } of changed) {
    if (!('role' in columns || 'email' in columns)) continue;
    const id = row['id'] as string;
    const person = await em.findOneByOrFail(PersonEntity, { id });
    await endSessions(em, person.accountId);
    if ('email' in columns) await em.update(PersonEntity, { id }, { accountId: null });
  }
}

/** Only one loop runs, and a measure has one successor: who no longer does gives that up before another takes it. */
async function giveUp(em: EntityManager, { table, changed }: Change): Promise<void> {
  const idsOf = (holds: (row: ChangedRow) => boolean): unknown[] =>
    changed.filter(holds).map(({ row }) => row['id']);
  if (table.kind === 'loop')
    await em.query(`UPDATE learning_loop SET stage = 'REVIEW' WHERE id = ANY($1)`, [
      idsOf(({ row, columns }) => row['stage'] === 'RUNNING' && columns['stage'] !== undefined),
    ]);
  if (table.kind === 'measure')
    await em.query('UPDATE measure SET carried_from_id = NULL WHERE id = ANY($1)', [
      idsOf(({ row, columns }) => row['carriedFromId'] !== null && 'carriedFromId' in columns),
    ]);
}

async function insertAdded(em: EntityManager, { table, added }: Change, idOf: IdOf): Promise<void> {
  // Rows that are named by two other ids have none of their own.
  const hasId = keysOf(em, table.entity).includes('id');
  await insertRows(em, table.entity, added, ({ name, columns }) =>
    hasId ? { id: idOf(table.kind, name), ...columns } : columns,
  );
}
