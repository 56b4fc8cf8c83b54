import { readFileSync, writeFileSync } from 'node:fs';

const DOCS = new URL('../../../docs/performance.md', import.meta.url);

/** Puts a run's report between the two marks of its script in docs/performance.md. Throws when they aren't there. */
export function writeIntoDocs(
  report: string,
  script: 'bench' | 'bench:people' | 'scale' = 'bench',
): void {
  const [begin, end] = [`<!-- ${script} -->`, `<!-- /${script} -->`];
  const text = readFileSync(DOCS, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/performance.md lacks the marks ${begin} and ${end}.`);
  writeFileSync(DOCS, `${before}${begin}\n\n${report.trim()}\n\n${end}${after}`);
}
