import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { keyboard } from '../support/hands.js';
import { idOf } from '../support/measures.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  VIEWS,
  widthOf,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const PAGE = '/de/serviceweg/ideen';
const SCREEN = '/workspace/de/serviceweg/ideas';
const TITLE = 'Rückrufe statt Warteschleife';

let all: WorkspaceBrowser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  all = await startWorkspaceBrowser();
}, 60_000);
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(() => all?.stop());

/** A page of a context of its own, of a person who may be signed in. */
async function open(
  path: string,
  person: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await all.browser.newContext({ locale: 'de-DE', ...options });
  contexts.push(context);
  if (person !== null) await all.giveSession(context, person);
  const page = await context.newPage();
  await page.goto(all.server.origin + path);
  await page.locator('h1').waitFor();
  return page;
}

describe('an idea', () => {
  it('is submitted without JavaScript, read, taken up, and followed by its author', async () => {
    const author = await open(PAGE, 'elke-grabow', { javaScriptEnabled: false });
    await keyboard.press(author.getByRole('button', { name: 'Idee einreichen' }));
    await author.getByText('2 Angaben passen noch nicht').waitFor();
    // The browser has the focus where the faults are told: the first key leads to the first of them.
    await author.keyboard.press('Tab');
    await author.keyboard.press('Enter');
    await author.keyboard.type(TITLE);
    await keyboard.write(author.getByLabel(/^Was soll anders werden/), 'Niemand wartet mehr.');
    await keyboard.press(author.getByRole('button', { name: 'Idee einreichen' }));
    await author.getByText('Danke, Ihre Idee ist da').waitFor();
    const own = author.getByRole('article', { name: TITLE });
    await own.getByText('Angekommen').waitFor();

    const circle = await open(SCREEN, 'jonna-ehlert');
    const item = circle.getByRole('listitem').filter({ hasText: TITLE });
    await keyboard.press(item.getByRole('button', { name: /^Als gelesen bestätigen/ }));
    await item.getByText('Gelesen', { exact: true }).waitFor();
    await author.goto(all.server.origin + PAGE);
    await own.getByText('Wir haben Ihre Idee gelesen').waitFor();

    await keyboard.press(item.getByRole('button', { name: /^Aufgreifen/ }));
    const dialog = circle.getByRole('dialog');
    const question = dialog.getByLabel('Auf welche Frage antwortet sie?');
    await question.locator('optgroup option').first().waitFor({ state: 'attached' });
    await question.selectOption({ index: 1 });
    expect(await dialog.getByLabel('Titel der Maßnahme').inputValue()).toBe(TITLE);
    await keyboard.press(dialog.getByRole('button', { name: 'Aufgreifen' }));
    await dialog.waitFor({ state: 'detached' });
    await circle.getByLabel('Stand').selectOption({ label: 'Aufgegriffen' });
    await keyboard.press(item.getByRole('link', { name: TITLE }));
    await circle.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const box = circle.getByRole('region', { name: 'Aus einer Idee' });
    await box.getByText('Niemand wartet mehr.').waitFor();
    expect(await faultsOf(circle)).toEqual([]);

    await author.goto(all.server.origin + PAGE);
    await own.getByText('Ihre Idee geht in eine Maßnahme ein').waitFor();
    expect(await own.getByRole('link').count()).toBe(0);
    expect(await own.getByText('Zurückziehen').count()).toBe(0);
  });

  it('is declined with a reason that its author reads', async () => {
    const author = await open(PAGE, 'elke-grabow', { javaScriptEnabled: false });
    await author.getByLabel('Ihre Idee in einem Satz').fill('Goldene Klinken');
    await author.getByLabel(/^Was soll anders werden/).fill('Sie glänzen.');
    await author.getByRole('button', { name: 'Idee einreichen' }).click();
    await author.getByText('Danke, Ihre Idee ist da').waitFor();
    const circle = await open(SCREEN, 'jonna-ehlert');
    const item = circle.getByRole('listitem').filter({ hasText: 'Goldene Klinken' });
    await keyboard.press(item.getByRole('button', { name: /^Nicht aufgreifen/ }));
    const dialog = circle.getByRole('dialog');
    expect(await faultsOf(circle)).toEqual([]);
    await keyboard.press(dialog.getByRole('button', { name: 'Antworten' }));
    await dialog.locator('[aria-invalid=true]').waitFor();
    await keyboard.write(dialog.getByLabel('Warum nicht?'), 'Gold ist teuer.');
    await keyboard.press(dialog.getByRole('button', { name: 'Antworten' }));
    await dialog.waitFor({ state: 'detached' });
    await author.goto(all.server.origin + PAGE);
    await author.getByText('Gold ist teuer.').waitFor();
  });
});

describe.each(VIEWS)('without a fault, and fitting: $name', ({ colorScheme, width }) => {
  const view = { colorScheme, viewport: { width, height: 900 } };

  it('the page of ideas', async () => {
    const anyone = await open(PAGE, null, view);
    expect([await faultsOf(anyone), await widthOf(anyone)]).toEqual([[], width]);
    await all.server.source.query(
      `INSERT INTO idea (id, programme_id, account_id, name, title, text, state, reason, created_at)
       SELECT gen_random_uuid(), p.programme_id, p.account_id, 'I', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
         'Text', s.state, CASE WHEN s.state = 'DECLINED' THEN 'Weil' END, now()
       FROM person p, (VALUES ('SUBMITTED'), ('DECLINED')) s (state) WHERE p.id = $1 AND p.account_id IS NOT NULL`,
      [await idOf(all.server, 'person', 'elke-grabow', 'serviceweg')],
    );
    const author = await open(PAGE, 'elke-grabow', view);
    expect([await faultsOf(author), await widthOf(author)]).toEqual([[], width]);
    await author.getByRole('button', { name: 'Idee einreichen' }).click();
    await author.getByText(/Angaben passen noch nicht/).waitFor();
    expect([await faultsOf(author), await widthOf(author)]).toEqual([[], width]);
  });

  it('the screen of ideas', async () => {
    const circle = await open(SCREEN, 'jonna-ehlert', view);
    const item = circle.getByRole('listitem').filter({ hasText: 'Donaudampf' }).first();
    await item.waitFor();
    expect([await faultsOf(circle), await widthOf(circle)]).toEqual([[], width]);
    await item.getByRole('button', { name: /^Aufgreifen/ }).click();
    await circle.getByRole('dialog').waitFor();
    expect([await faultsOf(circle), await widthOf(circle)]).toEqual([[], width]);
  });
});
