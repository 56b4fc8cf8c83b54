import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { until } from '../support/compiled-server.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let olga: SignedIn;
let gisela: SignedIn;
let measureId: string;
let otherMeasureId: string;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
  await brought(server.source, aProgramme('fremd'));
  olga = await signInAs(server, 'probe', 'olga');
  gisela = await signInAs(server, 'probe', 'gisela');
  measureId = await idOf('probe');
  otherMeasureId = await idOf('fremd');
});
afterAll(() => server.stop());

const idOf = async (slug: string): Promise<string> => {
  const [row] = await server.source.query<{ id: string }[]>(
    `SELECT m.id FROM measure m JOIN programme p ON p.id = m.programme_id
     WHERE p.slug = $1 AND m.key = 'kuerzen'`,
    [slug],
  );
  return row!.id;
};

type Told = { readonly event: string; readonly data: unknown };
type Stream = {
  readonly response: Response;
  readonly told: Told[];
  readonly over: () => boolean;
  close(): void;
};
const streams: Stream[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

/** Opens a stream as a browser would, and reads it until it ends. */
async function open(path: string, cookie: string | null): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${server.origin}/workspace/events/${path}`, {
    headers: { 'accept-encoding': 'gzip, br', ...(cookie === null ? {} : { cookie }) },
    signal: stop.signal,
  });
  const told: Told[] = [];
  let over = false;
  const stream = { response, told, over: () => over, close: () => stop.abort() };
  streams.push(stream);
  if (response.status !== 200) return stream;
  void (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body!) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const lines = Object.fromEntries(
          block
            .split('\n')
            .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
        );
        if (lines['event']) told.push({ event: lines['event'], data: JSON.parse(lines['data']) });
      }
    }
  })().then(
    () => (over = true),
    () => (over = true),
  );
  await until(() => told.some(({ event }) => event === 'ready'));
  return stream;
}

/** Writes history as every use case does. */
const change = async (slug: string, subject: string, subjectId: string): Promise<void> => {
  await server.source.query(
    `INSERT INTO history_entry (id, programme_id, subject, subject_id, way, field)
     SELECT $1, id, $3, $4, 'API', 'title' FROM programme WHERE slug = $2`,
    [randomUUID(), slug, subject, subjectId],
  );
};
const peopleAt = (stream: Stream): unknown =>
  stream.told.filter(({ event }) => event === 'presence').at(-1)?.data;

describe('the stream of a workspace', () => {
  it('tells everyone there of a change within two seconds, and nobody elsewhere', async () => {
    const others = await signInAs(server, 'fremd', 'olga');
    const [one, other, elsewhere] = await Promise.all([
      open('probe', olga.cookie),
      open('probe', gisela.cookie),
      open('fremd', others.cookie),
    ]);
    await change('probe', 'MEASURE', measureId);
    const told = { event: 'change', data: { subject: 'MEASURE', subjectId: measureId } };
    await until(() => one.told.length > 1 && other.told.length > 1);
    expect(one.told.slice(1)).toEqual([told]);
    expect(other.told.slice(1)).toEqual([told]);
    expect(elsewhere.told.slice(1)).toEqual([]);
    expect(one.response.headers.get('content-encoding')).toBeNull();
    expect(one.response.headers.get('set-cookie')).toBeNull();
  });

  it('tells of a change of very many records as of one', async () => {
    const stream = await open('probe', olga.cookie);
    await server.source.query(
      `INSERT INTO history_entry (id, programme_id, subject, subject_id, way, field)
       SELECT gen_random_uuid(), id, 'MEASURE', gen_random_uuid(), 'IMPORT', 'title'
       FROM programme, generate_series(1, 50) WHERE slug = 'probe'`,
    );
    await until(() => stream.told.length > 1);
    await change('probe', 'LOOP', measureId);
    await until(() => stream.told.length > 2);
    expect(stream.told.slice(1).map(({ event }) => event)).toEqual(['refetch', 'change']);
  });

  it('tells nothing of what was not written in the end', async () => {
    const stream = await open('probe', olga.cookie);
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `INSERT INTO history_entry (id, programme_id, subject, subject_id, way, field)
       SELECT $1, id, 'MEASURE', $2, 'API', 'title' FROM programme WHERE slug = 'probe'`,
      [randomUUID(), otherMeasureId],
    );
    await runner.rollbackTransaction();
    await runner.release();
    await change('probe', 'MEASURE', measureId);
    await until(() => stream.told.length > 1);
    expect(stream.told.slice(1).map(({ data }) => data)).toEqual([
      { subject: 'MEASURE', subjectId: measureId },
    ]);
  });

  it('says who else looks at the measure, by name, and when they have gone', async () => {
    const one = await open(`probe?looking=${measureId}`, olga.cookie);
    await until(() => peopleAt(one) !== undefined);
    expect(peopleAt(one)).toEqual({ subjectId: measureId, people: [] });
    const other = await open(`probe?looking=${measureId}`, gisela.cookie);
    const board = await open('probe', gisela.cookie);
    await until(() => JSON.stringify(peopleAt(one)).includes('Gisela'));
    await until(() => peopleAt(other) !== undefined);
    expect(peopleAt(one)).toEqual({ subjectId: measureId, people: ['Gisela Gerdes'] });
    expect(peopleAt(other)).toEqual({ subjectId: measureId, people: ['Olga Ostermann'] });
    expect(peopleAt(board)).toBeUndefined();
    other.close();
    await until(() => !JSON.stringify(peopleAt(one)).includes('Gisela'));
    expect(peopleAt(one)).toEqual({ subjectId: measureId, people: [] });
  });
});

describe('several servers on one database', () => {
  it('tell each other who looks, and answer when they are asked', async () => {
    const [person] = await server.source.query<{ id: string }[]>(
      'SELECT id FROM person WHERE account_id = $1',
      [gisela.accountId],
    );
    const tell = (lookers: object): Promise<unknown> =>
      server.source.query(`SELECT pg_notify('lernschleife_presence', $1)`, [
        JSON.stringify({ server: 'another', lookers, asks: true }),
      ]);
    const stream = await open(`probe?looking=${measureId}`, olga.cookie);
    await tell({ [measureId]: [person!.id] });
    await until(() => JSON.stringify(peopleAt(stream) ?? '').includes('Gisela'));
    await tell({});
    await until(() => !JSON.stringify(peopleAt(stream)).includes('Gisela'));
  });

  it('hear on when the connection that listens is cut, and tell that something may be missed', async () => {
    const stream = await open('probe', olga.cookie);
    const cut = await server.source.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'lernschleife live' AND datname = current_database()`,
    );
    // The embedded database has no such connection.
    if (cut.length > 0) await until(() => stream.told.at(-1)?.event === 'refetch');
    await change('probe', 'MEASURE', measureId);
    await until(() => stream.told.at(-1)?.event === 'change');
  });

  it('survive what somebody else says on their channels', async () => {
    const stream = await open('probe', olga.cookie);
    for (const nonsense of ['', '{', 'null', '[]', '{"programmeId":7}', '{"server":1}'])
      for (const channel of ['lernschleife_change', 'lernschleife_presence'])
        await server.source.query('SELECT pg_notify($1, $2)', [channel, nonsense]);
    await change('probe', 'MEASURE', measureId);
    await until(() => stream.told.at(-1)?.event === 'change');
  });
});

describe('who may not enter', () => {
  it('gets for a programme what everyone gets for an unknown one', async () => {
    const answer = async (path: string, cookie: string | null): Promise<unknown> => {
      const { response } = await open(path, cookie);
      const { status, headers } = response;
      return { status, type: headers.get('content-type'), body: await response.text() };
    };
    const outsider = await signInAs(server, 'fremd', 'carl');
    await server.source.query(
      `UPDATE person SET role = 'EMPLOYEE' WHERE key = 'bea'
       AND programme_id = (SELECT id FROM programme WHERE slug = 'probe')`,
    );
    const employee = await signInAs(server, 'probe', 'bea');
    const unknown = await answer('unbekannt', outsider.cookie);
    expect(unknown).toMatchObject({ status: 404 });
    expect(await answer('probe', outsider.cookie)).toEqual(unknown);
    expect(await answer('probe', employee.cookie)).toEqual(unknown);
    expect(await answer(`probe?looking=${otherMeasureId}`, olga.cookie)).toEqual(unknown);
    expect(await answer(`probe?looking=${randomUUID()}`, olga.cookie)).toEqual(unknown);
    expect(await answer('probe?looking=%00', olga.cookie)).toEqual(unknown);
    const nobody = await answer('probe', null);
    expect(nobody).toMatchObject({ status: 401 });
    expect(await answer('unbekannt', null)).toEqual(nobody);
  });

  it.each([
    ['is blocked', `UPDATE person SET blocked_at = now() WHERE id = $1`],
    ['loses the role', `UPDATE person SET role = 'EMPLOYEE' WHERE id = $1`],
    [
      'loses the session',
      `DELETE FROM session WHERE sess ->> 'accountId' = (SELECT account_id::text FROM person WHERE id = $1)`,
    ],
  ])('hears no more of it as soon as one %s', async (_what, sql) => {
    const slug = `probe-${randomUUID().slice(0, 8)}`;
    await brought(server.source, aProgramme(slug));
    const guide = await signInAs(server, slug, 'gisela');
    const member = await signInAs(server, slug, 'olga');
    const [person] = await server.source.query<{ id: string }[]>(
      'SELECT id FROM person WHERE account_id = $1',
      [guide.accountId],
    );
    const stream = await open(slug, guide.cookie);
    const stays = await open(slug, member.cookie);
    await server.source.query(sql, [person!.id]);
    await change(slug, 'PERSON', person!.id);
    await until(() => stream.over());
    await until(() => stays.told.length > 1);
    expect(stream.told.slice(1)).toEqual([]);
    expect(stays.over()).toBe(false);
  });

  it('keeps nothing of those who leave before they were let in', async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    // Some leave before, some while, and some after they are let in.
    for (let waits = 0; waits < 30; waits += 1) {
      const stop = new AbortController();
      const asked = fetch(`${server.origin}/workspace/events/probe`, {
        headers: { cookie: olga.cookie },
        signal: stop.signal,
      });
      for (let turns = 0; turns < waits; turns += 1) await new Promise(setImmediate);
      stop.abort();
      await asked.catch(() => undefined);
    }
    await until(() => timers() <= before);
  });

  it('is told what is wrong with a name that nothing can have', async () => {
    const { cookie } = await signInAs(server, 'probe', 'olga');
    for (const slug of ['%00', 'probe%00'])
      expect((await server.get(`/workspace/events/${slug}`, { cookie })).status).toBe(400);
  });

  it('opens no more streams than a browser needs', async () => {
    const carl = await signInAs(server, 'probe', 'carl');
    for (let at = 0; at < 10; at += 1)
      expect((await open('probe', carl.cookie)).response.status).toBe(200);
    expect((await open('probe', carl.cookie)).response.status).toBe(429);
    streams.at(-2)!.close();
    await until(async () => (await open('probe', carl.cookie)).response.status === 200);
  });
});

describe('a server that stops', () => {
  it('ends the streams and waits for nobody', async () => {
    const own = await startTestServer();
    await brought(own.source, aProgramme('probe'));
    const member = await signInAs(own, 'probe', 'olga');
    const response = await fetch(`${own.origin}/workspace/events/probe`, {
      headers: { cookie: member.cookie },
    });
    expect(response.status).toBe(200);
    const before = Date.now();
    const [text] = await Promise.all([response.text(), own.stop()]);
    expect(text).toContain('event: ready');
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});
