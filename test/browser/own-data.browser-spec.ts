import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { aProgrammeOfCalls } from '../support/calls.js';
import { callsIn } from '../support/everyone.js';
import { keyboard } from '../support/hands.js';
import { brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { leaveTraces, tablesWith, type Traced } from '../support/traces.js';

const VIEWS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '360 px', colorScheme: 'light', width: 360 },
] as const;

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  server = await startTestServer({ signIn: { provider: null, email: true, demonstration: false } });
  await brought(server.source, aProgrammeOfCalls());
  await signInAs(server, 'probe', 'adam');
  await server.source.query(callsIn('DECIDED'));
  await server.source.query(
    `INSERT INTO volunteer_call (id, programme_id, key, title) SELECT gen_random_uuid(), programme_id, 'other', 'Anderer'
     FROM volunteer_call`,
  );
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => context.close());

/** The page of one's own data, as somebody who is signed in has it. */
async function open(who: Traced, options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ locale: 'de-DE', ...options });
  const [name = '', value = ''] = who.cookie.split('=');
  const place = { domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await context.addCookies([{ name, value, ...place, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(`${server.origin}/my-data`);
  return page;
}
const faultsOf = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('one’s own data in a browser', () => {
  it.each(VIEWS)('has no fault and fits: $name', async ({ name, colorScheme, width }) => {
    const who = await leaveTraces(server, name.replaceAll(/\W|\d/g, ''));
    const page = await open(who, { colorScheme, viewport: { width, height: 900 } });
    const wide = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
    await page.getByText('Ich möchte gelöscht werden').click();
    await page.getByRole('button', { name: 'Endgültig löschen' }).click();
    await page.getByText('Bitte bestätigen Sie zuerst').waitFor();
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
    await page.getByRole('button', { name: 'Als Seite ansehen' }).click();
    await heading(page, 'Was über Sie gespeichert ist').waitFor();
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
    await page.reload();
    await heading(page, 'Dieser Abruf ist vorbei').waitFor();
    expect([await faultsOf(page), await wide()]).toEqual([[], width]);
  });

  it.each([true, false])(
    'is changed, taken out and erased by keyboard, with JavaScript: %s',
    async (javaScriptEnabled) => {
      const who = await leaveTraces(server, javaScriptEnabled ? 'mit' : 'ohne');
      const page = await open(who, { javaScriptEnabled });
      await page.getByRole('radio', { name: 'Mein Name: ' }).focus();
      await page.keyboard.press('ArrowUp');
      await keyboard.press(page.getByRole('button', { name: 'Speichern' }));
      await page.getByText('Gespeichert.').waitFor();
      expect(await page.getByRole('radio', { name: 'Nur die Rolle' }).isChecked()).toBe(true);

      const downloaded = page.waitForEvent('download');
      await keyboard.press(page.getByRole('button', { name: 'Als Datei laden' }));
      const download = await downloaded;
      expect(download.suggestedFilename()).toBe('lernschleife-my-data.json');
      const file = await download.createReadStream();
      let text = '';
      for await (const piece of file) text += String(piece);
      expect(JSON.parse(text)).toHaveProperty('tables');
      expect(text).toContain(who.email.toUpperCase());

      await keyboard.press(page.getByRole('button', { name: 'Als Seite ansehen' }));
      await heading(page, 'Was über Sie gespeichert ist').waitFor();
      await page.getByText('Sie als Person im Programm').waitFor();
      await keyboard.press(page.getByRole('link', { name: 'Zurück zu meinen Daten' }));

      await heading(page, 'Meine Daten').waitFor();
      await keyboard.press(page.getByText('Ich möchte gelöscht werden'));
      await page.getByRole('checkbox', { name: 'Ja, alles über mich' }).focus();
      await page.keyboard.press('Space');
      await keyboard.press(page.getByRole('button', { name: 'Endgültig löschen' }));
      await heading(page, 'Ihre Daten sind gelöscht').waitFor();
      if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
      expect(await tablesWith(server.source, who.traces)).toEqual([]);
      await page.goto(`${server.origin}/my-data`);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
    },
  );
});
