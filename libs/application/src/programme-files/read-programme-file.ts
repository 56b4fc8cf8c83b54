import { isMap, isNode, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { err, ok, type Result } from '#domain/shared/result.js';
import { checkReferences } from './check-references.js';
import type { FilePath } from './file-path.js';
import { PROGRAMME_FILE, type ProgrammeFile } from './programme-file.js';

/** One thing that is wrong in a file: where (line from 1), at which key, and why. */
export type FileFault = { readonly line: number; readonly key: string; readonly reason: string };

/** A file that was read, and a way to find the line of each of its keys. */
export type ReadFile = {
  readonly file: ProgrammeFile;
  readonly faultAt: (path: FilePath, reason: string) => FileFault;
};

/** Largest file in bytes that is read. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Reads a programme file from its bytes; JSON is read as the YAML that it is.
 * Refusals: every fault of the text, the shape and the references between records, with line, key and reason.
 */
export function readProgrammeFile(bytes: Uint8Array): Result<ReadFile, readonly FileFault[]> {
  if (bytes.byteLength > LARGEST_FILE)
    return err([{ line: 1, key: '', reason: `the file is larger than ${LARGEST_FILE} bytes` }]);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return err([
      { line: 1, key: '', reason: 'the file is not UTF-8: save it as UTF-8 and try again' },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    maxAliasCount: 0,
  } as never);
  if (document.errors.length > 0)
    return err(
      document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        key: '',
        reason: error.message.split('\n')[0] ?? error.code,
      })),
    );
  const aliases: FileFault[] = [];
  visit(document, {
    Alias: (_key, { source, range }) => {
      const reason = `*${source} is an alias, which is not read: write the value out`;
      aliases.push({ line: lines.linePos(range?.[0] ?? 0).line, key: '', reason });
    },
  });
  if (aliases.length > 0) return err(aliases);
  const faultAt = (path: FilePath, reason: string): FileFault => ({
    line: lineOf(document, lines, path),
    key: path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, ''),
    reason,
  });
  const plain: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = PROGRAMME_FILE.safeParse(plain);
  if (!parsed.success)
    return err(
      parsed.error.issues.flatMap((issue) => {
        const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        return issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => faultAt([...path, name], 'is not a key of this format'))
          : [faultAt(path, issue.message)];
      }),
    );
  const faults = checkReferences(parsed.data).map(({ path, reason }) => faultAt(path, reason));
  return faults.length > 0 ? err(faults) : ok({ file: parsed.data, faultAt });
}

/** The line of the deepest part of the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: FilePath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isNode(item.key) && item.key.toJSON() === part);
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  return lines.linePos(offset).line;
}
