import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SESSION_COOKIE } from '#server/auth/sessions.js';
import { LIMITS } from '#server/http/throttle.js';
import { Browser } from '../support/browser.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let folder: string;
const IDLE_MS = 3_600_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: true },
    mail: { from: 'lernschleife@example.org', way: { folder: join(folder, 'mails') } },
  });
  await brought(server.source, aProgramme('probe'));
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let browser: Browser;
beforeEach(async () => {
  browser = new Browser({ 'accept-language': 'en' });
  await server.source.query('DELETE FROM throttle');
});

const to = (path: string): string => server.origin + path;
const mailsIn = (): string[] => {
  try {
    return readdirSync(join(folder, 'mails'));
  } catch {
    return [];
  }
};

/** Asks for a link and answers its secret, as the page of mails shows it. */
async function linkFor(email: string, query = ''): Promise<string> {
  const before = mailsIn().length;
  const response = await browser.post(to(`/sign-in/email?lang=en${query}`), { email });
  expect(response.status).toBe(303);
  for (let tries = 0; mailsIn().length === before && tries < 100; tries += 1) await pause(20);
  const page = await (await browser.go(to('/sign-in/mails'))).text();
  return /secret=([\w-]{43})/.exec(page)?.[1] ?? '';
}
const follow = (secret: string): Promise<Response> =>
  browser.post(to('/sign-in/link?lang=en'), { secret });

async function me(one: Browser): Promise<unknown> {
  const response = await one.go(to('/graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { memberships { programme role } } }' }),
  });
  return ((await response.json()) as { data: { me: unknown } }).data.me;
}
const OLGA = { memberships: [{ programme: 'probe', role: 'CIRCLE' }] };

describe('the page of the sign-in', () => {
  it('offers what is set, says that this is a demonstration, and sets no cookie', async () => {
    const response = await browser.go(to('/sign-in?lang=en&return=%2Fworkspace%2Fprobe'));
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('This is a demonstration');
    expect(page).toContain('Olga Ostermann, Transformation circle');
    expect(page).toContain('action="/sign-in/email?lang=en&amp;return=%2Fworkspace%2Fprobe"');
    expect(page).not.toContain('organisation’s account');
  });

  it('speaks the language of the address, else the browser’s', async () => {
    const german = new Browser({ 'accept-language': 'de' });
    expect(await (await german.go(to('/sign-in'))).text()).toContain(
      '<h1 class="ls-h1 ls-h1--question">Anmelden',
    );
    expect(await (await german.go(to('/sign-in?lang=en'))).text()).toContain('>Sign in</h1>');
  });

  it.each(['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example'])(
    'forgets the foreign return address %s',
    async (address) => {
      const query = `?lang=en&return=${encodeURIComponent(address)}`;
      const page = await (await browser.go(to(`/sign-in${query}`))).text();
      expect(page).not.toContain('elsewhere');
      const secret = await linkFor('olga@example.org', query.replace('?', '&'));
      const response = await follow(secret);
      expect(response.headers.get('location')).toBe('/workspace');
    },
  );

  it('offers nothing that isn’t set', async () => {
    const closed = await startTestServer();
    try {
      const page = await (await fetch(`${closed.origin}/sign-in?lang=en`)).text();
      expect(page).toContain('No way to sign in has been set up here yet');
      expect(page).not.toContain('<form');
      for (const path of ['email', 'link', 'demonstration'])
        expect((await fetch(`${closed.origin}/sign-in/${path}`, { method: 'POST' })).status).toBe(
          404,
        );
      for (const path of ['provider', 'provider/return', 'mails'])
        expect((await fetch(`${closed.origin}/sign-in/${path}`)).status).toBe(404);
    } finally {
      await closed.stop();
    }
  });
});

describe('a link by e-mail', () => {
  it('signs in by its button and not by being opened, and leads where it was asked to', async () => {
    const secret = await linkFor('Olga@example.org', '&return=%2Fworkspace%2Fprobe');
    for (let scans = 0; scans < 3; scans += 1) {
      const page = await browser.go(to(`/sign-in/link?lang=en&secret=${secret}`));
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('One more click');
    }
    expect(await me(browser)).toBeNull();
    const response = await follow(secret);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/workspace/probe');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-lernschleife=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await me(browser)).toEqual(OLGA);
  });

  it('is good once, also for two who press at the same time', async () => {
    const secret = await linkFor('olga@example.org');
    const answers = await Promise.all([follow(secret), follow(secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    const again = await follow(secret);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('This link has been used');
    const opened = await browser.go(to(`/sign-in/link?lang=en&secret=${secret}`));
    expect(opened.status).toBe(410);
  });

  it('ends after 15 minutes', async () => {
    const secret = await linkFor('olga@example.org');
    const digest = createHash('sha256').update(secret).digest('hex');
    const [kept] = await server.source.query<{ life: number }[]>(
      'SELECT extract(epoch FROM expires_at - now())::int AS life FROM sign_in_link WHERE digest = $1',
      [digest],
    );
    expect(Math.abs((kept?.life ?? 0) - 900)).toBeLessThan(30);
    await server.source.query(
      `UPDATE sign_in_link SET expires_at = now() - interval '1 second' WHERE digest = $1`,
      [digest],
    );
    const response = await follow(secret);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This link has expired');
    expect(await me(browser)).toBeNull();
  });

  it('is unknown when its secret is another', async () => {
    const response = await follow('x'.repeat(43));
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('We don’t know this link');
  });

  it('is kept as a digest alone', async () => {
    const secret = await linkFor('olga@example.org');
    const rows = await server.source.query<unknown[]>('SELECT * FROM sign_in_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(server.logged.join('')).not.toContain(secret);
    const [newest = ''] = mailsIn().sort().reverse();
    expect(statSync(join(folder, 'mails', newest)).mode & 0o777).toBe(0o600);
  });

  it('is answered alike, whether the address is known or not, and then isn’t sent', async () => {
    const before = mailsIn().length;
    const answer = async (email: string): Promise<unknown> => {
      const response = await browser.post(to('/sign-in/email?lang=en'), { email });
      return [response.status, response.headers.get('location'), await response.text()];
    };
    expect(await answer('nobody@example.org')).toEqual(await answer('olga@example.org'));
    for (let tries = 0; mailsIn().length === before && tries < 100; tries += 1) await pause(20);
    await pause(200);
    expect(mailsIn()).toHaveLength(before + 1);
  });

  it.each([
    'olga',
    'olga@example',
    'a@b.de, c@d.de',
    'a@b.de\nBcc: c@d.de',
    '<a@b.de>',
    'a\u0000@b.de',
    '',
  ])('is not sent to %j, which the page names as a fault', async (email) => {
    const response = await browser.post(to('/sign-in/email?lang=en'), { email });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('This isn’t an e-mail address');
  });

  it('goes to an address that nobody has where people of its domain may bring ideas', async () => {
    const ask = (): Promise<string> => linkFor('neu@amt.example.org');
    const before = mailsIn().length;
    await browser.post(to('/sign-in/email?lang=en'), { email: 'neu@amt.example.org' });
    await pause(300);
    expect(mailsIn()).toHaveLength(before);
    await server.source.query(
      `UPDATE programme SET ideas_open = true, application_domains = ARRAY['amt.example.org']`,
    );
    expect(await ask()).toMatch(/^[\w-]{43}$/);
    await server.source.query(
      `UPDATE programme SET ideas_open = false, application_domains = '{}'`,
    );
  });

  it('can be asked for a few times an hour by address, known or not', async () => {
    for (const email of ['olga@example.org', 'nobody@example.org']) {
      const ask = (): Promise<Response> => browser.post(to('/sign-in/email?lang=en'), { email });
      for (let times = 0; times < LIMITS.address.points; times += 1)
        expect((await ask()).status).toBe(303);
      const response = await ask();
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_000);
      expect(await response.text()).toMatch(/Please wait (59|60) minutes/);
    }
  });

  it('can be asked for a number of times by network, whatever the address', async () => {
    const ask = (at: number): Promise<Response> =>
      browser.post(to('/sign-in/email?lang=en'), { email: `nobody${at}@example.org` });
    for (let at = 0; at < LIMITS.network.points; at += 1) expect((await ask(at)).status).toBe(303);
    expect((await ask(1_000)).status).toBe(429);
    expect(JSON.stringify(await server.source.query('SELECT key FROM throttle'))).not.toContain(
      'nobody',
    );
  });

  it('finds whoever is invited later at the next sign-in', async () => {
    await follow(await linkFor('olga@example.org'));
    await brought(server.source, {
      ...aProgramme('zweites'),
      people: (aProgramme().people ?? []).map((person) =>
        person.key === 'olga' ? { ...person, role: 'GUIDE' as const } : person,
      ),
    });
    expect(await me(browser)).toEqual(OLGA);
    await follow(await linkFor('olga@example.org'));
    expect(await me(browser)).toEqual({
      memberships: [
        { programme: 'probe', role: 'CIRCLE' },
        { programme: 'zweites', role: 'GUIDE' },
      ],
    });
  });
});

describe('the demonstration', () => {
  const idOf = async (key: string): Promise<string> => {
    const [row] = await server.source.query<{ id: string }[]>(
      `SELECT p.id FROM person p JOIN programme pr ON pr.id = p.programme_id WHERE p.key = $1 AND pr.slug = 'probe'`,
      [key],
    );
    return row?.id ?? '';
  };

  it('lets one be a person by choosing, and be the same account again', async () => {
    const choose = async (): Promise<Response> =>
      browser.post(to('/sign-in/demonstration?lang=en&return=%2Fworkspace%2Fprobe'), {
        person: await idOf('gisela'),
      });
    const response = await choose();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/workspace/probe');
    expect(await me(browser)).toEqual({ memberships: [{ programme: 'probe', role: 'GUIDE' }] });
    const accounts = async (): Promise<unknown> =>
      server.source.query('SELECT count(*)::int FROM account');
    const before = await accounts();
    await choose();
    expect(await accounts()).toEqual(before);
  });

  it('lets nobody be someone who is blocked, or doesn’t exist', async () => {
    const bea = await idOf('bea');
    await server.source.query('UPDATE person SET blocked_at = now() WHERE id = $1', [bea]);
    expect(await (await browser.go(to('/sign-in'))).text()).not.toContain(bea);
    for (const person of [bea, '00000000-0000-7000-8000-000000000000', 'x', ''])
      expect((await browser.post(to('/sign-in/demonstration?lang=en'), { person })).status).toBe(
        404,
      );
    expect(await me(browser)).toBeNull();
    await server.source.query('UPDATE person SET blocked_at = NULL WHERE id = $1', [bea]);
  });
});

describe('a session', () => {
  const signedIn = async (): Promise<void> => {
    const { cookie } = await signInAs(server, 'probe', 'olga');
    const at = cookie.indexOf('=');
    browser.plant(server.origin, cookie.slice(0, at), cookie.slice(at + 1));
    expect(await me(browser)).not.toBeNull();
  };
  const sid = (): string =>
    decodeURIComponent(browser.cookies(server.origin).get(SESSION_COOKIE) ?? '')
      .slice(2)
      .split('.')[0] ?? '';

  it('has a new id after the sign-in', async () => {
    await signedIn();
    const before = sid();
    await follow(await linkFor('olga@example.org'));
    expect(sid()).not.toBe(before);
    expect(await server.source.query('SELECT 1 FROM session WHERE sid = $1', [before])).toEqual([]);
  });

  it('ends at the sign-out, in the database and in the browser', async () => {
    await signedIn();
    const before = sid();
    const response = await browser.post(to('/sign-out?lang=en'), {});
    expect(response.status).toBe(303);
    expect(response.headers.getSetCookie()).toEqual([
      '__Host-lernschleife=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    ]);
    expect(await server.source.query('SELECT 1 FROM session WHERE sid = $1', [before])).toEqual([]);
    expect(await me(browser)).toBeNull();
    const page = await browser.go(to(response.headers.get('location') ?? ''));
    expect(await page.text()).toContain('You are signed out');
  });

  it('ends without requests, and lives on with them', async () => {
    await signedIn();
    const life = async (): Promise<number> => {
      const [row] = await server.source.query<{ life: number }[]>(
        `SELECT extract(epoch FROM expire - now()::timestamp)::int AS life FROM session WHERE sid = $1`,
        [sid()],
      );
      return (row?.life ?? 0) * 1_000;
    };
    const shorten = (seconds: number): Promise<unknown> =>
      server.source.query(`UPDATE session SET expire = to_timestamp($2) WHERE sid = $1`, [
        sid(),
        Math.floor(Date.now() / 1_000) + seconds,
      ]);
    await shorten(60);
    await me(browser);
    // The store writes the new end after the answer.
    for (let tries = 0; (await life()) < IDLE_MS - 5_000 && tries < 50; tries += 1) await pause(20);
    expect(Math.abs((await life()) - IDLE_MS)).toBeLessThan(10_000);
    await shorten(-2);
    expect(await me(browser)).toBeNull();
  });

  it('ends for good so long after the sign-in, and leaves room for a new one', async () => {
    await signedIn();
    await server.source.query(
      `UPDATE session SET sess = jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb($2::bigint))::json WHERE sid = $1`,
      [sid(), Date.now() - 7_200_001],
    );
    const before = sid();
    const secret = await linkFor('olga@example.org');
    expect(await me(browser)).toBeNull();
    expect(await server.source.query('SELECT 1 FROM session WHERE sid = $1', [before])).toEqual([]);
    expect((await follow(secret)).status).toBe(303);
    expect(await me(browser)).not.toBeNull();
  });

  it.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['no origin at all', { origin: 'null' }],
    ['another site, as browsers say', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site, as browsers say', { 'sec-fetch-site': 'same-site' }],
  ])('is not begun, used or ended from %s', async (_from, headers: Record<string, string>) => {
    const secret = await linkFor('olga@example.org');
    const refused = await browser.post(to('/sign-in/link?lang=en'), { secret }, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('came from another site');
    await signedIn();
    expect((await browser.post(to('/sign-out'), {}, headers)).status).toBe(403);
    const asked = await browser.go(to('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ me { memberships { role } } }' }),
    });
    expect(asked.status).toBe(403);
    expect(await me(browser)).not.toBeNull();
  });

  it.each([
    ['with the own origin', { 'sec-fetch-site': 'same-origin' }],
    [
      'with an origin that the page keeps to itself',
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ],
  ])('is begun from the own pages, %s', async (_from, headers: Record<string, string>) => {
    const secret = await linkFor('olga@example.org');
    const response = await browser.post(
      to('/sign-in/link?lang=en'),
      { secret },
      { origin: server.origin, ...headers },
    );
    expect(response.status).toBe(303);
  });

  it('is told at the sign-in page, with the way on and the way out', async () => {
    await signedIn();
    const page = await (
      await browser.go(to('/sign-in?lang=en&return=%2Fworkspace%2Fprobe'))
    ).text();
    expect(page).toContain('Kurze Wege: Olga Ostermann, Transformation circle');
    expect(page).toContain('href="/workspace/probe"');
    expect(page).toContain('action="/sign-out?lang=en"');
  });

  it.each([
    '/en/',
    '/en/probe/successes',
    '/en/probe/successes.atom',
    '/sitemap.xml',
    '/health/ready',
    '/nowhere',
  ])('leaves no cookie on %s, also for whoever is signed in', async (path) => {
    await signedIn();
    const response = await browser.go(to(path));
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('can’t be made up: a cookie with a wrong signature is nobody', async () => {
    browser.plant(server.origin, SESSION_COOKIE, `s%3A${'a'.repeat(32)}.${'b'.repeat(43)}`);
    expect(await me(browser)).toBeNull();
  });
});
