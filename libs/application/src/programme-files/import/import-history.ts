import { v7 as uuidv7 } from 'uuid';
import type { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import type { Change } from './compare.js';
import type { Row } from '../rows/row.js';
import type { IdOf } from '../rows/wanted-rows.js';

/** An entry as plain columns. */
type Entry = { readonly [Column in keyof HistoryEntryEntity]: HistoryEntryEntity[Column] };

/** Tables whose changes are kept for good, and what they are called in the history. */
export const SUBJECTS: Readonly<Record<string, HistoryEntryEntity['subject']>> = {
  programme: 'PROGRAMME',
  loop: 'LOOP',
  measure: 'MEASURE',
  result: 'RESULT',
  decision: 'DECISION',
};

/** The history of an import: each column that changed, and the phase in which each new measure begins. */
export function historyOf(
  changes: readonly Change[],
  programmeId: string,
  idOf: IdOf,
  at: Date,
): readonly Entry[] {
  return changes.flatMap(({ table, added, changed }) => {
    const subject = SUBJECTS[table.kind];
    if (subject === undefined) return [];
    const entry = (
      name: string,
      field: string,
      fromValue: unknown,
      toValue: unknown,
      version: number | null,
    ): Entry => ({
      id: uuidv7(),
      programmeId,
      subject,
      subjectId: idOf(table.kind, name),
      at,
      actorId: null,
      way: 'IMPORT',
      field,
      fromValue: asText(fromValue),
      toValue: asText(toValue),
      reason: null,
      partId: null,
      version,
    });
    return [
      ...changed.flatMap(({ name, columns, row }) =>
        Object.entries(columns).map(([field, value]) =>
          entry(name, field, row[field], value, versionAfter(row)),
        ),
      ),
      ...(table.kind === 'measure' ? added : []).map(({ name, columns }) =>
        entry(name, 'phase', null, columns['phase'], 1),
      ),
    ];
  });
}

function versionAfter({ version }: Row): number | null {
  return typeof version === 'number' ? version + 1 : null;
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
