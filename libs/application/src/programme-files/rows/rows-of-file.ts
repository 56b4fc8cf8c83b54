import type { Placement } from '#domain/measures/place-recorded.js';
import type { ProgrammeFile } from '../programme-file.js';
import { linksOfDecisions, rowsOfDecisions } from './rows-of-decisions.js';
import { rowsOfMeasures } from './rows-of-measures.js';
import { rowsOfProgramme } from './rows-of-programme.js';
import type { IdOf, WantedTable } from './wanted-rows.js';

/** What a file asks for, as rows in the order in which they can be written. */
export function rowsOfFile(
  file: ProgrammeFile,
  placements: ReadonlyMap<string, Placement>,
  idOf: IdOf,
): readonly WantedTable[] {
  const programmeId = idOf('programme', file.programme.slug);
  const loopOf = new Map((file.actionFields ?? []).map((field) => [field.key, field.loop]));
  const source = { file, placements, idOf, programmeId, loopOf };
  return [
    ...rowsOfProgramme(source),
    // Before the next steps that they made, and their links after the measures.
    rowsOfDecisions(source),
    ...rowsOfMeasures(source),
    linksOfDecisions(source),
  ];
}
