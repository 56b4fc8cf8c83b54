import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/compiled-server.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-daily-'));
  server = await startTestServer({
    mail: { from: 'mail@example.org', way: { folder: join(folder, 'mails') } },
  });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (sql: string): Promise<number> => {
  const [row] = await server.source.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${sql}`,
  );
  return row?.count ?? 0;
};

describe('a server', () => {
  it('has the daily mails and the retention run by themselves', async () => {
    const known = `graphile_worker._private_known_crontabs WHERE identifier IN ('daily-mail', 'retention')`;
    await until(async () => (await count(known)) === 2);
  });

  it('erases what is kept no longer when the hour comes, mails in the folder too', async () => {
    mkdirSync(join(folder, 'mails'), { recursive: true });
    for (const days of [91, 89]) {
      const file = join(folder, 'mails', `${days}.eml`);
      writeFileSync(file, 'From: a@example.org\nTo: a@example.org\n\nText');
      const at = new Date(Date.now() - days * 86_400_000);
      utimesSync(file, at, at);
    }
    await server.source.query(
      `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at)
       VALUES (gen_random_uuid(), 'd', 'a@example.org', '/', now() - interval '2 days')`,
    );
    await server.source.query(`SELECT graphile_worker.add_job('retention')`);
    await until(() => !readdirSync(join(folder, 'mails')).includes('91.eml'));
    expect(readdirSync(join(folder, 'mails'))).toEqual(['89.eml']);
    expect(await count('sign_in_link')).toBe(0);
    expect(await count(`retention_run WHERE rule = 'SIGN_IN_LINKS' AND count = 1`)).toBe(1);
  });
});
