import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { COPY_SOCKET, LENGTH_BYTES } from './copy-socket.js';
import { EmbeddedDatabaseError, joinEmbeddedDatabase, whileStopped } from './embedded-database.js';

/**
 * Writes a copy of the embedded database of a data folder to a file, as a tar in gzip, whole or not at all. It holds
 * all that was acknowledged before this was called. A server may run and write meanwhile: then its database is asked.
 * Errors: EmbeddedDatabaseError with what to do.
 */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  if (!existsSync(join(dataFolder, 'postgres')))
    throw new EmbeddedDatabaseError(
      `There is no embedded database in ${dataFolder}. Set DATA_DIR to the folder of the one that is meant.`,
    );
  if (existsSync(file))
    throw new EmbeddedDatabaseError(`${file} is there already: choose another name.`);
  const copy = await copyOf(dataFolder);
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(
      Readable.from([copy]),
      createGzip(),
      // It holds all that the database does, so nobody else may read it.
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The data directory as a tar, as it was at one moment after this was called. */
async function copyOf(dataFolder: string): Promise<Buffer> {
  const running = await joinEmbeddedDatabase(dataFolder);
  if (running?.address.kind === 'socket') {
    const { folder } = running.address;
    return copyFrom(join(folder, COPY_SOCKET)).finally(() => running.stop());
  }
  return whileStopped(dataFolder, async () => {
    const database = await openFolder(join(dataFolder, 'postgres'));
    const copy = await database.dumpDataDir('none');
    await database.close();
    return Buffer.from(await copy.arrayBuffer());
  });
}

const openFolder = (dataDir: string, loadDataDir?: Blob): Promise<PGlite> =>
  PGlite.create({
    dataDir,
    extensions: { pgcrypto },
    ...(loadDataDir === undefined ? {} : { loadDataDir }),
  });

async function copyFrom(socket: string): Promise<Buffer> {
  const sent = await buffer(createConnection(socket)).catch((error: unknown) => {
    throw new EmbeddedDatabaseError(
      `The running database hands out no copy (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Was its server started before an update? Stop it and try again.`,
    );
  });
  const copy = sent.subarray(LENGTH_BYTES);
  if (sent.length < LENGTH_BYTES || BigInt(copy.length) !== sent.readBigUInt64BE())
    throw new EmbeddedDatabaseError('The database ended while it was copied. Nothing was written.');
  return copy;
}

/**
 * Makes a data folder's embedded database what a backup says. With `replace`, one that is there already is moved aside;
 * answers where to. No server may run on the folder.
 * Errors: EmbeddedDatabaseError with what to do; the folder is then as it was.
 */
export async function restore(
  dataFolder: string,
  file: string,
  replace: boolean,
): Promise<string | null> {
  const copy = readBackup(file);
  const place = join(dataFolder, 'postgres');
  return whileStopped(dataFolder, async () => {
    const isThere = existsSync(place);
    if (isThere && !replace)
      throw new EmbeddedDatabaseError(
        `There is an embedded database in ${dataFolder} already. Set DATA_DIR to another folder, or move this one aside with --replace.`,
      );
    const beside = `${place}.restored`;
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { mode: 0o700 });
    try {
      // PostgreSQL brings what was under way to an end before it answers, so a copy that does answer is whole.
      const database = await openFolder(beside, new Blob([copy]));
      await database.query('SELECT count(*) FROM migrations');
      await database.close();
    } catch {
      rmSync(beside, { recursive: true, force: true });
      throw new EmbeddedDatabaseError(
        `${file} holds no database of Lernschleife. Nothing was changed.`,
      );
    }
    const aside = `${place}.until-${new Date().toISOString().replaceAll(':', '-')}`;
    if (isThere) renameSync(place, aside);
    renameSync(beside, place);
    return isThere ? aside : null;
  });
}

function readBackup(file: string): Uint8Array<ArrayBuffer> {
  let compressed: Buffer;
  try {
    compressed = readFileSync(file);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `${file} can't be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
    );
  }
  try {
    // gzip's own checksum tells of a file that was cut off or changed.
    return new Uint8Array(gunzipSync(compressed));
  } catch {
    throw new EmbeddedDatabaseError(
      `${file} is no whole backup: it was cut off or changed. Nothing was changed.`,
    );
  }
}
