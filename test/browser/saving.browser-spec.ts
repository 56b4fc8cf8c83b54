import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { until } from '../support/compiled-server.js';
import { idOf, measureOf, staffed, write, type Staff } from '../support/measures.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { giveSession } from '../support/workspace-browser.js';

let server: TestServer;
let browser: Browser;
let staff: Staff;
let measureId: string;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
  measureId = await idOf(server, 'measure', 'kuerzen');
  browser = await startBrowser();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const MEASURES = '/workspace/de/probe/measures';
async function show(page: Page): Promise<void> {
  await page.goto(`${server.origin}${MEASURES}/${measureId}`);
  await page.locator('#history').waitFor();
}
async function showAs(page: Page, person: string): Promise<void> {
  // Answers that are still on their way would bring the cookie of before.
  await page.goto('about:blank');
  await giveSession(server, page.context(), 'probe', person);
  await show(page);
}
async function open(): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE' });
  contexts.push(context);
  const page = await context.newPage();
  await showAs(page, 'olga');
  return page;
}
/** What somebody else writes meanwhile, under the version of the moment. */
async function carlWrites(mutation: string, input: Readonly<Record<string, unknown>>) {
  const { version } = await measureOf(staff.carl, measureId);
  const answer = await write(staff.carl, mutation, { measureId, version, ...input });
  expect(answer.__typename).toBe('WorkspaceMeasure');
}
const stored = () => measureOf(staff.carl, measureId);
const section = (page: Page, id: string): Locator =>
  page.locator(`section[aria-labelledby="${id}"]`);
const textOf = (page: Page): Locator => section(page, 'description').getByRole('textbox');
const conflictOn = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'Welche Fassung soll gelten?' });
const button = (inside: Page | Locator, name: string | RegExp): Locator =>
  inside.getByRole('button', { name }).first();

type Fate = 'BEFORE' | 'AFTER';
/** Breaks the connection for writes: before they reach the server, or after, so that the answer alone is lost. */
async function breakWrites(page: Page, fate: Fate): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('mutation')) return route.continue();
    if (fate === 'AFTER') await route.fetch();
    await route.abort();
  });
}
const mend = (page: Page): Promise<void> => page.unroute('**/graphql');

describe('a text that saves itself', () => {
  beforeEach(async () => {
    await carlWrites('editMeasure', { description: null });
  });

  it('keeps what is typed while it is being saved', async () => {
    const page = await open();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation')) await held;
      return route.continue();
    });
    await textOf(page).fill('Der Anfang');
    await textOf(page).blur();
    await section(page, 'description').getByText('Wird gespeichert').waitFor();
    await textOf(page).press('End');
    await textOf(page).pressSequentially(' und das Ende');
    answer();
    await section(page, 'description').getByText('Wird gespeichert').waitFor({ state: 'detached' });
    await textOf(page).pressSequentially('.');
    await textOf(page).blur();
    await until(async () => (await stored()).description === 'Der Anfang und das Ende.');
    await section(page, 'description').getByText('Gespeichert um').waitFor();
    expect(await textOf(page).inputValue()).toBe('Der Anfang und das Ende.');
  });

  it('writes over nobody who writes meanwhile, and can be given up for theirs', async () => {
    const page = await open();
    await breakWrites(page, 'BEFORE');
    await textOf(page).fill('Olgas Fassung');
    await textOf(page).blur();
    await section(page, 'description').getByRole('alert').waitFor();
    await carlWrites('editMeasure', { description: 'Carls Fassung' });
    const conflict = conflictOn(page);
    await conflict.getByText('Carls Fassung').waitFor();
    await mend(page);
    await textOf(page).press('End');
    await textOf(page).pressSequentially(', länger');
    await button(conflict, 'Die andere Fassung übernehmen').click();
    await conflict.waitFor({ state: 'detached' });
    expect(await textOf(page).inputValue()).toBe('Carls Fassung');
    expect((await stored()).description).toBe('Carls Fassung');
    expect(await section(page, 'description').getByText('Noch nicht gespeichert').count()).toBe(0);
  });

  it('left unsaved, is laid beside what others have written by then', async () => {
    const page = await open();
    await breakWrites(page, 'BEFORE');
    await textOf(page).fill('Olgas Entwurf');
    await textOf(page).blur();
    await section(page, 'description').getByRole('alert').waitFor();
    await page.goto('about:blank');
    await carlWrites('editMeasure', { description: 'Carls Fassung' });
    await mend(page);
    await show(page);
    const conflict = conflictOn(page);
    await conflict.getByText('Olgas Entwurf').waitFor();
    await conflict.getByText('Carls Fassung').waitFor();
    await textOf(page).focus();
    await textOf(page).blur();
    expect((await stored()).description).toBe('Carls Fassung');
    await button(conflict, 'Meine Fassung speichern').click();
    await section(page, 'description').getByText('Gespeichert um').waitFor();
    expect((await stored()).description).toBe('Olgas Entwurf');
  });

  it('is shown to nobody else in the same tab, and forgotten with the sign-out', async () => {
    const page = await open();
    await breakWrites(page, 'BEFORE');
    await textOf(page).fill('Nur für mich');
    await textOf(page).blur();
    await section(page, 'description').getByRole('alert').waitFor();
    await showAs(page, 'carl');
    expect(await textOf(page).inputValue()).toBe('');
    await showAs(page, 'olga');
    expect(await textOf(page).inputValue()).toBe('Nur für mich');
    await button(page, 'Abmelden').click();
    await page.waitForURL((url) => !url.pathname.includes('/measures/'));
    await showAs(page, 'olga');
    expect(await textOf(page).inputValue()).toBe('');
  });

  it('is saved when the connection is back', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await textOf(page).fill('Aus dem Tunnel');
    await textOf(page).blur();
    await section(page, 'description').getByRole('alert').waitFor();
    await page.context().setOffline(false);
    await section(page, 'description').getByText('Gespeichert um').waitFor();
    expect((await stored()).description).toBe('Aus dem Tunnel');
  });

  it('is nobody else’s when the answer to its saving was lost', async () => {
    const page = await open();
    await breakWrites(page, 'AFTER');
    await textOf(page).fill('Angekommen');
    await textOf(page).blur();
    await section(page, 'description').getByRole('alert').waitFor();
    expect((await stored()).description).toBe('Angekommen');
    await mend(page);
    await textOf(page).press('End');
    await textOf(page).pressSequentially(' und ergänzt');
    await textOf(page).blur();
    await until(async () => (await stored()).description === 'Angekommen und ergänzt');
    expect(await conflictOn(page).count()).toBe(0);
  });
});

describe('a dialog that was opened before somebody else wrote', () => {
  const stale = (page: Page): Locator =>
    page.getByRole('dialog').getByRole('alert').getByText('Carl Claasen').first();
  const save = (page: Page): Promise<void> => button(page.getByRole('dialog'), 'Speichern').click();
  const title = (page: Page): Locator =>
    page.getByRole('dialog').getByRole('textbox', { name: 'Titel' });
  const closed = (page: Page): Promise<void> =>
    page.getByRole('dialog').waitFor({ state: 'detached' });

  it('tells so for the frame of the measure, and leaves theirs as it is', async () => {
    const page = await open();
    await button(page, /^Titel und Rahmen ändern/).click();
    await title(page).fill('Formulare stark kürzen');
    await carlWrites('editMeasure', { dueDay: '2026-12-24' });
    await section(page, 'due').locator('time[datetime="2026-12-24"]').waitFor();
    await save(page);
    await stale(page).waitFor();
    await save(page);
    await closed(page);
    expect(await stored()).toMatchObject({
      title: 'Formulare stark kürzen',
      dueDay: '2026-12-24',
    });
  });

  it('tells so for a step, and leaves theirs as it is', async () => {
    const page = await open();
    const steps = section(page, 'steps');
    await steps.getByText('Mehr zu: Felder streichen').locator('..').click();
    await button(steps.locator('li').nth(1), /^Ändern/).click();
    await page.getByRole('dialog').getByLabel('Bis wann?').fill('2026-12-11');
    const [, step] = (await stored()).steps;
    await carlWrites('editStep', { stepId: step.id, text: 'Felder ganz streichen' });
    await steps.locator('.ws-step__text', { hasText: 'Felder ganz streichen' }).waitFor();
    await save(page);
    await stale(page).waitFor();
    await save(page);
    await closed(page);
    expect((await stored()).steps[1]).toMatchObject({
      text: 'Felder ganz streichen',
      dueDay: '2026-12-11',
    });
  });

  it('tells so for the owner', async () => {
    const page = await open();
    await button(page, 'Ändern … Verantwortlich').click();
    await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 });
    await carlWrites('assignOwner', { personId: await idOf(server, 'person', 'bea') });
    await section(page, 'people').getByText('Bea Behrens').first().waitFor();
    await save(page);
    await stale(page).waitFor();
    expect((await stored()).owner.key).toBe('bea');
  });

  it('tells so for the period of a loop', async () => {
    const page = await open();
    await page.goto(`${server.origin}/workspace/de/probe/loops/3`);
    const period = section(page, 'period');
    await button(period, /^Zeitraum ändern/).click();
    await page.getByRole('dialog').getByLabel('Beginn').fill('2027-01-11');
    const { data } = await staff.carl.gql(
      '{ workspace(programme: "probe") { loop(number: 3) { id version } } }',
    );
    const { id: loopId, version } = (data as never as { workspace: { loop: never } }).workspace
      .loop as { id: string; version: number };
    await staff.carl.gql(
      'mutation ($input: EditLoopInput!) { editLoop(input: $input) { __typename } }',
      { input: { loopId, version, startDay: '2027-01-04', endDay: '2027-06-30' } },
    );
    await period.getByText('Juni 2027').waitFor();
    await save(page);
    await stale(page).waitFor();
    await save(page);
    await closed(page);
    const [row] = await server.source.query<unknown[]>(
      'SELECT start_day::text AS start, end_day::text AS "end" FROM learning_loop WHERE id = $1',
      [loopId],
    );
    expect(row).toEqual({ start: '2027-01-11', end: '2027-06-30' });
  });

  it('isn’t troubled by what its own writer has changed', async () => {
    const page = await open();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation')) await held;
      return route.continue();
    });
    await textOf(page).fill('Eben noch geschrieben');
    await button(page, /^Titel und Rahmen ändern/).click();
    await title(page).fill('Formulare kürzen');
    answer();
    await section(page, 'description').getByText('Gespeichert um').waitFor();
    await save(page);
    await closed(page);
    expect((await stored()).title).toBe('Formulare kürzen');
  });
});

describe('what is added in a dialog', () => {
  const results = async (): Promise<string[]> =>
    (await stored()).results.map(({ text }: { text: string }) => text);

  it('is added once by a double click', async () => {
    const page = await open();
    await button(page, 'Ergebnis aufschreiben').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Was ist herausgekommen?').fill('Ein Feld weniger');
    await button(dialog, 'Als Entwurf speichern').dblclick();
    await dialog.waitFor({ state: 'detached' });
    // Goes after all that the double click has sent.
    await section(page, 'steps').getByRole('checkbox').nth(1).click();
    await section(page, 'steps').getByRole('checkbox', { checked: true }).nth(1).waitFor();
    expect(await results()).toEqual(['Ein Feld weniger']);
  });

  it('is added once when the answer was lost and it is sent again', async () => {
    const page = await open();
    await button(section(page, 'steps'), /^Schritt$/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Was ist zu tun?').fill('Felder prüfen');
    await breakWrites(page, 'AFTER');
    await button(dialog, 'Speichern').click();
    await dialog.getByRole('alert').waitFor();
    await section(page, 'steps').locator('.ws-step__text', { hasText: 'Felder prüfen' }).waitFor();
    await mend(page);
    await button(dialog, 'Speichern').click();
    await dialog.waitFor({ state: 'detached' });
    expect((await stored()).steps.map(({ text }: { text: string }) => text)).toEqual([
      'Felder zählen',
      expect.stringContaining('streichen'),
      'Felder prüfen',
    ]);
  });

  it('can be removed: a step that was never meant, and a draft', async () => {
    await carlWrites('addStep', { text: 'Aus Versehen' });
    const page = await open();
    const dialog = page.getByRole('dialog');
    const step = section(page, 'steps').locator('li').filter({ hasText: 'Aus Versehen' });
    await step.getByText('Mehr zu: Aus Versehen').locator('..').click();
    await button(step, 'Entfernen …').click();
    await button(dialog, 'Entfernen').click();
    await step.waitFor({ state: 'detached' });
    await section(page, 'history')
      .getByText('Olga Ostermann hat den Schritt „Aus Versehen“ entfernt.')
      .waitFor();

    await carlWrites('draftResult', { text: 'Auch aus Versehen' });
    const result = section(page, 'result').locator('.ws-result').last();
    await result.getByText('Auch aus Versehen').first().waitFor();
    const before = await results();
    await button(result, 'Entfernen …').click();
    await button(dialog, 'Entfernen').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await results()).toEqual(before.filter((text) => text !== 'Auch aus Versehen'));
  });
});
