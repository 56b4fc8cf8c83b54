import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { CANARY, computedTables, putCanaries, textColumns } from '../support/canaries.js';
import { crawl } from '../support/crawl.js';
import { aFullProgramme, callsIn, HIDDEN, ideasIn, VOICES } from '../support/everyone.js';
import { until } from '../support/compiled-server.js';
import { ask, send } from '../support/graphql.js';
import { brought, measureOf, type ProgrammeDraft } from '../support/sample-programme.js';
import { inputOf, mutationText, readings, requiredFields } from '../support/schema-requests.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** Measures without a published result, by key. */
const HIDDEN_MEASURES = ['kuerzen', 'geplant'];

/** A programme with something hidden in each place where something is published. */
function withHidden(slug: string): ProgrammeDraft {
  const draft = aFullProgramme(slug);
  draft.people?.push(
    { key: 'leise', name: 'Leise Lühr', role: 'GUIDE', publicName: 'HIDDEN' },
    { key: 'rolle', name: 'Rolf Rolle', role: 'GUIDE', publicName: 'ROLE', unit: 'buero' },
  );
  draft.actionFields?.push(
    { key: 'geplant-3', topic: 'geplant', loop: 3, question: 'Was kommt?' },
    { key: 'telefon-3', topic: 'telefon', loop: 3, question: 'Was kommt am Telefon?' },
  );
  draft.measures?.push({ key: 'geplant', actionField: 'geplant-3', title: 'Noch geplant' });
  const full = measureOf(draft, 'rueckrufe');
  Object.assign(full, { guides: ['leise', 'rolle'], owner: 'leise', contributors: ['leise'] });
  const file = { kind: 'FILE' as const, title: 'Anlage', address: 'https://example.org/anlage' };
  for (const result of full.results ?? []) result.attachments ??= [file];
  full.nextSteps?.push(
    { key: 'wird', text: 'Wird geplant', state: 'BECAME_MEASURE', becameMeasure: 'geplant' },
    { key: 'an-leise', text: 'Für jemanden', addresseePerson: 'leise' },
  );
  Object.assign(measureOf(draft, 'kuerzen'), {
    results: [{ key: 'kuerzen-entwurf', text: 'Fast kürzer', attachments: [file] }],
    nextSteps: [{ key: 'kuerzen-weiter', text: 'Weiter kürzen' }],
  });
  return draft;
}

const PAGES = [
  '/',
  '/de',
  '/en',
  '/sitemap.xml',
  '/robots.txt',
  ...['erfolge.atom', 'erfolge.json', 'erfolge'].map((path) => `/de/probe/${path}`),
  ...['successes.atom', 'successes.json', 'successes'].map((path) => `/en/probe/${path}`),
  '/sign-in',
  '/sign-in/sent',
  '/sign-in/signed-out',
  '/health/ready',
];
const FILTERS = [
  'loop=2',
  'phase=DONE',
  'phase=STOPPED',
  'topic=telefon',
  'goal=naehe',
  'unit=buero',
  'q=ergebnis',
].map((query) => `/de/probe/erfolge?${query}`);
/** What can't be answered, in every way in which it can't. */
const FAULTY = [
  '/de/probe/nirgends',
  '/en/probe/successes/nowhere',
  '/de/probe/schleifen/3',
  '/de/probe/schleifen/99',
  '/de/nirgends/erfolge',
  '/de/probe/erfolge?q=%00',
  `/de/probe/erfolge?q=${'x'.repeat(300)}`,
  '/de/probe/erfolge?loop=x&phase=nothing&topic=geplant',
  '/%E0%A4%A',
  '/graphql',
  '/workspace',
  '/workspace/probe',
  '/workspace/events/probe',
  '/assets/nowhere.css',
  '/sign-in/link?secret=wrong',
  '/sign-in/provider',
  '/sign-in/mails',
];

describe('a canary in every private text of the database', () => {
  let server: TestServer;
  let bea: SignedIn;
  let schema: GraphQLSchema;
  let measureId: string;
  /** Everything that anyone was answered: what was asked, and the answer. */
  const answers = new Map<string, string>();
  let words: string[];
  let emails: string[];
  let put: Map<string, number>;

  beforeAll(async () => {
    server = await startTestServer({
      signIn: { provider: null, email: true, demonstration: false },
    });
    const { source } = server;
    await brought(source, withHidden('probe'));
    const hidden = withHidden(HIDDEN);
    hidden.programme.published = false;
    await brought(source, hidden);
    bea = await signInAs(server, 'probe', 'bea');
    await source.query(
      `INSERT INTO identity (issuer, subject, account_id) SELECT 'a', 'b', id FROM account LIMIT 1`,
    );
    await source.query(
      `INSERT INTO request_receipt (account_id, request_id, digest, answer)
       SELECT id, gen_random_uuid(), 'd', '{}' FROM account LIMIT 1`,
    );
    await source.query(
      `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at)
       VALUES (gen_random_uuid(), 'd', 'e', '/', now() + interval '1 hour')`,
    );
    await source.query(
      `INSERT INTO take_out (digest, account_id, expires_at)
       SELECT 'd', id, now() + interval '1 hour' FROM account LIMIT 1`,
    );
    for (const state of ['OPEN', 'CLOSED']) await source.query(callsIn(state));
    await source.query(
      `INSERT INTO application (id, call_id, name, email, motivation, qualifications, answers, consent_version, consent_at,
         confirmed_at, note, reason, received_at)
       SELECT gen_random_uuid(), id, 'n', 'a@example.org', 'm', '{q}', '{"q": "a"}', 'applications-1', now(), now(), 'n', 'r', now()
       FROM volunteer_call`,
    );
    for (const state of ['SUBMITTED', 'DECLINED', 'TAKEN_UP']) await source.query(ideasIn(state));
    await source.query('UPDATE programme SET ideas_open = true');
    await source.query(
      `INSERT INTO mail (id, cause, programme_id, address, language, kind, values, created_at, last_error, message_id, failed_at)
       SELECT gen_random_uuid(), 'c' || id, id, 'a@example.org', 'de', 'INVITATION', '{"a": "v"}', now(), 'e', 'm', now()
       FROM programme`,
    );
    for (const statement of VOICES) await source.query(statement);
    await source.query(`INSERT INTO throttle (key) VALUES ('k')`);
    await source.query(
      `INSERT INTO history_entry (id, programme_id, subject, subject_id, way, field, from_value, to_value, reason)
       SELECT gen_random_uuid(), id, 'PROGRAMME', id, 'API', 'title', 'a', 'b', 'c' FROM programme`,
    );
    const found = await source.query<{ id: string }[]>(
      `SELECT m.id FROM measure m JOIN programme pr ON pr.id = m.programme_id AND pr.slug = 'probe'
       WHERE m.key = 'kuerzen'`,
    );
    measureId = found[0]!.id;
    put = await putCanaries(source, HIDDEN_MEASURES);
    const [person] = await source.query<{ key: string }[]>(
      'SELECT key FROM person WHERE account_id = $1',
      [bea.accountId],
    );
    // Her key and her session have become canaries as well.
    bea = await signInAs(server, 'probe', person!.key);
    words = await canariesIn();
    emails = words.filter((word) => word.includes('personemail'));
    const { data } = await ask(server, getIntrospectionQuery());
    schema = buildClientSchema(data);
  });
  afterAll(() => server?.stop());

  /** Canaries of each column, from its first row to its last. */
  async function canariesIn(): Promise<string[]> {
    const found: string[] = [];
    for (const { table, column } of await textColumns(server.source)) {
      const rows = await server.source.query<{ word: string }[]>(
        `SELECT substring("${column}"::text FROM $1) AS word FROM ${table}
         WHERE "${column}"::text ~ $1 ORDER BY 1`,
        [CANARY.source],
      );
      const every = Math.ceil(rows.length / 6);
      found.push(...rows.filter((_row, at) => at % every === 0).map(({ word }) => word));
    }
    return found;
  }

  it('sits in each of them', () => {
    expect(put.size).toBeGreaterThan(70);
    expect([...put].filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has come into nothing that is kept ready for the public', async () => {
    const tables = await computedTables(server.source);
    expect(tables).toContain('published_success');
    const holding = async (pattern: string): Promise<string[]> => {
      const found: string[] = [];
      for (const table of tables) {
        const rows = await server.source.query(
          `SELECT FROM ${table} x WHERE x::text ~ $1 LIMIT 1`,
          [pattern],
        );
        if (rows.length > 0) found.push(table);
      }
      return found;
    };
    expect(await holding(CANARY.source)).toEqual([]);
    // Made anew since the canaries are in the records, and still of the published ones.
    expect(await holding('Ergebnis von rueckrufe')).toEqual([
      'published_feed_node',
      'published_success',
    ]);
  });

  it('stands on no public page, in no feed and no sitemap, and behind no link', async () => {
    const pages = await crawl(server, [...PAGES, ...FILTERS]);
    for (const [path, text] of pages) answers.set(path, text);
    expect(pages.size).toBeGreaterThan(60);
    for (const path of [
      '/de/probe/leichte-sprache',
      '/en/probe/privacy',
      '/de/probe/schleifen/2',
      '/de/probe/erfolge/rueckrufe/rueckmeldung',
    ])
      expect([path, pages.has(path)]).toEqual([path, true]);
    expect([...pages.values()].join('')).toContain('Ergebnis von rueckrufe');
    expect(pages.get('/de/probe/erfolge')).toMatch(/Wartezeiten<\/span> <span[^>]*>3 Stimmen/);
    expect(pages.get('/de/probe/erfolge/rueckrufe')).toContain('Lesen.');
    expectNoCanary();
  });

  it('stands in no answer to a faulty request', async () => {
    for (const path of FAULTY)
      for (const accept of ['text/html', 'application/json']) {
        const response = await server.get(path, { accept });
        answers.set(
          `${path} ${accept}`,
          JSON.stringify([...response.headers]) + (await response.text()),
        );
        expect([path, response.status]).not.toEqual([path, 500]);
      }
    for (const [path, body] of [
      ['/sign-in/demonstration', `person=${randomUUID()}`],
      ['/sign-in/link', 'secret=wrong'],
      ['/sign-in/email', 'email=nobody'],
      ['/sign-in/email', 'email=nobody%40example.org'],
      ['/de/probe/erfolge/rueckrufe/rueckmeldung', 'text=&email=nobody&consent=voices-0'],
      ['/de/probe/erfolge/kuerzen/rueckmeldung', 'text=Warum'],
    ] as const) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(server.origin + path, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
      });
      answers.set(`POST ${path} ${body}`, await response.text());
    }
    expectNoCanary();
  });

  it('stands in nothing that GraphQL answers to anyone', async () => {
    const { source } = server;
    const [of] = await source.query<{ measure: string; result: string; draft: string }[]>(
      `SELECT m.id AS measure, r.id AS result, d.id AS draft FROM measure m
       JOIN result r ON r.measure_id = m.id AND r.state = 'PUBLISHED'
       JOIN result d ON d.measure_id = m.id AND d.state = 'DRAFT' WHERE m.key = 'rueckrufe'`,
    );
    const given = {
      'Query.programme.slug': 'probe',
      'Query.successesFeed.programme': 'probe',
      'Query.workspace.programme': 'probe',
      'Query.measure.id': of!.measure,
      'Query.success.id': of!.result,
      'Programme.loop.number': 2,
      'Programme.topic.key': 'telefon',
      'Workspace.board.loop': 2,
      'WorkspacePerson.termHint.loop': 2,
      'Workspace.call.key': 'open',
      'Workspace.loop.number': 2,
      'Workspace.measure.id': of!.measure,
      'Workspace.preview.text': 'Text',
      'Workspace.thanks.measureId': of!.measure,
    };
    let data = 0;
    for (const [type, { query }] of readings(schema, given)) {
      const { text, errors } = await ask(server, query);
      expect([type, errors]).toEqual([type, []]);
      answers.set(query, text);
      data += text.length;
    }
    expect(data).toBeGreaterThan(10_000);
    // Through to the ends of lists, in both languages.
    for (const language of ['de', 'en'])
      await note(
        `{ programme(slug: "probe", language: ${language}) {
          topics { actionFields { question { text } measures { title { text } steps { text { text } }
            nextSteps { text { text } addressee { text } takenUp { successKey topicKey } } guides { name unit }
            results { text { text } attachments { title { text } address } } chain { key title { text } } } } }
          successes(first: 100) { edges { node { key question { text } continuedIn { successKey } } } } } }`,
      );
    for (const id of [of!.draft, measureId])
      for (const field of ['measure', 'success']) await note(`{ ${field}(id: "${id}") { id } }`);
    for (const wrong of [
      '{',
      '{ nothing }',
      '{ measure(id: "x") { id } }',
      '{ programme(slug: "probe") { titel secret } }',
      `{ successesFeed(programme: "probe", after: "${of!.draft}") { totalCount } }`,
      `{ workspace(programme: "probe") { measure(id: "${measureId}") { title history { from to reason } } } }`,
    ])
      await note(wrong);
    for (const body of [
      '',
      '[]',
      '{"query":',
      '{"query":"{ me { memberships { role } } }","variables":7}',
    ])
      answers.set(`body ${body}`, (await send(server, body)).text);
    for (const mutation of Object.keys(schema.getMutationType()!.getFields())) {
      const required = requiredFields(inputOf(schema, mutation));
      const input = Object.fromEntries(
        required.map((name) => [name, name.endsWith('Id') ? measureId : 1]),
      );
      const { text } = await ask(server, mutationText(schema, mutation), { input });
      answers.set(mutation, text);
    }
    expectNoCanary();
  });

  async function note(query: string): Promise<void> {
    answers.set(query, (await ask(server, query)).text);
  }

  function expectNoCanary(): void {
    for (const [asked, text] of answers)
      expect([asked, CANARY.exec(text)?.[0]]).toEqual([asked, undefined]);
  }

  it('is found by no search, and is answered like a word that nobody wrote', async () => {
    expect(words.length).toBeGreaterThan(200);
    const feed = (word: string): string =>
      `successesFeed(programme: "probe", first: 1, filter: { search: "${word}" }) { totalCount }`;
    const found = async (some: readonly string[]): Promise<unknown[]> => {
      const { data } = await ask(
        server,
        `{ ${some.map((word, at) => `a${at}: ${feed(word)}`).join(' ')} }`,
      );
      return Object.values(data as Record<string, unknown>);
    };
    const [nothing, something] = await found(['niemandswort', 'rueckrufe']);
    expect(something).not.toEqual(nothing);
    // As many as one request may hold: searching costs a lot.
    for (let at = 0; at < words.length; at += 5) {
      const some = words.slice(at, at + 5);
      expect([some, await found(some)]).toEqual([some, some.map(() => nothing)]);
    }
    const page = async (word: string): Promise<string> =>
      withoutTime(await textOf(`/de/probe/erfolge?q=${word}`)).replaceAll(word, '@');
    const empty = await page('niemandswort');
    expect(await page('rueckrufe')).not.toBe(empty);
    // The page asks the same reader: some words are enough.
    for (const word of words.filter((_word, at) => at % 20 === 0))
      expect([word, await page(word)]).toEqual([word, empty]);
  });

  it('is in no filter: a hidden key is answered like one that nothing has', async () => {
    const keys = words.filter((word) => /(topic|goal|unit)key\d/.test(word));
    expect(keys.length).toBeGreaterThan(3);
    for (const filter of ['topics', 'goals', 'units']) {
      const answer = async (value: string): Promise<string> =>
        (
          await ask(
            server,
            `{ successesFeed(programme: "probe", filter: { ${filter}: ["${value}"] }) { totalCount } }`,
          )
        ).text;
      const nothing = await answer('nichts');
      for (const key of keys) expect([key, await answer(key)]).toEqual([key, nothing]);
    }
  });

  const textOf = async (path: string): Promise<string> => (await server.get(path)).text();

  describe('is in no line of the log', () => {
    const logged = (): string => server.logged.join('\n');
    const write = (version: number, title: string): ReturnType<SignedIn['gql']> =>
      bea.gql(
        `mutation ($input: EditMeasureInput!) { editMeasure(input: $input) { __typename } }`,
        {
          input: { measureId, version, title },
        },
      );

    it('when everything goes well', async () => {
      const { data } = await bea.gql(
        `{ workspace(programme: "probe") { people { name email } board(loop: 2) { title lesson history { from to reason } } } }`,
      );
      // Whoever may read it does.
      expect(JSON.stringify(data)).toMatch(CANARY);
      expect((await write(1, 'geheimtitelqx')).data).toEqual({
        editMeasure: { __typename: 'WorkspaceMeasure' },
      });
      expect(logged()).not.toMatch(CANARY);
    });

    it('when the database refuses what somebody wrote', async () => {
      await server.source.query(`CREATE FUNCTION not_now() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'not now' USING DETAIL = 'row: ' || NEW::text; END $$`);
      await server.source.query(
        'CREATE TRIGGER not_now BEFORE UPDATE ON measure FOR EACH ROW EXECUTE FUNCTION not_now()',
      );
      const [row] = await server.source.query<{ version: number }[]>(
        'SELECT version FROM measure WHERE id = $1',
        [measureId],
      );
      const { errors } = await write(row!.version, 'geheimandererqx');
      expect(errors?.[0]?.message).toBe('internal error');
      await server.source.query('DROP FUNCTION not_now CASCADE');
      expect(logged()).toContain('a GraphQL field failed');
      expect(logged()).toContain('not now');
      expect(logged()).not.toMatch(CANARY);
    });

    it('when a mail can’t be sent', async () => {
      const email = `${emails[0]!}@example.org`;
      await server.source.query('UPDATE person SET email = $1 WHERE email = $2', [
        email,
        emails[0],
      ]);
      const response = await fetch(`${server.origin}/sign-in/email`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `email=${encodeURIComponent(email)}`,
      });
      expect(response.status).toBe(303);
      await until(() => /a mail was (given up|not sent)/.test(logged()));
      expect(logged()).not.toMatch(CANARY);
    });
  });
});

const withoutTime = (text: string): string => text.replace(/<time[^>]*>[^<]*<\/time>/g, '');

describe('what isn’t published', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await brought(server.source, withHidden('probe'));
  });
  afterAll(() => server?.stop());
  const textOf = async (path: string): Promise<string> => (await server.get(path)).text();

  /** Every public page as bytes, but for the moment at which it speaks. */
  async function allPages(): Promise<Map<string, string>> {
    const pages = await crawl(server, [...PAGES, ...FILTERS]);
    return new Map([...pages].map(([path, text]) => [path, withoutTime(text)]));
  }

  it('has no page of its own', async () => {
    for (const path of ['erfolge/kuerzen', 'erfolge/geplant', 'themen/geplant', 'schleifen/3'])
      expect([path, (await server.get(`/de/probe/${path}`)).status]).toEqual([path, 404]);
  });

  it('moves no byte of any page when it is added', async () => {
    const before = await allPages();
    const draft = withHidden('probe');
    measureOf(draft, 'rueckrufe').results?.push({
      key: 'noch-ein-entwurf',
      text: 'Noch ein Entwurf',
    });
    measureOf(draft, 'kuerzen').results = [{ key: 'erster-entwurf', text: 'Erster Entwurf' }];
    draft.actionFields?.push({
      key: 'formulare-3',
      topic: 'formulare',
      loop: 3,
      question: 'Was wird geplant?',
    });
    await brought(server.source, draft);
    const after = await allPages();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, text] of before)
      expect([path, after.get(path) === text]).toEqual([path, true]);
  });

  describe('consent to a public name', () => {
    it.each([
      ['NAME_AND_UNIT', true, true],
      ['NAME', true, false],
      ['ROLE', false, false],
      ['HIDDEN', false, false],
    ] as const)('%s is followed at once', async (publicName, name, unit) => {
      const draft = withHidden('probe');
      Object.assign(draft.people?.find(({ key }) => key === 'gisela') ?? {}, { publicName });
      await brought(server.source, draft);
      const page = await textOf('/de/probe/erfolge/telefondienst');
      expect([page.includes('Gisela Gerdes'), page.includes('Gerdes, Büro')]).toEqual([name, unit]);
      expect(page.includes('Transformationsbegleitung')).toBe(
        publicName !== 'HIDDEN' && publicName === 'ROLE',
      );
    });
  });
});
