import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../support/compiled-server.js';
import { signInAs } from '../support/sign-in.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  VIEWS,
  widthOf,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const HOME = '/workspace/de/serviceweg';
const BOARD = `${HOME}/board/5`;
/** One measure of each phase, by title. */
const MEASURES = {
  PLAN: 'Ein kleines Redaktionsteam',
  DO: 'Umstieg auf drei Zugänge in Etappen',
  CHECK: 'Eine einzige Frage danach',
  ACT: 'Startseite nach Anliegen',
  DONE: 'Unterschriften weglassen',
} as const;
const LOOKS = [VIEWS[0], { name: 'dark at 360 px', colorScheme: 'dark', width: 360 }] as const;
/** 1280 × 1024 px at 400 %. */
const ZOOMED = { name: '400 %', colorScheme: 'light', width: 320 } as const;

describe('the page of a measure, and what the board asks', () => {
  let workspace: WorkspaceBrowser;
  beforeAll(async () => {
    workspace = await startWorkspaceBrowser({
      signIn: { provider: null, email: false, demonstration: true },
    });
  });
  afterEach(() => workspace.closePages());
  afterAll(() => workspace.stop());

  const pathOf = async (title: string): Promise<string> => {
    const [row] = await workspace.server.source.query<{ id: string }[]>(
      'SELECT id FROM measure WHERE title = $1',
      [title],
    );
    if (row === undefined) throw new Error(`No measure ${title}`);
    return `${HOME}/measures/${row.id}`;
  };
  const openMeasure = async (
    title: string,
    person?: string,
    view?: Parameters<WorkspaceBrowser['open']>[2],
  ): Promise<Page> => {
    const page = await workspace.open(await pathOf(title), person, view);
    await page.locator('#history').waitFor();
    return page;
  };
  const unfold = async (page: Page): Promise<void> => {
    for (const details of await page.locator('main details').all())
      await details.locator('summary').click();
  };
  const section = (page: Page, id: string): Locator =>
    page.locator(`section[aria-labelledby="${id}"]`);
  const toast = (page: Page): Locator => page.locator('.ws-toast');

  describe.each(LOOKS)('in $name', (view) => {
    it.each(Object.entries(MEASURES))(
      'axe finds nothing on a measure in %s, and nothing is cut off',
      async (_phase, title) => {
        const page = await openMeasure(title, undefined, view);
        await unfold(page);
        expect(await faultsOf(page)).toEqual([]);
        expect(await widthOf(page)).toBe(view.width);
      },
    );
  });

  it('nothing is cut off at 400 %, on pages and in dialogs', async () => {
    const page = await openMeasure(MEASURES.ACT, undefined, ZOOMED);
    for (const title of [MEASURES.PLAN, MEASURES.CHECK, MEASURES.DONE]) {
      await page.goto(workspace.server.origin + (await pathOf(title)));
      await page.locator('#history').waitFor();
      await unfold(page);
      expect({ title, width: await widthOf(page) }).toEqual({ title, width: ZOOMED.width });
    }
    await page.goto(workspace.server.origin + BOARD);
    await page.getByRole('button', { name: 'Maßnahme', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Titel').waitFor();
    const dialog = await page.getByRole('dialog').boundingBox();
    expect((dialog?.x ?? -1) >= 0 && (dialog?.width ?? 999) <= ZOOMED.width).toBe(true);
    expect(
      await page.evaluate("(b => b.scrollWidth - b.clientWidth)(document.querySelector('dialog'))"),
    ).toBe(0);
  });

  it.each(LOOKS)('axe finds nothing in the dialogs ($name)', async (view) => {
    const page = await openMeasure(MEASURES.CHECK, undefined, view);
    for (const name of [
      /^Zurück zu Do/,
      /^Stoppen/,
      /^In späterer Lernschleife fortführen/,
      /^Um Hilfe bitten/,
      'Schritt',
      'Abbildung, Datei oder Video',
      'Nächster Schritt',
      'Ändern … Verantwortlich',
      /^Titel und Rahmen ändern/,
      /^Beschluss verlangen/,
    ]) {
      const button = page.getByRole('button', { name, exact: true }).first();
      await button.click();
      await page.getByRole('dialog').waitFor();
      expect({ name, faults: await faultsOf(page) }).toEqual({ name, faults: [] });
      expect({ name, width: await widthOf(page) }).toEqual({ name, width: view.width });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await button.and(page.locator(':focus')).count()).toBe(1);
    }
    await page.goto(workspace.server.origin + BOARD);
    await page.getByRole('button', { name: 'Maßnahme', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Titel').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthOf(page)).toBe(view.width);
  });

  it('ticks a step off, takes it back, and tells both in the history', async () => {
    const page = await openMeasure(MEASURES.PLAN);
    const step = section(page, 'steps').getByRole('checkbox').first();
    const text = (await step.getAttribute('aria-label'))?.replace('Erledigt: ', '') ?? '';
    await step.check();
    await toast(page).getByText(`„${text}“ ist erledigt.`).waitFor();
    await section(page, 'history')
      .getByText(`Jonna Ehlert hat den Schritt „${text}“ erledigt.`)
      .waitFor();
    await toast(page).getByRole('button', { name: 'Rückgängig' }).click();
    await toast(page).getByText('Rückgängig gemacht.').waitFor();
    await section(page, 'history')
      .getByText(`Jonna Ehlert hat den Schritt „${text}“ wieder aufgenommen.`)
      .waitFor();
    expect(await step.isChecked()).toBe(false);
  });

  it('shows a tick while the server is asked, and takes it away with the reason when it is refused', async () => {
    const page = await openMeasure(MEASURES.CHECK);
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation')) return route.continue();
      await asked;
      await route.abort();
    });
    const noneNeeded = section(page, 'next-steps').getByRole('checkbox').first();
    const verdict = section(page, 'verdict').getByRole('radio', { checked: false }).first();
    await noneNeeded.check();
    await verdict.check();
    answer();
    await section(page, 'next-steps').getByRole('alert').waitFor();
    await section(page, 'verdict').getByRole('alert').waitFor();
    expect(await noneNeeded.isChecked()).toBe(false);
    expect(await verdict.isChecked()).toBe(false);
  });

  describe('the order of the steps', () => {
    const textsOf = (page: Page): Promise<string[]> =>
      section(page, 'steps').locator('.ws-step__text').allInnerTexts();
    const shows = async (page: Page, texts: readonly (string | undefined)[]): Promise<void> => {
      await until(async () => String(await textsOf(page)) === String(texts));
    };
    const says = (page: Page, position: number, count: number): Promise<void> =>
      page
        .getByRole('status')
        .filter({ hasText: `Der Schritt steht jetzt an Stelle ${position} von ${count}.` })
        .waitFor();
    const isKept = async (page: Page): Promise<void> => {
      const shown = await textsOf(page);
      await page.reload();
      await page.locator('#history').waitFor();
      expect(await textsOf(page)).toEqual(shown);
    };

    it('is changed by drag, upwards and downwards', async () => {
      const page = await openMeasure(MEASURES.DO);
      const drag = async (from: number, to: number): Promise<void> => {
        const items = section(page, 'steps').locator('ol > li');
        await items.nth(from).scrollIntoViewIfNeeded();
        const start = await items.nth(from).boundingBox();
        const end = await items.nth(to).boundingBox();
        if (start === null || end === null) throw new Error('no such step');
        await page.mouse.move(start.x + 80, start.y + 12);
        await page.mouse.down();
        await page.mouse.move(start.x + 84, start.y + 18, { steps: 4 });
        await page.mouse.move(end.x + 80, end.y + 12, { steps: 8 });
        await page.mouse.up();
      };
      const [a, b, c, ...others] = await textsOf(page);
      const count = others.length + 3;
      await drag(2, 0);
      await says(page, 1, count);
      await shows(page, [c, a, b, ...others]);
      await drag(0, 1);
      await says(page, 2, count);
      await shows(page, [a, c, b, ...others]);
      await isKept(page);
    });

    it('is changed by keys, which keep the focus on the step and lose no press', async () => {
      const page = await openMeasure(MEASURES.DO);
      const [a, b, c, ...others] = await textsOf(page);
      const count = others.length + 3;
      const step = page.getByRole('checkbox', { name: `Erledigt: ${a}`, exact: true });
      await step.focus();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await shows(page, [b, c, a, ...others]);
      await says(page, 3, count);
      expect(await step.and(page.locator(':focus')).count()).toBe(1);
      await page.keyboard.press('Shift+ArrowUp');
      await says(page, 2, count);
      await shows(page, [b, a, c, ...others]);
      expect(await step.and(page.locator(':focus')).count()).toBe(1);
      await isKept(page);
    });

    it('is changed by buttons, which keep the focus at the ends as well', async () => {
      const page = await openMeasure(MEASURES.DO);
      const [a, b, ...others] = await textsOf(page);
      const item = section(page, 'steps').locator('ol > li', { hasText: b ?? '' });
      const [up, down] = ['Nach oben', 'Nach unten'].map((name) =>
        item.getByRole('button', { name, exact: true }),
      );
      if (up === undefined || down === undefined) throw new Error('no buttons');
      await item.locator('summary').focus();
      await page.keyboard.press('Enter');
      await up.focus();
      await page.keyboard.press('Enter');
      await says(page, 1, others.length + 2);
      await shows(page, [b, a, ...others]);
      expect(await up.and(page.locator(':focus')).getAttribute('aria-disabled')).toBe('true');
      await page.keyboard.press('Enter');
      await down.focus();
      await page.keyboard.press('Enter');
      await says(page, 2, others.length + 2);
      await shows(page, [a, b, ...others]);
      await isKept(page);
    });

    it('comes back with the reason when the server doesn’t take it', async () => {
      const page = await openMeasure(MEASURES.DO);
      const before = await textsOf(page);
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('mutation') ? route.abort() : route.continue(),
      );
      const steps = section(page, 'steps');
      await steps.getByRole('checkbox').first().focus();
      await page.keyboard.press('Shift+ArrowDown');
      await steps.getByRole('alert').waitFor();
      await shows(page, before);
    });
  });

  it('puts a figure to a result, with what is wrong beside the fields, and takes it off', async () => {
    const page = await openMeasure(MEASURES.CHECK);
    const result = section(page, 'result');
    await result.getByRole('button', { name: 'Abbildung, Datei oder Video' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Antworten je Woche');
    await dialog.getByLabel('Adresse').fill('ftp://serviceweg.example/antworten.png');
    await dialog.getByLabel('Was ist zu sehen?').fill('  ');
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    const wrong = dialog.locator('[aria-invalid="true"]:focus');
    await dialog.getByLabel('Was ist zu sehen?').and(wrong).waitFor();
    await dialog.getByText('Bitte füllen Sie dieses Feld aus.').waitFor();
    await dialog.getByLabel('Was ist zu sehen?').fill('Jede Woche antworten mehr.');
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    // What only the server knows to be wrong stands beside its field as well.
    const address = dialog.getByLabel('Adresse');
    await address.and(wrong).waitFor();
    expect(await dialog.locator('.ws-fault').allInnerTexts()).toEqual([
      'Diese Angabe hat nicht die verlangte Form.',
    ]);
    await address.fill('https://serviceweg.example/antworten.png');
    await dialog.getByRole('button', { name: 'Hinzufügen' }).click();
    const link = result.getByRole('link', { name: 'Antworten je Woche' });
    expect(await link.getAttribute('href')).toBe('https://serviceweg.example/antworten.png');
    await result.getByText('Jede Woche antworten mehr.').waitFor();
    await result.getByRole('button', { name: 'Entfernen Antworten je Woche' }).click();
    await link.waitFor({ state: 'detached' });
    await toast(page).getByRole('button', { name: 'Rückgängig' }).click();
    await link.waitFor();
    await result.getByText('Verlauf des Ergebnisses').click();
    expect(
      await result
        .getByText('Jonna Ehlert hat dem Ergebnis „Antworten je Woche“ beigelegt.')
        .count(),
    ).toBe(2);
    const day = result.getByLabel('Tag des Ergebnisses');
    await day.fill('2026-10-10');
    await day.blur();
    await result.getByText(/hat den Tag des Ergebnisses .*10\. Oktober 2026/).waitFor();
  });

  it('withdraws a result that was published by mistake', async () => {
    const page = await openMeasure('Das Servicebüro bleibt');
    const result = section(page, 'result');
    const publish = result.getByRole('button', { name: 'Veröffentlichen' });
    if ((await publish.count()) === 0) {
      await result.getByRole('button', { name: /^Zurückziehen/ }).click();
      await page.getByLabel('Warum?').fill('Eine Zahl fehlt.');
      await page.getByRole('dialog').getByRole('button', { name: 'Zurückziehen' }).click();
    }
    await publish.click();
    await toast(page).getByText('Das Ergebnis ist veröffentlicht.').waitFor();
    await toast(page).getByRole('button', { name: 'Rückgängig' }).click();
    await result.getByText('Entwurf, noch nicht öffentlich').waitFor();
    await section(page, 'history')
      .getByText('Jonna Ehlert hat das Ergebnis zurückgezogen.')
      .first()
      .waitFor();
  });

  it('requires a decision before a move, and leads to the decisions', async () => {
    const page = await openMeasure(MEASURES.PLAN);
    await page.getByRole('button', { name: /^Beschluss verlangen/ }).click();
    await page.getByLabel('Wovor?').selectOption({ label: 'Vor Do' });
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await section(page, 'decisions').getByText('Vor Do braucht es einen').waitFor();
    const lack = section(page, 'onward').getByRole('link', { name: 'ein zustimmender Beschluss' });
    expect(await lack.getAttribute('href')).toBe(`${HOME}/decisions`);
    await page.getByRole('button', { name: /^Beschluss verlangen/ }).click();
    await page.getByLabel('Wovor?').selectOption({ label: 'Es braucht keinen' });
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await lack.waitFor({ state: 'detached' });
  });

  it('makes a measure of a next step', async () => {
    const page = await openMeasure(MEASURES.DONE);
    const nextSteps = section(page, 'next-steps');
    await nextSteps.locator('summary').first().click();
    await page.getByRole('button', { name: 'Als Maßnahme aufgreifen …' }).click();
    const question = page.getByRole('dialog').getByLabel('Auf welche Frage');
    await question.locator('optgroup option').first().waitFor({ state: 'attached' });
    await question.selectOption({ index: 1 });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Maßnahme anlegen' }).click();
    await nextSteps.getByRole('link', { name: /^Aufgenommen in Lernschleife 5/ }).waitFor();
  });

  it('offers nobody what isn’t theirs to do', async () => {
    const page = await openMeasure(MEASURES.DO, 'lale-aydin');
    for (const name of [/^Ändern/, /^Hinzufügen/, /^Entfernen/, /^Beschluss/, /^Stoppen/])
      expect({ name, count: await page.getByRole('button', { name }).count() }).toEqual({
        name,
        count: 0,
      });
    await page.goto(workspace.server.origin + BOARD);
    await page.locator('.ws-card').first().waitFor();
    expect(await page.getByRole('button', { name: 'Maßnahme', exact: true }).count()).toBe(0);
  });

  it('begins a measure on the board by keyboard, and leaves the focus on its card', async () => {
    const page = await workspace.open(BOARD);
    await page.getByRole('button', { name: 'Maßnahme', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Maßnahme anlegen' });
    await dialog.getByLabel('Auf welche Frage antwortet sie?').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Wegweiser im Foyer');
    await page.keyboard.press('Enter');
    const link = page.locator('.ws-col').first().getByRole('link', { name: 'Wegweiser im Foyer' });
    await link.waitFor();
    await link.and(page.locator(':focus')).waitFor();
  });

  it('takes several moves back at once', async () => {
    const page = await workspace.open(BOARD);
    const titles = ['Dienstreise ohne Papier', 'Die 27 fehlenden Beschreibungen'];
    for (const title of titles)
      await page.getByRole('checkbox', { name: `${title} auswählen` }).check();
    await page.getByLabel('Verschieben nach').selectOption({ label: 'Plan' });
    await page
      .getByRole('region', { name: 'Ausgewählte Maßnahmen' })
      .getByRole('button', { name: 'Verschieben' })
      .click();
    await page.getByLabel('Warum?').fill('Wir planen neu.');
    await page.getByRole('dialog').getByRole('button', { name: 'Verschieben' }).click();
    await toast(page).getByText('2 Maßnahmen wurden verschoben.').waitFor();
    await toast(page).getByRole('button', { name: 'Rückgängig' }).click();
    await toast(page)
      .getByText(/^2 von 2 Maßnahmen/)
      .waitFor();
    const rows = await workspace.server.source.query<{ phase: string }[]>(
      'SELECT phase FROM measure WHERE title = ANY($1)',
      [titles],
    );
    expect(rows.map(({ phase }) => phase)).toEqual(['DO', 'DO']);
  });

  it('shows who else is at the board', async () => {
    const page = await workspace.open(BOARD);
    const other = await workspace.open(BOARD, 'lale-aydin');
    await page.getByText(/^Lale Ayd\S+ ist gerade auch auf diesem Board/).waitFor();
    await other.context().close();
    await page.getByText(/gerade auch auf diesem Board/).waitFor({ state: 'detached' });
  });

  it('says on every screen that it is a demonstration, where it is one', async () => {
    const page = await workspace.open(BOARD, undefined, VIEWS[2]);
    const note = page.getByRole('complementary', { name: 'Dies ist eine Vorführung' });
    await note.waitFor();
    expect(await note.getByRole('button').count()).toBe(0);
    expect((await note.boundingBox())?.height).toBeLessThan(120);
    const { cookie } = await signInAs(workspace.server, 'serviceweg', 'jonna-ehlert');
    const shell = await (await workspace.server.get(BOARD, { cookie })).text();
    expect(shell).toContain('data-demonstration="true"');
  });
});
