import { reasonOf, say } from './say.js';

/** One line of the table of what is to be reached. */
export type Row = {
  readonly work: string;
  readonly target: string;
  readonly measured: string;
  /** Null where there is nothing to reach. */
  readonly reached: boolean | null;
};

/** What a part of the benchmark says: its lines of that table, and its own Markdown below it. */
export type Part = { readonly rows: readonly Row[]; readonly details: readonly string[] };

export const NOTHING: Part = { rows: [], details: [] };

/** Lines that say that a part couldn't be measured, one for each of its works. */
export function notMeasured(
  works: readonly (readonly [work: string, target: string])[],
  error: unknown,
): Part {
  const reason = reasonOf(error).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 300);
  say(`  not measured: ${reason}`);
  return {
    rows: works.map(([work, target]) => ({
      work,
      target,
      measured: `not measured: ${reason}`,
      reached: false,
    })),
    details: [],
  };
}

/** A Markdown table. */
export function table(
  head: readonly string[],
  lines: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line), ''];
}

/** The table of what is to be reached; what failed at every size stands there once. */
export function goalsTable(rows: readonly Row[]): readonly string[] {
  const each = new Map(rows.map((row) => [`${row.work} ${row.measured}`, row]));
  return table(
    ['Work', 'To reach', 'Measured', 'Reached'],
    [...each.values()].map(({ work, target, measured, reached }) => [
      work,
      target,
      measured,
      reached === null ? '' : reached ? 'yes' : '**no**',
    ]),
  );
}
