import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { RETENTION_RULES } from '#domain/personal-data/retention-days.js';
import { createDataSource } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';
import { start } from '../support/compiled-server.js';
import { aProgramme } from '../support/sample-programme.js';
import { PROCESS_FILE } from '../support/test-database.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-command-'));
  const file = join(folder, 'probe.yaml');
  writeFileSync(file, JSON.stringify(aProgramme('probe')));
  expect(await run('import', file)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; errors: string }> {
  const started = start(
    'dist/apps/server/src/programme-command.js',
    { DATA_DIR: join(folder, 'data') },
    args,
  );
  const { code } = await started.ended;
  return { code, out: started.out(), errors: started.errors() };
}
const administrator = (slug: string, name: string, email: string): ReturnType<typeof run> =>
  run('administrator', slug, '--name', name, '--email', email);

describe('npm run programme -- create', () => {
  const create = (slug: string, ...more: readonly string[]): ReturnType<typeof run> =>
    run('create', slug, '--title', 'Kurze Wege', '--organisation', 'Amt', ...more);

  it('begins a programme without a file, which an administrator then fills', async () => {
    expect(await create('wege', '--contact', 'wege@example.org')).toEqual({
      code: 0,
      out: expect.stringMatching(/^wege is created, and not published yet\. .*administrator wege/),
      errors: '',
    });
    const { out } = await run('export', 'wege');
    for (const line of ['title: Kurze Wege', 'contact: wege@example.org', 'language: de'])
      expect(out).toContain(`  ${line}\n`);
    expect(out).not.toContain('published: true');
    expect(await administrator('wege', 'Ada Ahrens', 'ada@example.org')).toMatchObject({ code: 0 });
  });

  it('leaves a programme alone that is there, and says what is wrong with each option', async () => {
    const before = (await run('export', 'probe')).out;
    expect(await create('probe', '--contact', 'wege@example.org')).toEqual({
      code: 1,
      out: '',
      errors: 'There is a programme probe already; nothing was changed.\n',
    });
    expect((await run('export', 'probe')).out).toBe(before);
    const wrong = await create('Kein Slug', '--contact', 'niemand', '--language', 'xx');
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toMatch(/^SLUG: /m);
    expect(wrong.errors).toMatch(/^--contact: is not an e-mail address$/m);
    expect(wrong.errors).toMatch(/^--language: /m);
    expect(wrong.errors).toMatch(/Nothing was changed\.\n$/);
    expect(await create('neu')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('create SLUG'),
    });
  });
});

describe('npm run programme -- administrator', () => {
  it('adds the first administrator', async () => {
    expect(await administrator('probe', 'Ada Ahrens', 'ada@example.org')).toEqual({
      code: 0,
      out: 'Ada Ahrens was added to probe, and administers it after the next sign-in.\n',
      errors: '',
    });
    expect((await run('export', 'probe')).out).toMatch(
      /- key: ada-ahrens\n +name: Ada Ahrens\n +email: ada@example\.org\n +role: ADMINISTRATOR\n/,
    );
    const again = await administrator('probe', 'Ada Ahrens', 'ADA@example.org');
    expect(again.out).toBe('Ada Ahrens administers probe already; nothing was changed.\n');
  });

  it('gives the role to whoever has the address', async () => {
    const { out } = await administrator('probe', 'Irgendwer', 'olga@example.org');
    expect(out).toBe('Olga Ostermann administers probe after the next sign-in.\n');
    expect((await run('export', 'probe')).out).not.toContain('Irgendwer');
  });

  it('says what is wrong, and changes nothing', async () => {
    expect(await administrator('nirgends', 'Ada', 'ada@example.org')).toEqual({
      code: 1,
      out: '',
      errors: 'There is no programme nirgends; "list" shows which there are.\n',
    });
    expect(await administrator('probe', ' ', 'ada')).toEqual({
      code: 1,
      out: '',
      errors:
        '--name: is empty: write something\n--email: is not an e-mail address\nNothing was changed.\n',
    });
    expect(await run('administrator', 'probe', '--name', 'Ada')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('administrator SLUG'),
    });
  });
});

const inDatabase = async <T>(work: (source: DataSource) => Promise<T>): Promise<T> => {
  const database = await startEmbeddedDatabase({
    dataFolder: join(folder, 'data'),
    processFile: PROCESS_FILE,
  });
  const source = await createDataSource(database.address, 1).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
    await database.stop();
  }
};
describe('npm run programme -- retention', () => {
  const kept = (): Promise<unknown> =>
    inDatabase((source) =>
      source.query(
        `SELECT (SELECT count(*)::int FROM take_out) AS links, (SELECT count(DISTINCT rule)::int FROM retention_run) AS rules`,
      ),
    );

  it('tells what it would erase, and erases that and notes it only when it is no dry run', async () => {
    await inDatabase((source) =>
      source.query(
        `WITH made AS (INSERT INTO account (id) VALUES (gen_random_uuid()) RETURNING id)
         INSERT INTO take_out (digest, account_id, expires_at) SELECT repeat('a', 64), id, now() - interval '2 days' FROM made`,
      ),
    );
    const lines = (due: number): string =>
      RETENTION_RULES.map((rule) => `  ${rule}: ${rule === 'TAKE_OUTS' ? due : 0}\n`).join('');
    const done = (heading: string, due: number) => ({
      code: 0,
      out: `${heading}:\n${lines(due)}`,
      errors: '',
    });
    const dry = 'Would be erased (dry run: nothing was changed)';
    expect(await run('retention', '--dry-run')).toEqual(done(dry, 1));
    expect(await kept()).toEqual([{ links: 1, rules: 0 }]);
    expect(await run('retention')).toEqual(done('Erased', 1));
    expect(await kept()).toEqual([{ links: 0, rules: RETENTION_RULES.length }]);
    expect(await run('retention', '--dry-run')).toEqual(done(dry, 0));
    expect(await run('retention', 'probe')).toMatchObject({ code: 2 });
  });
});

describe('npm run programme -- rebuild', () => {
  const ask = (sql: string): Promise<unknown[]> =>
    inDatabase((source) => source.query<unknown[]>(sql));
  const READY = 'SELECT id, text, steps FROM published_success ORDER BY id';

  it.each([
    ['one programme', ['probe'], ['probe']],
    ['all programmes', [], ['probe', 'wege']],
  ])('computes anew what is kept ready of %s', async (_what, target, slugs) => {
    const right = await ask(READY);
    expect(right.length).toBeGreaterThan(0);
    await ask(`UPDATE published_success SET text = 'Verdorben'`);
    expect(await run('rebuild', ...target)).toEqual({
      code: 0,
      out: slugs.map((slug) => `${slug} is computed anew.\n`).join(''),
      errors: '',
    });
    expect(await ask(READY)).toEqual(right);
  });

  it('says what is wrong', async () => {
    expect(await run('rebuild', 'nirgends')).toEqual({
      code: 1,
      out: '',
      errors: 'There is no programme nirgends; "list" shows which there are.\n',
    });
    expect(await run('rebuild', 'probe', 'andere')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('rebuild [SLUG]'),
    });
  });
});
