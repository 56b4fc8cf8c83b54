import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { signInAs } from '../support/sign-in.js';
import type { TestServer } from '../support/start-server.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

const HOME = '/workspace/de/serviceweg';
let workspace: WorkspaceBrowser;
let server: TestServer;
beforeAll(async () => {
  workspace = await startWorkspaceBrowser();
  server = workspace.server;
});
afterEach(() => workspace.closePages());
afterAll(() => workspace?.stop());

const one = async <Row>(sql: string, values: unknown[] = []): Promise<Row> => {
  const [row] = await server.source.query<Row[]>(sql, values);
  if (row === undefined) throw new Error(`Nothing: ${sql}`);
  return row;
};
const open = async (path: string, person = 'jonna-ehlert'): Promise<Page> => {
  const page = await workspace.open(`${HOME}/${path}`, person);
  await ready(page);
  return page;
};
const ready = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.locator('.ws-state').waitFor({ state: 'detached' });
};
const show = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${server.origin}${HOME}/${path}`);
  await ready(page);
};
const button = (inside: Page | Locator, name: RegExp | string): Locator =>
  inside.getByRole('button', { name }).first();
const saved = (page: Page, text = 'Gespeichert.'): Promise<void> =>
  page.locator('.ws-toast', { hasText: text }).waitFor();
const section = (page: Page, name: string): Locator => page.getByRole('region', { name });

describe('the decisions', () => {
  it('are recorded with their measures, found again, changed, and make a next step', async () => {
    const page = await open('decisions');
    await page.getByText('Noch ist kein Beschluss festgehalten.').waitFor();
    await button(page, /^Beschluss festhalten/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Worüber wurde entschieden?').fill('Dürfen wir das Büro behalten?');
    await dialog.getByLabel('Wie?').selectOption('APPROVED_WITH_CHANGES');
    await dialog.getByLabel('Sitzungstag').fill('2025-11-03');
    await dialog.getByLabel('Was wurde dazu gesagt?').fill('Mit einer niedrigeren Theke.');
    await dialog
      .getByLabel('Maßnahme hinzufügen')
      .selectOption({ label: 'Das Servicebüro bleibt' });
    await dialog.getByLabel('Lernschleife').selectOption('4');
    const choice = dialog.getByLabel('Maßnahme hinzufügen');
    await choice.locator('option').nth(1).waitFor({ state: 'attached' });
    await choice.selectOption({ index: 1 });
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    await button(dialog, 'Speichern').click();
    await saved(page);
    await page.getByText('mit Änderungen zugestimmt').waitFor();

    await button(page, /^Beschluss festhalten/).click();
    await dialog.getByLabel('Worüber wurde entschieden?').fill('Der Plan für das Jahr');
    await button(dialog, 'Speichern').click();
    await page.getByText('2 Beschlüsse').waitFor();
    await page.getByLabel('Jahr').selectOption('2025');
    await page.getByText('Ein Beschluss', { exact: true }).waitFor();
    await page.getByLabel('Jahr').selectOption('');
    await page
      .getByLabel('Maßnahme', { exact: true })
      .selectOption({ label: 'Das Servicebüro bleibt' });
    await page.getByText('Ein Beschluss', { exact: true }).waitFor();

    await button(page, /^Ändern/).click();
    await dialog.getByLabel('Wie?').selectOption('APPROVED');
    await button(dialog, 'Speichern').click();
    await page.locator('.ws-ruling', { hasText: /^zugestimmt$/ }).waitFor();
    await button(page, /^Nächsten Schritt daraus/).click();
    await dialog.getByLabel('Was folgt daraus?').fill('Die Theke bestellen');
    await dialog.getByLabel('Bis wann?').fill('2027-01-15');
    await button(dialog, 'Speichern').click();
    await page.locator('.ws-points', { hasText: 'Die Theke bestellen' }).waitFor();
    expect(
      await one(
        `SELECT text, due_day::text, decision_id IS NOT NULL AS made FROM next_step WHERE text = 'Die Theke bestellen'`,
      ),
    ).toEqual({ text: 'Die Theke bestellen', due_day: '2027-01-15', made: true });
  });

  it('are asked for where a measure waits for one', async () => {
    await server.source.query(
      `UPDATE measure SET decision_required_for = 'DO' WHERE title = 'Ziele im Jahresgespräch'`,
    );
    const page = await open('decisions');
    const waiting = section(page, 'Was auf einen Beschluss wartet');
    const link = waiting.getByRole('link', { name: 'Ziele im Jahresgespräch' });
    expect(await link.getAttribute('href')).toMatch(/\/measures\/[0-9a-f-]{36}#decisions$/);
    await button(waiting, /^Beschluss festhalten/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').filter({ hasText: 'Ziele im Jahresgespräch' }).waitFor();
    await dialog.getByLabel('Worüber wurde entschieden?').fill('Ziele im Gespräch');
    await button(dialog, 'Speichern').click();
    await waiting.waitFor({ state: 'detached' });
  });

  it('are read by guides, and not written', async () => {
    const page = await open('decisions', 'lale-aydin');
    await section(page, 'Was entschieden ist').waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });
});

describe('the programme page', () => {
  it('says what is wrong beside the field, and takes the focus there', async () => {
    const page = await open('programme');
    const contact = page.getByLabel('Kontaktadresse');
    // The browser takes it for an address; the server doesn't.
    await contact.fill('wege@example');
    await page.keyboard.press('Enter');
    await page.getByText('Diese Angabe hat nicht die verlangte Form.').waitFor();
    expect(await contact.getAttribute('aria-invalid')).toBe('true');
    const described = (await contact.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described.split(' ').at(-1)}"]`).innerText()).toContain(
      'nicht die verlangte Form',
    );
    expect(await contact.and(page.locator(':focus')).count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await button(page, 'Verwerfen').click();
    expect(await contact.inputValue()).toBe('transformation@example.org');
  });

  it('tells who has changed something meanwhile, keeps what was typed, and saves it on top', async () => {
    const page = await open('programme');
    await page.getByLabel('Organisation', { exact: true }).fill('Auental, Zentrale Dienste');
    await page.getByText('Noch nicht gespeichert').waitFor();
    const other = await signInAs(server, 'serviceweg', 'jonna-ehlert');
    const { version } = await one<{ version: number }>(
      `SELECT version FROM programme WHERE slug = 'serviceweg'`,
    );
    await other.gql(
      'mutation($input: EditProgrammeInput!) { editProgramme(input: $input) { __typename } }',
      { input: { programme: 'serviceweg', version, staleAfterDays: 21 } },
    );
    // What wasn't touched follows by itself.
    const days = page.getByLabel('Nach so vielen Tagen ohne Neues gilt eine Maßnahme als still');
    for (let tries = 0; tries < 50 && (await days.inputValue()) !== '21'; tries += 1)
      await page.waitForTimeout(100);
    expect(await days.inputValue()).toBe('21');
    await button(page, 'Speichern').click();
    await page
      .getByRole('alert')
      .getByText(/^Jonna Ehlert hat/)
      .waitFor();
    expect(await page.getByLabel('Organisation', { exact: true }).inputValue()).toBe(
      'Auental, Zentrale Dienste',
    );
    await button(page, 'Meine Angaben trotzdem speichern').click();
    await saved(page);
    expect(
      await one(`SELECT organisation, stale_after_days FROM programme WHERE slug = 'serviceweg'`),
    ).toEqual({ organisation: 'Auental, Zentrale Dienste', stale_after_days: 21 });
  });

  it('gives things the programme’s own words, by keyboard alone, here and on the public page', async () => {
    const page = await open('programme');
    await page.getByLabel('Lernschleife', { exact: true }).focus();
    await page.keyboard.type('Sprint');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sprints');
    await page.keyboard.press('Enter');
    await saved(page);
    const side = page.getByRole('navigation', { name: 'Arbeitsbereich' });
    await side.getByRole('link', { name: /^Sprint 5/ }).waitFor();
    await side.getByRole('link', { name: /^Alle Sprints/ }).waitFor();
    await page.goto(`${server.origin}/de/serviceweg/erfolge`);
    await page.getByRole('navigation').getByRole('link', { name: 'Sprints' }).first().waitFor();
    await show(page, 'programme');
    await page.getByLabel('Lernschleife', { exact: true }).fill('');
    await page.getByLabel('Lernschleifen', { exact: true }).fill('');
    await button(page, 'Speichern').click();
    await side.getByRole('link', { name: /^Lernschleife 5/ }).waitFor();
  });

  it('adds, moves and removes units, and says why one can’t be removed', async () => {
    const page = await open('programme');
    const units = section(page, 'Organisationseinheiten');
    const dialog = page.getByRole('dialog');
    await button(units, /^Darunter … Gruppe Servicebüro/).click();
    await dialog.getByLabel('Name').fill('Telefon');
    await button(dialog, 'Speichern').click();
    await saved(page);
    const below = units.locator('li li li').getByRole('button', { name: 'Ändern … Telefon' });
    await below.waitFor();
    await button(units, /^Ändern … Telefon/).click();
    const places = await dialog.getByLabel('Gehört zu').locator('option').allInnerTexts();
    expect(places.map((place) => place.trim())).not.toContain('Telefon');
    await dialog.getByLabel('Gehört zu').selectOption('');
    await button(dialog, 'Speichern').click();
    await below.waitFor({ state: 'detached' });
    await button(units, 'Ändern … Telefon').waitFor();
    await button(units, /^Entfernen … Gruppe Servicebüro/).click();
    await button(dialog, 'Entfernen').click();
    await dialog.getByRole('alert').getByText('Das wird noch gebraucht').waitFor();
    await page.keyboard.press('Escape');
    await button(units, /^Entfernen … Telefon/).click();
    await button(dialog, 'Entfernen').click();
    await saved(page, 'Entfernt.');
    await button(units, /Telefon/).waitFor({ state: 'detached' });
  });

  it('adds a goal, puts it in other words and removes it', async () => {
    const page = await open('programme');
    const goals = section(page, 'Strategische Ziele');
    const dialog = page.getByRole('dialog');
    await button(goals, /^Ziel hinzufügen/).click();
    await dialog.getByLabel('Das Ziel in wenigen Worten').fill('Kurze Wege');
    await button(dialog, 'Speichern').click();
    await button(goals, /^Ändern … Kurze Wege/).click();
    await dialog.getByLabel('Das Ziel in wenigen Worten').fill('Kürzere Wege');
    await button(dialog, 'Speichern').click();
    await button(goals, /^Entfernen … Kürzere Wege/).click();
    await button(dialog, 'Entfernen').click();
    await button(goals, /Kürzere Wege/).waitFor({ state: 'detached' });
  });

  it('leads to the preview, which says that it is one', async () => {
    const page = await open('programme');
    await page.getByRole('link', { name: 'Vorschau: mit allen Entwürfen' }).click();
    await page.getByRole('complementary', { name: 'Vorschau' }).waitFor();
    const { text } = await one<{ text: string }>(
      `SELECT r.text FROM result r JOIN measure m ON m.id = r.measure_id
       WHERE r.state = 'DRAFT' AND m.title = 'Das Servicebüro bleibt'`,
    );
    await page.getByText(text.slice(0, 40)).first().waitFor();
    await page.getByRole('link', { name: 'So, wie sie jetzt ist' }).click();
    await page.getByText('mit dem aus, was jetzt veröffentlicht ist').waitFor();
    expect(await page.getByText(text.slice(0, 40)).count()).toBe(0);
  });
});

describe('the people page', () => {
  it('invites, finds, changes and blocks', async () => {
    const page = await open('people');
    const dialog = page.getByRole('dialog');
    await button(page, /^Person einladen/).click();
    await dialog.getByLabel('Name').fill('Wiebke Wrede');
    await dialog.getByLabel('E-Mail-Adresse').fill('wiebke.wrede@example.org');
    await dialog.getByLabel('Rolle').selectOption('CIRCLE');
    await button(dialog, 'Einladen').click();
    await saved(page);
    await page.getByLabel('Name, Einheit oder Adresse').fill('wrede');
    await page.getByText('Eine Person', { exact: true }).waitFor();
    await button(page, 'Ändern … Wiebke Wrede').click();
    await dialog.getByLabel('Auf öffentlichen Seiten').selectOption('NAME');
    await button(dialog, 'Speichern').click();
    await dialog.waitFor({ state: 'detached' });
    await button(page, 'Sperren … Wiebke Wrede').click();
    await button(dialog, 'Abbrechen').click();
    await button(page, 'Sperren … Wiebke Wrede').click();
    await button(dialog, 'Sperren').click();
    await button(page, 'Entsperren … Wiebke Wrede').click();
    expect(
      await one(
        `SELECT role, public_name, blocked_at IS NOT NULL AS blocked FROM person WHERE name = 'Wiebke Wrede'`,
      ),
    ).toEqual({ role: 'CIRCLE', public_name: 'NAME', blocked: true });
    await button(dialog, 'Entsperren').click();
    await button(page, 'Sperren … Wiebke Wrede').waitFor();
  });

  it('offers nothing but less of the name of whoever has signed in, and says who decides', async () => {
    await open('people', 'annegret-pohl');
    const page = await open('people');
    await button(page, 'Ändern … Annegret Pohl').click();
    const grade = page.getByRole('dialog').getByLabel('Auf öffentlichen Seiten');
    const grades = await grade.getByRole('option').allTextContents();
    expect(grades).toEqual(['nicht genannt', 'nur mit der Rolle']);
    expect(await grade.inputValue()).toBe('ROLE');
    await page.getByText('Darüber entscheidet die Person selbst, unter „Meine Daten“.').waitFor();
  });

  it('keeps the last administrator from losing that role, or from shutting themselves out', async () => {
    const page = await open('people');
    await button(page, 'Ändern … Jonna Ehlert').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Rolle').isDisabled()).toBe(true);
    await dialog.getByText('Niemand sonst verwaltet das Programm.').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Sperren … Jonna Ehlert' }).count()).toBe(0);
  });

  it('shows the circle the people, without addresses, and without a way to administer them', async () => {
    const page = await open('people', 'holger-steinkamp');
    await page.getByText('Mirjam Voß').waitFor();
    const buttons = await page.getByRole('main').getByRole('button').allTextContents();
    expect(new Set(buttons.map((name) => name.split(' …')[0]))).toEqual(
      new Set(['Mein öffentlicher Name', 'Übergeben']),
    );
    expect(await page.getByText('mirjam.voss@example.org').count()).toBe(0);
  });
});

describe('the topics page', () => {
  it('begins a topic, asks, asks anew in a later loop, and takes back', async () => {
    const page = await open('topics', 'holger-steinkamp');
    const dialog = page.getByRole('dialog');
    await button(page, /^Thema anlegen/).click();
    await dialog.getByLabel('Titel des Themas').fill('Barrieren im Haus');
    await dialog.getByLabel('Worum es geht').fill('Alle kommen überall hin.');
    await button(dialog, 'Speichern').click();
    const topic = section(page, 'Barrieren im Haus');
    await topic.getByText('Alle kommen überall hin.').waitFor();
    await button(topic, /^Entfernen/).waitFor();
    await button(topic, /^Frage stellen/).click();
    await dialog.getByLabel('Frage').fill('Wo hakt es?');
    await button(dialog, 'Speichern').click();
    await topic.getByText('Wo hakt es?').first().waitFor();
    expect(await topic.getByRole('button', { name: /^Entfernen …( Barrieren)/ }).count()).toBe(0);

    const old = section(page, 'Menschen, die den Wandel begleiten');
    await button(old, /^Neu stellen/).click();
    expect(await dialog.getByLabel('Frage').inputValue()).toBe(
      'Wie geben Begleiter:innen ihr Wissen weiter?',
    );
    await dialog.getByLabel('Frage').fill('Wie bleibt das Wissen da?');
    await button(dialog, 'Speichern').click();
    await old.getByText('Wie bleibt das Wissen da?').first().waitFor();
    await old.getByText('Wie geben Begleiter:innen ihr Wissen weiter?').first().waitFor();

    await topic.locator('summary').click();
    await button(topic, /^Entfernen/).click();
    await button(dialog, 'Entfernen').click();
    await topic.getByText('Noch ist keine Frage gestellt.').waitFor();
    await button(topic, /^Entfernen/).click();
    await button(dialog, 'Entfernen').click();
    await topic.waitFor({ state: 'detached' });
  });
});

describe('my duties', () => {
  it('stand under what is to be done, each with the way to its place', async () => {
    const page = await open('duties');
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    expect(await links.count()).toBeGreaterThan(0);
    for (const link of await links.all())
      expect(await link.getAttribute('href')).toMatch(
        /\/measures\/[0-9a-f-]{36}#(people|steps|verdict|result|decisions|next-steps)$/,
      );
  });

  it('are kindly none for whoever has none', async () => {
    await server.source.query(
      `INSERT INTO person (id, programme_id, key, name, role, position)
       SELECT gen_random_uuid(), id, 'neu', 'Neu Hier', 'GUIDE', 900 FROM programme WHERE slug = 'serviceweg'`,
    );
    const page = await open('duties', 'neu');
    await page.getByText('Gerade wartet nichts auf Sie.').waitFor();
  });
});

describe('the reflection of a loop', () => {
  it('saves itself, and shows both texts when somebody else has written meanwhile', async () => {
    const page = await open('loops/5');
    const text = page.getByRole('textbox', { name: 'Was wir gelernt haben' });
    await text.fill('Kleine Schritte tragen.');
    await page.getByText(/^Gespeichert um/).waitFor();
    const { id, version } = await one<{ id: string; version: number }>(
      `SELECT l.id, l.version FROM learning_loop l JOIN programme p ON p.id = l.programme_id
       WHERE p.slug = 'serviceweg' AND l.number = 5 AND l.reflection = 'Kleine Schritte tragen.'`,
    );
    await text.pressSequentially(' Weiter so');
    const other = await signInAs(server, 'serviceweg', 'holger-steinkamp');
    await other.gql('mutation($input: EditLoopInput!) { editLoop(input: $input) { __typename } }', {
      input: { loopId: id, version, reflection: 'Große Schritte auch.' },
    });
    const conflict = page.getByRole('alert').filter({ hasText: 'Welche Fassung soll gelten?' });
    await conflict.getByText('Große Schritte auch.').waitFor();
    await conflict.getByText('Kleine Schritte tragen. Weiter so').waitFor();
    await button(conflict, 'Meine Fassung speichern').click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByText(/^Gespeichert um/).waitFor();
    expect(await one('SELECT reflection FROM learning_loop WHERE id = $1', [id])).toEqual({
      reflection: 'Kleine Schritte tragen. Weiter so',
    });
  });
});

describe('when something goes wrong', () => {
  it.each(['duties', 'topics', 'decisions', 'people', 'programme'])(
    '%s says so, and tries again when asked',
    async (screen) => {
      const page = await open('loops');
      await page.route('**/graphql', (route) => route.abort());
      await page.evaluate(
        `history.pushState(null, '', '${HOME}/${screen}'); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await page.getByRole('alert').getByText('Wir erreichen den Server gerade nicht').waitFor();
      expect(await page.locator('.ws-empty').count()).toBe(0);
      await page.unroute('**/graphql');
      await button(page, 'Noch einmal versuchen').click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.locator('main :is(.ws-lines, .ws-rows, .ws-empty)').first().waitFor();
    },
  );

  it('what was typed in a dialog is still there', async () => {
    const page = await open('people');
    await button(page, /^Person einladen/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Wilma Wind');
    await page.context().setOffline(true);
    await button(dialog, 'Einladen').click();
    await dialog.getByText('Prüfen Sie bitte Ihre Verbindung.').waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Wilma Wind');
    await page.context().setOffline(false);
    await button(dialog, 'Einladen').click();
    await saved(page);
  });
});
