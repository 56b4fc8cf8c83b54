import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keyboard } from '../support/hands.js';
import { startOpenidProvider, type OpenidProvider } from '../support/openid-provider.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const BOARD = '/workspace/de/probe/board/2';

let provider: OpenidProvider;
let server: TestServer;
let browser: Browser;
let folder: string;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  provider = await startOpenidProvider();
  const { issuer, clientId, clientSecret } = provider;
  server = await startTestServer({
    signIn: { provider: { issuer, clientId, clientSecret }, email: true, demonstration: true },
    mail: { from: 'lernschleife@example.org', way: { folder: join(folder, 'mails') } },
  });
  provider.allowReturnTo(`${server.origin}/sign-in/provider/return`);
  provider.accounts.set('s-olga', { email: 'olga@example.org', email_verified: true });
  provider.person = 's-olga';
  await brought(server.source, aProgramme('probe'));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'de-DE' });
  page = await context.newPage();
  await page.goto(server.origin + BOARD);
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
});
afterEach(() => context.close());

const atTheBoardAs = async (name: string): Promise<void> => {
  await page.waitForURL(`**${BOARD}`);
  await page.getByRole('heading', { level: 1, name: 'Lernschleife 2' }).waitFor();
  await page.getByText(name).first().waitFor();
};
const faults = async (): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

describe('the sign-in in a browser leads back to where one wanted to go', () => {
  it('with the account of the organisation', async () => {
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: 'Mit dem Konto der Organisation anmelden' }).click();
    await atTheBoardAs('Olga Ostermann');
  });

  it('with a link by e-mail, by keyboard alone', async () => {
    await keyboard.write(page.getByLabel('E-Mail-Adresse'), 'olga@example.org');
    await keyboard.press(page.getByRole('button', { name: 'Link zusenden' }));
    await page.getByRole('heading', { level: 1, name: 'Schauen Sie in Ihr Postfach' }).waitFor();
    expect(await faults()).toEqual([]);
    await keyboard.press(page.getByRole('link', { name: 'Zu den Mails dieser Installation' }));
    await page.getByRole('heading', { level: 1, name: 'Mails dieser Installation' }).waitFor();
    // The mail is sent after the page has answered.
    const link = page.getByRole('link', { name: 'Link öffnen' });
    while ((await link.count()) === 0) await page.reload();
    expect(await faults()).toEqual([]);
    await keyboard.press(link.first());
    await keyboard.press(page.getByRole('button', { name: 'Jetzt anmelden' }));
    await atTheBoardAs('Olga Ostermann');
  });

  it('as one of the people of the demonstration, and out again', async () => {
    await page.getByRole('button', { name: /^Carl Claasen/ }).click();
    await atTheBoardAs('Carl Claasen');
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sie sind abgemeldet' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.goto(server.origin + BOARD);
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
  });
});
