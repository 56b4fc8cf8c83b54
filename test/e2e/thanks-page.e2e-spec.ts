import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { staffed } from '../support/measures.js';
import { sessionOf, signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const DE = '/de/probe/erfolge/rueckrufe/danke';
const EN = '/en/probe/successes/rueckrufe/thanks';
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
  });
  await staffed(server);
  await server.source.query(`UPDATE person SET email = key || '@probe.example.org'`);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  browser = new Browser({ 'accept-language': 'en' });
  for (const table of ['thanks', 'mail']) await server.source.query(`DELETE FROM ${table}`);
});

const rows = <Row>(sql: string): Promise<Row[]> => server.source.query<Row[]>(sql);
const to = (path: string): string => server.origin + path;
const html = async (path = EN): Promise<string> => (await browser.go(to(path))).text();
const send = (fields: Record<string, string>, path = EN, headers = {}): Promise<Response> =>
  browser.post(to(path), fields, headers);
const give = (text: string, path = EN): Promise<Response> => send({ do: 'give', text }, path);
const given = (): Promise<unknown[]> =>
  rows(
    `SELECT p.key, t.text FROM thanks t JOIN person p ON p.id = t.person_id ORDER BY t.at, t.id`,
  );
function plant(cookie: string): void {
  const at = cookie.indexOf('=');
  browser.plant(server.origin, cookie.slice(0, at), cookie.slice(at + 1));
}
const signedInAs = async (key: string, slug = 'probe'): Promise<void> =>
  plant((await signInAs(server, slug, key)).cookie);

describe('the page of thanks', () => {
  it('is linked from the success, is the same for all who aren’t signed in, and leads to the sign-in', async () => {
    for (const [path, success, words] of [
      [DE, '/de/probe/erfolge/rueckrufe', 'melden Sie sich bitte zuerst an'],
      [EN, '/en/probe/successes/rueckrufe', 'please sign in first'],
    ] as const) {
      expect(await html(success)).toContain(`href="${path}"`);
      const response = await browser.go(to(path));
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      expect(response.headers.get('vary')).toContain('Cookie');
      expect(page).toContain(words);
      expect(page).not.toMatch(/<script|<textarea/);
      expect(page).toContain(`&amp;return=${encodeURIComponent(path)}"`);
    }
  });

  it('is there for what is published only', async () => {
    await signedInAs('eva');
    for (const path of [
      '/en/probe/successes/kuerzen/thanks',
      '/en/probe/successes/nirgends/thanks',
      '/en/nirgends/successes/rueckrufe/thanks',
      `${EN}/more`,
    ]) {
      expect([path, (await browser.go(to(path))).status]).toEqual([path, 404]);
      expect([path, (await give('Danke', path)).status]).toEqual([path, 404]);
    }
    expect(await given()).toEqual([]);
  });

  it('takes an employee’s sentence, tells the measure’s people, and shows it to nobody else', async () => {
    await signedInAs('eva');
    expect(await html()).toContain('<textarea');
    const sent = await give('Endlich <b>ruft</b>\r\njemand zurück.');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${EN}?done=given`]);
    expect(await given()).toEqual([{ key: 'eva', text: 'Endlich <b>ruft</b>\njemand zurück.' }]);
    expect(await rows('SELECT kind, address FROM mail ORDER BY address')).toEqual(
      expect.arrayContaining([{ kind: 'THANKS_GIVEN', address: 'gisela@probe.example.org' }]),
    );
    const after = await browser.go(to(`${EN}?done=given`));
    expect(after.headers.get('cache-control')).toBe('no-store');
    const page = await after.text();
    expect(page).toContain('Your thanks have arrived');
    expect(page).toContain('Endlich &lt;b&gt;ruft&lt;/b&gt;\njemand');
    await signedInAs('gerd');
    expect(await html(`${EN}?done=given`)).not.toMatch(/have arrived|jemand/);
    browser = new Browser();
    expect(await html(`${EN}?done=given`)).not.toMatch(/have arrived|jemand/);
    expect(await html('/en/probe/successes/rueckrufe')).not.toContain('jemand zurück');
  });

  it('takes the own sentence back, and nobody else’s', async () => {
    await signedInAs('eva');
    await give('Danke!');
    const [{ id }] = (await rows('SELECT id FROM thanks')) as [{ id: string }];
    await signedInAs('gerd');
    expect((await send({ do: 'take-back', thanks: id })).status).toBe(404);
    expect(await given()).toHaveLength(1);
    await signedInAs('eva');
    expect((await send({ do: 'take-back', thanks: 'x' })).status).toBe(404);
    const back = await send({ do: 'take-back', thanks: id }, DE);
    expect([back.status, back.headers.get('location')]).toEqual([303, `${DE}?done=takenBack`]);
    expect(await given()).toEqual([]);
    expect(await html(`${DE}?done=takenBack`)).toContain('Ihr Dank ist zurückgenommen');
  });

  it('comes back with what is wrong, and loses nothing', async () => {
    await signedInAs('eva');
    for (const [text, words] of [
      [' ', 'Schreiben Sie bitte, wofür Sie danken möchten.'],
      ['x'.repeat(501), 'Das ist zu lang: Hier passen höchstens 500'],
    ] as const) {
      const refused = await give(text, DE);
      const page = await refused.text();
      expect([text, refused.status]).toEqual([text, 400]);
      expect(page).toContain('<title>Fehler: Danke sagen');
      expect(page).toContain('href="#text"');
      expect(page).toMatch(/id="text"[^>]*aria-invalid="true"/);
      expect(page).toContain(words);
    }
    expect(await (await give('x'.repeat(501))).text()).toContain('x'.repeat(501));
    expect(await given()).toEqual([]);
  });

  it('takes nothing of whoever isn’t signed in, is of another programme, or is shut out', async () => {
    const out = await give('Danke!');
    expect(out.status).toBe(409);
    expect(await out.text()).toMatch(/not signed in any more[^]*Danke!<\/textarea>/);
    await signedInAs('olga', 'fremd');
    const other = await give('Danke!');
    expect(other.status).toBe(409);
    expect(await other.text()).toMatch(/doesn’t work with this account[^]*Danke!<\/textarea>/);
    const accountId = '0190bbbb-0000-7000-8000-000000000001';
    await server.source.query('INSERT INTO account (id) VALUES ($1)', [accountId]);
    plant((await sessionOf(server, accountId)).cookie);
    expect(await html()).not.toContain('<textarea');
    await signedInAs('gus');
    expect(await html()).not.toContain('<textarea');
    expect((await give('Danke!')).status).toBe(409);
    expect(await given()).toEqual([]);
  });

  it('takes no form that another site sends', async () => {
    await signedInAs('eva');
    const fields = { do: 'give', text: 'Danke!' };
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await send(fields, EN, headers)).status).toBe(403);
    expect(await given()).toEqual([]);
  });
});
