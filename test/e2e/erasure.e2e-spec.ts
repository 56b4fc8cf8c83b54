import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { columnsOf, INVENTORY } from '#persistence/personal-data/inventory.js';
import { aProgrammeOfCalls } from '../support/calls.js';
import { callsIn } from '../support/everyone.js';
import { idOf } from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { sessionOf, signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { leaveTraces, tablesWith } from '../support/traces.js';

let server: TestServer;
let folder: string;
let adam: SignedIn;
let bea: SignedIn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
    mail: { from: 'mail@example.org', way: { folder: join(folder, 'mails') } },
  });
  await brought(server.source, aProgrammeOfCalls());
  await brought(server.source, aProgrammeOfCalls('fremd'));
  adam = await signInAs(server, 'probe', 'adam');
  bea = await signInAs(server, 'probe', 'bea');
  await server.source.query(callsIn('DECIDED'));
  await server.source.query(`DELETE FROM volunteer_call c USING programme p
    WHERE p.id = c.programme_id AND p.slug <> 'probe'`);
  await server.source.query(
    `INSERT INTO volunteer_call (id, programme_id, key, title) SELECT gen_random_uuid(), programme_id, 'other', 'Anderer'
     FROM volunteer_call`,
  );
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = (who: SignedIn, path: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(server.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie },
    body: new URLSearchParams(form),
  });
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename
  ... on UserError { code message } ... on ErasureNotReady { obstacles { code programme measureId title } } } }`;
async function eraseBy(who: SignedIn, personId: string): Promise<Record<string, unknown>> {
  const { data, errors } = await who.gql(ERASE, {
    input: { personId, requestId: crypto.randomUUID() },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data['erasePerson'] as never;
}
/** A mail in the folder where mails lie for trying out. */
function keepMail(to: string): void {
  mkdirSync(join(folder, 'mails'), { recursive: true });
  writeFileSync(join(folder, 'mails', `${to}.eml`), `From: a@example.org\nTo: ${to}\n\nText`);
}

describe('the erasure of a person', () => {
  it('is tried on somebody with a trace in each personal column', async () => {
    const traced = await leaveTraces(server, 'probe');
    const tables = INVENTORY.filter(({ of }) => of !== undefined).map(({ table }) => table);
    const found = await tablesWith(server.source, traced.traces);
    for (const table of tables)
      expect([table, found.some((one) => one.includes(table))]).toEqual([table, true]);
    // Of the words, each column has one that can hold any; what was told in a history stays a fact.
    const free = await server.source.query<{ name: string }[]>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND (data_type IN ('text', 'json', 'jsonb') OR udt_name = '_text')`,
    );
    const closed = [
      'person.role',
      'person.public_name',
      'person.mail_choice',
      'person.mail_language',
    ];
    closed.push('application.state', 'application.consent_version', 'mail.language', 'mail.kind');
    closed.push('application.language', 'application.told');
    // What a reader has said stays without the address.
    closed.push('voice.text', 'voice.answer', 'voice.consent_version');
    closed.push('idea.state');
    closed.push('history_entry.reason', 'history_entry.to_value', 'sign_in_link.digest');
    const empty: string[] = [];
    for (const entry of INVENTORY.filter(({ of }) => of !== undefined))
      for (const column of columnsOf(entry, 'PERSONAL')) {
        const name = `${entry.table}.${column}`;
        if (!free.some((one) => one.name === name) || closed.includes(name)) continue;
        const [row] = await server.source.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM ${entry.table} WHERE "${column}"::text ILIKE ANY ($1)`,
          [traced.traces.map((trace) => `%${trace}%`)],
        );
        if (row?.count === 0) empty.push(name);
      }
    expect(empty).toEqual([]);
    await eraseBy(adam, traced.personId);
  });

  it.each(['own', 'administrator'])(
    'leaves nothing in any table, no session and no mail: %s',
    async (by) => {
      const traced = await leaveTraces(server, by);
      keepMail(traced.email);
      keepMail(`other-${by}@example.org`);
      // Measures that have ended don't stand in the way.
      await server.source.query(
        `UPDATE measure SET owner_id = $1, owner_accepted = true, commissioner_id = $1, commissioner_took_over = true
         WHERE phase = 'DONE'`,
        [traced.personId],
      );
      if (by === 'own') {
        const erased = await post(traced, '/my-data/erase?lang=de', { sure: 'yes' });
        expect([erased.status, erased.headers.get('location')]).toEqual([
          303,
          '/my-data/erased?lang=de',
        ]);
        expect(await (await server.get('/my-data/erased?lang=de')).text()).toContain(
          'Ihre Daten sind gelöscht',
        );
      } else expect(await eraseBy(adam, traced.personId)).toEqual({ __typename: 'Removed' });
      expect(await tablesWith(server.source, traced.traces)).toEqual([]);
      expect(
        await server.source.query(
          `SELECT title FROM measure WHERE (owner_accepted AND owner_id IS NULL)
             OR (commissioner_took_over AND commissioner_id IS NULL)`,
        ),
      ).toEqual([]);
      expect(readdirSync(join(folder, 'mails'))).toEqual(
        expect.not.arrayContaining([`${traced.email}.eml`]),
      );
      expect(readdirSync(join(folder, 'mails'))).toContain(`other-${by}@example.org.eml`);
      const after = await server.get('/my-data', { cookie: traced.cookie });
      expect(after.headers.get('location')).toMatch(/^\/sign-in/);
      expect((await traced.gql('{ me { memberships { name } } }')).data).toEqual({ me: null });
    },
  );

  it('finds by their address who was invited since the last sign-in', async () => {
    const traced = await leaveTraces(server, 'invited');
    await server.source.query('UPDATE person SET email = NULL, account_id = NULL WHERE id = $1', [
      traced.personId,
    ]);
    await server.source.query('UPDATE person SET email = $2 WHERE id = $1', [
      traced.personId,
      traced.email,
    ]);
    const erased = await post(traced, '/my-data/erase?lang=de', { sure: 'yes' });
    expect(erased.status).toBe(303);
    expect(await tablesWith(server.source, traced.traces)).toEqual([]);
  });

  it('leaves a former member in the history, and others’ words as they were', async () => {
    const { personId, traces } = await leaveTraces(server, 'former');
    await eraseBy(adam, personId);
    const measureId = await idOf(server, 'measure', 'kuerzen');
    const { data } = await bea.gql(
      `{ workspace(programme: "probe") { measure(id: "${measureId}") { checker { name } commissioner { name }
        history(first: 6) { field actor formerMember from fromFormerMember to toFormerMember reason } } } }`,
    );
    const { measure } = data!['workspace'] as never as { measure: Record<string, unknown> };
    expect(measure['checker']).toBeNull();
    expect(measure['commissioner']).toBeNull();
    const history = measure['history'] as Record<string, unknown>[];
    const line = (more: Record<string, unknown>) => expect.objectContaining(more);
    expect(history).toEqual(
      expect.arrayContaining([
        line({ field: 'checker', actor: 'Adam Ahrens', from: null, fromFormerMember: true }),
        line({ field: 'phase', actor: null, formerMember: true, reason: 'Weil es passt' }),
        line({ field: 'owner', actor: 'Bea Behrens', to: null, toFormerMember: true }),
        line({ field: 'owner', fromFormerMember: true, reason: 'Fremde Begründung' }),
      ]),
    );
    expect(await tablesWith(server.source, traces)).toEqual([]);
  });

  it('leaves everybody else’s rows as many as they were', async () => {
    const count = async (): Promise<unknown> =>
      server.source.query(
        `SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM account) AS accounts,
           (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM measure) AS measures,
           (SELECT count(*) FROM next_step) AS steps, (SELECT count(*) FROM mail) AS mails,
           (SELECT count(*) FROM application) AS applications, (SELECT count(*) FROM identity) AS identities`,
      );
    const stays = await leaveTraces(server, 'stays');
    const before = await count();
    const goes = await leaveTraces(server, 'goes');
    await eraseBy(adam, goes.personId);
    expect(await count()).toEqual(before);
    expect((await tablesWith(server.source, [stays.email])).length).toBeGreaterThan(3);
    await eraseBy(adam, stays.personId);
  });

  it('waits until measures are handed over, and says which, without touching anything', async () => {
    const traced = await leaveTraces(server, 'owner');
    await server.source.query(
      `UPDATE measure SET owner_id = $1, checker_id = NULL WHERE key = 'kuerzen' AND programme_id IN (SELECT programme_id FROM person WHERE id = $1)`,
      [traced.personId],
    );
    const obstacle = {
      code: 'MEASURE_OWNED',
      programme: 'Kurze Wege',
      measureId: await idOf(server, 'measure', 'kuerzen'),
      title: 'Formulare kürzen',
    };
    const before = await tablesWith(server.source, traced.traces);
    expect(await eraseBy(adam, traced.personId)).toEqual({
      __typename: 'ErasureNotReady',
      code: 'ERASURE_NOT_READY',
      message: expect.any(String),
      obstacles: [obstacle],
    });
    const page = await post(traced, '/my-data/erase?lang=de', { sure: 'yes' });
    expect([page.status, await page.text()]).toEqual([
      409,
      expect.stringContaining('Sie sind verantwortlich für „Formulare kürzen“'),
    ]);
    expect(await tablesWith(server.source, traced.traces)).toEqual(before);

    await server.source.query(`UPDATE measure SET owner_accepted = false WHERE key = 'kuerzen'`);
    expect(await eraseBy(adam, traced.personId)).toEqual({ __typename: 'Removed' });
    expect(await tablesWith(server.source, traced.traces)).toEqual([]);
  });

  it('waits for somebody else who administers the programme', async () => {
    const adamId = await idOf(server, 'person', 'adam');
    expect(await eraseBy(adam, adamId)).toMatchObject({
      __typename: 'ErasureNotReady',
      obstacles: [{ code: 'LAST_ADMINISTRATOR', programme: 'Kurze Wege', measureId: null }],
    });
  });

  it('asks whether it is meant', async () => {
    const traced = await leaveTraces(server, 'unsure');
    const page = await post(traced, '/my-data/erase?lang=de');
    expect([page.status, await page.text()]).toEqual([
      400,
      expect.stringContaining('Bitte bestätigen Sie zuerst'),
    ]);
    expect((await tablesWith(server.source, traced.traces)).length).toBeGreaterThan(10);
    await eraseBy(adam, traced.personId);
  });

  it('by one programme’s administrators leaves what another programme knows', async () => {
    const traced = await leaveTraces(server, 'both');
    await server.source.query(
      `UPDATE person SET account_id = $1 FROM programme p WHERE p.id = person.programme_id
       AND p.slug = 'fremd' AND person.key = 'emil'`,
      [traced.accountId],
    );
    expect(await eraseBy(adam, traced.personId)).toEqual({ __typename: 'Removed' });
    const left = await tablesWith(server.source, [traced.accountId]);
    expect(left).toEqual(expect.arrayContaining(['public.account', 'public.person']));
    expect(await tablesWith(server.source, [traced.personId, 'spurbothname'])).toEqual([]);
    const [sessions] = await server.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM session WHERE sess ->> 'accountId' = $1`,
      [traced.accountId],
    );
    expect(sessions?.count).toBe(0);
  });

  describe('whose traces hang on another account of the same address', () => {
    /** An account that came by a link under this address, with an application and an idea, and is nobody. */
    async function cameByLink(email: string): Promise<string> {
      const { source } = server;
      const accountId = crypto.randomUUID();
      await source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
      await source.query(
        `INSERT INTO identity (issuer, subject, account_id) VALUES ('email', $1, $2)`,
        [email, accountId],
      );
      await source.query(
        `INSERT INTO application (id, call_id, account_id, name, email, consent_version, consent_at, confirmed_at, received_at)
         SELECT gen_random_uuid(), id, $1, 'Wer kam', $2, 'applications-1', now(), now(), now()
         FROM volunteer_call WHERE key = 'other'`,
        [accountId, email.toUpperCase()],
      );
      await source.query(
        `INSERT INTO idea (id, programme_id, account_id, name, email, title, text, created_at)
         SELECT gen_random_uuid(), id, $1, 'Wer kam', $2, 'Eine Idee', 'Eine Idee', now()
         FROM programme WHERE slug = 'probe'`,
        [accountId, email],
      );
      await source.query(
        `INSERT INTO mail (id, cause, programme_id, address, language, kind, values, created_at)
         SELECT gen_random_uuid(), 'feedback-answered:' || gen_random_uuid(), id, $1, 'de', 'FEEDBACK_ANSWERED', '{}', now()
         FROM programme WHERE slug = 'probe'`,
        [email],
      );
      await voiceIn('probe', email);
      await sessionOf(server, accountId);
      return accountId;
    }
    const voiceIn = (slug: string, email: string): Promise<unknown> =>
      server.source.query(
        `INSERT INTO voice (id, programme_id, measure_id, kind, text, email, language, received_at)
         SELECT gen_random_uuid(), m.programme_id, m.id, 'QUESTION', 'Wie ging das?', $2, 'de', now()
         FROM measure m JOIN programme p ON p.id = m.programme_id WHERE m.key = 'rueckrufe' AND p.slug = $1`,
        [slug, email],
      );
    async function personWith(email: string, accountId: string | null): Promise<string> {
      const id = crypto.randomUUID();
      await server.source.query(
        `INSERT INTO person (id, programme_id, key, name, email, role, account_id, position)
         SELECT $1::uuid, id, $1::text, 'Wer kam', $2, 'GUIDE', $3, 901 FROM programme WHERE slug = 'probe'`,
        [id, email, accountId],
      );
      return id;
    }

    it('finds what somebody brought who was invited afterwards and hasn’t come since', async () => {
      const email = 'spaet@example.org';
      const accountId = await cameByLink(email);
      const personId = await personWith(email, null);
      expect((await tablesWith(server.source, [email])).length).toBeGreaterThan(5);
      expect(await eraseBy(adam, personId)).toEqual({ __typename: 'Removed' });
      expect(await tablesWith(server.source, [email, accountId])).toEqual([]);
    });

    it('finds at one’s own wish what one brought before signing in by the provider', async () => {
      const email = 'frueh@example.org';
      const before = await cameByLink(email);
      const accountId = crypto.randomUUID();
      await server.source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
      await server.source.query(
        `INSERT INTO identity (issuer, subject, account_id) VALUES ('https://id.example.org', 's', $1)`,
        [accountId],
      );
      await personWith(email, accountId);
      const erased = await post(await sessionOf(server, accountId), '/my-data/erase?lang=de', {
        sure: 'yes',
      });
      expect(erased.status).toBe(303);
      expect(await tablesWith(server.source, [email, before, accountId])).toEqual([]);
    });

    it('leaves an account that is somebody else in the programme as it is', async () => {
      const email = 'geteilt@example.org';
      const accountId = await cameByLink(email);
      const otherId = await personWith('ganz-anders@example.org', accountId);
      const before = await tablesWith(server.source, [accountId]);
      const personId = await personWith(email, null);
      expect(await eraseBy(adam, personId)).toEqual({ __typename: 'Removed' });
      expect(await tablesWith(server.source, [accountId])).toEqual(before);
      await eraseBy(adam, otherId);
    });

    it('keeps no address of theirs with a voice in this programme, though they live on in another', async () => {
      const traced = await leaveTraces(server, 'voice');
      await server.source.query(
        `UPDATE person SET account_id = $1, email = $2 FROM programme p WHERE p.id = person.programme_id
         AND p.slug = 'fremd' AND person.key = 'gisela'`,
        [traced.accountId, traced.email],
      );
      await voiceIn('fremd', traced.email);
      expect(await eraseBy(adam, traced.personId)).toEqual({ __typename: 'Removed' });
      const left = (table: string, column: string): Promise<{ slug: string }[]> =>
        server.source.query(
          `SELECT DISTINCT p.slug FROM ${table} r JOIN programme p ON p.id = r.programme_id
           WHERE lower(r.${column}) = $1`,
          [traced.email],
        );
      expect(await left('voice', 'email')).toEqual([{ slug: 'fremd' }]);
      expect(await left('mail', 'address')).toEqual([]);
    });
  });
});
