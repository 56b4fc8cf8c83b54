import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keyboard } from '../support/hands.js';
import { AGREED } from '../support/voices.js';
import { VoiceEntity } from '#persistence/voices/voice.entity.js';
import {
  faultsOf,
  startWorkspaceBrowser,
  VIEWS,
  widthOf,
  type View,
  type WorkspaceBrowser,
} from '../support/workspace-browser.js';

let world: WorkspaceBrowser;
/** Keys and ids of measures with a published result. */
let successes: { readonly key: string; readonly id: string }[];
beforeAll(async () => {
  world = await startWorkspaceBrowser();
  successes = await world.server.source.query(
    `SELECT m.key, m.id FROM published_measure m JOIN published_feedback f ON f.programme_id = m.programme_id
     ORDER BY m.key LIMIT 2`,
  );
}, 120_000);
afterAll(() => world?.stop());
afterEach(() => world.closePages());

const form = (key: string): string => `/de/serviceweg/erfolge/${key}/rueckmeldung`;
/** A page as a reader sees it. */
async function read(path: string, view: View = VIEWS[0], javaScriptEnabled = true): Promise<Page> {
  const { browser, server } = world;
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'de-DE',
    colorScheme: view.colorScheme,
    viewport: { width: view.width, height: 900 },
  });
  const page = await context.newPage();
  page.on('close', () => void context.close().catch(() => undefined));
  await page.goto(server.origin + path);
  return page;
}

describe('feedback without script', () => {
  it('leads by keyboard from the success to an answer that stands beneath it', async () => {
    const [{ key, id }] = successes as [{ key: string; id: string }];
    const page = await read(`/de/serviceweg/erfolge/${key}`, VIEWS[0], false);
    await keyboard.press(page.getByRole('link', { name: 'Fragen oder Rückmeldung geben' }));
    await page.getByRole('heading', { level: 1, name: /^Fragen Sie uns/ }).waitFor();
    await page.getByRole('radio', { name: 'Eine Rückmeldung geben' }).focus();
    await page.keyboard.press('Space');
    await keyboard.write(page.getByLabel('Ihre E-Mail-Adresse'), 'kim@');
    await page.getByRole('checkbox', { name: /^Was ich geschrieben habe/ }).focus();
    await page.keyboard.press('Space');
    await keyboard.press(page.getByRole('button', { name: 'Absenden' }));
    await page.getByRole('alert').getByText('2 Angaben passen noch nicht').waitFor();
    // The browser has the focus where the faults are told: the first key leads to the first of them.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Der kurze Weg "hilft" <sehr>.');
    expect(await page.getByLabel('Ihre E-Mail-Adresse').inputValue()).toBe('kim@');
    expect(await page.getByRole('radio', { name: 'Eine Rückmeldung geben' }).isChecked()).toBe(
      true,
    );
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    await page.getByLabel('Ihre E-Mail-Adresse').fill('');
    await keyboard.press(page.getByRole('button', { name: 'Absenden' }));
    await page.getByRole('heading', { level: 1, name: 'Danke, Ihre Zeilen sind da' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);

    const circle = await world.open('/workspace/de/serviceweg/voices');
    const item = circle.getByRole('listitem').filter({ hasText: '"hilft" <sehr>' });
    await item.getByText('darf öffentlich werden').waitFor();
    await keyboard.press(item.getByRole('button', { name: /^Einordnen/ }));
    await circle.getByLabel('Thema der Rückmeldung').last().selectOption('Neues Thema …');
    await keyboard.write(circle.getByLabel('Name des Themas'), 'Kurze Wege');
    await keyboard.press(circle.getByRole('button', { name: 'Speichern' }));
    await circle.getByRole('dialog').waitFor({ state: 'detached' });
    await item.getByText('Kurze Wege', { exact: true }).waitFor();
    await keyboard.press(item.getByRole('button', { name: /^Antworten/ }));
    await keyboard.write(circle.getByLabel('Ihre Antwort'), 'Danke, das freut uns!');
    await circle.getByRole('checkbox', { name: /öffentlich beim Ergebnis/ }).focus();
    await circle.keyboard.press('Space');
    await keyboard.press(circle.getByRole('button', { name: 'Antwort absenden' }));
    await circle.getByText('Gerade ist keine Rückmeldung offen.').waitFor();

    await keyboard.press(page.getByRole('link', { name: 'Zurück zum Ergebnis' }));
    const voices = page.getByRole('region', { name: 'Fragen und Rückmeldungen' });
    await voices.getByText('Der kurze Weg "hilft" <sehr>.').waitFor();
    await voices.getByText('Danke, das freut uns!').waitFor();
    await page.goto(`${world.server.origin}/de/serviceweg/erfolge`);
    const said = page.getByRole('region', { name: 'Was Sie uns sagen' });
    await said.getByText('Kurze Wege').waitFor();
    await said.getByText('eine Stimme').waitFor();

    await circle.goto(`${world.server.origin}/workspace/de/serviceweg/measures/${id}`);
    const box = circle.getByRole('region', { name: 'Rückmeldungen' });
    await box.getByText('Danke, das freut uns!').waitFor();
    await circle.getByText(/hat eine Rückmeldung beantwortet/).waitFor();
    await page.close();
  });
});

describe('thanks', () => {
  it('are an employee’s to give and to take back without script, by keyboard alone', async () => {
    const { key } = successes[0]!;
    const page = await read(`/de/serviceweg/erfolge/${key}`, VIEWS[0], false);
    await world.giveSession(page.context(), 'elke-grabow');
    await keyboard.press(page.getByRole('link', { name: 'Danke sagen' }));
    await page.getByRole('heading', { level: 1, name: 'Danke sagen' }).waitFor();
    await keyboard.press(page.getByRole('button', { name: 'Danke senden' }));
    await page.getByRole('alert').getByText('Eine Angabe passt noch nicht').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Der Weg ist jetzt kurz.');
    await keyboard.press(page.getByRole('button', { name: 'Danke senden' }));
    await page.getByText('Ihr Dank ist angekommen').waitFor();
    await page.getByText('Der Weg ist jetzt kurz.').waitFor();
    await keyboard.press(page.getByRole('button', { name: 'Zurücknehmen' }));
    await page.getByText('Ihr Dank ist zurückgenommen').waitFor();
    expect(await page.getByText('Der Weg ist jetzt kurz.').count()).toBe(0);
  });

  it.each(VIEWS)('have a page without a fault that fits: $name', async (view) => {
    const { key } = successes[0]!;
    const path = `/de/serviceweg/erfolge/${key}/danke`;
    const page = await read(path, view);
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthOf(page)).toBe(view.width);
    await world.giveSession(page.context(), 'elke-grabow');
    await page.goto(world.server.origin + path);
    await page.getByRole('button', { name: 'Danke senden' }).click();
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Wofür möchten Sie danken?').fill(`Danke ${view.name}.`);
    await page.getByRole('button', { name: 'Danke senden' }).click();
    await page.getByText('Ihr Dank ist angekommen').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthOf(page)).toBe(view.width);
    await page.getByRole('button', { name: 'Zurücknehmen' }).click();
    await page.getByText('Ihr Dank ist zurückgenommen').waitFor();
  });

  it('are given by keyboard and taken back by their giver, whom nobody else can stop', async () => {
    const { id } = successes[1]!;
    const path = `/workspace/de/serviceweg/measures/${id}`;
    const page = await world.open(path);
    const box = page.getByRole('region', { name: 'Dank', exact: true });
    await box.getByText('Noch hat niemand Danke gesagt.').waitFor();
    await keyboard.press(box.getByRole('button', { name: 'Danke sagen …' }));
    await keyboard.write(page.getByLabel('Wofür möchten Sie danken?'), 'Für die Geduld!');
    await keyboard.press(page.getByRole('button', { name: 'Danke sagen', exact: true }));
    await box.getByText('Für die Geduld!').waitFor();
    const [other] = await world.server.source.query<{ key: string }[]>(
      `SELECT p.key FROM person p JOIN programme pr ON pr.id = p.programme_id WHERE pr.slug = 'serviceweg'
       AND p.role = 'CIRCLE' AND p.key <> 'jonna-ehlert' LIMIT 1`,
    );
    const others = await world.open(path, other!.key);
    const seen = others.getByRole('region', { name: 'Dank', exact: true });
    await seen.getByText('Für die Geduld!').waitFor();
    expect(await seen.getByRole('button', { name: /^Zurücknehmen/ }).count()).toBe(0);
    await keyboard.press(box.getByRole('button', { name: /^Zurücknehmen/ }));
    await box.getByText('Noch hat niemand Danke gesagt.').waitFor();
  });
});

describe.each(VIEWS)('$name', (view) => {
  it('the form, its faults and its thanks have no fault and fit', async () => {
    const { key } = successes[0]!;
    const page = await read(form(key), view);
    expect([await faultsOf(page), await widthOf(page)]).toEqual([[], view.width]);
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.getByText('Eine Angabe passt noch nicht').waitFor();
    expect([await faultsOf(page), await widthOf(page)]).toEqual([[], view.width]);
    await page.goto(`${world.server.origin}${form(key)}?done=sent`);
    expect([await faultsOf(page), await widthOf(page)]).toEqual([[], view.width]);
    await page.close();
  });

  it('the pages and screens with voices have no fault and fit', async () => {
    await someVoices();
    for (const path of ['/de/serviceweg/erfolge', `/de/serviceweg/erfolge/${successes[0]!.key}`]) {
      const page = await read(path, view);
      await page.getByText('Gibt es das auch am Wochenende?').first().waitFor();
      expect([path, await faultsOf(page), await widthOf(page)]).toEqual([path, [], view.width]);
      await page.close();
    }
    const page = await world.open('/workspace/de/serviceweg/voices', 'jonna-ehlert', view);
    await page.getByText('Wer hat das gemacht?').first().waitFor();
    expect([await faultsOf(page), await widthOf(page)]).toEqual([[], view.width]);
    for (const [button, title] of [
      [/^Antworten/, 'Auf die Rückmeldung antworten'],
      [/^Einordnen/, 'Rückmeldung einordnen'],
      [/^Beiseitelegen/, 'Rückmeldung beiseitelegen'],
      [/^Thema hinzufügen/, 'Thema hinzufügen'],
    ] as const) {
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect([title, await faultsOf(page), await widthOf(page)]).toEqual([title, [], view.width]);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: title }).waitFor({ state: 'detached' });
    }
    await page.goto(
      `${world.server.origin}/workspace/de/serviceweg/measures/${successes[0]!.id}#voices`,
    );
    await page.getByText('Wer hat das gemacht?').first().waitFor();
    expect([await faultsOf(page), await widthOf(page)]).toEqual([[], view.width]);
  });
});

/** Voices of each state about the first success. */
async function someVoices(): Promise<void> {
  const { manager } = world.server.source;
  const { id: measureId } = successes[0]!;
  const [measure] = await world.server.source.query<{ programme_id: string }[]>(
    'SELECT programme_id FROM measure WHERE id = $1',
    [measureId],
  );
  const programmeId = measure!.programme_id;
  await manager.delete(VoiceEntity, { programmeId });
  const own = { programmeId, measureId, kind: 'QUESTION', language: 'de' } as const;
  const receivedAt = new Date();
  await manager.insert(VoiceEntity, [
    { ...own, id: crypto.randomUUID(), text: 'Wer hat das gemacht?', receivedAt },
    {
      ...own,
      ...AGREED,
      id: crypto.randomUUID(),
      text: 'Gibt es das auch am Wochenende?',
      state: 'ANSWERED',
      answer: 'Ja, ab dem Herbst.',
      answeredAt: receivedAt,
      inPublic: true,
      receivedAt,
    },
    {
      ...own,
      id: crypto.randomUUID(),
      kind: 'FEEDBACK',
      text: 'Kaufen Sie jetzt!',
      state: 'SET_ASIDE',
      reason: 'Das ist Werbung.',
      receivedAt,
    },
  ]);
}
