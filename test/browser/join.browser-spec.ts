import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { keyboard } from '../support/hands.js';
import { anOpenCallOf } from '../support/open-call.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const PATH = '/de/probe/mitmachen';
const VIEWS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '360 px', colorScheme: 'light', width: 360 },
] as const;

let server: TestServer;
let browser: Browser;
let folder: string;
let context: BrowserContext;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
    mail: { from: 'lernschleife@example.org', way: { folder: join(folder, 'mails') } },
  });
  await brought(server.source, aProgramme('probe'));
  await anOpenCallOf(server, 'probe');
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => context.close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ locale: 'de-DE', ...options });
  const page = await context.newPage();
  await page.goto(server.origin + PATH);
  return page;
}
const faultsOf = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
const send = (page: Page) => page.getByRole('button', { name: 'Meldung absenden' });

describe('the page of a call in a browser', () => {
  it.each(VIEWS)('has no fault and fits, also with faults in its form: $name', async (view) => {
    const { colorScheme, width } = view;
    const page = await open({ colorScheme, viewport: { width, height: 900 } });
    const wide = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
    await send(page).click();
    await page.getByText('4 Angaben passen noch nicht').waitFor();
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
    await page.goto(`${server.origin}${PATH}?done=sent`);
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
  });

  it.each([true, false])(
    'leads by keyboard from its faults to a confirmed application and out again, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const email = `kim-${javaScriptEnabled}@example.org`;
      const page = await open({ javaScriptEnabled });
      await keyboard.write(page.getByLabel('Vor- und Nachname'), 'Kim Krause');
      await keyboard.write(page.getByLabel('Was reizt Sie daran?'), 'Kurze "Wege".');
      await keyboard.press(send(page));
      const summary = page.getByRole('alert');
      await summary.waitFor();
      // The browser has the focus where the faults are told: the first key leads to the first of them.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.type(email);
      expect(await page.getByLabel('Dienstliche E-Mail-Adresse').inputValue()).toBe(email);
      expect(await page.getByLabel('Was reizt Sie daran?').inputValue()).toBe('Kurze "Wege".');
      await page.getByRole('checkbox', { name: 'Moderation' }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('checkbox', { name: /^Ich bin einverstanden/ }).focus();
      await page.keyboard.press('Space');
      await keyboard.press(send(page));
      await page.getByRole('heading', { level: 1, name: 'Schauen Sie in Ihr Postfach' }).waitFor();

      await keyboard.press(page.getByRole('link', { name: 'Zu den Mails dieser Installation' }));
      await page.getByRole('heading', { level: 1, name: 'Mails dieser Installation' }).waitFor();
      const mail = page.getByRole('article').filter({ hasText: email });
      while ((await mail.count()) === 0) await page.reload();
      await keyboard.press(mail.getByRole('link', { name: 'Link öffnen' }));
      await keyboard.press(page.getByRole('button', { name: 'Jetzt anmelden' }));
      await page.getByText('Ihre Adresse ist bestätigt').waitFor();
      if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
      expect(await page.getByRole('checkbox', { name: 'Moderation' }).isChecked()).toBe(true);

      await keyboard.write(page.getByLabel('Was reizt Sie daran?'), 'Noch anders.');
      await keyboard.press(page.getByRole('button', { name: 'Änderungen speichern' }));
      await page.getByText('Ihre Änderungen sind gespeichert').waitFor();
      expect(await page.getByLabel('Was reizt Sie daran?').inputValue()).toBe('Noch anders.');
      await keyboard.press(page.getByText('Meldung zurückziehen', { exact: true }));
      await keyboard.press(page.getByRole('button', { name: 'Ja, Meldung zurückziehen' }));
      await page.getByText('Was Sie geschrieben haben, ist gelöscht.').waitFor();
      expect(await page.getByLabel('Was reizt Sie daran?').inputValue()).toBe('');
    },
  );
});
