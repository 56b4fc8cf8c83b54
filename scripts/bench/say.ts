/** Tells whoever waits what is going on; the report itself goes to the standard output. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
