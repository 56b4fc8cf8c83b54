import { setTimeout as pause } from 'node:timers/promises';
import { figure } from '../figures.js';
import { BENCH_SLUG } from '../generate-programme.js';
import type { ProgrammeDatabase } from '../programme-database.js';
import { table } from '../report.js';
import { Servers } from '../servers.js';
import { MailServer } from './mail-server.js';
import { addPeople, mutate } from './programme-people.js';

/** As many as a server sends at a time. */
const MAILS = 4;
const PATIENCE_MS = 600_000;

/** A server is killed when the mail server has its mails, and it doesn't know yet. Another one starts at once. */
export async function killedWorker({ client, url }: ProgrammeDatabase): Promise<readonly string[]> {
  const servers = new Servers();
  const mail = new MailServer();
  const settings = { SMTP_URL: await mail.start(), MAIL_FROM: 'mail@example.org' };
  try {
    const [administrator] = await addPeople(client, 'ADMINISTRATOR', 1);
    if (!administrator) throw new Error('There is no administrator.');
    mail.acknowledges = false;
    const first = await servers.product(url, settings);
    for (let at = 1; at <= MAILS; at += 1)
      await mutate(
        first.origin,
        administrator,
        'invitePerson',
        { programme: BENCH_SLUG, name: `Neu ${at}`, email: `neu-${at}@example.org`, role: 'GUIDE' },
        '... on WorkspacePerson { id }',
      );
    await until(() => mail.received.length >= MAILS);
    await first.kill();
    const killed = performance.now();
    mail.acknowledges = true;
    await servers.product(url, settings);
    const started = performance.now();
    const noted = async (): Promise<number> =>
      (
        await client.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM mail WHERE sent_at IS NOT NULL',
        )
      ).rows[0]?.count ?? 0;
    await until(async () => (await noted()) >= MAILS);
    // Whatever would come once more has time to.
    await pause(5_000);
    const again = mail.received.slice(MAILS).map(({ at }) => (at - killed) / 1_000);
    return [
      '### A worker killed between sending and noting',
      '',
      ...table(
        [
          'Mails',
          'Copies received',
          'Distinct Message-IDs',
          'Killed to resent',
          'Start of the next server',
        ],
        [
          [
            String(MAILS),
            String(mail.received.length),
            String(mail.distinct),
            `${figure(Math.min(...again))}–${figure(Math.max(...again))} s`,
            `${figure((started - killed) / 1_000)} s`,
          ],
        ],
      ),
    ];
  } finally {
    await servers.stop();
    await mail.stop();
  }
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await reached())) {
    if (performance.now() > end) throw new Error(`Not within ${PATIENCE_MS / 1_000} s`);
    await pause(50);
  }
}
