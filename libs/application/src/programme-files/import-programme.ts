import type { DataSource, EntityManager } from 'typeorm';
import type { Placement } from '#domain/measures/place-recorded.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { closingFaults } from './import/closing-loops.js';
import { compare } from './import/compare.js';
import type { FileFault } from './file-fault.js';
import { frozenFaults } from './import/frozen-loops.js';
import { reportOf, type ImportReport } from './import/import-report.js';
import { makeRoom, takenPlaceFaults } from './import/left-records.js';
import { placeMeasures } from './import/place-measures.js';
import type { ReadFile } from './read-programme-file.js';
import { recordIds } from './rows/record-ids.js';
import { rowsOfFile } from './rows/rows-of-file.js';
import { readStoredRows, type StoredRows } from './rows/stored-rows.js';
import { wayBackFaults } from './import/ways-back.js';
import { writeChanges } from './import/write-changes.js';

export type { ImportReport } from './import/import-report.js';

/** An import may take longer than any question to the server, and may wait for another import of its programme. */
const LONGER_LIMITS = `SELECT set_config(name, '10min', true)
  FROM unnest(ARRAY['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) name`;

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
      const result = await bring(em, read, placements, options.at);
      if (result.ok && options.dryRun) throw new DryRun(result.value);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof DryRun) return ok(thrown.report);
    throw thrown;
  }
}

async function bring(
  em: EntityManager,
  { file, faultAt }: ReadFile,
  placements: ReadonlyMap<string, Placement>,
  at: Date,
): Promise<Result<ImportReport, readonly FileFault[]>> {
  const { slug } = file.programme;
  await em.query(LONGER_LIMITS);
  // Two imports of one programme go one after the other, also while there is none yet.
  await em.query('SELECT pg_advisory_xact_lock(hashtext($1))', [slug]);
  // Not FOR UPDATE: every write of the programme would wait for that, also one that this import waits for.
  const [programme] = await em.query<{ id: string }[]>(
    'SELECT id FROM programme WHERE slug = $1 FOR NO KEY UPDATE',
    [slug],
  );
  if (programme) await lockRecords(em, programme.id);
  const stored: StoredRows = programme ? await readStoredRows(em, programme.id) : new Map();
  const idOf = recordIds(stored);
  const compared = compare(rowsOfFile(file, placements, idOf), stored);
  const faults = [
    ...frozenFaults(compared, stored, faultAt),
    ...wayBackFaults(compared, faultAt),
    ...closingFaults(compared, placements, faultAt),
    ...takenPlaceFaults(compared, stored, faultAt),
  ];
  if (faults.length > 0) return err(faults);

  const changes = makeRoom(compared);
  await writeChanges(em, changes, idOf('programme', slug), idOf, at);
  return ok(reportOf(file, placements, changes));
}

/** An edit that comes meanwhile waits, and is told then what has changed; in the order in which edits lock as well. */
async function lockRecords(em: EntityManager, programmeId: string): Promise<void> {
  for (const table of ['measure', 'learning_loop'])
    await em.query(`SELECT 1 FROM ${table} WHERE programme_id = $1 ORDER BY id FOR UPDATE`, [
      programmeId,
    ]);
}
