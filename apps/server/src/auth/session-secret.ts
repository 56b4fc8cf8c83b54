import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that signs session cookies: the one of the settings, else one of the data folder's own, made at the
 * first start and readable by its owner only. Several servers over one database need the same: set it there.
 * Throws when the folder can't be written.
 */
export function sessionSecret(given: string | null, dataFolder: string): string {
  if (given !== null) return given;
  const file = join(dataFolder, 'session-secret');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    // Fails when it is there: two servers that start together take the one that came first.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
