import type { SqlReader } from '../published/sql-reader.js';
import type { WorkspaceReader, WorkspaceScope } from './workspace-reader.js';
import { programmeIdOf, type RecordTable } from '../shared/write-in-programme.js';

/** The workspace that a record belongs to; null when there is none, or none that the account may enter. */
export async function enterBy(
  database: SqlReader,
  workspaces: WorkspaceReader,
  accountId: string,
  table: RecordTable,
  id: string,
): Promise<WorkspaceScope | null> {
  const [row] = await database.query<{ slug: string }[]>(
    `SELECT pr.slug FROM programme pr WHERE pr.id = (${programmeIdOf(table)})`,
    [id],
  );
  return row === undefined ? null : workspaces.enter(accountId, row.slug);
}
