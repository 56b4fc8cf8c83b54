import type { Placement } from '#domain/measures/place-recorded.js';
import type { Change } from './compare.js';
import { findLikelyCopies, type LikelyCopy } from './find-likely-copies.js';
import type { ProgrammeFile } from '../programme-file.js';

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

export function reportOf(
  file: ProgrammeFile,
  placements: ReadonlyMap<string, Placement>,
  changes: readonly Change[],
): ImportReport {
  const names = (pick: (change: Change) => readonly { readonly name: string }[]): RecordName[] =>
    changes.flatMap((change) =>
      pick(change).map(({ name }) => ({ kind: change.table.kind, name })),
    );
  return {
    slug: file.programme.slug,
    added: names(({ added }) => added),
    changed: changes.flatMap(({ table, changed }) =>
      changed.map(({ name, columns }) => ({
        kind: table.kind,
        name,
        columns: Object.keys(columns),
      })),
    ),
    removed: names(({ removed }) => removed),
    left: names(({ left }) => left),
    unchanged: changes.reduce((sum, { unchanged }) => sum + unchanged, 0),
    lowered: [...placements].flatMap(([key, { lowered, gaps }]) =>
      lowered ? [{ key, from: lowered.from, to: lowered.to, missing: gaps }] : [],
    ),
    recorded: [...placements].flatMap(([key, { recorded, gaps }]) =>
      recorded ? [{ key, gaps }] : [],
    ),
    likelyCopies: findLikelyCopies(file),
  };
}
