import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../support/compiled-server.js';
import { aProgramme } from '../support/sample-programme.js';

let folder: string;
/** Each command starts a database of its own. */
const PATIENCE_MS = 180_000;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-command-'));
  const file = join(folder, 'probe.yaml');
  writeFileSync(file, JSON.stringify(aProgramme('probe')));
  expect(await run('import', file)).toMatchObject({ code: 0 });
}, PATIENCE_MS);
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

describe('npm run programme -- administrator', () => {
  it(
    'adds the first administrator',
    async () => {
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
    },
    PATIENCE_MS,
  );

  it(
    'gives the role to whoever has the address',
    async () => {
      const { out } = await administrator('probe', 'Irgendwer', 'olga@example.org');
      expect(out).toBe('Olga Ostermann administers probe after the next sign-in.\n');
      expect((await run('export', 'probe')).out).not.toContain('Irgendwer');
    },
    PATIENCE_MS,
  );

  it(
    'says what is wrong, and changes nothing',
    async () => {
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
    },
    PATIENCE_MS,
  );
});
