import type { z } from 'zod';
import { err, ok, type Result } from '#domain/shared/result.js';
import { checkReferences } from './check/check-references.js';
import type { FaultAt, FileFault } from './file-fault.js';
import { readFileText } from './text/file-text.js';
import type { Misfit } from './check/misfits.js';
import { PROGRAMME_FILE, type ProgrammeFile } from './programme-file.js';

export type { FileFault } from './file-fault.js';

/** A file that was read, and a way to find the line of each of its keys. */
export type ReadFile = {
  readonly file: ProgrammeFile;
  readonly faultAt: FaultAt;
};

/** Largest file in bytes that is read. */
export const LARGEST_FILE = 256 * 1024 * 1024;
/** Nobody reads more, and each has to be found in the file. */
const MOST_FAULTS = 1_000;

/**
 * Reads a programme file from its bytes; JSON is read as the YAML that it is.
 * Refusals: the faults of the text, else of the shape, else of the references between records, with line, key and reason.
 */
export function readProgrammeFile(bytes: Uint8Array): Result<ReadFile, readonly FileFault[]> {
  const whole = (reason: string): Result<never, readonly FileFault[]> =>
    err([{ line: 1, key: '', reason }]);
  if (bytes.byteLength > LARGEST_FILE)
    return whole(`the file is larger than ${LARGEST_FILE} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('the file is not UTF-8: save it as UTF-8 and try again');
  }
  const read = readFileText(text);
  if (!read.ok) return read;
  const { value, lineOf } = read.value;
  const faultAt: FaultAt = (path, reason) => ({
    line: lineOf(path),
    key: path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, ''),
    reason,
  });
  const parsed = PROGRAMME_FILE.safeParse(value, {
    error: ({ code, input }) =>
      code === 'invalid_type' && (input === undefined || input === null) ? 'is missing' : undefined,
  });
  const misfits = parsed.success ? checkReferences(parsed.data) : misfitsOf(parsed.error);
  if (parsed.success && misfits.length === 0) return ok({ file: parsed.data, faultAt });
  return err([
    ...misfits.slice(0, MOST_FAULTS).map(({ path, reason }) => faultAt(path, reason)),
    ...(misfits.length > MOST_FAULTS
      ? [faultAt([], `and ${misfits.length - MOST_FAULTS} faults more, which are not listed`)]
      : []),
  ]);
}

function misfitsOf({ issues }: z.ZodError): readonly Misfit[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ path: [...path, name], reason: 'is not a key of this format' }))
      : [{ path, reason: issue.message }];
  });
}
