import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accountOf, type ProvenIdentity } from '#application/accounts/sign-in.js';
import { SESSION_COOKIE } from '#server/auth/sessions.js';
import { LIMITS } from '#server/http/throttle.js';
import { Browser } from '../support/browser.js';
import { startOpenidProvider, type OpenidProvider } from '../support/openid-provider.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let provider: OpenidProvider;
let server: TestServer;

beforeAll(async () => {
  provider = await startOpenidProvider();
  const { issuer, clientId, clientSecret } = provider;
  server = await startTestServer({
    signIn: { provider: { issuer, clientId, clientSecret }, email: false, demonstration: false },
  });
  provider.allowReturnTo(`${server.origin}/sign-in/provider/return`);
  await brought(server.source, aProgramme('probe'));
});
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

let browser: Browser;
beforeEach(() => {
  browser = new Browser({ 'accept-language': 'en' });
});

const RETURN = '/sign-in/provider/return';
const begin = (query = ''): string => `${server.origin}/sign-in/provider?lang=en${query}`;
const sessionOf = (one: Browser): string | undefined =>
  one.cookies(server.origin).get(SESSION_COOKIE);

/** As far as the address that the provider sends the browser back to. */
const asFarAsReturn = (query = ''): Promise<string> =>
  browser.follow(begin(query), server.origin + RETURN);

async function me(one: Browser): Promise<unknown> {
  const response = await one.go(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { memberships { programme role } } }' }),
  });
  return ((await response.json()) as { data: { me: unknown } }).data.me;
}

async function signInBy(subject: string, query = ''): Promise<Response> {
  provider.person = subject;
  return browser.go(await asFarAsReturn(query));
}

/** Adds a person with this address; its key is the part before the @. */
async function invite(email: string): Promise<void> {
  await server.source.query(
    `INSERT INTO person (id, programme_id, key, name, email, role, position)
     SELECT gen_random_uuid(), id, $1, 'Somebody', $2, 'GUIDE', 100 FROM programme WHERE slug = 'probe'`,
    [email.split('@')[0]?.toLowerCase(), email],
  );
}

const now = new Date();
const linkTo = (name: string): ProvenIdentity => ({
  issuer: 'email',
  subject: `${name}@example.org`,
  verifiedEmail: `${name}@example.org`,
});

describe('the sign-in by a provider', () => {
  it('sends along state, nonce and the challenge of PKCE, and asks for no more than the address', async () => {
    const response = await browser.go(begin());
    expect(response.status).toBe(303);
    const address = new URL(response.headers.get('location') ?? '');
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'lernschleife',
      response_type: 'code',
      scope: 'openid email',
      redirect_uri: server.origin + RETURN,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('has remembered what was begun when the browser is led on, however slow the database is', async () => {
    await server.source.query(`
      CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END';
      CREATE TRIGGER slowly BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION slowly()`);
    try {
      const response = await browser.go(begin());
      const state = new URL(response.headers.get('location') ?? '').searchParams.get('state');
      const kept = await server.source.query(
        `SELECT 1 FROM session WHERE sess -> 'pending' ->> 'state' = $1`,
        [state],
      );
      expect(kept).toHaveLength(1);
    } finally {
      await server.source.query('DROP FUNCTION slowly CASCADE');
    }
  });

  it('makes a session for the person of a verified address, and leads where it was asked to', async () => {
    provider.accounts.set('s-olga', { email: 'Olga@Example.org', email_verified: true });
    const response = await signInBy('s-olga', '&return=%2Fworkspace%2Fprobe%3Floop%3D2');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/workspace/probe?loop=2');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-lernschleife=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await me(browser)).toEqual({ memberships: [{ programme: 'probe', role: 'CIRCLE' }] });
  });

  it('keeps who someone is by issuer and subject, whatever becomes of the address', async () => {
    provider.accounts.set('s-ida', { email: 'ida@example.org', email_verified: true });
    await invite('ida@example.org');
    await signInBy('s-ida');
    provider.accounts.set('s-ida', { email: 'other@example.org', email_verified: true });
    browser = new Browser();
    await signInBy('s-ida');
    expect(await me(browser)).toEqual({ memberships: [{ programme: 'probe', role: 'GUIDE' }] });
  });

  it('gives nobody the account of another who has the same address by now', async () => {
    await invite('pool@example.org');
    provider.accounts.set('s-first', { email: 'pool@example.org', email_verified: true });
    provider.accounts.set('s-second', { email: 'pool@example.org', email_verified: true });
    await signInBy('s-first');
    browser = new Browser();
    await signInBy('s-second');
    expect(await me(browser)).toEqual({ memberships: [] });
  });

  it('gives whoever came by an e-mail link before the same account', async () => {
    await invite('both@example.org');
    const { accountId } = await signInAs(server, 'probe', 'both');
    await server.source.query(
      `INSERT INTO identity (issuer, subject, verified_email, account_id) VALUES ('email', 'both@example.org', 'both@example.org', $1)`,
      [accountId],
    );
    provider.accounts.set('s-both', { email: 'both@example.org', email_verified: true });
    await signInBy('s-both');
    expect(await me(browser)).toEqual({ memberships: [{ programme: 'probe', role: 'GUIDE' }] });
    const [identity] = await server.source.query<{ account_id: string }[]>(
      `SELECT account_id FROM identity WHERE subject = 's-both'`,
    );
    expect(identity?.account_id).toBe(accountId);
  });

  it('gives nobody to who only wrote the address, as an administrator can of themselves', async () => {
    await invite('chief@example.org');
    const chief = await server.source.transaction((em) => accountOf(em, linkTo('chief'), now));
    await server.source.query(
      `UPDATE person SET email = 'later@example.org' WHERE account_id = $1`,
      [chief],
    );
    provider.accounts.set('s-later', { email: 'later@example.org', email_verified: true });
    await signInBy('s-later');
    expect(await me(browser)).toEqual({ memberships: [] });
  });

  it('is found again by a link to the address that the provider verified', async () => {
    await invite('twice@example.org');
    provider.accounts.set('s-twice', { email: 'Twice@example.org', email_verified: true });
    await signInBy('s-twice');
    const byLink = await server.source.transaction((em) => accountOf(em, linkTo('twice'), now));
    const [person] = await server.source.query<{ account_id: string }[]>(
      `SELECT account_id FROM person WHERE key = 'twice'`,
    );
    expect(byLink).toBe(person?.account_id);
  });

  it.each([
    ['unverified', { email: 'eve@example.org', email_verified: false }],
    ['of unknown standing', { email: 'eve@example.org' }],
  ])('takes an address that is %s for no proof', async (name, account) => {
    await server.source.query(`DELETE FROM person WHERE key = 'eve'`);
    await invite('eve@example.org');
    provider.accounts.set(`s-${name}`, account);
    await signInBy(`s-${name}`);
    expect(await me(browser)).toEqual({ memberships: [] });
  });

  it('lets someone whom nobody has invited see a friendly page, and in at the next sign-in after it', async () => {
    provider.accounts.set('s-uwe', { email: 'uwe@example.org', email_verified: true });
    const response = await signInBy('s-uwe', '&return=%2Fworkspace%2Fprobe');
    expect(response.headers.get('location')).toBe('/sign-in?lang=en');
    const page = await browser.go(`${server.origin}/sign-in?lang=en`);
    expect(await page.text()).toContain('Good to see you');
    await invite('UWE@example.org');
    browser = new Browser();
    const again = await signInBy('s-uwe', '&return=%2Fworkspace%2Fprobe');
    expect(again.headers.get('location')).toBe('/workspace/probe');
  });

  it('does not take two mailboxes for one that differ beyond A to Z', async () => {
    await invite('mike@example.org');
    provider.accounts.set('s-kelvin', { email: 'mi\u212Ae@example.org', email_verified: true });
    await signInBy('s-kelvin');
    expect(await me(browser)).toEqual({ memberships: [] });
  });

  it('gives the session a new id, so that a planted one is worth nothing', async () => {
    provider.accounts.set('s-olga', { email: 'olga@example.org', email_verified: true });
    const address = await ((provider.person = 's-olga'), asFarAsReturn());
    const before = sessionOf(browser);
    expect(before).toBeDefined();
    await browser.go(address);
    const after = sessionOf(browser);
    expect(after).not.toBe(before);
    const attacker = new Browser();
    attacker.plant(server.origin, SESSION_COOKIE, before ?? '');
    expect(await me(attacker)).toBeNull();
    expect(await me(browser)).not.toBeNull();
  });
});

describe('a sign-in by a provider that is not what was begun', () => {
  const refused = async (address: string, title = 'The sign-in didn’t work'): Promise<void> => {
    const before = await server.source.query<unknown[]>(
      `SELECT sid FROM session WHERE sess ->> 'accountId' IS NOT NULL`,
    );
    const response = await browser.go(address);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain(title);
    expect(page).not.toContain('stack');
    expect(await me(browser)).toBeNull();
    const after = await server.source.query<unknown[]>(
      `SELECT sid FROM session WHERE sess ->> 'accountId' IS NOT NULL`,
    );
    expect(after).toHaveLength(before.length);
  };
  const arrive = (): Promise<string> => {
    provider.person = 's-olga';
    return asFarAsReturn();
  };

  it('is refused with another state', async () => {
    const address = new URL(await arrive());
    address.searchParams.set('state', 'x'.repeat(43));
    await refused(address.href);
  });

  it('is refused without a state', async () => {
    const address = new URL(await arrive());
    address.searchParams.delete('state');
    await refused(address.href);
  });

  it('is refused in a browser that has begun none, such as a victim’s', async () => {
    const address = await arrive();
    browser = new Browser({ 'accept-language': 'en' });
    await refused(address);
  });

  it('is refused when another one was begun meanwhile', async () => {
    const address = await arrive();
    await browser.go(begin());
    await refused(address);
  });

  it('is refused with an ID token of another nonce', async () => {
    const address = await arrive();
    await spoil('nonce', 'another');
    await refused(address);
  });

  it('is refused with another verifier than that of the challenge', async () => {
    const address = await arrive();
    await spoil('codeVerifier', 'v'.repeat(43));
    await refused(address);
  });

  it('is refused when another issuer claims to answer', async () => {
    const address = new URL(await arrive());
    address.searchParams.set('iss', 'https://elsewhere.example');
    await refused(address.href);
  });

  it('is refused when it is used again', async () => {
    const address = await arrive();
    await browser.go(address);
    browser = new Browser({ 'accept-language': 'en' });
    await browser.go(begin());
    await refused(address);
  });

  it('is told kindly when the person cancels', async () => {
    provider.person = null;
    await refused(await asFarAsReturn(), 'The sign-in was cancelled');
  });

  /** What the server remembers, changed: the answer then doesn't fit. */
  async function spoil(what: 'nonce' | 'codeVerifier', value: string): Promise<void> {
    const sid = decodeURIComponent(sessionOf(browser) ?? '')
      .slice(2)
      .split('.')[0];
    await server.source.query(
      `UPDATE session SET sess = jsonb_set(sess::jsonb, ARRAY['pending', $2], to_jsonb($3::text))::json WHERE sid = $1`,
      [sid, what, value],
    );
  }
});

describe('many ways to the provider from one network', () => {
  it('are not remembered without end', async () => {
    await server.source.query(`DELETE FROM throttle`);
    const { points } = LIMITS.provider;
    await fetch(begin(), { redirect: 'manual' });
    await server.source.query('UPDATE throttle SET points = $1', [points]);
    const sessions = (): Promise<unknown[]> => server.source.query('SELECT sid FROM session');
    const before = await sessions();
    const response = await fetch(begin(), { redirect: 'manual' });
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await sessions()).toHaveLength(before.length);
    await server.source.query(`DELETE FROM throttle`);
  });
});

describe('a provider that is away', () => {
  it('is told kindly, and asked again at the next sign-in', async () => {
    const before = await startOpenidProvider();
    await before.stop();
    const { issuer, clientId, clientSecret } = before;
    const other = await startTestServer({
      signIn: { provider: { issuer, clientId, clientSecret }, email: false, demonstration: false },
    });
    const go = (): Promise<Response> =>
      fetch(`${other.origin}/sign-in/provider?lang=en`, { redirect: 'manual' });
    try {
      const response = await go();
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('doesn’t answer');
      expect(response.headers.getSetCookie()).toEqual([]);
      const later = await startOpenidProvider(Number(new URL(issuer).port));
      later.allowReturnTo(`${other.origin}${RETURN}`);
      expect((await go()).status).toBe(303);
      await later.stop();
    } finally {
      await other.stop();
    }
  });
});
