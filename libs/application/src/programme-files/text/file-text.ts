import { err, ok, type Result } from '#domain/shared/result.js';
import { cutJson } from './cut-json.js';
import { cutYaml } from './cut-yaml.js';
import type { Cut, Span } from './cut.js';
import type { FileFault } from '../file-fault.js';
import type { FilePath } from '../file-path.js';
import { parseYaml, type YamlText } from './yaml-text.js';

/** The text of a file as plain values; `lineOf` gives the line (from 1) of the deepest part of a path that is there. */
export type FileText = {
  readonly value: unknown;
  readonly lineOf: (path: FilePath) => number;
};

/** Most values in a file, counting each member of an object and each entry of a list. */
const MOST_VALUES = 10_000_000;
const TOO_MUCH = `holds more than ${MOST_VALUES} values`;

/** Reads YAML, and JSON as the YAML that it is, only faster. Refusals: every fault of the text, with its line. */
export function readFileText(text: string): Result<FileText, readonly FileFault[]> {
  return readJson(text) ?? readYaml(text);
}

/** Null when the text is not JSON, or has a key twice: reading it as YAML then shows where. */
function readJson(text: string): Result<FileText, readonly FileFault[]> | null {
  if (!/^\s*\{/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { values, members } = count(value);
  if (values > MOST_VALUES) return err([{ line: 1, key: '', reason: TOO_MUCH }]);
  const { cut, members: written } = cutJson(text);
  return written === members ? ok({ value, lineOf: lineFinder(text, cut) }) : null;
}

function readYaml(text: string): Result<FileText, readonly FileFault[]> {
  const cut = cutYaml(text);
  const lineAt = lineCounter(text);
  const faults: FileFault[] = [];
  let values = 0;
  const read = (piece: Piece): unknown => {
    const parsed = parseYaml(piece.text);
    if (!parsed.ok)
      for (const { offset, reason } of parsed.error)
        faults.push({ line: lineAt(piece.inFile(offset)), key: '', reason });
    if (!parsed.ok) return null;
    values += count(parsed.value.value).values;
    return parsed.value.value;
  };

  const value = read(frameOf(text, cut));
  for (const [list, spans] of cut.lists) {
    const entries: unknown[] = [];
    for (const span of spans) {
      if (values > MOST_VALUES)
        return err([{ line: lineAt(span[0]), key: list, reason: TOO_MUCH }]);
      const alone = read(entryOf(text, cut, list, span)) as Record<string, [unknown]> | null;
      entries.push(alone?.[list]?.[0]);
    }
    Object.assign(value ?? {}, { [list]: entries });
  }
  return faults.length > 0 ? err(faults) : ok({ value, lineOf: lineFinder(text, cut) });
}

/** Faults often come one after the other, so the piece that was looked at last is kept. */
function lineFinder(text: string, cut: Cut): (path: FilePath) => number {
  const lineAt = lineCounter(text);
  let last: {
    readonly start: number;
    readonly piece: Piece;
    readonly yaml: YamlText | null;
  } | null = null;
  return (path) => {
    const [list, at, ...rest] = path;
    const span =
      typeof list === 'string' && typeof at === 'number' ? cut.lists.get(list)?.[at] : undefined;
    const start = span?.[0] ?? -1;
    if (last?.start !== start) {
      const piece =
        span === undefined ? frameOf(text, cut) : entryOf(text, cut, String(list), span);
      const parsed = parseYaml(piece.text);
      last = { start, piece, yaml: parsed.ok ? parsed.value : null };
    }
    const inPiece = span === undefined ? path : [String(list), 0, ...rest];
    const offset = last.yaml?.offsetOf(inPiece);
    return lineAt(offset === undefined ? Math.max(start, 0) : last.piece.inFile(offset));
  };
}

/** Parts of the file as a text that can be read by itself. */
type Piece = {
  readonly text: string;
  /** The place in the file of a place in `text`. */
  readonly inFile: (offset: number) => number;
};

function frameOf(text: string, { frame }: Cut): Piece {
  return {
    text: frame.map(([start, end]) => text.slice(start, end)).join(''),
    inFile: (offset) => {
      let left = offset;
      for (const [start, end] of frame) {
        if (left < end - start) return start + left;
        left -= end - start;
      }
      return text.length - 1;
    },
  };
}

function entryOf(text: string, { around }: Cut, list: string, [start, end]: Span): Piece {
  const [before, after] = around(list);
  return {
    text: before + text.slice(start, end) + after,
    inFile: (offset) => Math.min(start + Math.max(offset - before.length, 0), end - 1),
  };
}

/** Gives the line (from 1) of a place in a text; goes through the text at the first question. */
function lineCounter(text: string): (offset: number) => number {
  let ends: number[] | undefined;
  return (offset) => {
    ends ??= endsOfLines(text);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function endsOfLines(text: string): number[] {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) ends.push(end);
  return ends;
}

function count(value: unknown): { readonly values: number; readonly members: number } {
  let [values, members] = [0, 0];
  const open = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const parts: unknown[] = Object.values(one);
    values += parts.length;
    if (!Array.isArray(one)) members += parts.length;
    for (const part of parts) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return { values, members };
}
