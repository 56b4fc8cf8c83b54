/**
 * Prints the diagram of the PDCA moves from the table into docs/spec/pdca.md, between its two markers.
 *
 * With `--check` it writes nothing, and exits with 1 when the document shows another diagram.
 * Throws when the document or one of its markers is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { PDCA_MOVES, type PdcaMove } from '#domain/pdca/pdca-moves.js';
import { END_PHASES, PDCA_PHASES } from '#domain/pdca/pdca-phase.js';

const BEGIN = '<!-- pdca-diagram:begin -->';
const END = '<!-- pdca-diagram:end -->';
// Seen from dist/scripts/, where the compiler puts this file.
const DOCUMENT = new URL('../../docs/spec/pdca.md', import.meta.url);

const before = readFileSync(DOCUMENT, 'utf8');
const after = withDiagram(before);
const isCurrent = before === after;

if (process.argv.includes('--check')) {
  if (!isCurrent) console.error('docs/spec/pdca.md: the diagram differs from the table.');
  process.exitCode = isCurrent ? 0 : 1;
} else if (!isCurrent) {
  writeFileSync(DOCUMENT, after);
}

function withDiagram(text: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`docs/spec/pdca.md lacks ${BEGIN} or ${END}`);
  const block = [BEGIN, '', '```mermaid', ...diagram(), '```', '', END].join('\n');
  return text.slice(0, begin) + block + text.slice(end + END.length);
}

function diagram(): readonly string[] {
  const edges = PDCA_PHASES.flatMap((from) =>
    PDCA_MOVES[from].map((move) => `  ${from} --> ${move.to} : ${label(move)}`),
  );
  return [
    'stateDiagram-v2',
    '  [*] --> PLAN',
    ...edges,
    ...END_PHASES.map((phase) => `  ${phase} --> [*]`),
  ];
}

function label({ by, notBy, needs, onlyWhereStopped }: PdcaMove): string {
  const who = by.join(' or ') + (notBy === undefined ? '' : `, never ${notBy}`);
  const where = onlyWhereStopped === true ? ['if stopped there'] : [];
  return [who, ...where, ...needs].join('<br/>');
}
