import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

const FILE = new URL('../../../../../demo/demonstration-programme.yaml', import.meta.url);

/** Loads the demonstration programme into a database that has no programme yet; answers whether it did. */
export async function loadDemonstration(source: DataSource): Promise<boolean> {
  const [counted] = await source.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM programme',
  );
  if (counted?.count !== 0) return false;
  // Only the first start needs these.
  const [{ importProgramme }, { readProgrammeFile }] = await Promise.all([
    import('#application/programme-files/import-programme.js'),
    import('#application/programme-files/read-programme-file.js'),
  ]);
  const read = readProgrammeFile(readFileSync(FILE));
  if (!read.ok)
    throw new Error(`The demonstration programme is damaged: ${JSON.stringify(read.error[0])}`);
  const done = await importProgramme(source, read.value, { dryRun: false, at: new Date() });
  if (!done.ok)
    throw new Error(`The demonstration programme is damaged: ${JSON.stringify(done.error[0])}`);
  return true;
}
