import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DataSource } from 'typeorm';
import { createDataSource, type DatabaseAddress } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';
import {
  freePort,
  start,
  startCompiledServer,
  until,
  type Started,
} from '../support/compiled-server.js';
import { startTestDatabase } from '../support/test-database.js';

let folder: string;
let running: Started[] = [];
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lernschleife-backup-'))));
afterEach(async () => {
  for (const server of running) {
    server.process.kill('SIGKILL');
    await server.ended;
  }
  running = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serverOn(environment: Record<string, string>): Promise<{ stop(): Promise<void> }> {
  const port = await freePort();
  const server = startCompiledServer({ PORT: String(port), ...environment });
  running.push(server);
  await until(() => server.out().includes('Ctrl-C'), 55_000);
  const page = await fetch(`http://127.0.0.1:${port}/de/serviceweg/erfolge`);
  expect(page.status).toBe(200);
  await page.text();
  return {
    stop: async () => {
      server.process.kill('SIGTERM');
      expect(await server.ended).toEqual({ code: 0, signal: null });
    },
  };
}

async function command(
  dataFolder: string,
  args: readonly string[],
): Promise<{ code: number | null; out: string; errors: string }> {
  const run = start('dist/apps/server/src/backup-command.js', { DATA_DIR: dataFolder }, args);
  const { code } = await run.ended;
  return { code, out: run.out(), errors: run.errors() };
}

/** Writes row after row, each of which is acknowledged before the next; two at a time. */
async function writingTo(
  address: DatabaseAddress,
): Promise<{ acknowledged: () => number; stop: () => Promise<void> }> {
  const source = await createDataSource(address, 3).initialize();
  const counts = [0, 0];
  let over = false;
  const writers = counts.map(async (_none, writer) => {
    for (let number = 1; !over; number += 1) {
      await source.query(
        `INSERT INTO result (id, programme_id, measure_id, key, text, state, published_at, position)
         SELECT gen_random_uuid(), s.programme_id, s.measure_id, $1, $2, 'PUBLISHED', now(), $3
         FROM success_of_result s JOIN programme p ON p.id = s.programme_id AND p.slug = 'serviceweg'
         ORDER BY s.measure_id LIMIT 1`,
        [`geschrieben-${writer}-${number}`, 'x'.repeat(1_000), 1_000 + 2 * number + writer],
      );
      counts[writer] = number;
    }
  });
  return {
    acknowledged: () => Math.min(...counts),
    stop: async () => {
      over = true;
      await Promise.all(writers);
      await source.destroy();
    },
  };
}

/** How many results each writer has without a gap; -1 where there is one. */
async function rowsWithoutGap(source: DataSource): Promise<number[]> {
  const rows = await source.query<{ count: number; last: number }[]>(
    `SELECT count(DISTINCT w.number)::int AS count, max(w.number) AS last
     FROM (SELECT split_part(key, '-', 2) AS writer, split_part(key, '-', 3)::int AS number
       FROM result WHERE key LIKE 'geschrieben-%') w GROUP BY w.writer ORDER BY w.writer`,
  );
  expect(rows).toHaveLength(2);
  return rows.map(({ count, last }) => (count === last ? count : -1));
}

/** What is kept ready for the public and isn't what the records say, or the other way round. */
async function staleRows(source: DataSource): Promise<unknown[]> {
  const stale: unknown[] = [];
  for (const name of ['success', 'feed_node', 'topic_summary', 'loop_progress'])
    stale.push(
      ...(await source.query<unknown[]>(
        `(TABLE published_${name} EXCEPT TABLE computed_${name})
         UNION ALL (TABLE computed_${name} EXCEPT TABLE published_${name})`,
      )),
    );
  return stale;
}

describe('a backup of the embedded database', () => {
  const at = (name: string): string => join(folder, name);
  const file = (): string => at('while-writing.tar.gz');

  it('is taken while a server runs and writes, and holds all that was acknowledged before', async () => {
    const server = await serverOn({ DATA_DIR: at('first') });
    const joined = await startEmbeddedDatabase({ dataFolder: at('first') });
    expect(joined.process).toBeNull();
    const writing = await writingTo(joined.address);
    await until(() => writing.acknowledged() >= 30);
    const before = writing.acknowledged();
    expect(await command(at('first'), ['backup', file()])).toMatchObject({ code: 0, errors: '' });
    const after = writing.acknowledged();
    await until(() => writing.acknowledged() > after + 10);
    await writing.stop();
    await joined.stop();
    await server.stop();
    expect(after).toBeGreaterThan(before);
    expect(statSync(file()).mode & 0o777).toBe(0o600);

    expect(await command(at('second'), ['restore', file()])).toMatchObject({ code: 0, errors: '' });
    const restored = await serverOn({ DATA_DIR: at('second'), LOAD_DEMONSTRATION: 'false' });
    const again = await startEmbeddedDatabase({ dataFolder: at('second') });
    const source = await createDataSource(again.address, 1).initialize();
    for (const rows of await rowsWithoutGap(source)) expect(rows).toBeGreaterThanOrEqual(before);
    expect(await staleRows(source)).toEqual([]);
    await source.destroy();
    await again.stop();

    // Not under a running server.
    const refused = await command(at('second'), ['restore', file(), '--replace']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toMatch(/^A server runs on the data folder .*: stop it first\.\n$/);
    await restored.stop();
  });

  it('is put in the place of another database only when that is asked for', async () => {
    const refused = await command(at('second'), ['restore', file()]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toMatch(/already\. Set DATA_DIR .* or move this one aside .*--replace/);
    const marked = join(at('second'), 'postgres', 'mark');
    writeFileSync(marked, '');
    const replaced = await command(at('second'), ['restore', file(), '--replace']);
    expect(replaced).toMatchObject({ code: 0, errors: '' });
    expect(existsSync(marked)).toBe(false);
    const aside = readdirSync(at('second')).find((name) => name.startsWith('postgres.until-'));
    expect(replaced.out).toContain(aside);
    expect(existsSync(join(at('second'), aside ?? '', 'mark'))).toBe(true);
  });

  it('has a dated name of its own when none is given, also while no server runs', async () => {
    expect(await command(at('second'), ['backup'])).toMatchObject({ code: 0, errors: '' });
    const [name, ...more] = readdirSync(join(at('second'), 'backups'));
    expect(name).toMatch(/^lernschleife-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.tar\.gz$/);
    expect(more).toEqual([]);
    const dated = join(at('second'), 'backups', name ?? '');
    expect(await command(at('third'), ['restore', dated])).toMatchObject({ code: 0, errors: '' });
    expect(readdirSync(at('third'))).toEqual(['postgres']);
  });

  it.each([
    ['a file that was cut off', 0.6, /is no whole backup/],
    ['a file of something else', null, /holds no database of Lernschleife/],
  ])('is refused as %s, and nothing is changed', async (_what, part, sentence) => {
    const whole = readFileSync(file());
    const damaged = at(`damaged-${part ?? 'other'}.tar.gz`);
    const other = (): Buffer => execFileSync('gzip', ['-c'], { input: 'Something else' });
    const marked = join(at('second'), 'postgres', 'mark');
    writeFileSync(marked, '');
    writeFileSync(damaged, part === null ? other() : whole.subarray(0, whole.length * part));
    const refused = await command(at('second'), ['restore', damaged, '--replace']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toMatch(sentence);
    expect(refused.errors.trim().split('\n')).toHaveLength(1);
    expect(existsSync(marked)).toBe(true);
    expect(readdirSync(at('second')).filter((name) => name.endsWith('.restored'))).toEqual([]);
  });

  it('takes nobody else’s place, and there must be something to copy', async () => {
    const before = readFileSync(file());
    const taken = await command(at('second'), ['backup', file()]);
    expect(taken.errors).toMatch(/is there already: choose another name/);
    expect(readFileSync(file()).equals(before)).toBe(true);
    const none = await command(at('nowhere'), ['backup']);
    expect(none.errors).toMatch(/There is no embedded database in .*nowhere/);
    expect([taken.code, none.code]).toEqual([1, 1]);
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('leads who runs PostgreSQL to its own programs', async () => {
    const run = start(
      'dist/apps/server/src/backup-command.js',
      { DATABASE_URL: 'postgres://db/name' },
      ['backup'],
    );
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toMatch(/pg_dump/);
  });

  it.each([
    [['backup', 'a', 'b']],
    [['restore']],
    [['backup', '--replace']],
    [['rest']],
    [['--x']],
  ])('isn’t begun on %j', async (args) => {
    const { code, errors } = await command(at('second'), args);
    expect(code).toBe(2);
    expect(errors).toContain('npm run restore -- FILE');
  });
});

const POSTGRES = process.env['TEST_DATABASE_URL'];
/** The newest of Debian's, else the one of the path: it must not be older than the server. */
function programOf(name: string): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((one) => join(debian, one, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const found = folders.map((one) => join(one, name)).find((one) => existsSync(one));
  if (found === undefined) throw new Error(`${name} is missing: install PostgreSQL's client`);
  return found;
}

if (POSTGRES !== undefined)
  describe('a backup by pg_dump', () => {
    it('is taken while a server writes, and holds all that was acknowledged before', async () => {
      const database = await startTestDatabase();
      const url = database.address.kind === 'url' ? database.address.url : '';
      const server = await serverOn({
        DATABASE_URL: url,
        LOAD_DEMONSTRATION: 'true',
        DATA_DIR: join(folder, 'secrets'),
      });
      const writing = await writingTo(database.address);
      await until(() => writing.acknowledged() >= 30);
      const before = writing.acknowledged();
      const dump = join(folder, 'dump');
      const run = (program: string, args: readonly string[]): Promise<unknown> =>
        promisify(execFile)(programOf(program), args);
      await run('pg_dump', ['--format=custom', `--file=${dump}`, url]);
      const after = writing.acknowledged();
      await writing.stop();
      await server.stop();
      expect(after).toBeGreaterThan(before);

      // The commands of docs/operations.md.
      const name = `lernschleife_restored_${process.pid}`;
      const admin = new DataSource({ type: 'postgres', url: POSTGRES });
      await admin.initialize();
      try {
        await run('createdb', [`--maintenance-db=${POSTGRES}`, name]);
        const restoredUrl = new URL(POSTGRES);
        restoredUrl.pathname = `/${name}`;
        const options = ['--exit-on-error', '--single-transaction', '--no-owner'];
        await run('pg_restore', [...options, `--dbname=${restoredUrl.href}`, dump]);
        const restored = await serverOn({
          DATABASE_URL: restoredUrl.href,
          DATA_DIR: join(folder, 'secrets'),
        });
        const source = await createDataSource(
          { kind: 'url', url: restoredUrl.href },
          1,
        ).initialize();
        for (const rows of await rowsWithoutGap(source))
          expect(rows).toBeGreaterThanOrEqual(before);
        expect(await staleRows(source)).toEqual([]);
        await source.destroy();
        await restored.stop();
      } finally {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await admin.destroy();
        await database.stop();
      }
    });
  });
