import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signInAs } from '../support/sign-in.js';
import type { TestServer } from '../support/start-server.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  widthOf,
  type View,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const HOME = '/workspace/de/serviceweg';
const SCREENS = [
  'duties',
  'topics',
  'decisions',
  'people',
  'programme',
  'loops',
  'loops/5',
  'loops/4',
  'preview',
];
const LIGHT: View = { name: 'light', colorScheme: 'light', width: 1280 };
const DARK: View = { name: 'dark at 360 px', colorScheme: 'dark', width: 360, height: 740 };
const VIEWS = [LIGHT, DARK];
const ZOOMED: View = { name: '1280 px at 400 %', colorScheme: 'light', width: 320, height: 256 };
/** The button that opens each dialog. */
const DIALOGS: readonly (readonly [screen: string, button: RegExp])[] = [
  ['topics', /^Thema anlegen/],
  ['topics', /^Thema ändern/],
  ['topics', /^Frage stellen/],
  ['topics', /^Neu stellen/],
  ['topics', /^Maßnahme anlegen/],
  ['topics', /^Frage ändern/],
  ['topics', /^Entfernen …$/],
  ['topics', /^Entfernen … Noch ohne Frage/],
  ['decisions', /^Beschluss festhalten/],
  ['decisions', /^Ändern/],
  ['decisions', /^Nächsten Schritt daraus/],
  ['people', /^Person einladen/],
  ['people', /^Ändern/],
  ['people', /^Sperren/],
  ['people', /^Löschen/],
  ['people', /^Mein öffentlicher Name/],
  ['programme', /^Ziel hinzufügen/],
  ['programme', /^Ändern … Vom Anliegen her/],
  ['programme', /^Einheit hinzufügen/],
  ['programme', /^Ändern … Abteilung/],
  ['programme', /^Entfernen/],
  ['loops', /^Nächste Lernschleife planen/],
  ['loops/5', /^Zeitraum ändern/],
  ['loops/4', /^Wieder öffnen/],
];

let workspace: WorkspaceBrowser;
let server: TestServer;
beforeAll(async () => {
  workspace = await startWorkspaceBrowser();
  server = workspace.server;
});
afterEach(() => workspace.closePages());
afterAll(() => workspace?.stop());

const open = async (path: string, view: View = LIGHT): Promise<Page> => {
  const page = await workspace.open(`${HOME}/${path}`, 'jonna-ehlert', view);
  await ready(page);
  return page;
};
const show = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${server.origin}${HOME}/${path}`);
  await ready(page);
};
const ready = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.locator('.ws-state').waitFor({ state: 'detached' });
  for (const more of await page.locator('main .ws-more > summary').all()) await more.click();
};

/** What holds only where there is one. */
beforeAll(async () => {
  const circle = await signInAs(server, 'serviceweg', 'jonna-ehlert');
  await circle.gql(
    'mutation($input: CreateTopicInput!) { createTopic(input: $input) { __typename } }',
    { input: { programme: 'serviceweg', title: 'Noch ohne Frage' } },
  );
  const [measure] = await server.source.query<{ id: string }[]>(
    `SELECT id FROM measure WHERE title = 'Das Servicebüro bleibt'`,
  );
  await circle.gql(
    'mutation($input: RecordDecisionInput!) { recordDecision(input: $input) { __typename } }',
    {
      input: {
        programme: 'serviceweg',
        body: 'Transformationskreis',
        day: '2026-11-03',
        point: 'Dürfen wir das Büro behalten?',
        ruling: 'APPROVED',
        measureIds: [measure?.id],
      },
    },
  );
});
const DIALOG_TOO_WIDE = `(() => {
  const box = document.querySelector('dialog[open]');
  return box.scrollWidth > box.clientWidth;
})()`;

describe.each(VIEWS)('in $name', (view) => {
  it.each(SCREENS)(
    'the screen %s has no fault, and is no wider than the window',
    async (screen) => {
      const page = await open(screen, view);
      expect(await faultsOf(page)).toEqual([]);
      expect(await widthOf(page)).toBe(view.width);
    },
  );

  it('no dialog has a fault, or is too wide; each takes the focus and gives it back', async () => {
    const page = await open('duties', view);
    let shown = 'duties';
    for (const [screen, name] of DIALOGS) {
      if (screen !== shown) await show(page, screen);
      shown = screen;
      const at = `${screen} ${String(name)}`;
      const opener = page.getByRole('main').getByRole('button', { name }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect([at, await faultsOf(page, 'dialog')]).toEqual([at, []]);
      expect([at, await page.evaluate(DIALOG_TOO_WIDE)]).toEqual([at, false]);
      expect([at, await dialog.locator(':focus').count()]).toEqual([at, 1]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect([at, await opener.and(page.locator(':focus')).count()]).toEqual([at, 1]);
    }
  });
});

describe('at 400 % zoom', () => {
  it('no screen and no dialog has to be scrolled sideways', async () => {
    const page = await open('duties', ZOOMED);
    for (const screen of SCREENS) {
      await show(page, screen);
      expect([screen, await widthOf(page)]).toEqual([screen, ZOOMED.width]);
      for (const [of, name] of DIALOGS) {
        if (of !== screen) continue;
        await page.getByRole('main').getByRole('button', { name }).first().focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor();
        const at = `${screen} ${String(name)}`;
        expect([at, await page.evaluate(DIALOG_TOO_WIDE)]).toEqual([at, false]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
  });
});
