import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { until } from '../support/compiled-server.js';
import { idOf, staffed } from '../support/measures.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { giveSession } from '../support/workspace-browser.js';

let server: TestServer;
let browser: Browser;
let address: string;
let measureId: string;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  server = await startTestServer();
  await staffed(server);
  measureId = await idOf(server, 'measure', 'kuerzen');
  address = `${server.origin}/workspace/de/probe/measures/${measureId}`;
  browser = await startBrowser();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE' });
  contexts.push(context);
  await giveSession(server, context, 'probe', person);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Formulare kürzen' }).waitFor();
  return page;
}
const description = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Worum es geht', exact: true });
const savedDescription = async (): Promise<unknown> => {
  const [row] = await server.source.query<{ description: string | null }[]>(
    'SELECT description FROM measure WHERE id = $1',
    [measureId],
  );
  return row?.description;
};
const write = async (page: Page, text: string): Promise<void> => {
  await description(page).fill(text);
  await description(page).blur();
};

describe('two people at once on the page of a measure', () => {
  it('see each other, and what the other changes', async () => {
    const olga = await openAs('olga');
    const carl = await openAs('carl');
    await olga.getByText('Carl Claasen ist gerade auch auf dieser Seite.').waitFor();
    await carl.getByText('Olga Ostermann ist gerade auch auf dieser Seite.').waitFor();
    await olga.getByRole('checkbox', { name: 'Erledigt: Felder streichen' }).click();
    await carl
      .getByRole('checkbox', { name: 'Erledigt: Felder streichen', checked: true })
      .waitFor();
    await carl.close();
    await olga.getByText('Carl Claasen ist gerade').waitFor({ state: 'detached' });
  });

  it('see both texts side by side when both have written, and lose neither', async () => {
    const olga = await openAs('olga');
    const carl = await openAs('carl');
    await olga.context().setOffline(true);
    await write(olga, 'Die Fassung von Olga');
    await olga.getByText(/^Keine Verbindung/).waitFor();
    await write(carl, 'Die Fassung von Carl');
    await carl.getByText(/^Gespeichert um/).waitFor();

    await olga.context().setOffline(false);
    await description(olga).focus();
    await description(olga).blur();
    const choice = olga.getByRole('alert').filter({ hasText: 'Welche Fassung soll gelten?' });
    await choice.getByText('Die Fassung von Olga').waitFor();
    await choice.getByText('Die Fassung von Carl').waitFor();
    expect(await savedDescription()).toBe('Die Fassung von Carl');
    await choice.getByRole('button', { name: 'Meine Fassung speichern' }).click();
    await olga.getByText(/^Gespeichert um/).waitFor();
    expect(await savedDescription()).toBe('Die Fassung von Olga');
    // Whoever has nothing unsaved gets the new text by itself.
    await until(async () => (await description(carl).inputValue()) === 'Die Fassung von Olga');
  });

  it('keep what was typed when the page is left before the connection is back', async () => {
    const page = await openAs('olga');
    await page.context().setOffline(true);
    await write(page, 'Noch nicht gespeichert');
    await page.getByText('Noch nicht gespeichert').last().waitFor();
    await page.context().setOffline(false);
    await page.reload();
    expect(await description(page).inputValue()).toBe('Noch nicht gespeichert');
  });
});
