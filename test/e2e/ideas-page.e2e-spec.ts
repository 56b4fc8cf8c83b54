import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { aProgrammeOfCalls } from '../support/calls.js';
import { idOf } from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { sessionOf, signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const DE = '/de/probe/ideen';
const EN = '/en/probe/ideas';
let server: TestServer;
let browser: Browser;
let topicId: string;

beforeAll(async () => {
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
  });
  await brought(server.source, aProgrammeOfCalls('probe'));
  await brought(server.source, aProgrammeOfCalls('ohne'));
  topicId = await idOf(server, 'topic', 'telefon');
});
afterAll(() => server?.stop());
beforeEach(async () => {
  browser = new Browser({ 'accept-language': 'en' });
  await rows('DELETE FROM idea');
  await rows(`UPDATE programme SET ideas_open = (slug = 'probe')`);
});

const rows = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, values);
const to = (path: string): string => server.origin + path;
const html = async (path = EN): Promise<string> => (await browser.go(to(path))).text();
const full = (changes: Record<string, string> = {}): Record<string, string> => ({
  do: 'submit',
  name: 'Emil Ehlers',
  title: 'Rufen "statt" <warten>',
  text: 'Wer wartet,\r\nwird angerufen.',
  topic: topicId,
  ...changes,
});
const send = (fields: Record<string, string>, path = EN): Promise<Response> =>
  browser.post(to(path), fields);
const ideas = (): Promise<Record<string, unknown>[]> =>
  rows('SELECT name, email, title, text, topic_id, state FROM idea ORDER BY id');
async function signedInAs(key: string): Promise<string> {
  const { cookie, accountId } = await signInAs(server, 'probe', key);
  plant(cookie);
  return accountId;
}
function plant(cookie: string): void {
  const at = cookie.indexOf('=');
  browser.plant(server.origin, cookie.slice(0, at), cookie.slice(at + 1));
}
const onlyId = async (): Promise<string> =>
  (await rows<{ id: string }>('SELECT id FROM idea'))[0]!.id;

describe('the page of ideas', () => {
  it('tells anyone how it goes and leads to the sign-in, without a cookie or script', async () => {
    for (const [path, words] of [
      [DE, ['Was könnte besser werden?', 'melden Sie sich bitte zuerst an']],
      [EN, ['What could be better?', 'please sign in first']],
    ] as const) {
      const response = await browser.go(to(path));
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      expect(response.headers.get('vary')).toContain('Cookie');
      expect(page).not.toContain('<script');
      expect(page).not.toContain('<textarea');
      for (const word of words) expect(page).toContain(word);
      expect(page).toMatch(
        new RegExp(`/sign-in\\?lang=..&amp;return=${encodeURIComponent(path)}"`),
      );
    }
  });

  it('is there, and linked, only where the programme takes ideas', async () => {
    for (const path of ['/de/probe/erfolge', '/de/probe/schleifen'])
      expect(await html(path)).toContain(`href="${DE}"`);
    expect(await html('/de/ohne/erfolge')).not.toContain('/de/ohne/ideen');
    for (const path of ['/de/ohne/ideen', '/de/nirgends/ideen', `${DE}/`, '/de/pro%00be/ideen'])
      expect([path, (await browser.go(to(path))).status]).toEqual([
        path,
        path.includes('%00') ? 400 : 404,
      ]);
  });

  it('says to accounts that may bring none why, and takes none of theirs', async () => {
    const accountId = '0190bbbb-0000-7000-8000-000000000001';
    await rows('INSERT INTO account (id) VALUES ($1)', accountId);
    plant((await sessionOf(server, accountId)).cookie);
    expect(await html()).toContain('Please sign in with your work e-mail address');
    const refused = await send(full());
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('wird angerufen.</textarea>');
    expect(await ideas()).toEqual([]);
  });
});

describe('an idea by the page', () => {
  it('is kept as it was written, and shown to its author alone', async () => {
    await signedInAs('emil');
    const page = await html();
    expect(page).toContain('emil@probe.example.org');
    expect(page).toContain('value="Emil Ehlers"');
    const sent = await send(full());
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${EN}?done=received`]);
    expect(await ideas()).toEqual([
      {
        name: 'Emil Ehlers',
        email: 'emil@probe.example.org',
        title: 'Rufen "statt" <warten>',
        text: 'Wer wartet,\nwird angerufen.',
        topic_id: topicId,
        state: 'SUBMITTED',
      },
    ]);
    const after = await browser.go(to(`${EN}?done=received`));
    expect(after.headers.get('cache-control')).toBe('no-store');
    const shown = await after.text();
    expect(shown).toContain('Thank you, your idea has arrived');
    expect(shown).toContain('Rufen &quot;statt&quot; &lt;warten&gt;');
    await signedInAs('adam');
    expect(await html(`${EN}?done=received`)).not.toMatch(/has arrived|warten&gt;/);
  });

  it('comes back with all that is wrong, and loses nothing', async () => {
    await signedInAs('emil');
    const refused = await send(full({ name: ' ', text: '', topic: 'x' }), DE);
    expect(refused.status).toBe(400);
    const topic = await refused.text();
    expect(topic).toContain('href="#topic"');
    const faulty = await send(full({ name: ' ', text: '' }), DE);
    const page = await faulty.text();
    expect(page).toContain('<title>Fehler: Ideen');
    expect(page).toContain('2 Angaben passen noch nicht');
    for (const field of ['name', 'text']) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    }
    expect(page).toContain('value="Rufen &quot;statt&quot; &lt;warten&gt;"');
    expect(page).toMatch(new RegExp(`<option value="${topicId}" selected`));
    const long = await (await send(full({ title: 'x'.repeat(301), text: 'a\u0000b' }))).text();
    expect(long).toContain('href="#text"');
    expect(await ideas()).toEqual([]);
  });

  it('waits in its form while nobody is signed in', async () => {
    const refused = await send(full());
    const page = await refused.text();
    expect(refused.status).toBe(409);
    expect(page).toContain('You are not signed in any more');
    expect(page).toContain('wird angerufen.</textarea>');
    expect(await ideas()).toEqual([]);
  });

  it('isn’t taken from another site', async () => {
    await signedInAs('emil');
    const refused = await browser.post(to(EN), full(), { origin: 'https://evil.example' });
    expect(refused.status).toBe(403);
    expect(await ideas()).toEqual([]);
  });

  it('is changed until something is said of it, and then is kept in the form as a new one', async () => {
    await signedInAs('emil');
    await send(full());
    const idea = await onlyId();
    const form = await html(`${EN}?edit=${idea}`);
    expect(form).toMatch(/value="edit" name="do"/);
    expect(form).toContain(`name="idea" value="${idea}"`);
    expect(form).toContain('Wer wartet,\nwird angerufen.</textarea>');
    const changed = await send(full({ do: 'edit', idea, title: 'Anders', topic: '' }));
    expect(changed.headers.get('location')).toBe(`${EN}?done=changed`);
    expect(await ideas()).toMatchObject([{ title: 'Anders', topic_id: null }]);
    await rows(`UPDATE idea SET state = 'ACKNOWLEDGED'`);
    expect(await html(`${EN}?edit=${idea}`)).not.toMatch(/value="edit" name="do"/);
    const late = await send(full({ do: 'edit', idea, title: 'Zu spät' }));
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain('Your idea can’t be changed any more');
    expect(page).toContain('value="Zu spät"');
    expect(page).toMatch(/value="submit" name="do"/);
    expect(await ideas()).toMatchObject([{ title: 'Anders' }]);
  });

  it('is withdrawn with all that it says, and nobody withdraws another’s', async () => {
    await signedInAs('emil');
    await send(full());
    const idea = await onlyId();
    await signedInAs('adam');
    expect((await send({ do: 'withdraw', idea })).status).toBe(404);
    await signedInAs('emil');
    const done = await send({ do: 'withdraw', idea });
    expect(done.headers.get('location')).toBe(`${EN}?done=withdrawn`);
    const page = await html(`${EN}?done=withdrawn`);
    expect(page).toContain('Your idea is withdrawn');
    expect(page).not.toContain('angerufen');
    expect(await ideas()).toMatchObject([{ state: 'WITHDRAWN', title: null, text: null }]);
  });

  it('tells its author why it was declined, and of the measure that is public', async () => {
    const accountId = await signedInAs('emil');
    await send(full());
    await rows(`UPDATE idea SET state = 'DECLINED', reason = 'Zu <teuer>'`);
    expect(await html()).toContain('Zu &lt;teuer&gt;');
    const taken = (key: string): Promise<unknown> =>
      rows(
        `UPDATE idea SET state = 'TAKEN_UP', reason = NULL, measure_id = (SELECT m.id FROM measure m
           JOIN programme p ON p.id = m.programme_id WHERE p.slug = 'probe' AND m.key = $2)
         WHERE account_id = $1`,
        accountId,
        key,
      );
    await taken('kuerzen');
    const before = await html();
    expect(before).toContain('Your idea goes into a measure');
    expect(before).not.toContain('kuerzen');
    expect(before).not.toContain('Formulare kürzen');
    await taken('rueckrufe');
    expect(await html()).toContain('href="/en/probe/successes/rueckrufe"');
  });

  it('stays to be seen when the programme takes no more', async () => {
    await signedInAs('emil');
    await send(full());
    await rows('UPDATE programme SET ideas_open = false');
    const page = await html();
    expect(page).toContain('We take no ideas at the moment');
    expect(page).toContain('&lt;warten&gt;');
    const refused = await send(full({ title: 'Noch eine' }));
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect(text).toContain('We take no more ideas');
    expect(text).toContain('value="Noch eine"');
    await signedInAs('adam');
    expect((await browser.go(to(EN))).status).toBe(404);
  });
});
