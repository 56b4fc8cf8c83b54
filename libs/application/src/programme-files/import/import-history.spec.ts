import { expect, it } from '@jest/globals';
import { HISTORY_FIELDS, IMPORTED_FIELDS } from '#domain/history/history-fields.js';
import { aProgramme } from '../../../../../test/support/sample-programme.js';
import type { ProgrammeFile } from '../programme-file.js';
import { rowsOfFile } from '../rows/rows-of-file.js';
import { SUBJECTS } from './import-history.js';

it('tells of no column that the list of the history lacks', () => {
  const decisions = [
    { key: 'ja', body: 'Kreis', day: '2026-05-04', point: 'Weiter?', ruling: 'APPROVED' },
  ];
  const file = { ...aProgramme('probe'), decisions } as unknown as ProgrammeFile;
  const tables = rowsOfFile(file, new Map(), (kind, name) => `${kind}/${name}`);
  const known: Readonly<Record<string, readonly string[]>> = IMPORTED_FIELDS;
  const told = tables.flatMap(({ kind, rows }) => {
    const subject = SUBJECTS[kind];
    if (subject === undefined) return [];
    const fields: readonly string[] = [...HISTORY_FIELDS[subject], ...(known[subject] ?? [])];
    return rows.flatMap(({ columns }) =>
      // A record stays in its programme.
      Object.keys(columns).map((column) => ({
        kind,
        column,
        known: column === 'programmeId' || fields.includes(column),
      })),
    );
  });
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(Object.keys(SUBJECTS)));
  expect(told.filter((one) => !one.known)).toEqual([]);
});
