import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { get as httpGet } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '#server/http/throttle.js';
import { Browser } from '../support/browser.js';
import { until } from '../support/compiled-server.js';
import { anOpenCallOf } from '../support/open-call.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const EN = '/en/probe/join';
const DE = '/de/probe/mitmachen';
let server: TestServer;
let folder: string;
let callId: string;
let questionId: string;
let topicId: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
    mail: { from: 'lernschleife@example.org', way: { folder: join(folder, 'mails') } },
  });
  await brought(server.source, aProgramme('probe'));
  await brought(server.source, aProgramme('ohne'));
  callId = await anOpenCallOf(server, 'probe');
  const [call] = await rows<{ questions: { id: string }[] }>(
    'SELECT questions FROM volunteer_call WHERE id = $1',
    callId,
  );
  questionId = call!.questions[0]!.id;
  const [topic] = await rows<{ id: string }>(
    `SELECT t.id FROM topic t JOIN programme p ON p.id = t.programme_id
     WHERE p.slug = 'probe' AND t.key = 'telefon'`,
  );
  topicId = topic!.id;
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  browser = new Browser({ 'accept-language': 'en' });
  await rows('DELETE FROM throttle');
  await nothingIsOnItsWay();
  await rows('DELETE FROM application');
});

const rows = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  server.source.query<Row[]>(sql, values);
const to = (path: string): string => server.origin + path;
const mailsIn = (): string[] => {
  try {
    return readdirSync(join(folder, 'mails'));
  } catch {
    return [];
  }
};
const full = (changes: Record<string, string> = {}): Record<string, string> => ({
  do: 'apply',
  name: 'Kim Krause',
  email: 'kim@example.org',
  motivation: 'Weil "Wege" <kürzer> werden.\r\nUnd schneller.',
  qualification: 'Moderation',
  topic: topicId,
  'last-loop': '6',
  [`answer-${questionId}`]: 'Vier Stunden in der Woche.',
  consent: 'applications-1',
  website: '',
  ...changes,
});
const without = (...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(full()).filter(([name]) => !names.includes(name)));
const send = (fields: Record<string, string>, path = EN): Promise<Response> =>
  browser.post(to(path), fields);
const applications = (): Promise<Record<string, unknown>[]> =>
  rows(`SELECT name, email, state, motivation, qualifications, topic_ids, last_loop, answers, consent_version,
    confirmed_at IS NOT NULL AS confirmed, account_id IS NOT NULL AS owned FROM application ORDER BY email`);

/** As a browser asks again: fetch would ask past every cache. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpGet(to(path), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

/** A test's last mail mustn't reach the next one's mailbox. */
const nothingIsOnItsWay = (): Promise<void> =>
  until(async () => {
    const due = await rows(
      'SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL OR run_at <= now() LIMIT 1',
    );
    return due.length === 0;
  });
/** Texts of the mails to Kim that say something, the newest first. */
const mailsThatSay = (something: RegExp): string[] =>
  mailsIn()
    .sort()
    .reverse()
    .map((file) => readFileSync(join(folder, 'mails', file), 'utf8'))
    .filter((mail) => mail.includes('To: kim@example.org'))
    .map((mail) => mail.split(/\n\n|\n--/).find((part) => /^[\w+/=\n]{40,}$/.test(part)) ?? '')
    .map((text) => Buffer.from(text, 'base64').toString())
    .filter((text) => something.test(text));
/** What is done sends a mail to Kim that says something, else one with a link; answers its text, once it is there. */
async function mailAfter(done: () => Promise<unknown>, something = /secret=/): Promise<string> {
  const before = mailsThatSay(something).length;
  await done();
  for (let tries = 0; tries < 500; tries += 1) {
    if (mailsThatSay(something).length > before) break;
    await pause(20);
  }
  return mailsThatSay(something)[0] ?? '';
}
const secretIn = (mail: string): string => /secret=([\w-]{43})/.exec(mail)?.[1] ?? '';
const follow = (mail: string): Promise<Response> =>
  browser.post(to('/sign-in/link?lang=en'), { secret: secretIn(mail) });
/** Sends an application and opens the link of its mail, as whoever reads that mail does. */
async function applyAndConfirm(fields: Record<string, string>): Promise<string> {
  const mail = await mailAfter(async () =>
    expect((await send(fields)).headers.get('location')).toBe(`${EN}?done=sent`),
  );
  const used = await follow(mail);
  expect(used.status).toBe(303);
  return used.headers.get('location') ?? '';
}
async function signedInAs(key: string): Promise<void> {
  const { cookie } = await signInAs(server, 'probe', key);
  const at = cookie.indexOf('=');
  browser.plant(server.origin, cookie.slice(0, at), cookie.slice(at + 1));
}

describe('the page of an open call', () => {
  it('says all of it in both languages, without a cookie or script, and can be kept', async () => {
    for (const [path, words] of [
      [DE, ['Wer geht mit?', '31. Januar 2090', 'Fünf Transformationsbegleitungen', '90 Tage']],
      [EN, ['Wer geht mit?', '31 January 2090', 'learning loop', '90 days']],
    ] as const) {
      const response = await browser.go(to(path));
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('cache-control')).toBe('public, no-cache');
      expect(response.headers.get('vary')).toContain('Cookie');
      expect(html).not.toContain('<script');
      for (const word of words) expect(html).toContain(word);
      const etag = response.headers.get('etag') ?? '';
      expect(await statusOf(path, { 'if-none-match': etag })).toBe(304);
    }
  });

  it('is linked from the successes, in the navigation and the sitemap, where a call is open only', async () => {
    const page = async (path: string): Promise<string> => (await browser.go(to(path))).text();
    for (const path of ['/de/probe/erfolge', '/de/probe/schleifen', '/sitemap.xml'])
      expect(await page(path)).toContain(DE);
    for (const path of ['/de/ohne/erfolge', '/de/ohne/schleifen', '/sitemap.xml'])
      expect(await page(path)).not.toContain('/de/ohne/mitmachen');
  });

  it.each([
    '/de/ohne/mitmachen',
    '/de/nirgends/mitmachen',
    '/de/probe/join',
    '/de/probe/mitmachen/',
    '/de/probe/MITMACHEN',
    '/de/pro%00be/mitmachen',
  ])('isn’t there at %s', async (path) => {
    expect([400, 404]).toContain((await browser.go(to(path))).status);
    expect([400, 404, 409]).toContain((await send(full(), path)).status);
    expect(await applications()).toEqual([]);
  });
});

describe('an application by e-mail', () => {
  it('counts once its link is opened, and is shown then, changed and withdrawn', async () => {
    const leads = await applyAndConfirm(full());
    expect(leads).toBe(`${EN}?done=confirmed`);
    expect(await applications()).toEqual([
      {
        name: 'Kim Krause',
        email: 'kim@example.org',
        state: 'RECEIVED',
        motivation: 'Weil "Wege" <kürzer> werden.\nUnd schneller.',
        qualifications: ['Moderation'],
        topic_ids: [topicId],
        last_loop: 6,
        answers: { [questionId]: 'Vier Stunden in der Woche.' },
        consent_version: 'applications-1',
        confirmed: true,
        owned: true,
      },
    ]);
    const shown = await browser.go(to(leads));
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const html = await shown.text();
    expect(html).toContain('Your address is confirmed');
    for (const text of ['Kim Krause', '&lt;kürzer&gt;', 'Vier Stunden', 'value="6" selected=""'])
      expect(html).toContain(text);

    const changed = await send({
      ...without('email', 'consent', 'qualification', 'topic'),
      do: 'edit',
      motivation: 'Anders.',
      'last-loop': '',
    });
    expect(changed.headers.get('location')).toBe(`${EN}?done=changed`);
    expect((await applications())[0]).toMatchObject({
      motivation: 'Anders.',
      qualifications: [],
      topic_ids: [],
      last_loop: null,
      confirmed: true,
    });

    const withdrawn = await send({ do: 'withdraw' });
    expect(withdrawn.headers.get('location')).toBe(`${EN}?done=withdrawn`);
    expect((await applications())[0]).toMatchObject({ state: 'WITHDRAWN', motivation: null });
    const after = await (await browser.go(to(`${EN}?done=withdrawn`))).text();
    expect(after).toContain('Your application is withdrawn');
    expect(after).toContain('name="consent"');
    // And anew, signed in by now.
    expect((await send(without('email'))).headers.get('location')).toBe(`${EN}?done=received`);
    expect((await applications())[0]).toMatchObject({ state: 'RECEIVED', confirmed: true });
  });

  it('is nobody’s until then, and shown to nobody', async () => {
    expect((await send(full())).status).toBe(303);
    expect(await applications()).toMatchObject([{ confirmed: false, owned: false }]);
    const sent = await browser.go(to(`${EN}?done=sent`));
    expect(sent.headers.getSetCookie()).toEqual([]);
    expect(await sent.text()).toContain('Look into your mailbox');
    expect(await (await browser.go(to(EN))).text()).not.toContain('Kim Krause');
  });

  it('is answered alike whether the address has applied or not, and replaces nothing that counts', async () => {
    await applyAndConfirm(full());
    browser = new Browser({ 'accept-language': 'en' });
    const answer = async (fields: Record<string, string>): Promise<unknown> => {
      const response = await send(fields);
      return [response.status, response.headers.get('location'), await response.text()];
    };
    expect(await answer(full({ motivation: 'Von jemand anderem' }))).toEqual(
      await answer(full({ email: 'new@example.org' })),
    );
    expect(await applications()).toMatchObject([
      { email: 'kim@example.org', confirmed: true },
      { email: 'new@example.org', confirmed: false },
    ]);
    expect((await applications())[0]!['motivation']).toContain('Wege');
  });

  it('is confirmed by the link that it was sent with, and by no other', async () => {
    const first = await mailAfter(() => send(full({ motivation: 'Von jemand anderem' })));
    expect(first).toContain('“Wer geht mit?”');
    expect(first).toContain('2 days');
    const second = await mailAfter(() => send(full()));
    const followed = await follow(first);
    expect(followed.headers.get('location')).toBe(`${EN}?done=confirmed`);
    expect(await applications()).toMatchObject([{ confirmed: false, owned: false }]);
    // Whoever reads the mail of the address reads what was written under it, and says whether it is meant.
    const html = await (await browser.go(to(`${EN}?done=confirmed`))).text();
    expect(html).toContain('Did you write this?');
    expect(html).not.toContain('Your address is confirmed');
    expect(html).toContain('Vier Stunden in der Woche.');
    expect(await (await browser.go(to('/my-data?lang=en'))).text()).toContain(
      'Somebody has written this with your address',
    );
    expect((await follow(second)).status).toBe(303);
    expect(await applications()).toMatchObject([{ confirmed: true, owned: true }]);
  });

  it('is confirmed or thrown away on its page, as it was read there', async () => {
    const mail = await mailAfter(() => send(full()));
    await send(full({ motivation: 'Anders.' }));
    await follow(mail);
    const seen = async (): Promise<Record<string, string>> => {
      const html = await (await browser.go(to(EN))).text();
      const field = (name: string): string =>
        new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
      return { application: field('application'), version: field('version') };
    };
    const read = await seen();
    await new Browser().post(to(EN), full({ motivation: 'Fremd' }));
    expect((await send({ ...read, do: 'confirm' })).status).toBe(303);
    expect(await applications()).toMatchObject([{ motivation: 'Fremd', confirmed: false }]);
    expect((await send({ ...read, do: 'discard' })).status).toBe(303);
    expect(await applications()).toHaveLength(1);
    // Nobody else's word counts.
    const mine = browser;
    browser = new Browser({ 'accept-language': 'en' });
    await signedInAs('olga');
    const known = await rows<{ id: string; version: number }>(
      'SELECT id, version FROM application',
    );
    const stolen = { application: known[0]!.id, version: String(known[0]!.version) };
    for (const word of ['confirm', 'discard']) await send({ ...stolen, do: word });
    expect(await applications()).toMatchObject([{ motivation: 'Fremd', confirmed: false }]);
    browser = mine;
    expect((await send({ ...(await seen()), do: 'discard' })).headers.get('location')).toBe(
      `${EN}?done=discarded`,
    );
    expect(await applications()).toEqual([]);
    expect(await (await browser.go(to(`${EN}?done=discarded`))).text()).toContain('is erased');
    await new Browser().post(to(EN), full());
    expect((await send({ ...(await seen()), do: 'confirm' })).status).toBe(303);
    expect(await applications()).toMatchObject([{ confirmed: true, owned: true }]);
  });

  it('changes nothing of one that was withdrawn, and the mail says so', async () => {
    await applyAndConfirm(full());
    await send({ do: 'withdraw' });
    const before = await applications();
    const mail = await mailAfter(() => new Browser().post(to(DE), full({ motivation: 'Fremd' })));
    expect(mail).toContain('Von Ihnen liegt dort schon eine Meldung vor');
    expect((await follow(mail)).headers.get('location')).toBe(DE);
    expect(await applications()).toEqual(before);
    expect(await (await browser.go(to(EN))).text()).toContain('name="consent"');
  });

  it('waits for its mail in the transaction that keeps it, and leaves nothing of it once it is sent', async () => {
    await mailAfter(() => send(full()));
    const kinds = `kind IN ('APPLICATION_TO_CONFIRM', 'APPLICATION_KNOWN')`;
    for (let tries = 0; tries < 250; tries += 1) {
      if ((await rows(`SELECT 1 FROM mail WHERE ${kinds}`)).length === 0) break;
      await pause(20);
    }
    expect(await rows(`SELECT address FROM mail WHERE ${kinds}`)).toEqual([]);
    const [link] = await rows<{ hours: number }>(
      `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM sign_in_link
       WHERE application_id IS NOT NULL`,
    );
    expect(link).toEqual({ hours: 48 });
  });

  it('tells every fault at once with a link to each field, and loses nothing', async () => {
    const response = await send({
      ...full({ name: ' ', email: 'kim@', 'last-loop': '1', topic: 'x' }),
      motivation: '',
      qualification: 'Zauberei',
      consent: 'applications-0',
    });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('7 entries can’t be used yet');
    expect(
      [...html.matchAll(/class="kern-link" href="#([^"]+)"/g)].map(([, target]) => target),
    ).toEqual([
      'name',
      'email',
      'motivation',
      'qualifications-0',
      'topics-0',
      'lastLoop',
      'consent',
    ]);
    for (const text of [
      'value="kim@"',
      'Vier Stunden in der Woche.',
      'The text of the consent has changed',
    ])
      expect(html).toContain(text);
    expect(await applications()).toEqual([]);
  });

  it.each([
    ['name', 'Please write your name'],
    ['email', 'Please write your e-mail address'],
    ['motivation', 'Please write a sentence or two'],
    ['consent', 'Without your consent'],
  ])('isn’t taken without %s', async (field, text) => {
    const response = await send(without(field));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(text);
  });

  it('isn’t taken with a text that is too long, or can’t be stored, and keeps that text', async () => {
    const long = await send(full({ motivation: 'ü'.repeat(10_001) }));
    expect(long.status).toBe(400);
    const html = await long.text();
    expect(html).toContain('room for 10,000\u00a0characters');
    expect(html).toContain('ü'.repeat(10_001));
    const bad = await send(full({ [`answer-${questionId}`]: 'a\u0000b' }));
    expect(bad.status).toBe(400);
    expect(await bad.text()).toContain(`href="#answer-${questionId}"`);
    expect(await applications()).toEqual([]);
  });

  it('counts the lines of a text as the browser does', async () => {
    const lines = Array.from({ length: 5_000 }, () => 'a').join('\r\n');
    expect((await send(full({ motivation: `${lines}a` }))).status).toBe(303);
  });

  it('is taken from the domains of the programme only', async () => {
    await rows(
      `UPDATE programme SET application_domains = '{amt.example.org}' WHERE slug = 'probe'`,
    );
    try {
      const refused = await send(full());
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain('This address can’t be used to apply here');
      expect((await send(full({ email: 'kim@AMT.example.org' }))).status).toBe(303);
    } finally {
      await rows(`UPDATE programme SET application_domains = '{}' WHERE slug = 'probe'`);
    }
  });

  it('is thrown away when a program has filled in the hidden field, which isn’t told', async () => {
    const trapped = full({ email: 'trap@example.org', website: 'https://example.org' });
    const response = await send(trapped);
    expect(response.headers.get('location')).toBe(`${EN}?done=sent`);
    await pause(200);
    expect(await applications()).toEqual([]);
    expect(await (await browser.go(to('/sign-in/mails'))).text()).not.toContain('trap@');
  });

  it('sends only a few mails an hour to an address, and keeps what was written', async () => {
    for (let times = 0; times < LIMITS.address.points; times += 1)
      expect((await send(full())).status).toBe(303);
    // What isn't sent doesn't count.
    expect((await send(without('consent'))).status).toBe(400);
    const response = await send(full({ email: 'KIM@example.org' }));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_000);
    const html = await response.text();
    expect(html).toContain('That was a lot of tries');
    expect(html).toContain('Vier Stunden in der Woche.');
  });

  it('comes from a network so many times, whatever the address', async () => {
    await Promise.all(
      Array.from({ length: LIMITS.applicants.points }, () => send(without('name'))),
    );
    expect((await send(full())).status).toBe(429);
    expect(await applications()).toEqual([]);
  });

  it('isn’t taken from another site', async () => {
    const response = await browser.post(to(EN), full(), { 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(await applications()).toEqual([]);
  });

  it('isn’t read beyond what an application may hold', async () => {
    expect((await send(full({ motivation: 'x'.repeat(300_000) }))).status).toBe(413);
  });
});

describe('an application of someone who is signed in', () => {
  it('counts at once, with the address that is known', async () => {
    await signedInAs('olga');
    const page = await (await browser.go(to(EN))).text();
    expect(page).toContain('We will answer to: olga@example.org');
    expect(page).toContain('value="Olga Ostermann"');
    expect(page).not.toContain('name="email"');
    const response = await send(full({ email: 'somebody@else.example' }));
    expect(response.headers.get('location')).toBe(`${EN}?done=received`);
    expect(await applications()).toMatchObject([{ email: 'olga@example.org', confirmed: true }]);
  });

  it('is there once: a second one becomes a change of the first, and is still to be saved', async () => {
    await signedInAs('olga');
    const answers = await Promise.all([
      send(full({ motivation: 'Erste' })),
      send(full({ motivation: 'Zweite' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const html = await answers.find(({ status }) => status === 409)!.text();
    expect(html).toContain('You have applied already');
    expect(html).toContain('value="edit"');
    expect(html).toMatch(/Erste|Zweite/);
    expect(await applications()).toHaveLength(1);
  });

  it('asks for an address where none is known', async () => {
    await signedInAs('carl');
    expect(await (await browser.go(to(EN))).text()).toContain('name="email"');
    expect((await send(full())).headers.get('location')).toBe(`${EN}?done=sent`);
    expect(await applications()).toMatchObject([{ confirmed: false }]);
  });

  it('can’t be changed or withdrawn by anybody else, or without being signed in', async () => {
    await signedInAs('olga');
    await send(full());
    browser = new Browser({ 'accept-language': 'en' });
    const edit = await send(full({ do: 'edit', motivation: 'Fremd' }));
    expect(edit.status).toBe(409);
    const html = await edit.text();
    expect(html).toContain('You are no longer signed in');
    expect(html).toContain('Fremd');
    expect((await send({ do: 'withdraw' })).status).toBe(404);
    await signedInAs('gisela');
    expect((await send(full({ do: 'edit', motivation: 'Fremd' }))).status).toBe(409);
    expect((await send({ do: 'withdraw' })).status).toBe(404);
    expect(await applications()).toMatchObject([{ state: 'RECEIVED', name: 'Kim Krause' }]);
    expect((await applications())[0]!['motivation']).toContain('Wege');
  });

  it('isn’t lost when it was withdrawn in another window meanwhile', async () => {
    await signedInAs('olga');
    await send(full());
    await send({ do: 'withdraw' });
    const response = await send(full({ do: 'edit', motivation: 'Doch noch' }));
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('Your application is withdrawn');
    expect(html).toContain('Doch noch');
    expect(html).toContain('value="apply"');
  });
});

describe('after the end of a call', () => {
  const close = (sql: string): Promise<unknown> =>
    rows(`UPDATE volunteer_call SET ${sql} WHERE id = $1`, callId);
  beforeEach(async () => {
    await signedInAs('olga');
    expect((await send(full())).status).toBe(303);
  });
  const reopen = (): Promise<unknown> =>
    close(
      `state = 'OPEN', opens_on = '2026-01-01', closes_on = '2090-01-31', closed_reason = NULL`,
    );

  it('the page says so kindly and takes no more, but keeps what was written', async () => {
    await close(`opens_on = '2026-01-01', closes_on = '2026-01-31'`);
    try {
      browser = new Browser({ 'accept-language': 'en' });
      const response = await browser.go(to(EN));
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain('This call is over');
      expect(html).toContain('31 January 2026');
      expect(html).not.toContain('name="motivation"');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(await (await browser.go(to('/en/probe/successes'))).text()).not.toContain(EN);
      const late = await send(full({ email: 'late@example.org', motivation: 'Zu spät' }));
      expect(late.status).toBe(409);
      expect(await late.text()).toContain('Zu spät');
      expect(await applications()).toHaveLength(1);
    } finally {
      await reopen();
    }
  });

  it('leads an applicant, who is nobody else, from each mail to the own application', async () => {
    browser = new Browser({ 'accept-language': 'en' });
    const asks = await mailAfter(() => send(full()));
    const received = await mailAfter(() => follow(asks), /Thank you for answering/);
    expect(received).toContain('“Wer geht mit?”');
    const link = /https?:\S+/.exec(received)?.[0] ?? '';
    expect(link).toBe(to(`/sign-in?lang=en&return=${encodeURIComponent(EN)}`));
    await close(
      `state = 'CLOSED', opens_on = '2026-01-01', closes_on = '2026-01-31', closed_reason = 'Genug'`,
    );
    try {
      const led = await browser.go(link);
      expect([led.status, led.headers.get('location')]).toEqual([303, EN]);
      expect(await (await browser.go(to(EN))).text()).toContain(
        'We will answer as soon as it is decided',
      );
      const out = await (await new Browser().go(link)).text();
      expect(out).toContain('name="email"');
      expect(out).toContain(encodeURIComponent(EN));
    } finally {
      await reopen();
    }
  });

  it('the applicant sees the own application, can’t change it, and may withdraw it', async () => {
    await close(
      `state = 'CLOSED', opens_on = '2026-01-01', closes_on = '2026-01-31', closed_reason = 'Genug'`,
    );
    try {
      await rows(`UPDATE application SET state = 'CHOSEN'`);
      const html = await (await browser.go(to(EN))).text();
      expect(html).toContain('We will answer as soon as it is decided');
      expect(html).toContain('Vier Stunden in der Woche.');
      expect(html).not.toContain('You are in');
      expect(html).not.toContain('value="edit"');
      expect((await send(full({ do: 'edit' }))).status).toBe(409);
      expect((await browser.go(to(EN))).status).toBe(200);
      expect((await new Browser().go(to(EN))).status).toBe(404);
      expect((await send({ do: 'withdraw' })).status).toBe(303);
      expect(await applications()).toMatchObject([{ state: 'WITHDRAWN', motivation: null }]);
    } finally {
      await reopen();
    }
  });
});

describe('where nobody can sign in by e-mail', () => {
  it('one is led to the sign-in, and nothing is taken', async () => {
    const closed = await startTestServer({
      signIn: { provider: null, email: false, demonstration: true },
    });
    try {
      await brought(closed.source, aProgramme('probe'));
      await anOpenCallOf(closed, 'probe');
      const html = await (await fetch(closed.origin + EN)).text();
      expect(html).toContain('To apply, please sign in first');
      expect(html).toContain('href="/sign-in?lang=en&amp;return=%2Fen%2Fprobe%2Fjoin"');
      expect(html).not.toContain('name="motivation"');
      const sent = await fetch(closed.origin + EN, {
        method: 'POST',
        body: new URLSearchParams(full()),
      });
      expect(sent.status).toBe(409);
      expect(await closed.source.query('SELECT 1 FROM application')).toEqual([]);
    } finally {
      await closed.stop();
    }
  });
});
