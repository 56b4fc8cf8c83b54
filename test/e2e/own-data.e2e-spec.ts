import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ownDataDe } from '#ui/messages/own-data-de.js';
import { applyRetention, dueByRetention } from '#application/personal-data/retention.js';
import { makeTakeOutLink } from '#application/personal-data/take-out.js';
import { removeProgramme } from '#application/programme-files/remove-programme.js';
import { APPLICATION_STATES } from '#domain/calls/call.record.js';
import { IDEA_STATES } from '#domain/ideas/decide-idea.js';
import { RETENTION_RULES } from '#domain/personal-data/retention-days.js';
import { PATIENCE } from '#server/hot/freshness.js';
import { DOCUMENTS } from '#server/trusted/documents.js';
import { columnsOf, INVENTORY } from '#persistence/personal-data/inventory.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { aProgrammeOfCalls } from '../support/calls.js';
import { callsIn } from '../support/everyone.js';
import { idOf } from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { sessionOf, signInAs, type SignedIn } from '../support/sign-in.js';
import { until } from '../support/compiled-server.js';
import { startServerBeside, startTestServer, type TestServer } from '../support/start-server.js';
import { leaveTraces, type Traced } from '../support/traces.js';

let server: TestServer;
let adam: SignedIn;
let gisela: SignedIn;
beforeAll(async () => {
  server = await startTestServer({ signIn: { provider: null, email: true, demonstration: false } });
  await brought(server.source, aProgrammeOfCalls());
  adam = await signInAs(server, 'probe', 'adam');
  gisela = await signInAs(server, 'probe', 'gisela');
  await server.source.query(callsIn('DECIDED'));
  await server.source.query(
    `INSERT INTO volunteer_call (id, programme_id, key, title) SELECT gen_random_uuid(), programme_id, 'other', 'Anderer'
     FROM volunteer_call`,
  );
});
afterAll(() => server?.stop());

const post = (who: SignedIn, path: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(server.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie },
    body: new URLSearchParams(form),
  });
const get = (who: SignedIn, path: string): Promise<Response> =>
  server.get(path, { cookie: who.cookie });
/** The address of a fresh link, as its button leads there. */
async function takeOutLink(who: SignedIn, as: string): Promise<string> {
  const led = await post(who, '/my-data/take-out?lang=de', { as });
  expect(led.status).toBe(303);
  return led.headers.get('location') ?? '';
}

describe('a take-out of the own data', () => {
  let ada: Traced;
  let other: Traced;
  beforeAll(async () => {
    ada = await leaveTraces(server, 'ada');
    // Who came last has the parts in the measures.
    other = await leaveTraces(server, 'other');
    await server.source.query('UPDATE measure SET owner_id = $1 WHERE owner_id = $2', [
      ada.personId,
      other.personId,
    ]);
  });

  it('has each personal column of each table, and nothing of anybody else', async () => {
    const response = await get(ada, await takeOutLink(ada, 'json'));
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    const { tables } = JSON.parse(text) as {
      tables: { table: string; rows: Record<string, unknown>[] }[];
    };
    const personal = INVENTORY.filter(({ of }) => of !== undefined);
    // What she used just now is used up, and the next step is the other's.
    const wanted = personal.map(({ table }) => table).filter((table) => table !== 'next_step');
    expect(tables.map(({ table }) => table)).toEqual(wanted);
    for (const { table, rows } of tables) {
      const entry = personal.find((one) => one.table === table)!;
      for (const column of columnsOf(entry, 'PERSONAL'))
        expect([table, column, column in rows[0]!]).toEqual([table, column, true]);
    }
    const words =
      'name mail key subject return applicant office motivation qualification answer note declined value message unit';
    for (const word of words.split(' ')) expect(text).toContain(`spurada${word}`);
    for (const trace of other.traces) expect([trace, text.includes(trace)]).toEqual([trace, false]);
    const beaId = await idOf(server, 'person', 'bea');
    for (const foreign of [
      beaId,
      'Bea Behrens',
      'Fremde Begründung',
      'Fremde Frage',
      'Fremde Idee',
      'spuradadigest',
      'spuradareceipt',
    ])
      expect([foreign, text.includes(foreign)]).toEqual([foreign, false]);
  });

  it('has mails to an own address, and where one was invited since the last sign-in', async () => {
    const invited = await leaveTraces(server, 'neu');
    await server.source.query(
      `INSERT INTO mail (id, cause, programme_id, address, language, kind, "values", created_at)
       SELECT gen_random_uuid(), 'to-nobody', programme_id, $2, 'de', 'IDEA_DECLINED', '{"idea":"spurneulose"}', now()
       FROM person WHERE id = $1`,
      [invited.personId, invited.email.toUpperCase()],
    );
    await server.source.query('UPDATE person SET account_id = NULL WHERE id = $1', [
      invited.personId,
    ]);
    const text = await (await get(invited, await takeOutLink(invited, 'json'))).text();
    for (const word of ['spurneulose', 'spurneuname'])
      expect([word, text.includes(word)]).toEqual([word, true]);
  });

  it('of somebody who signs in by the provider alone has what the programme keeps under their address', async () => {
    const { source } = server;
    await brought(source, aProgrammeOfCalls('fremd'));
    const email = 'nurprovider@example.org';
    const accountId = crypto.randomUUID();
    await source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
    await source.query(
      `INSERT INTO person (id, programme_id, key, name, email, role, account_id, position)
       SELECT gen_random_uuid(), id, 'nurprovider', 'Nora', $1, 'EMPLOYEE', $2, 902 FROM programme WHERE slug = 'probe'`,
      [email.toUpperCase(), accountId],
    );
    for (const slug of ['probe', 'fremd'])
      await source.query(
        `INSERT INTO voice (id, programme_id, measure_id, kind, text, email, language, received_at)
         SELECT gen_random_uuid(), m.programme_id, m.id, 'QUESTION', 'Frage in ' || p.slug, $2, 'de', now()
         FROM measure m JOIN programme p ON p.id = m.programme_id WHERE m.key = 'rueckrufe' AND p.slug = $1`,
        [slug, email],
      );
    await source.query(
      `INSERT INTO application (id, call_id, name, email, motivation, consent_version, consent_at, received_at)
       SELECT gen_random_uuid(), id, 'Nora', $1, 'Noch unbestätigt', 'applications-1', now(), now()
       FROM volunteer_call WHERE key = 'decided'`,
      [email],
    );
    const ideaId = crypto.randomUUID();
    await source.query(
      `INSERT INTO idea (id, programme_id, account_id, name, title, text, created_at)
       SELECT $1, id, $2, 'Nora', 'Eine Idee', 'Eine Idee', now() FROM programme WHERE slug = 'probe'`,
      [ideaId, accountId],
    );
    const toldOf = (personKey: string | null, idea: string, address: string): Promise<unknown> =>
      source.query(
        `INSERT INTO mail (id, cause, programme_id, person_id, address, language, kind, "values", created_at)
         SELECT gen_random_uuid(), $1 || coalesce(':' || p.id, ''), pr.id, p.id, $3, 'de', 'IDEA_RECEIVED',
           json_build_object('idea', $4::text), now()
         FROM programme pr LEFT JOIN person p ON p.programme_id = pr.id AND p.key = $2 WHERE pr.slug = 'probe'`,
        [`idea-taken_up:${ideaId}`, personKey, address, idea],
      );
    await toldOf(null, 'Der Autorin gesagt', 'alte.adresse@example.org');
    await toldOf('bea', 'Dem Kreis gesagt', 'bea@example.org');
    const nora = await sessionOf(server, accountId);
    const text = await (await get(nora, await takeOutLink(nora, 'json'))).text();
    for (const word of ['Frage in probe', 'Noch unbestätigt', 'Der Autorin gesagt'])
      expect([word, text.includes(word)]).toEqual([word, true]);
    // An address that nobody has proved to have opens nothing of another programme, and others’ mails are theirs.
    for (const word of ['Frage in fremd', 'Dem Kreis gesagt', 'bea@example.org'])
      expect([word, text.includes(word)]).toEqual([word, false]);
    await removeProgramme(source, 'fremd');
  });

  it('keeps back what the circle thinks until the call is decided', async () => {
    const state = (to: string) =>
      server.source.query(`UPDATE volunteer_call SET state = $1 WHERE key = 'decided'`, [to]);
    await state('CLOSED');
    const before = await (await get(ada, await takeOutLink(ada, 'json'))).text();
    await state('DECIDED');
    expect(before).toContain('spuradamotivation');
    for (const word of ['spuradanote', 'spuradadeclined', 'WAITLISTED'])
      expect([word, before.includes(word)]).toEqual([word, false]);
  });

  it('is a page too, which has a word for each table and column', async () => {
    const page = await get(ada, await takeOutLink(ada, 'page'));
    const html = await page.text();
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const word of ['spuradaname', 'Sie als Person im Programm', 'Notiz des Kreises'])
      expect(html).toContain(word);
    for (const state of [...IDEA_STATES, ...APPLICATION_STATES])
      expect([state, `value.${state}` in ownDataDe]).toEqual([state, true]);
    for (const entry of INVENTORY.filter(({ of }) => of !== undefined)) {
      const columns = [...columnsOf(entry, 'PERSONAL'), ...Object.keys(entry.of?.context ?? {})];
      for (const key of [`table.${entry.table}`, ...columns.map((one) => `column.${one}`)])
        expect([key, key in ownDataDe]).toEqual([key, true]);
    }
  });

  it('is had once', async () => {
    const link = await takeOutLink(ada, 'json');
    expect((await get(ada, link)).status).toBe(200);
    const again = await get(ada, link);
    expect([again.status, (await again.text()).includes('spurada')]).toEqual([410, false]);
  });

  it('of two at the same time is had once', async () => {
    const link = await takeOutLink(ada, 'json');
    const both = await Promise.all([get(ada, link), get(ada, link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is the own session’s alone, and not used up by another', async () => {
    const link = await takeOutLink(ada, 'json');
    expect((await get(other, link)).status).toBe(410);
    expect((await server.get(link)).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await get(ada, link)).status).toBe(200);
  });

  it('ends after ten minutes', async () => {
    const work = new Transactions(server.source);
    const ago = (minutes: number) => ({ work, now: () => new Date(Date.now() - minutes * 60_000) });
    const over = await makeTakeOutLink(ago(11), ada.accountId);
    expect((await get(ada, `/my-data/take-out/${over}`)).status).toBe(410);
    const good = await makeTakeOutLink(ago(9), ada.accountId);
    expect((await get(ada, `/my-data/take-out/${good}`)).status).toBe(200);
  });
});

describe('the consent to be named', () => {
  const PAGE = '/de/probe/erfolge/rueckrufe';
  const LISTS = [
    '/de/probe/erfolge',
    '/de/probe/erfolge?q=ergebnis',
    '/de/probe/erfolge.json',
    '/de/probe/erfolge.atom',
  ];
  const FEED = `/graphql?documentId=sha256:${DOCUMENTS.Feed.hash}&variables=${encodeURIComponent('{"programme":"probe"}')}`;
  const GUIDES = `{ programme(slug: "probe") { successes { edges { node { guides { name unit } } } } } }`;
  beforeAll(async () => {
    await server.source.query(
      `INSERT INTO measure_guide (measure_id, person_id) SELECT m.id, p.id FROM measure m, person p
       WHERE m.key = 'rueckrufe' AND p.key = 'gisela' ON CONFLICT DO NOTHING`,
    );
  });
  const textOf = async (path: string): Promise<string> => (await server.get(path)).text();
  async function inGraphql(): Promise<string> {
    const { data, errors } = await server.gql(GUIDES);
    if (errors) throw new Error(JSON.stringify(errors));
    return JSON.stringify(data);
  }
  const choose = (publicName: string) =>
    post(gisela, '/my-data/public-name?lang=de', { programme: 'probe', publicName });

  it.each([
    { grade: 'HIDDEN', name: false, unit: false },
    { grade: 'ROLE', name: false, unit: false },
    { grade: 'NAME', name: true, unit: false },
    { grade: 'NAME_AND_UNIT', name: true, unit: true },
  ])('is kept to at once on each public face: $grade', async ({ grade, name, unit }) => {
    const led = await choose(grade);
    expect(led.headers.get('location')).toBe('/my-data?lang=de&saved=yes');
    for (const text of [await textOf(PAGE), await inGraphql(), await textOf(FEED)]) {
      expect(text.includes('Gisela Gerdes')).toBe(name);
      expect(/Gisela Gerdes\W+(<[^>]*>|"unit":"|\W)*Büro/.test(text)).toBe(unit);
    }
    // Lists and feeds name her as far as the page does, or not at all.
    for (const path of LISTS)
      if (!name) expect([path, (await textOf(path)).includes('Gisela')]).toEqual([path, false]);
    const own = await (await get(gisela, '/my-data?lang=de')).text();
    const chosen = [...own.matchAll(/<input[^>]*type="radio"[^>]*>/g)].filter(([input]) =>
      input.includes('checked'),
    );
    expect(chosen.map(([input]) => /value="(\w+)"/.exec(input)?.[1])).toEqual([grade]);
  });

  it('is kept to by another server too, which has shown the name before', async () => {
    await choose('NAME');
    const other = await startServerBeside(server, PATIENCE);
    try {
      const namesHer = (path: string) => async (): Promise<boolean> =>
        (await (await other.get(path)).text()).includes('Gisela Gerdes');
      for (const path of [PAGE, FEED]) await until(namesHer(path));
      await choose('HIDDEN');
      for (const path of [PAGE, FEED]) await until(async () => !(await namesHer(path)()));
    } finally {
      await other.stop();
    }
  });

  it('can’t be found out by searching for the name', async () => {
    const found = async (): Promise<unknown> =>
      (
        await server.gql(
          '{ programme(slug: "probe") { successes(filter: { search: "Gisela" }) { edges { node { key } } } } }',
        )
      ).data;
    await choose('HIDDEN');
    expect(await found()).toEqual({ programme: { successes: { edges: [] } } });
  });

  it('shows no stored page of before', async () => {
    await choose('NAME');
    const tag = async (): Promise<string | null> => (await server.get(PAGE)).headers.get('etag');
    const [named, still] = [await tag(), await tag()];
    expect(named).toBe(still);
    await choose('HIDDEN');
    expect(await tag()).not.toBe(named);
  });

  it('is everybody’s to give by GraphQL, also who can’t enter the workspace', async () => {
    const emil = await signInAs(server, 'probe', 'emil');
    const { data } = await emil.gql(
      `mutation { choosePublicName(input: { programme: "probe", publicName: ROLE }) {
        __typename ... on Membership { publicName role } } }`,
    );
    expect(data?.['choosePublicName']).toEqual({
      __typename: 'Membership',
      publicName: 'ROLE',
      role: 'EMPLOYEE',
    });
  });

  it('takes no other grade, and no other programme', async () => {
    for (const form of [
      { programme: 'probe', publicName: 'ALL' },
      { programme: 'nirgends', publicName: 'NAME' },
      { programme: '\u0000', publicName: 'NAME' },
    ]) {
      const led = await post(gisela, '/my-data/public-name?lang=de', form);
      expect([form, led.headers.get('location')]).toEqual([form, '/my-data?lang=de']);
    }
  });
});

describe('the page of one’s own data', () => {
  it('leads whoever isn’t signed in to the sign-in and back', async () => {
    const led = await server.get('/my-data?lang=en');
    expect([led.status, led.headers.get('location')]).toEqual([
      303,
      '/sign-in?lang=en&return=%2Fmy-data%3Flang%3Den',
    ]);
  });

  it('is for employees too, in both languages, without script', async () => {
    const emil = await signInAs(server, 'probe', 'emil');
    const [de, en] = await Promise.all(
      ['de', 'en'].map(async (lang) => (await get(emil, `/my-data?lang=${lang}`)).text()),
    );
    expect(de).toContain('Meine Daten');
    expect(en).toContain('My data');
    expect(de).not.toContain('<script');
    expect(de).not.toContain('Zum Arbeitsbereich');
    expect(await (await get(gisela, '/my-data?lang=de')).text()).toContain('Zum Arbeitsbereich');
  });

  it('takes no form from another site', async () => {
    const response = await fetch(`${server.origin}/my-data/erase`, {
      method: 'POST',
      headers: {
        cookie: adam.cookie,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
      body: new URLSearchParams({ sure: 'yes' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('retention', () => {
  const writing = () => ({ work: new Transactions(server.source), now: () => new Date() });
  const LINES = `{ workspace(programme: "probe") { retention { rule days count lastRunAt lastCount } } }`;

  /** One of each kind that has lain a day too long, and one that has a day left. */
  beforeEach(async () => {
    const { source } = server;
    for (const table of [
      'mail',
      'application',
      'application_access',
      'sign_in_link',
      'take_out',
      'throttle',
      'retention_run',
      'voice',
      'idea',
    ])
      await source.query(`DELETE FROM ${table}`);
    await source.query('DELETE FROM request_receipt');
    await source.query(
      `DELETE FROM account WHERE id IN (SELECT account_id FROM identity WHERE subject LIKE 'nobody%')`,
    );
    await source.query(`DELETE FROM graphile_worker._private_jobs`);
    await source.query(
      `UPDATE volunteer_call SET closes_on = (now() AT TIME ZONE 'Europe/Berlin')::date - 90 - 1 WHERE key = 'decided'`,
    );
    await source.query(
      `UPDATE volunteer_call SET closes_on = (now() AT TIME ZONE 'Europe/Berlin')::date - 90 WHERE key = 'other'`,
    );
    const day = (days: number): string => `now() - interval '${days} days'`;
    const applied = (key: string, confirmed: boolean, days: number): string =>
      `INSERT INTO application (id, call_id, name, email, confirmed_at, received_at)
       SELECT gen_random_uuid(), id, 'n', gen_random_uuid() || '@example.org', ${confirmed ? 'now()' : 'NULL'}, ${day(days)}
       FROM volunteer_call WHERE key = '${key}'`;
    for (const sql of [
      applied('decided', true, 1),
      applied('other', true, 1),
      applied('other', false, 4),
      applied('other', false, 2),
      ...[91, 89].map(
        (days) => `INSERT INTO mail (id, cause, programme_id, address, language, kind, created_at)
          SELECT gen_random_uuid(), 'c${days}', id, 'a@example.org', 'de', 'DIGEST', ${day(days)} FROM programme`,
      ),
      ...[2, 0].map(
        (days) => `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at)
          VALUES (gen_random_uuid(), 'd${days}', 'a@example.org', '/', ${day(days)})`,
      ),
      ...[2, 0].map(
        (days) => `INSERT INTO take_out (digest, account_id, expires_at)
          SELECT repeat('${days}', 64), id, ${day(days)} FROM account LIMIT 1`,
      ),
      ...[1, -1].map(
        (days) => `INSERT INTO session (sid, sess, expire) VALUES ('alt${days}', '{}', ${day(days)})
          ON CONFLICT DO NOTHING`,
      ),
      ...[1, -1].map(
        (days) =>
          `INSERT INTO throttle (key, expire) VALUES ('k${days}', extract(epoch FROM ${day(days)}) * 1000)`,
      ),
      ...[31, 29].map(
        (days) => `INSERT INTO request_receipt (account_id, request_id, digest, at)
          SELECT id, gen_random_uuid(), 'd', ${day(days)} FROM account LIMIT 1`,
      ),
      ...[366, 364].map(
        (days) => `INSERT INTO application_access (id, call_id, at)
          SELECT gen_random_uuid(), id, ${day(days)} FROM volunteer_call WHERE key = 'decided'`,
      ),
      ...[181, 179].map(
        (
          days,
        ) => `INSERT INTO voice (id, programme_id, measure_id, kind, text, email, language, received_at)
          SELECT gen_random_uuid(), programme_id, id, 'QUESTION', 'Wann?', 'v${days}@example.org', 'de', ${day(days)}
          FROM measure WHERE key = 'kuerzen'`,
      ),
      ...[31, 29].map(
        (days) => `INSERT INTO idea (id, programme_id, account_id, name, state, created_at)
          SELECT gen_random_uuid(), p.programme_id, p.account_id, 'n', 'WITHDRAWN', ${day(days)}
          FROM person p WHERE p.key = 'adam'`,
      ),
      ...[366, 364].map(
        (
          days,
        ) => `INSERT INTO idea (id, programme_id, account_id, name, title, text, state, reason, answered_at, created_at)
          SELECT gen_random_uuid(), p.programme_id, p.account_id, 'n', 't', 't', 'DECLINED', 'r', ${day(days)}, ${day(400)}
          FROM person p WHERE p.key = 'adam'`,
      ),
      ...[15, 13].map(
        (
          days,
        ) => `WITH made AS (SELECT id FROM graphile_worker.add_job('send-mail', '{}', run_at := now() + interval '1 day'))
          SELECT id, ${days} FROM made`,
      ),
      ...[366, 364].map(
        (
          days,
        ) => `WITH made AS (INSERT INTO account (id, created_at) VALUES (gen_random_uuid(), ${day(400)}) RETURNING id)
          INSERT INTO identity (issuer, subject, account_id, last_used_at)
          SELECT 'email', 'nobody${days}' || id, id, ${day(days)} FROM made`,
      ),
      ...[1096, 1094].map(
        (days) =>
          `INSERT INTO retention_run (id, rule, count, at) VALUES (gen_random_uuid(), 'SESSIONS', 1, ${day(days)})`,
      ),
    ])
      await source.query(sql);
    const jobs = await source.query<{ id: string }[]>(
      'SELECT id FROM graphile_worker._private_jobs ORDER BY id',
    );
    for (const [at, days] of [15, 13].entries())
      await source.query(
        `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, updated_at = ${day(days)} WHERE id = $1`,
        [jobs[at]?.id],
      );
  });
  const one = RETENTION_RULES.map((rule) => ({ rule, count: 1 }));

  it('counts what has lain too long, of each kind, and changes nothing by that', async () => {
    expect(await dueByRetention(server.source, new Date())).toEqual(one);
    expect(await dueByRetention(server.source, new Date())).toEqual(one);
  });

  it('erases that and no more, and notes how many', async () => {
    expect(await applyRetention(writing())).toEqual(one);
    const runs = await server.source.query<{ rule: string; count: number }[]>(
      `SELECT rule, count FROM retention_run WHERE at > now() - interval '1 hour'`,
    );
    expect(runs.map(({ rule }) => rule).sort()).toEqual([...RETENTION_RULES].sort());
    expect(new Set(runs.map(({ count }) => count))).toEqual(new Set([1]));
    expect(await applyRetention(writing())).toEqual(
      RETENTION_RULES.map((rule) => ({ rule, count: 0 })),
    );
    const left = await server.source.query(
      `SELECT (SELECT count(*)::int FROM application) AS applications, (SELECT count(*)::int FROM mail) AS mails,
         (SELECT count(*)::int FROM sign_in_link) AS links, (SELECT count(*)::int FROM throttle) AS throttles,
         (SELECT count(*)::int FROM request_receipt) AS receipts, (SELECT count(*)::int FROM application_access) AS accesses,
         (SELECT count(*)::int FROM voice) AS voices, (SELECT count(email)::int FROM voice) AS addresses,
         (SELECT count(*)::int FROM idea) AS ideas,
         (SELECT count(*)::int FROM graphile_worker._private_jobs) AS jobs,
         (SELECT count(*)::int FROM identity WHERE subject LIKE 'nobody364%') AS accounts`,
    );
    expect(left).toEqual([
      {
        applications: 2,
        mails: 1,
        links: 1,
        throttles: 1,
        receipts: 1,
        accesses: 1,
        voices: 2,
        addresses: 1,
        ideas: 2,
        jobs: 1,
        accounts: expect.any(Number),
      },
    ]);
    expect((left as { accounts: number }[])[0]?.accounts).toBeGreaterThan(0);
  });

  it('erases what was mailed of an application with it, however new the mail is', async () => {
    for (const cause of ['application-received', 'application-declined'])
      await server.source.query(
        `INSERT INTO mail (id, cause, programme_id, address, language, kind, "values", created_at)
         SELECT gen_random_uuid(), $1 || ':' || a.id, c.programme_id, a.email, 'de', 'APPLICATION_RECEIVED', '{}', now()
         FROM application a JOIN volunteer_call c ON c.id = a.call_id`,
        [cause],
      );
    await applyRetention(writing());
    const left = (sql: string): Promise<{ id: string }[]> => server.source.query(sql);
    const applications = await left('SELECT id FROM application ORDER BY id');
    expect(applications).toHaveLength(2);
    for (const cause of ['application-received', 'application-declined'])
      expect(
        await left(
          `SELECT split_part(cause, ':', 2) AS id FROM mail WHERE cause LIKE '${cause}:%' ORDER BY 1`,
        ),
      ).toEqual(applications);
  });

  it('keeps applications as long as their programme says', async () => {
    await server.source.query(`UPDATE programme SET application_retention_days = 91`);
    const due = await dueByRetention(server.source, new Date());
    await server.source.query(`UPDATE programme SET application_retention_days = 90`);
    expect(due.find(({ rule }) => rule === 'APPLICATIONS')?.count).toBe(0);
  });

  it('shows administrators what it would do and what it did, and nobody else', async () => {
    const read = async (who: SignedIn) =>
      (((await who.gql(LINES)).data ?? {})['workspace'] as unknown as Record<string, unknown>)[
        'retention'
      ];
    const line = (rule: string, days: number, count: number, last: number | null) => ({
      rule,
      days,
      count,
      lastRunAt: last === null ? null : expect.any(String),
      lastCount: last,
    });
    const lines = (count: number, last: number | null) => [
      line('UNCONFIRMED_APPLICATIONS', 3, count, last),
      line('APPLICATIONS', 90, count, last),
      line('MAILS', 90, count, last),
      line('APPLICATION_ACCESS', 365, count, last),
      line('VOICE_ADDRESSES', 180, count, last),
      line('WITHDRAWN_IDEAS', 30, count, last),
      line('DECLINED_IDEAS', 365, count, last),
    ];
    expect(await read(adam)).toEqual(lines(1, null));
    await applyRetention(writing());
    expect(await read(adam)).toEqual(lines(0, 1));
    expect(await read(gisela)).toBeNull();
  });
});
