import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { keyboard, mouse, type Hands } from '../support/hands.js';
import { aProgramme, brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { button, choosePerson, fill, nowIn, section, Stage, writeSaved } from '../support/story.js';

const ADAPTED = 'Formulare kürzen';
const ADOPTED = 'Rückrufe noch am selben Tag';
const INTERNAL = 'Das Amt nebenan streicht nichts.';

/** The sample: one measure in DO with an open step, one that Carl has judged ADOPT, and that waits for its end. */
function aProgrammeBeforeItsEnds(slug: string): ProgrammeDraft {
  const draft = aProgramme(slug);
  const measures = (draft.measures ?? []).map((measure) => {
    if (measure.key === 'kuerzen') return { ...measure, owner: 'gisela', guides: [] };
    if (measure.key !== 'rueckrufe') return measure;
    return {
      ...measure,
      anchoredIn: undefined,
      nextSteps: [],
      title: ADOPTED,
      phase: 'ACT' as const,
      commissionerTookOver: false,
      results: [{ key: 'rueckrufe-ergebnis', text: 'Neun von zehn.', state: 'DRAFT' as const }],
    };
  });
  return { ...draft, measures };
}

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterEach(() => stage.closePages());
afterAll(() => stage?.strike());

describe.each([
  ['by mouse', 'maus', mouse],
  ['by keyboard alone', 'tastatur', keyboard],
] as const)('measures to their end in Done, %s', (_, slug, hands: Hands) => {
  const home = `/workspace/de/${slug}`;
  const open = async (person: string, path: string): Promise<Page> => {
    const page = await stage.pageOf(slug, person);
    await page.goto(stage.server.origin + home + path);
    await page.locator('h1').waitFor();
    return page;
  };
  const openMeasure = async (person: string, title: string): Promise<Page> => {
    const page = await open(person, '/board/2');
    await hands.press(page.getByRole('link', { name: title, exact: true }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('#history').waitFor();
    return page;
  };
  const lacks = (page: Page): Promise<string[]> =>
    section(page, 'Weiter zu Fertig').locator('.ws-lack li').allInnerTexts();
  const finish = async (page: Page): Promise<void> => {
    await section(page, 'Weiter zu Fertig').locator('.ws-lack').waitFor({ state: 'detached' });
    await hands.press(button(page, 'Abschließen'));
    await nowIn(page, 'Fertig');
  };
  const reason = (text: string) => (dialog: Locator) =>
    hands.write(dialog.getByLabel('Warum?'), text);

  it('are brought into being', async () => {
    await brought(stage.server.source, aProgrammeBeforeItsEnds(slug));
  });

  it('one loses a step, with the reason, and goes to be checked', async () => {
    const page = await openMeasure('gisela', ADAPTED);
    const steps = section(page, 'Schritte');
    await hands.press(steps.locator('summary', { hasText: 'Felder streichen' }));
    await hands.press(button(steps, 'Fallen lassen …'));
    await fill(hands, page, reason('Das Gesetz verlangt sie.'), 'Fallen lassen');
    await steps.getByText('fallen gelassen: Das Gesetz verlangt sie.').waitFor();
    await hands.press(button(page, 'Ergebnis aufschreiben'));
    await fill(
      hands,
      page,
      (dialog) => hands.write(dialog.getByLabel('Was ist herausgekommen?'), INTERNAL),
      'Als Entwurf speichern',
    );
    await section(page, 'Ergebnis').getByText('Entwurf, noch nicht öffentlich').waitFor();
    await hands.press(button(page, 'Zur Prüfung geben'));
    await nowIn(page, 'Check');
  });

  it('is to be adapted: kept internal, with a next step and a successor in a later loop', async () => {
    const page = await openMeasure('carl', ADAPTED);
    await hands.tick(page.getByRole('radio', { name: /^Anpassen/ }));
    await page.getByRole('radio', { name: /^Anpassen/, checked: true }).waitFor();
    await writeSaved(hands, page, 'Was wir daraus lernen', 'Erst das Gesetz lesen.');
    await hands.press(button(page, 'Weiter zu Act'));
    await nowIn(page, 'Act');
    expect(await lacks(page)).toHaveLength(4);
    expect(await button(page, 'Abschließen').isDisabled()).toBe(true);

    await hands.press(button(section(page, 'Ergebnis'), 'Intern halten …'));
    await fill(hands, page, reason('Es spricht über andere.'), 'Intern halten');
    await section(page, 'Ergebnis').getByText('Bleibt intern: Es spricht über andere.').waitFor();
    await hands.press(button(section(page, 'Nächste Schritte'), 'Nächster Schritt'));
    await fill(
      hands,
      page,
      async (dialog) => {
        await hands.write(dialog.getByLabel('Was folgt daraus?'), 'Das Ministerium fragen');
        await hands.day(dialog.getByLabel('Bis wann?'), '2026-12-24');
        await hands.choose(dialog.getByLabel('An wen richtet er sich?'), 'Büro');
      },
      'Speichern',
    );
    await section(page, 'Nächste Schritte')
      .getByText('Das Ministerium fragen', { exact: true })
      .waitFor();
    await hands.press(button(page, 'Nachfolge planen …'));
    await fill(hands, page, reason('Mit dem Gesetz in der Hand.'), 'Nachfolge anlegen');
    await section(page, 'Weg durch die Lernschleifen').getByText('Lernschleife 3 · Plan').waitFor();
    await choosePerson(hands, page, 'Auftrag von', 'Bea Behrens');
    await nowIn(page, 'Act');
    expect(await lacks(page)).toHaveLength(1);
  });

  it('is to be adopted: anchored, published, without a next step', async () => {
    const page = await openMeasure('carl', ADOPTED);
    await nowIn(page, 'Act');
    expect(await lacks(page)).toHaveLength(4);
    await writeSaved(hands, page, 'Wo es verankert ist', 'Im Handbuch, Seite 7');
    await hands.press(button(section(page, 'Ergebnis'), 'Veröffentlichen'));
    await section(page, 'Ergebnis')
      .getByText(/^Veröffentlicht am/)
      .waitFor();
    await hands.tick(page.getByRole('checkbox', { name: 'Es ist kein nächster Schritt nötig.' }));
    await section(page, 'Nächste Schritte')
      .getByRole('paragraph')
      .filter({ hasText: 'Es ist kein nächster Schritt nötig.' })
      .waitFor();
    expect(await lacks(page)).toHaveLength(1);
  });

  it.each([ADAPTED, ADOPTED])('%s: its commissioner takes it over, and ends it', async (title) => {
    const page = await open('bea', '/duties');
    await hands.press(page.getByRole('link', { name: new RegExp(title) }).first());
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await hands.press(button(section(page, 'Menschen'), 'Ergebnis übernehmen'));
    await section(page, 'Menschen').getByText('hat das Ergebnis übernommen').waitFor();
    await finish(page);
  });

  it('end with their loop, and the successes page shows what may be shown', async () => {
    const page = await open('carl', '/loops/2');
    await hands.press(button(page, 'Auswertung beginnen'));
    await page.getByText('Lernschleife 2: in Auswertung.').waitFor();
    await writeSaved(hands, page, 'Was wir gelernt haben', 'Erst das Gesetz, dann das Formular.');
    await page.getByText('Es steht nichts mehr im Weg.').waitFor();
    await hands.press(button(page, 'Lernschleife abschließen'));
    await page.getByText('Lernschleife 2: abgeschlossen.').waitFor();

    const reader = await stage.reader();
    await reader.goto(`${stage.server.origin}/de/${slug}`);
    await reader.getByText('Neun von zehn.').waitFor();
    const shown = await reader.locator('main').innerText();
    for (const text of [ADOPTED, 'Abgeschlossen', 'Zurzeit läuft keine Lernschleife.'])
      expect(shown).toContain(text);
    expect(shown).not.toContain(INTERNAL);
  });
});
