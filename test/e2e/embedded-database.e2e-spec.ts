import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence/data-source.js';
import {
  EmbeddedDatabaseError,
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '#persistence/embedded/embedded-database.js';
import { freePort, startCompiledServer, until } from '../support/compiled-server.js';
import { PROCESS_FILE } from '../support/test-database.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lernschleife-embedded-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (name: string): Promise<EmbeddedDatabase> =>
  startEmbeddedDatabase({ dataFolder: join(folder, name), processFile: PROCESS_FILE });
const connect = (database: EmbeddedDatabase): Promise<DataSource> =>
  createDataSource(database.address, 2).initialize();

describe('the embedded database', () => {
  it('keeps every acknowledged row when it is killed in mid-write', async () => {
    const database = await open('killed');
    const source = await connect(database);
    await source.query('CREATE TABLE row (number integer PRIMARY KEY, text text)');
    let acknowledged = 0;
    const writing = (async () => {
      for (let number = 1; ; number += 1) {
        await source.query('INSERT INTO row VALUES ($1, $2)', [number, 'x'.repeat(2_000)]);
        acknowledged = number;
      }
    })().catch(() => undefined);
    await until(() => acknowledged >= 40);
    database.process?.kill('SIGKILL');
    await writing;
    await source.destroy().catch(() => undefined);
    await database.stop();
    const again = await open('killed');
    const reader = await connect(again);
    const [found] = await reader.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM row WHERE number <= $1',
      [acknowledged],
    );
    expect(found?.count).toBe(acknowledged);
    await reader.destroy();
    await again.stop();
  });

  it('gives each of many askers the answer to the own question', async () => {
    const database = await open('many');
    const source = await createDataSource(database.address, 8).initialize();
    const numbers = Array.from({ length: 200 }, (_one, at) => at);
    const answers = await Promise.all(
      numbers.map(async (number) => {
        const asked =
          number % 2 === 0
            ? source.query<{ said: unknown }[]>('SELECT $1::int AS said', [number])
            : source.query<{ said: unknown }[]>('SELECT $1::text AS said', [`n${number}`]);
        return (await asked)[0]?.said;
      }),
    );
    expect(answers).toEqual(numbers.map((number) => (number % 2 === 0 ? number : `n${number}`)));
    await source.destroy();
    await database.stop();
  });

  it('is shared by two who open one folder at once', async () => {
    const [one, other] = await Promise.all([open('shared'), open('shared')]);
    expect([one, other].filter(({ process }) => process !== null)).toHaveLength(1);
    const [writer, reader] = [await connect(one), await connect(other)];
    await writer.query('CREATE TABLE row (number integer)');
    expect(await reader.query('SELECT * FROM row')).toEqual([]);
    await writer.destroy();
    await reader.destroy();
    for (const database of [one, other]) await database.stop();
  });

  it('says in one sentence that its files are damaged', async () => {
    await (await open('damaged')).stop();
    writeFileSync(join(folder, 'damaged', 'postgres', 'PG_VERSION'), 'rubbish');
    writeFileSync(join(folder, 'damaged', 'postgres', 'global', 'pg_control'), 'rubbish');
    const refusal = await open('damaged').then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(EmbeddedDatabaseError);
    expect(String(refusal)).toMatch(/files can't be read .*restore a backup/);
  });

  it('says in one sentence that its folder can’t be written', async () => {
    mkdirSync(join(folder, 'plain'));
    writeFileSync(join(folder, 'plain', 'file'), '');
    await expect(open('plain/file/data')).rejects.toThrow(
      /data folder .* can't be written \(ENOTDIR\).*DATA_DIR/,
    );
  });

  it('ends with the server that started it', async () => {
    const server = startCompiledServer({
      PORT: String(await freePort()),
      DATA_DIR: join(folder, 'parent'),
    });
    await until(() => server.out().includes('Ctrl-C'));
    server.process.kill('SIGKILL');
    await server.ended;
    // Its folder is free again at once, and what it wrote is there.
    const database = await open('parent');
    expect(database.process).not.toBeNull();
    const source = await connect(database);
    expect(await source.query('SELECT slug FROM programme')).toEqual([{ slug: 'serviceweg' }]);
    await source.destroy();
    await database.stop();
  });
});
