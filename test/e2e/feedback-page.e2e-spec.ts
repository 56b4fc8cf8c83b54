import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '#server/http/throttle.js';
import { Browser } from '../support/browser.js';
import { aStaffedProgramme } from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { feedbackOpen } from '../support/voices.js';

const EN = '/en/probe/successes/rueckrufe/feedback';
const DE = '/de/probe/erfolge/rueckrufe/rueckmeldung';
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aStaffedProgramme('probe'));
  await server.source.query(`UPDATE person SET email = key || '@probe.example.org'`);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  browser = new Browser({ 'accept-language': 'en' });
  await feedbackOpen(server);
  for (const table of ['throttle', 'voice', 'mail'])
    await server.source.query(`DELETE FROM ${table}`);
});

const rows = <Row>(sql: string): Promise<Row[]> => server.source.query<Row[]>(sql);
const voices = (): Promise<Record<string, unknown>[]> =>
  rows(`SELECT v.kind, v.text, v.email, v.language, v.consent_version, v.consent_at IS NOT NULL AS agreed, v.state,
    v.in_public, m.key AS measure FROM voice v JOIN measure m ON m.id = v.measure_id ORDER BY v.id`);
const full = (changes: Record<string, string> = {}): Record<string, string> => ({
  kind: 'FEEDBACK',
  text: 'Das hat <b>geholfen</b>.\r\nDanke "Ihnen".',
  email: ' kim@example.org ',
  consent: 'voices-1',
  website: '',
  ...changes,
});
const send = (
  fields: Record<string, string>,
  path = EN,
  headers: Record<string, string> = {},
): Promise<Response> => browser.post(server.origin + path, fields, headers);
const page = async (path: string): Promise<string> =>
  (await browser.go(server.origin + path)).text();

describe('the way to the form', () => {
  it('stands at each success, where the programme takes feedback only', async () => {
    for (const [path, link] of [
      ['/de/probe/erfolge', DE],
      ['/de/probe/erfolge/rueckrufe', DE],
      ['/en/probe/successes/rueckrufe', EN],
      ['/de/probe/themen/telefon', DE],
    ] as const) {
      expect([path, await page(path)]).toEqual([path, expect.stringContaining(link)]);
      await feedbackOpen(server, false);
      expect([path, await page(path)]).toEqual([path, expect.not.stringContaining(link)]);
      await feedbackOpen(server);
    }
  });

  it.each([EN, DE])('leads to a page without cookie or script: %s', async (path) => {
    const response = await browser.go(server.origin + path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    expect(html).not.toContain('<script');
    expect(html).toContain('Wer ruft zurück?');
    expect(html).toContain('name="robots" content="noindex"');
  });

  it.each([
    '/de/probe/erfolge/kuerzen/rueckmeldung',
    '/de/probe/erfolge/nirgends/rueckmeldung',
    '/de/nirgends/erfolge/rueckrufe/rueckmeldung',
    '/de/probe/erfolge/rueckrufe/feedback',
    '/de/probe/erfolge/rueckrufe/rueckmeldung/',
    '/de/probe/themen/telefon/rueckmeldung',
    '/de/pro%00be/erfolge/rueckrufe/rueckmeldung',
  ])('isn’t there at %s', async (path) => {
    expect([400, 404]).toContain((await browser.go(server.origin + path)).status);
    expect([400, 404]).toContain((await send(full(), path)).status);
    expect(await voices()).toEqual([]);
  });

  it('isn’t there where the programme takes none, or isn’t published', async () => {
    await feedbackOpen(server, false);
    expect((await browser.go(server.origin + EN)).status).toBe(404);
    await feedbackOpen(server);
    await rows('UPDATE programme SET published = false');
    expect((await browser.go(server.origin + EN)).status).toBe(404);
    expect((await send(full())).status).toBe(404);
    await rows('UPDATE programme SET published = true');
    expect(await voices()).toEqual([]);
  });
});

describe('what a reader sends', () => {
  it('is kept as it was written, with the consent, and those who deal with it are told', async () => {
    const sent = await send(full());
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${EN}?done=sent`]);
    expect(sent.headers.getSetCookie()).toEqual([]);
    expect(await voices()).toEqual([
      {
        kind: 'FEEDBACK',
        text: 'Das hat <b>geholfen</b>.\nDanke "Ihnen".',
        email: 'kim@example.org',
        language: 'en',
        consent_version: 'voices-1',
        agreed: true,
        state: 'OPEN',
        in_public: false,
        measure: 'rueckrufe',
      },
    ]);
    expect(await page(`${EN}?done=sent`)).toContain('Thank you, your lines have arrived');
    // Owner, guide and circle, and nobody else; the mail tells nothing of what was written, or by whom.
    const mails = await rows<{ address: string; kind: string; values: object }>(
      'SELECT address, kind, "values" FROM mail ORDER BY address',
    );
    expect(mails.map(({ address }) => address.split('@')[0])).toEqual([
      'adam',
      'bea',
      'carl',
      'gisela',
      'olga',
    ]);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(['FEEDBACK_RECEIVED']));
    expect(JSON.stringify(mails)).not.toMatch(/kim@|geholfen/);
    expect(await page('/en/probe/successes/rueckrufe')).not.toContain('geholfen');
  });

  it('needs neither an address nor the consent', async () => {
    expect((await send({ text: 'Warum?' }, DE)).status).toBe(303);
    expect(await voices()).toMatchObject([
      { kind: 'QUESTION', email: null, language: 'de', consent_version: null, agreed: false },
    ]);
  });

  it('is told every fault at once with a link to each field, and nothing is lost', async () => {
    const response = await send(full({ text: ' \n', email: 'kim@', consent: 'voices-0' }));
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('3 entries can’t be used yet');
    expect(
      [...html.matchAll(/class="kern-link" href="#([^"]+)"/g)].map(([, target]) => target),
    ).toEqual(['text', 'email', 'consent']);
    for (const target of ['text', 'email', 'consent']) expect(html).toContain(`id="${target}"`);
    expect(html).toContain('value="kim@"');
    expect(html).toMatch(/id="kind-FEEDBACK"[^>]* checked=""/);
    expect(await voices()).toEqual([]);
    expect(await rows('SELECT FROM mail')).toEqual([]);
  });

  it('is too long from 5,001 characters on, and can’t hold what can’t be stored', async () => {
    expect((await send({ text: '😀'.repeat(5_000) })).status).toBe(303);
    expect(await (await send({ text: 'x'.repeat(5_001) })).text()).toContain('5,000');
    const response = await send({ text: 'a\u0000b', email: 'kim@example.org' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('href="#text"');
    expect((await send({ text: 'x'.repeat(70_000) })).status).toBe(413);
    expect(await voices()).toHaveLength(1);
  });

  it('goes nowhere when a program fills in everything, which learns nothing of it', async () => {
    const sent = await send(full({ website: 'https://example.org' }));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${EN}?done=sent`]);
    expect(await voices()).toEqual([]);
  });

  it('isn’t taken from another site', async () => {
    expect((await send(full(), EN, { origin: 'https://example.net' })).status).toBe(403);
    expect((await send(full(), EN, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await voices()).toEqual([]);
  });

  it('can be kept when the programme takes none any more', async () => {
    await feedbackOpen(server, false);
    const response = await send(full());
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('Feedback isn’t possible here any more');
    expect(html).toContain('Das hat &lt;b&gt;geholfen&lt;/b&gt;.');
    expect(await voices()).toEqual([]);
  });
});

describe('who sends very much', () => {
  it('waits, without losing what was written', async () => {
    for (let sent = 0; sent < LIMITS.reader.points; sent += 1)
      expect((await send({ text: `Nummer ${sent}` })).status).toBe(303);
    const response = await send(full());
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await response.text();
    expect(html).toContain('value="kim@example.org"');
    expect(html).toContain('&lt;b&gt;geholfen');
    expect(await voices()).toHaveLength(LIMITS.reader.points);
  });

  it('waits also when it comes from everywhere', async () => {
    // As many as a success takes in an hour, from other networks.
    await send({ text: 'Die erste' });
    await rows(`UPDATE throttle SET points = ${LIMITS.success.points} WHERE key LIKE '%success%'`);
    expect((await send(full())).status).toBe(429);
    expect((await send(full(), '/en/probe/successes/telefondienst/feedback')).status).toBe(303);
    expect((await rows<{ key: string }>('SELECT key FROM throttle')).length).toBe(3);
    // Of the network's address only a digest is kept.
    for (const { key } of await rows<{ key: string }>('SELECT key FROM throttle'))
      expect(key).not.toMatch(/127\.0\.0\.1|::1/);
  });
});
