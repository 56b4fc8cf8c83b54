import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  faultsOf,
  startWorkspaceBrowser,
  VIEWS,
  widthOf,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const HOME = '/workspace/de/serviceweg';
const LOOKS = [VIEWS[0], { name: 'dark at 360 px', colorScheme: 'dark', width: 360 }] as const;

let workspace: WorkspaceBrowser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mails-'));
  workspace = await startWorkspaceBrowser({ mail: { from: 'mail@example.org', way: { folder } } });
});
afterEach(() => workspace.closePages());
afterAll(async () => {
  await workspace.stop();
  await rm(folder, { recursive: true });
});

const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  workspace.server.source.query<Row[]>(sql, values);
const toast = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.ws-toast', { hasText: text }).waitFor();
const ready = (page: Page): Promise<void> =>
  page.locator('.ws-state').waitFor({ state: 'detached' });
const open = async (path: string, person?: string, view?: (typeof LOOKS)[number]) => {
  const page = await workspace.open(`${HOME}/${path}`, person, view);
  await ready(page);
  return page;
};
const focused = (page: Page): Locator => page.locator(':focus');
/** Presses Tab until the focus is on what is looked for. */
const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if ((await wanted.and(focused(page)).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard never came there');
};

/** Mails that were given up, as if the mail server had refused them. */
async function giveUp(...reasons: string[]): Promise<string[]> {
  const ids = reasons.map(() => randomUUID());
  for (const [at, reason] of reasons.entries())
    await rows(
      `INSERT INTO mail (id, cause, programme_id, address, language, kind, created_at, attempts, last_error, failed_at)
       SELECT $1::uuid, 'probe:' || $1::text, id, $2, 'de', 'INVITATION', '2026-11-20T08:00:00Z', 12, $3, '2026-11-21T05:00:00Z'
       FROM programme WHERE slug = 'serviceweg'`,
      [ids[at], `leser${at}@example.org`, reason],
    );
  return ids;
}

describe('my e-mails', () => {
  it('are chosen, in time and language, and found in the navigation', async () => {
    const page = await open('duties', 'ole-marten');
    await page.getByRole('link', { name: 'Meine E-Mails' }).click();
    await page.getByText('Die E-Mails gehen an ole.marten@example.org.').waitFor();
    expect(await page.getByRole('radio', { name: /^Sofort/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^Einmal am Tag/ }).check();
    await page.getByLabel('In welcher Sprache?').selectOption('en');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await toast(page, 'Gespeichert.');
    expect(
      await rows(`SELECT mail_choice, mail_language FROM person WHERE key = 'ole-marten'`),
    ).toEqual([{ mail_choice: 'DAILY', mail_language: 'en' }]);
    await page.reload();
    await ready(page);
    expect(await page.getByRole('radio', { name: /^Einmal am Tag/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('In welcher Sprache?').inputValue()).toBe('en');
  });

  it('are chosen by keyboard alone', async () => {
    const page = await open('mail', 'femke-janzen');
    await tabTo(page, page.getByRole('radio', { name: /^Sofort/ }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('button', { name: 'Speichern' }));
    await page.keyboard.press('Enter');
    await toast(page, 'Gespeichert.');
    expect(await rows(`SELECT mail_choice FROM person WHERE key = 'femke-janzen'`)).toEqual([
      { mail_choice: 'NONE' },
    ]);
  });
});

describe('mails that were given up', () => {
  it('are counted, told with their reason, and sent again one by one or all', async () => {
    const ids = await giveUp('EENVELOPE 550', 'ECONNECTION', 'not an address');
    const page = await open('undelivered');
    await page.getByText('3 E-Mails sind nicht angekommen.').waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Nicht zugestellt\W+3 E-Mails$/ })
      .waitFor();
    const first = page.getByRole('listitem').filter({ hasText: 'leser0@example.org' });
    await first.getByText('Der Mailserver nimmt nichts für diese Adresse an.').waitFor();
    await first.getByText('12-mal versucht').waitFor();
    await first.getByRole('button', { name: /^Noch einmal senden/ }).click();
    await toast(page, 'Die E-Mail wird noch einmal gesendet.');
    await page.getByText('2 E-Mails sind nicht angekommen.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).and(focused(page)).count()).toBe(1);

    await page.getByRole('button', { name: 'Alle noch einmal senden' }).click();
    await toast(page, '2 E-Mails werden noch einmal gesendet.');
    await page.getByText('Alles ist zugestellt.').waitFor();
    const sent = async (): Promise<number> =>
      (await rows('SELECT 1 FROM mail WHERE sent_at IS NOT NULL AND id = ANY($1::uuid[])', [ids]))
        .length;
    for (let waited = 0; waited < 100 && (await sent()) < 3; waited += 1)
      await page.waitForTimeout(100);
    expect(await sent()).toBe(3);
  });

  it('are the administrators’ alone to see', async () => {
    const page = await open('undelivered', 'tarek-lindner');
    await page.getByRole('heading', { name: 'Diese Seite haben wir nicht gefunden' }).waitFor();
    expect(await page.getByRole('link', { name: /^Nicht zugestellt/ }).count()).toBe(0);
  });
});

describe('what guides carry', () => {
  const measureOf = async (title: string): Promise<string> => {
    const [row] = await rows<{ id: string }>('SELECT id FROM measure WHERE title = $1', [title]);
    if (row === undefined) throw new Error(`No measure ${title}`);
    return row.id;
  };
  const ownedBy = async (key: string): Promise<string[]> =>
    (
      await rows<{ title: string }>(
        `SELECT m.title FROM measure m JOIN person p ON p.id = m.owner_id JOIN learning_loop l ON l.id = m.loop_id
         WHERE p.key = $1 AND l.stage <> 'CLOSED' AND m.phase IN ('PLAN', 'DO', 'CHECK', 'ACT') ORDER BY m.title`,
        [key],
      )
    ).map(({ title }) => title);

  it('is amiss where a term ends before the loop: on the board, the measure, the person, the choice', async () => {
    await rows(
      `UPDATE person SET term_first_loop = 3, term_last_loop = 4 WHERE key = 'ole-marten'`,
    );
    const [title = ''] = await ownedBy('ole-marten');
    const hint = /^Ole Marten begleitet nur bis Lernschleife\s4$/;
    const page = await open('board/5');
    const card = page.locator('.ws-card').filter({ hasText: title });
    await card.getByText(hint).waitFor();
    await card.getByRole('link', { name: title }).click();
    await page.getByRole('list', { name: 'Hinweise' }).getByText(hint).waitFor();

    await page.getByRole('button', { name: 'Ändern … Verantwortlich' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('option', { hasText: /^Ole Marten \(nur bis Lernschleife\s4, \d/ })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');

    await page.goto(`${workspace.server.origin}${HOME}/people`);
    await ready(page);
    const person = page.getByRole('listitem').filter({ hasText: 'Ole Marten' }).first();
    await person.getByText(/^Die Zeit als Begleitung endet vor/).waitFor();
    await person.getByText(/^3 offene Maßnahmen$/).click();
    expect(await person.getByRole('link').count()).toBe(3);
    await rows(
      `UPDATE person SET term_first_loop = 3, term_last_loop = 5 WHERE key = 'ole-marten'`,
    );
  });

  it('says where nobody is responsible', async () => {
    await rows('UPDATE measure SET owner_id = NULL, owner_accepted = false WHERE title = $1', [
      'Ein kleines Redaktionsteam',
    ]);
    const page = await open('board/5');
    const card = page.locator('.ws-card').filter({ hasText: 'Ein kleines Redaktionsteam' });
    await card.getByText('Noch ist niemand verantwortlich').waitFor();
  });

  it('says where nobody guides, on the board and the measure, and no more once somebody does', async () => {
    const title = 'Ein kleines Redaktionsteam';
    await rows(
      `UPDATE measure SET owner_accepted = true, owner_id = (SELECT p.id FROM person p
         WHERE p.programme_id = measure.programme_id AND p.key = 'mirjam-voss') WHERE title = $1`,
      [title],
    );
    const [measure] = await rows<{ id: string }>('SELECT id FROM measure WHERE title = $1', [
      title,
    ]);
    const id = measure?.id;
    await rows('DELETE FROM measure_guide WHERE measure_id = $1', [id]);
    const page = await open('board/5');
    const card = page.locator('.ws-card').filter({ hasText: title });
    await card.getByText('Noch ohne Begleitung').waitFor();
    await card.getByRole('link', { name: title }).click();
    const people = page.locator('section').filter({ has: page.locator('#people') });
    await people.getByText('Noch ohne Begleitung').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await rows(
      `INSERT INTO measure_guide (measure_id, person_id) SELECT m.id, p.id FROM measure m
       JOIN person p ON p.programme_id = m.programme_id AND p.key = 'ole-marten' WHERE m.id = $1`,
      [id],
    );
    await page.reload();
    await people.getByText('Ole Marten', { exact: true }).first().waitFor();
    expect(await people.getByText('Noch ohne Begleitung').count()).toBe(0);
    await rows('DELETE FROM measure_guide WHERE measure_id = $1', [id]);
  });

  it('is handed over by keyboard alone, all at once; the new owner is asked and mailed', async () => {
    const titles = await ownedBy('ole-marten');
    expect(titles.length).toBe(2);
    const page = await open('people', 'mirjam-voss');
    await tabTo(page, page.getByRole('button', { name: 'Übergeben … Ole Marten' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await tabTo(page, dialog.getByLabel('An wen?'));
    await dialog.locator('option', { hasText: /^Femke Janzen \(/ }).waitFor({ state: 'attached' });
    await page.keyboard.type('Femke');
    await tabTo(page, dialog.getByRole('button', { name: 'Übergeben' }));
    await page.keyboard.press('Enter');
    // The reason is missing: the focus goes there, and nothing is lost.
    await dialog.getByLabel('Warum?').and(focused(page)).waitFor();
    await page.keyboard.type('Ich gehe in Elternzeit.');
    await tabTo(page, dialog.getByRole('button', { name: 'Übergeben' }));
    await page.keyboard.press('Enter');
    await toast(page, '2 Maßnahmen sind übergeben. Femke Janzen ist gefragt.');
    await dialog.waitFor({ state: 'detached' });
    expect(await ownedBy('ole-marten')).toEqual([]);
    expect(await ownedBy('femke-janzen')).toEqual(titles);
    expect(
      await rows(
        `SELECT DISTINCT h.reason, p.key FROM history_entry h JOIN person p ON p.id::text = h.to_value
         WHERE h.field = 'owner' AND h.reason IS NOT NULL`,
      ),
    ).toEqual([{ reason: 'Ich gehe in Elternzeit.', key: 'femke-janzen' }]);

    await page.goto(
      `${workspace.server.origin}${HOME}/measures/${await measureOf(titles[0] ?? '')}`,
    );
    await page.getByText('Ich gehe in Elternzeit.').first().waitFor({ state: 'attached' });
  });

  it('says which measure stands in the way, and hands nothing over', async () => {
    const titles = await ownedBy('femke-janzen');
    const page = await open('people', 'femke-janzen');
    await page.getByRole('button', { name: 'Übergeben … Femke Janzen' }).click();
    const dialog = page.getByRole('dialog');
    await rows('UPDATE measure SET version = version + 1 WHERE title = $1', [titles[1]]);
    await dialog
      .getByLabel('An wen?')
      .selectOption({ label: await labelOf(dialog, 'Piet Wolters') });
    await dialog.getByLabel('Warum?').fill('Es wird zu viel.');
    await dialog.getByRole('button', { name: 'Übergeben' }).click();
    const note = dialog.getByRole('alert');
    await note.getByText('Jemand hat sie inzwischen geändert.').waitFor();
    expect(await note.getByRole('listitem').allTextContents()).toEqual([
      `${titles[1]}: Jemand hat sie inzwischen geändert.`,
    ]);
    expect(await ownedBy('femke-janzen')).toEqual(titles);
  });

  it('is handed over from the page of a measure', async () => {
    const id = await measureOf('Eine einzige Frage danach');
    const page = await open(`measures/${id}`);
    await page.getByRole('button', { name: 'Übergeben …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bisher verantwortlich: Karim Nasser.').waitFor();
    await dialog
      .getByLabel('An wen?')
      .selectOption({ label: await labelOf(dialog, 'Piet Wolters') });
    await dialog.getByLabel('Warum?').fill('Karim wechselt das Haus.');
    await dialog.getByRole('button', { name: 'Übergeben' }).click();
    await toast(page, 'Die Maßnahme ist übergeben. Piet Wolters ist gefragt.');
    await page
      .getByRole('region', { name: 'Menschen' })
      .getByText('Piet Wolters')
      .first()
      .waitFor();
  });

  /** The whole label of a choice, once it tells what the person carries. */
  async function labelOf(dialog: Locator, name: string): Promise<string> {
    const option = dialog.locator('option', { hasText: `${name} (` });
    await option.waitFor({ state: 'attached' });
    return (await option.textContent()) ?? '';
  }
});

describe.each(LOOKS)('in $name', (view) => {
  it('axe finds nothing on the new screens, and they are no wider than the window', async () => {
    await rows('DELETE FROM mail');
    await rows(
      `UPDATE person SET term_first_loop = 3, term_last_loop = 4 WHERE key = 'ole-marten'`,
    );
    const page = await open('mail', undefined, view);
    const look = async (path: string): Promise<void> => {
      await page.goto(`${workspace.server.origin}${HOME}/${path}`);
      await page.locator('main h1').waitFor();
      await ready(page);
      for (const details of await page.locator('main details').all())
        await details.locator('summary').click();
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      expect([path, await widthOf(page)]).toEqual([path, view.width]);
    };
    await look('mail');
    await look('undelivered');
    await giveUp('EENVELOPE 550', 'ECONNECTION', 'unknown fault');
    await look('undelivered');
    await look('people');
    await look('board/5');

    await page.goto(`${workspace.server.origin}${HOME}/people`);
    await ready(page);
    const opener = page.getByRole('button', { name: /^Übergeben …/ }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(
      await page.evaluate(`(() => {
        const box = document.querySelector('dialog[open]');
        return box.scrollWidth > box.clientWidth;
      })()`),
    ).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.and(focused(page)).count()).toBe(1);
  });
});
