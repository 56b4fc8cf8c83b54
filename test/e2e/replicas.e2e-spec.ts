import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Database } from '#server/database/database.js';
import { PublicDatabase } from '#server/database/public-database.js';
import { until } from '../support/compiled-server.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { publishVersion, standInFor, withVersions } from '../support/stand-in-replica.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';
import { openWay, type Way } from '../support/way.js';

const TITLE = '{ programme(slug: "probe") { title { text } } }';
/** Older than any look at the primary that still counts. */
const LOOK_IS_OLD_MS = 450;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

let replicas: { readonly database: TestDatabase; readonly way: Way }[];
let server: TestServer;
let olga: SignedIn;
let version = 100;

/** Brings the primary and these replicas to a new version. */
async function publish(...followers: TestDatabase[]): Promise<void> {
  version += 1;
  await publishVersion(server.source, version);
  for (const { source } of followers) await publishVersion(source, version);
}
const titleIn = (text: string): string | undefined => /Kurze Wege|Nachbau [12]/.exec(text)?.[0];
const pageTitle = async (path: string): Promise<string | undefined> => {
  const response = await server.get(path);
  expect(response.status).toBe(200);
  return titleIn(await response.text());
};
const askedTitle = async (): Promise<string | undefined> =>
  titleIn(JSON.stringify(await server.gql(TITLE)));
/** Where the next answers come from. */
async function placesOf(count: number): Promise<Set<string | undefined>> {
  const places = new Set<string | undefined>();
  for (let at = 0; at < count; at++) places.add(await askedTitle());
  return places;
}

beforeAll(async () => {
  replicas = await Promise.all(
    [1, 2].map(async () => {
      const database = await startTestDatabase();
      return { database, way: await openWay(database.address) };
    }),
  );
  server = await startTestServer({
    replicaUrls: replicas.map(({ way }) => way.url),
    signIn: { provider: null, email: true, demonstration: false },
  });
  const draft = aProgramme();
  draft.programme.ideasOpen = true;
  await brought(server.source, draft);
  for (const { source } of [server, ...replicas.map(({ database }) => database)])
    await withVersions(source);
  for (const [at, { database }] of replicas.entries())
    await standInFor(server.source, database.source, 'probe', `Nachbau ${at + 1}`);
  olga = await signInAs(server, 'probe', 'olga');
});
afterAll(async () => {
  await server?.stop();
  for (const { database, way } of replicas ?? []) {
    await way.close();
    await database.stop();
  }
});

describe('with two replicas that are up to date', () => {
  beforeEach(async () => {
    await publish(...replicas.map(({ database }) => database));
    await until(async () => {
      const places = await placesOf(8);
      return places.has('Nachbau 1') && places.has('Nachbau 2') && places.size === 2;
    });
  });

  it('anonymous GraphQL comes from them in turn, and never from the primary', async () => {
    expect(await placesOf(20)).toEqual(new Set(['Nachbau 1', 'Nachbau 2']));
  });

  it.each(['/de/probe/erfolge', '/de/probe/schleifen', '/de/probe/erfolge.json'])(
    '%s comes from one',
    async (path) => expect(await pageTitle(path)).toMatch(/^Nachbau/),
  );

  it('the page of ideas, which shows each author the own ones, comes from the primary', async () => {
    expect(await pageTitle('/de/probe/ideen')).toBe('Kurze Wege');
  });

  it('who is signed in reads everything from the primary', async () => {
    for (let at = 0; at < 4; at++)
      expect(await olga.gql(TITLE)).toEqual({
        data: { programme: { title: { text: 'Kurze Wege' } } },
      });
    const preview = await server.get('/workspace/de/probe/preview', { cookie: olga.cookie });
    expect(await preview.text()).toContain('Kurze Wege');
  });

  it('one that lags behind is left out until it has caught up', async () => {
    const [first, second] = replicas;
    await publish(first!.database);
    await pause(LOOK_IS_OLD_MS);
    // The first answer may be the primary's, which is asked when one is found to lag.
    await askedTitle();
    expect(await placesOf(20)).not.toContain('Nachbau 2');
    await publishVersion(second!.database.source, version);
    await until(async () => (await placesOf(8)).has('Nachbau 2'));
  });

  it('the primary answers when all lag behind', async () => {
    await publish();
    await pause(LOOK_IS_OLD_MS);
    expect(await placesOf(20)).toEqual(new Set(['Kurze Wege']));
  });

  it('one that falls away costs no reader an answer, and is used again when it is back', async () => {
    const { way } = replicas[0]!;
    const from = server.logged.length;
    await way.close();
    const places = await placesOf(20);
    // The question that found it away was asked again at the primary.
    expect(places).toEqual(new Set(['Kurze Wege', 'Nachbau 2']));
    const told = (): string[] =>
      server.logged.slice(from).filter((line) => line.includes('a replica'));
    expect(told()).toEqual([expect.stringContaining('a replica is left out')]);
    expect(told().join()).not.toContain('postgres:');
    await way.open();
    await until(async () => (await placesOf(8)).has('Nachbau 1'));
    expect(told()[1]).toContain('a replica answers again');
  });

  it('a question under way at one that falls away is answered by the primary', async () => {
    const { way } = replicas[0]!;
    const log = pino({ level: 'silent' });
    const primary = new Database(log);
    primary.attach(server.source);
    const reading = new PublicDatabase(primary, { replicaUrls: [way.url], poolSize: 2 }, log);
    const asked = reading.query(
      `SELECT title FROM programme, pg_sleep(CASE title WHEN 'Nachbau 1' THEN 1 ELSE 0 END)`,
    );
    await pause(300);
    await way.close();
    expect(await asked).toEqual([{ title: 'Kurze Wege' }]);
    await way.open();
    await reading.onApplicationShutdown();
  });
});

describe('what is read after a look at the primary', () => {
  it('is never older than that look, however far the replica is behind', async () => {
    const { database, way } = replicas[0]!;
    const log = pino({ level: 'silent' });
    const primary = new Database(log);
    primary.attach(server.source);
    const reading = new PublicDatabase(primary, { replicaUrls: [way.url], poolSize: 2 }, log);
    const title = async (): Promise<string | undefined> =>
      (await reading.query<{ title: string }[]>('SELECT title FROM programme'))[0]?.title;
    for (let round = 0; round < 40; round++) {
      version += 1;
      await publishVersion(server.source, version, `Stand ${version}`);
      const following = publishVersion(database.source, version, `Stand ${version} (Nachbau)`);
      if (round % 2 === 0) await following;
      const look = await reading.versions();
      for (let at = 0; at < 3; at++) expect(await title()).toMatch(`Stand ${version}`);
      expect([...look.values()]).toEqual([String(version)]);
      await following;
      // The next round begins with a replica that is asked.
      await until(async () => (await title()) === `Stand ${version} (Nachbau)`);
    }
    await reading.onApplicationShutdown();
  });

  it('can’t be changed at a replica', async () => {
    const { way } = replicas[0]!;
    const log = pino({ level: 'silent' });
    const primary = new Database(log);
    primary.attach(server.source);
    const reading = new PublicDatabase(primary, { replicaUrls: [way.url], poolSize: 1 }, log);
    const [row] = await reading.query<{ setting: string; title: string }[]>(
      `SELECT current_setting('default_transaction_read_only') AS setting, title FROM programme`,
    );
    expect(row?.title).toContain('Nachbau');
    // The embedded database takes no settings of a connection; it is never a replica.
    const isPostgres = process.env['TEST_DATABASE_URL'] !== undefined;
    expect(row?.setting).toBe(isPostgres ? 'on' : 'off');
    await reading.onApplicationShutdown();
  });
});
