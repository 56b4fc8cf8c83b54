import { setTimeout as pause } from 'node:timers/promises';
import { figure, percentile } from '../figures.js';
import { BENCH_SLUG } from '../generate-programme.js';
import { askForBytes } from '../load.js';
import type { ProgrammeDatabase } from '../programme-database.js';
import { table } from '../report.js';
import { Servers } from '../servers.js';
import { MailServer } from './mail-server.js';
import { addPeople, mutate, type SignedInPerson } from './programme-people.js';

const HANGS_MS = 60_000;
const HEALTHY_MS = 30_000;
/** Between a client's answer and its next request. */
const PAUSE_MS = 200;
const READERS = 4;
const WRITERS = 2;
const PATIENCE_MS = 600_000;

type Times = { readonly pages: readonly number[]; readonly writes: readonly number[] };

/**
 * Readers open a page and the circle offers measures, each of which is a mail: first with a mail server that answers,
 * then for a minute with one that takes connections and says nothing.
 */
export async function hangingMail({ client, url }: ProgrammeDatabase): Promise<readonly string[]> {
  const servers = new Servers();
  const mail = new MailServer();
  const settings = { SMTP_URL: await mail.start(), MAIL_FROM: 'mail@example.org' };
  try {
    const circle = await addPeople(client, 'CIRCLE', 1);
    const [giver] = circle;
    const guides = await addPeople(client, 'GUIDE', 2);
    const { rows: measures } = await client.query<{ id: string; version: number }>(
      `SELECT m.id, m.version FROM measure m JOIN learning_loop l ON l.id = m.loop_id
       WHERE l.stage = 'RUNNING' ORDER BY m.id LIMIT ${WRITERS}`,
    );
    if (!giver || measures.length < WRITERS) throw new Error('There is too little to write to.');
    // Each page is made anew: one from memory would ask for nothing that a write could hold up.
    const { origin } = await servers.product(url, { ...settings, HOT_BYTES: '0' });
    const versions = new Map(measures.map(({ id, version }) => [id, version]));
    const work = (forMs: number): Promise<Times> =>
      workFor(origin, { giver, guides, versions, forMs });
    await work(3_000);
    const healthy = await work(HEALTHY_MS);
    await until(async () => (await unsent(client)) === 0);
    const before = mail.received.length;

    mail.hangs = true;
    const hanging = await work(HANGS_MS);
    const waiting = await unsent(client);
    mail.recover();
    const recovered = performance.now();
    await until(async () => (await unsent(client)) === 0);
    // Whatever would come once more has time to.
    await pause(5_000);
    const last = mail.received.at(-1)?.at ?? recovered;
    const duplicates = mail.received.length - mail.distinct;
    const line = (name: string, { pages, writes }: Times): string[] => [
      name,
      `${pages.length}`,
      `${figure(percentile(pages, 0.5))} / ${figure(percentile(pages, 0.95))} ms`,
      `${writes.length}`,
      `${figure(percentile(writes, 0.5))} / ${figure(percentile(writes, 0.95))} ms`,
    ];
    return [
      `### A mail server that hangs for ${HANGS_MS / 1_000} s`,
      '',
      ...table(
        ['Mail server', 'Pages', 'p50 / p95', 'Writes with a mail', 'p50 / p95'],
        [line('answers', healthy), line('hangs', hanging)],
      ),
      `- Mails that waited when it recovered: ${waiting}; delivered after that: ${mail.received.length - before}`,
      `- From the recovery to the last delivery: ${figure((last - recovered) / 1_000)} s`,
      `- Duplicates: ${duplicates}`,
      '',
    ];
  } finally {
    await servers.stop();
    await mail.stop();
  }
}

async function workFor(
  origin: string,
  {
    giver,
    guides,
    versions,
    forMs,
  }: {
    readonly giver: SignedInPerson;
    readonly guides: readonly SignedInPerson[];
    /** Of each measure that is written to; kept current. */
    readonly versions: Map<string, number>;
    readonly forMs: number;
  },
): Promise<Times> {
  const end = performance.now() + forMs;
  const pages: number[] = [];
  const writes: number[] = [];
  const repeat = async (times: number[], one: (at: number) => Promise<unknown>): Promise<void> => {
    for (let at = 0; performance.now() < end; at += 1) {
      const begun = performance.now();
      await one(at);
      times.push(performance.now() - begun);
      await pause(PAUSE_MS);
    }
  };
  const readers = Array.from({ length: READERS }, () =>
    repeat(pages, () => askForBytes(origin, { path: `/de/${BENCH_SLUG}/erfolge`, body: null })),
  );
  const writers = [...versions.keys()].map((measureId) =>
    repeat(writes, async (at) => {
      const version = versions.get(measureId) ?? 0;
      const personId = guides[at % guides.length]?.id;
      const answer = await mutate(
        origin,
        giver,
        'assignOwner',
        { measureId, version, personId },
        '... on WorkspaceMeasure { version }',
      );
      if (typeof answer['version'] !== 'number')
        throw new Error(`assignOwner was refused: ${JSON.stringify(answer)}`);
      versions.set(measureId, answer['version']);
    }),
  );
  await Promise.all([...readers, ...writers]);
  return { pages, writes };
}

async function unsent(client: ProgrammeDatabase['client']): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM mail WHERE sent_at IS NULL',
  );
  return rows[0]?.count ?? 0;
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await reached())) {
    if (performance.now() > end) throw new Error(`Not within ${PATIENCE_MS / 1_000} s`);
    await pause(100);
  }
}
