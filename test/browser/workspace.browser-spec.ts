import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { signInAs } from '../support/sign-in.js';
import type { TestServer } from '../support/start-server.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  VIEWS,
  widthOf,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const HOME = '/workspace/de/serviceweg';
const BOARD = `${HOME}/board/5`;
const LOOP = `${HOME}/loops/5`;
/** All scripts of the first load, compressed by brotli as they go over the wire. */
const SCRIPT_BUDGET_BYTES = 200_000;

function bytesOnTheWire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

describe('the workspace in a browser', () => {
  let workspace: WorkspaceBrowser;
  let server: TestServer;
  let open: WorkspaceBrowser['open'];
  let giveSession: WorkspaceBrowser['giveSession'];
  beforeAll(async () => {
    workspace = await startWorkspaceBrowser();
    ({ server, open, giveSession } = workspace);
  });
  afterEach(() => workspace.closePages());
  afterAll(() => workspace.stop());

  const card = (page: Page, title: string): Locator =>
    page.locator('[data-card]', { has: page.getByRole('link', { name: title, exact: true }) });
  const column = (page: Page, name: string): Locator =>
    page.locator('.ws-col', { has: page.locator('h2', { hasText: name }) });
  const inColumn = (page: Page, name: string, title: string): Locator =>
    column(page, name).getByRole('link', { name: title, exact: true });
  /** As a hand does it, on the way and not in one leap; the card is in the window already. */
  const drag = async (page: Page, title: string, to: string): Promise<void> => {
    const from = card(page, title);
    await from.scrollIntoViewIfNeeded();
    const start = await from.boundingBox();
    const end = await column(page, to).locator('.ws-col__body').boundingBox();
    if (start === null || end === null) throw new Error('not on the board');
    await page.mouse.move(start.x + 40, start.y + 30);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 40, { steps: 4 });
    await page.mouse.move(end.x + 50, start.y + 60, { steps: 8 });
    await page.mouse.up();
  };
  const phaseOf = async (title: string): Promise<string | undefined> => {
    const [row] = await server.source.query<{ phase: string }[]>(
      'SELECT phase FROM measure WHERE title = $1',
      [title],
    );
    return row?.phase;
  };
  describe.each(VIEWS)('in $name', (view) => {
    it.each([BOARD, `${HOME}/board/5?show=late`, LOOP, `${HOME}/loops`, `${HOME}/nowhere`])(
      'axe finds nothing on %s, and nothing is cut off',
      async (path) => {
        const page = await open(path, 'jonna-ehlert', view);
        if (path.includes('board')) await page.locator('.ws-card').first().waitFor();
        if (path === LOOP) await page.locator('.ws-list li').first().waitFor();
        for (const details of await page.locator('main details').all())
          await details.locator('summary').first().click();
        expect(await faultsOf(page)).toEqual([]);
        expect(await widthOf(page)).toBe(view.width);
      },
    );

    it('axe finds nothing in menu, dialog and selection', async () => {
      const page = await open(BOARD, 'jonna-ehlert', view);
      const planned = card(page, 'Ein kleines Redaktionsteam');
      await planned.getByRole('checkbox').check();
      await planned.getByRole('button', { name: /^Verschieben/ }).click();
      await page.locator('.ws-menu').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: /fortführen/ }).click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await widthOf(page)).toBe(view.width);
    });
  });

  it('folds the navigation behind one button on a narrow screen', async () => {
    const page = await open(BOARD, 'jonna-ehlert', VIEWS[2]);
    const link = page.getByRole('link', { name: /^Alle Lernschleifen/ });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menü' }).click();
    await link.click();
    await page.waitForURL(`**${HOME}/loops`);
    expect(await link.isVisible()).toBe(false);
  });

  it('leads whoever isn’t signed in to the sign-in and back, and is never kept', async () => {
    const answer = await server.get(`${BOARD}?topic=zugaenge`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `/sign-in?return=${encodeURIComponent(`${BOARD}?topic=zugaenge`)}`,
    );
    const { cookie } = await signInAs(server, 'serviceweg', 'jonna-ehlert');
    const shell = await server.get(BOARD, { cookie });
    expect(shell.status).toBe(200);
    expect(shell.headers.get('cache-control')).toBe('no-store');
    const policy = shell.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    // The document is the same for everybody: it holds nothing of the programme.
    expect(await shell.text()).not.toContain('Serviceweg');
  });

  it('stays within its budget, and breaks no rule of its policy', async () => {
    const context = await workspace.context();
    await giveSession(context, 'jonna-ehlert');
    const page = await context.newPage();
    const scripts = new Set<string>();
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.origin + BOARD);
    await page.locator('.ws-card').first().waitFor();
    const sizes = await Promise.all([...scripts].map(bytesOnTheWire));
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_BUDGET_BYTES);
    expect(complaints).toEqual([]);
  });

  it('moves a measure with the keyboard alone, keeps the focus on it, and undoes the move', async () => {
    const title = 'Dienstreise ohne Papier';
    const page = await open(BOARD);
    await inColumn(page, 'Do', title).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    // The focus is in the field already, and comes back to it.
    await page.keyboard.type('  ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const field = dialog.getByLabel('Warum?').and(page.locator(':focus'));
    await field.waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(await dialog.locator(`[id="${described.split(' ').at(-1)}"]`).textContent()).toBe(
      'Bitte füllen Sie dieses Feld aus.',
    );
    await field.fill('');
    await page.keyboard.type('Das Formular fehlt noch.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await inColumn(page, 'Plan', title).waitFor();
    await page.getByText(`„${title}“ ist jetzt in Plan.`).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(title);
    expect(await phaseOf(title)).toBe('PLAN');
    const [entry] = await server.source.query<{ reason: string }[]>(
      `SELECT h.reason FROM history_entry h JOIN measure m ON m.id = h.subject_id
       WHERE m.title = $1 AND h.field = 'phase' ORDER BY h.at DESC LIMIT 1`,
      [title],
    );
    expect(entry?.reason).toBe('Das Formular fehlt noch.');

    await page.getByRole('button', { name: 'Rückgängig machen' }).focus();
    await page.keyboard.press('Enter');
    await inColumn(page, 'Do', title).waitFor();
    await page.getByText(`„${title}“ ist wieder in Do.`).waitFor();
    expect(await phaseOf(title)).toBe('DO');
  });

  it('says in the menu what a blocked move lacks, with links to where it is filled in', async () => {
    const page = await open(BOARD);
    const blocked = card(page, 'Ein kleines Redaktionsteam');
    const button = blocked.getByRole('button', { name: /^Verschieben/ });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.locator('.ws-menu');
    await menu.getByRole('link', { name: 'ein Termin' }).waitFor();
    expect(await menu.getByRole('link', { name: 'ein Termin' }).getAttribute('href')).toMatch(
      /\/measures\/[0-9a-f-]{36}#due$/,
    );
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await button.and(page.locator(':focus')).count()).toBe(1);
  });

  it('moves a measure by drag, and says what is missing where that can’t be', async () => {
    const title = 'Das Servicebüro bleibt';
    const page = await open(BOARD);
    await drag(page, title, 'Do');
    await page.getByLabel('Warum?').fill('Die Zahlen sind noch nicht vollständig.');
    await page.getByRole('dialog').getByRole('button', { name: 'Verschieben' }).click();
    await inColumn(page, 'Do', title).waitFor();
    await page.getByText(`„${title}“ ist jetzt in Do.`).waitFor();
    expect(await phaseOf(title)).toBe('DO');

    const blocked = 'Ein kleines Redaktionsteam';
    await drag(page, blocked, 'Do');
    await page.getByRole('dialog').getByText('ein Termin').waitFor();
    expect(await phaseOf(blocked)).toBe('PLAN');
    await page.keyboard.press('Escape');

    await drag(page, blocked, 'Act');
    await page.getByRole('dialog').getByText('Von Plan geht es nicht direkt nach Act.').waitFor();
  });

  it('tells who changed a measure meanwhile, and applies the move anew', async () => {
    const title = 'Die 27 fehlenden Beschreibungen';
    const page = await open(BOARD);
    await inColumn(page, 'Do', title).waitFor();
    // Nothing tells this page of the change, as when the connection was away.
    await page.route('**/graphql', async (route) => {
      const isRead = (route.request().postData() ?? '').includes('query Board');
      await (isRead ? route.abort() : route.continue());
    });
    const other = await signInAs(server, 'serviceweg', 'holger-steinkamp');
    const [row] = await server.source.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM measure WHERE title = $1',
      [title],
    );
    const changed = await other.gql(
      `mutation ($input: RequestHelpInput!) {
         requestHelp(input: $input) { __typename }
       }`,
      { input: { measureId: row?.id, version: row?.version, text: 'Wer kann mitschreiben?' } },
    );
    expect(changed.data?.['requestHelp']).toEqual({ __typename: 'WorkspaceMeasure' });

    await inColumn(page, 'Do', title).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByLabel('Warum?').fill('Wir planen neu.');
    await page.getByRole('dialog').getByRole('button', { name: 'Verschieben' }).click();
    const dialog = page.getByRole('dialog', { name: 'Das hat sich inzwischen geändert' });
    await dialog.getByText(/^Holger Steinkamp hat um Hilfe gebeten/).waitFor();
    expect(await phaseOf(title)).toBe('DO');
    await dialog.getByRole('button', { name: 'Trotzdem verschieben' }).click();
    await page.getByText(`„${title}“ ist jetzt in Plan.`).waitFor();
    expect(await phaseOf(title)).toBe('PLAN');
  });

  it('shows the moves of others by itself', async () => {
    const title = 'Unterschriften weglassen';
    const watching = await open(BOARD, 'lale-aydin');
    await inColumn(watching, 'Fertig', title).waitFor();
    const page = await open(BOARD);
    await inColumn(page, 'Fertig', title).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByLabel('Warum?').fill('Eine Stelle unterschreibt noch.');
    await page.getByRole('dialog').getByRole('button', { name: 'Verschieben' }).click();
    await inColumn(watching, 'Act', title).waitFor({ timeout: 10_000 });
  });

  it('moves several at once, and says of each what became of it', async () => {
    const page = await open(BOARD);
    for (const title of ['Ziele im Jahresgespräch', 'Eine einzige Frage danach'])
      await card(page, title).getByRole('checkbox').check();
    const bar = page.getByRole('region', { name: 'Ausgewählte Maßnahmen' });
    await bar.getByLabel('Verschieben nach').selectOption({ label: 'Do' });
    await bar.getByRole('button', { name: 'Verschieben' }).click();
    await page.getByLabel('Warum?').fill('Zurück an die Arbeit.');
    await page.getByRole('dialog').getByRole('button', { name: 'Verschieben' }).click();
    const outcome = page.getByRole('dialog', { name: 'Was daraus geworden ist' });
    await outcome.getByText('Eine Maßnahme wurde verschoben.').waitFor();
    await outcome.getByText('Ziele im Jahresgespräch').waitFor();
    expect(await phaseOf('Eine einzige Frage danach')).toBe('DO');
    expect(await phaseOf('Ziele im Jahresgespräch')).toBe('PLAN');
  });

  it('keeps the filter in the address', async () => {
    const page = await open(BOARD);
    await page.getByLabel('Zeigen').selectOption({ label: 'nur überfällige' });
    await page.waitForURL('**?show=late');
    const late = await page.locator('.ws-card').count();
    await page.reload();
    await page.locator('.ws-card').first().waitFor();
    expect(await page.locator('.ws-card').count()).toBe(late);
    expect(await page.locator('.ws-card--late').count()).toBe(late);
  });

  it('keeps what was typed when the session ends, and goes on after a new sign-in', async () => {
    const page = await open(LOOP);
    const text = 'Kleine Schritte tragen weiter als große Pläne.';
    await server.source.query('DELETE FROM session');
    await page.getByRole('textbox', { name: 'Was wir gelernt haben' }).fill(text);
    const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich noch einmal an' });
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await giveSession(page.context(), 'jonna-ehlert');
    await dialog.getByRole('button', { name: 'Ich bin wieder angemeldet' }).click();
    await page.getByText(/^Gespeichert um/).waitFor();
    const [row] = await server.source.query<{ reflection: string }[]>(
      `SELECT l.reflection FROM learning_loop l JOIN programme p ON p.id = l.programme_id
       WHERE p.slug = 'serviceweg' AND l.number = 5`,
    );
    expect(row?.reflection).toBe(text);
  });

  it('plans the next loop, carries measures over to it, and says what still stands in the way', async () => {
    const page = await open(`${HOME}/loops`);
    await page.getByRole('button', { name: /^Nächste Lernschleife planen/ }).click();
    await page.getByLabel('Beginn').fill('2027-02-01');
    await page.getByLabel('Ende').fill('2027-06-30');
    await page.getByRole('dialog').getByRole('button', { name: 'Planen' }).click();
    await page.waitForURL(`**${HOME}/loops/6`);
    await page.getByText('Lernschleife 5 läuft noch').waitFor();

    await page.goto(server.origin + LOOP);
    await page.getByRole('button', { name: 'Auswertung beginnen' }).click();
    await page.getByText('Lernschleife 5: in Auswertung.').waitFor();
    const close = page.getByRole('button', { name: 'Lernschleife abschließen' });
    expect(await close.isDisabled()).toBe(true);
    await page.getByLabel('Alle auswählen').check();
    await page.getByRole('button', { name: /^Ausgewählte fortführen/ }).click();
    await page.getByLabel('Warum?').fill('In der nächsten Runde geht es weiter.');
    await page.getByRole('dialog').getByRole('button', { name: 'Fortführen' }).click();
    await page.getByText(/^\d+ Maßnahmen wurden verschoben/).waitFor();
    await page
      .getByRole('textbox', { name: 'Was wir gelernt haben' })
      .fill('Wir fangen kleiner an und fragen früher nach.');
    // Until then a close would name the version from before.
    await page.getByText(/^Gespeichert um/).waitFor();
    await page.getByText('Es steht nichts mehr im Weg.').waitFor();
    await close.click();
    await page.getByText('Lernschleife 5: abgeschlossen.').waitFor();
    await page.getByRole('button', { name: /^Wieder öffnen/ }).click();
    await page.getByLabel('Warum?').fill('Ein Ergebnis fehlt.');
    await page.getByRole('dialog').getByRole('button', { name: 'Wieder öffnen' }).click();
    await page.getByText('Lernschleife 5: in Auswertung.').waitFor();
  });

  it('lets a guide see the board without the circle’s buttons', async () => {
    const page = await open(BOARD, 'lale-aydin');
    await page.locator('.ws-card').first().waitFor();
    expect(await page.getByRole('link', { name: /^Abschluss vorbereiten/ }).count()).toBe(0);
    await page.goto(`${server.origin}${HOME}/loops`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /planen/ }).count()).toBe(0);
  });

  it('tells an employee that there is nothing here, as of a programme that doesn’t exist', async () => {
    const texts = [];
    for (const slug of ['serviceweg', 'gibt-es-nicht']) {
      const page = await open(`/workspace/de/${slug}`, 'elke-grabow');
      await page.getByRole('alert').waitFor();
      texts.push(await page.locator('main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
  });
});
