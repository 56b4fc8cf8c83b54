import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keyboard, mouse, type Hands } from '../support/hands.js';
import { aProgramme, brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { button, choosePerson, fill, nowIn, section, Stage, writeSaved } from '../support/story.js';

/** The sample, with everything of its running loop done but what the story adds. */
function aProgrammeAtTheEndOfItsLoop(slug: string): ProgrammeDraft {
  const draft = aProgramme(slug);
  return { ...draft, measures: draft.measures?.filter(({ key }) => key !== 'kuerzen') ?? [] };
}

const TITLE = 'Felder streichen, die niemand liest';
const RESULT = 'Die Formulare haben **zwölf** Felder weniger.';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(() => stage.closePages());
afterAll(() => stage?.strike());

describe.each([
  ['by mouse', 'maus', mouse],
  ['by keyboard alone', 'tastatur', keyboard],
] as const)('a measure from its plan to the successes page, %s', (_, slug, hands: Hands) => {
  const home = `/workspace/de/${slug}`;
  const open = async (person: string, address: string): Promise<Page> => {
    const page = await stage.pageOf(slug, person);
    await page.goto(stage.server.origin + address);
    await page.locator('h1').waitFor();
    return page;
  };
  let address = '';

  it('is brought into being', async () => {
    await brought(stage.server.source, aProgrammeAtTheEndOfItsLoop(slug));
  });

  it('is planned by the circle, with two steps, and given to a guide', async () => {
    const page = await open('olga', `${home}/topics`);
    await hands.press(button(page, /^Maßnahme anlegen.*Welche Felder fragt niemand nach/));
    await fill(
      hands,
      page,
      (dialog) => hands.write(dialog.getByLabel('Titel'), TITLE),
      'Maßnahme anlegen',
    );
    await page.waitForURL(`**${home}/measures/*`);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    address = new URL(page.url()).pathname;
    await section(page, 'Weiter zu Do').getByText('ein Erfolgskriterium').waitFor();

    await writeSaved(hands, page, 'Woran wir den Erfolg erkennen', 'Zehn Felder weniger als heute');
    for (const text of ['Felder zählen', 'Felder streichen']) {
      await hands.press(button(section(page, 'Schritte'), 'Schritt'));
      await fill(
        hands,
        page,
        (dialog) => hands.write(dialog.getByLabel('Was ist zu tun?'), text),
        'Speichern',
      );
      await section(page, 'Schritte').getByText(text, { exact: true }).waitFor();
    }
    await hands.press(button(page, /^Titel und Rahmen ändern/));
    await fill(
      hands,
      page,
      (dialog) => hands.day(dialog.getByLabel('Termin'), '2026-12-01'),
      'Speichern',
    );
    await choosePerson(hands, page, 'Verantwortlich', 'Gisela Gerdes');
    await choosePerson(hands, page, 'Prüft', 'Carl Claasen');
    await section(page, 'Menschen').getByText('ist gefragt, hat noch nicht angenommen').waitFor();
  });

  it('is accepted by the guide, worked on, and sent to be checked', async () => {
    const page = await open('gisela', `${home}/duties`);
    await hands.press(page.getByRole('link', { name: new RegExp(TITLE) }));
    await page.waitForURL(`**${address}*`);
    await hands.press(button(section(page, 'Menschen'), 'Annehmen'));
    await section(page, 'Menschen').getByText('hat angenommen').waitFor();
    await hands.press(button(page, 'Umsetzung beginnen'));
    await nowIn(page, 'Do');
    for (const text of ['Felder zählen', 'Felder streichen']) {
      await hands.tick(page.getByRole('checkbox', { name: `Erledigt: ${text}` }));
      await page.getByRole('checkbox', { name: `Erledigt: ${text}`, checked: true }).waitFor();
    }
    await hands.press(button(page, 'Ergebnis aufschreiben'));
    await fill(
      hands,
      page,
      (dialog) => hands.write(dialog.getByLabel('Was ist herausgekommen?'), RESULT),
      'Als Entwurf speichern',
    );
    await section(page, 'Ergebnis').getByText('Entwurf, noch nicht öffentlich').waitFor();
    expect(await button(page, 'Veröffentlichen').count()).toBe(0);
    await hands.press(button(page, 'Zur Prüfung geben'));
    await nowIn(page, 'Check');
    expect(await page.getByRole('radio').count()).toBe(0);
  });

  it('is judged by another of the circle, published and carried over', async () => {
    const page = await open('carl', `${home}/duties`);
    await hands.press(page.getByRole('link', { name: new RegExp(TITLE) }).first());
    await page.waitForURL(`**${address}*`);
    await hands.tick(page.getByRole('radio', { name: /^Anpassen/ }));
    await page.getByRole('radio', { name: /^Anpassen/, checked: true }).waitFor();
    await writeSaved(hands, page, 'Was wir daraus lernen', 'Erst fragen, wer die Felder liest.');
    await hands.press(button(page, 'Weiter zu Act'));
    await nowIn(page, 'Act');
    await hands.press(button(section(page, 'Ergebnis'), 'Veröffentlichen'));
    await section(page, 'Ergebnis')
      .getByText(/^Veröffentlicht am/)
      .waitFor();
    await hands.press(button(page, /^In späterer Lernschleife fortführen/));
    await fill(
      hands,
      page,
      async (dialog) => {
        await dialog.getByLabel('In welcher Lernschleife?').waitFor();
        await hands.write(dialog.getByLabel('Warum?'), 'Die übrigen Ämter fehlen noch.');
      },
      'Fortführen',
    );
    await page
      .getByText(/^Fortgeführt/)
      .first()
      .waitFor();
    await section(page, 'Weg durch die Lernschleifen').getByText('Lernschleife 3 · Plan').waitFor();
  });

  it('ends with its loop, and stands on the successes page at once', async () => {
    const page = await open('carl', `${home}/loops/2`);
    await hands.press(button(page, 'Auswertung beginnen'));
    await page.getByText('Lernschleife 2: in Auswertung.').waitFor();
    const close = button(page, 'Lernschleife abschließen');
    expect(await close.isDisabled()).toBe(true);
    await writeSaved(hands, page, 'Was wir gelernt haben', 'Weniger ist mehr.');
    await page.getByText('Es steht nichts mehr im Weg.').waitFor();
    await hands.press(close);
    await page.getByText('Lernschleife 2: abgeschlossen.').waitFor();

    const reader = await stage.reader();
    await reader.goto(`${stage.server.origin}/de/${slug}`);
    await reader.getByText('zwölf').waitFor();
    expect(await reader.locator('main').innerText()).toContain(TITLE);
  });
});
