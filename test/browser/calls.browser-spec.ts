import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import {
  anApplication,
  anOpenCall,
  aProgrammeOfCalls,
  applicationsOf,
  send,
} from '../support/calls.js';
import type { Data } from '../support/graphql.js';
import { keyboard, mouse, type Hands } from '../support/hands.js';
import { brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { faultsOf, giveSession, VIEWS, widthOf } from '../support/workspace-browser.js';

const MEASURE = 'Vordrucke sortieren';
const DAY = '2090-01-31';

let server: TestServer;
let browser: Browser;
let folder: string;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    signIn: { provider: null, email: true, demonstration: false },
    mail: { from: 'lernschleife@example.org', way: { folder: join(folder, 'mails') } },
  });
  browser = await startBrowser();
}, 60_000);
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The sample, with a measure that looks for someone. */
function aProgrammeThatSeeks(slug: string): ProgrammeDraft {
  const draft = aProgrammeOfCalls(slug);
  draft.measures?.push({
    key: 'vordrucke',
    actionField: 'formulare-2',
    title: MEASURE,
    phase: 'PLAN',
  });
  return draft;
}
async function pageOf(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  contexts.push(context);
  return context.newPage();
}
const button = (inside: Page | Locator, name: string | RegExp): Locator =>
  inside.getByRole('button', { name, exact: typeof name === 'string' });
const section = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}`) });
const nowIn = (page: Page, state: string): Promise<void> =>
  page
    .getByRole('list', { name: 'Stand des Aufrufs' })
    .locator('[aria-current=step]', { hasText: state })
    .waitFor();

describe.each([
  ['by mouse', 'maus', mouse],
  ['by keyboard alone', 'tastatur', keyboard],
] as const)(
  'a call from its writing to the first measure of its guide, %s',
  (_, slug, hands: Hands) => {
    const home = `/workspace/de/${slug}`;
    const kim = `kim@${slug}.example.org`;
    const open = async (person: string, path: string): Promise<Page> => {
      const page = await pageOf();
      await giveSession(server, page.context(), slug, person);
      await page.goto(server.origin + home + path);
      await page.locator('main h1').waitFor();
      return page;
    };
    /** Fills in the dialog that stands open, and sends it. */
    const fill = async (
      page: Page,
      parts: (dialog: Locator) => Promise<unknown>,
      submit: string,
    ): Promise<void> => {
      const dialog = page.getByRole('dialog');
      await parts(dialog);
      await hands.press(button(dialog, submit));
      await dialog.waitFor({ state: 'detached' });
    };
    /** Follows the newest link to sign in that was sent to an address, once as many have come as were asked for. */
    const openMail = async (page: Page, address: string, asked: number): Promise<void> => {
      await page.goto(`${server.origin}/sign-in/mails`);
      const links = page
        .getByRole('article')
        .filter({ hasText: address })
        .getByRole('link', { name: 'Link öffnen' })
        .and(page.locator('[href*="/sign-in/link"]'));
      while ((await links.count()) < asked) await page.reload();
      await hands.press(links.first());
      await hands.press(button(page, 'Jetzt anmelden'));
    };
    const applicant = (page: Page, name: string): Locator =>
      page.locator('.ws-applicant', { has: page.getByRole('heading', { name, exact: true }) });

    it('is brought into being', async () => {
      await brought(server.source, aProgrammeThatSeeks(slug));
    });

    it('is written by the circle, previewed and opened', async () => {
      const page = await open('olga', '/calls');
      await hands.press(button(page, 'Aufruf schreiben …'));
      await fill(
        page,
        (dialog) => hands.write(dialog.getByLabel('Titel'), 'Wer geht mit?'),
        'Entwurf anlegen',
      );
      await page.getByRole('heading', { level: 1, name: 'Wer geht mit?' }).waitFor();
      await nowIn(page, 'Entwurf');
      const next = section(page, 'Wie es weitergeht');
      for (const lack of ['ein Text', 'die Zahl der Plätze', 'die Mindestdauer'])
        await next.getByRole('link', { name: lack }).waitFor();
      expect(await button(next, 'Aufruf öffnen …').isDisabled()).toBe(true);

      const text = page.getByRole('textbox', { name: 'Was der Aufruf sagt' });
      await hands.write(text, 'Wir suchen **Begleitung**.');
      await page.keyboard.press('Tab');
      await page.getByText(/^Gespeichert um/).waitFor();
      await hands.press(button(page, /^Titel und Rahmen ändern/));
      await fill(
        page,
        async (dialog) => {
          await hands.write(dialog.getByLabel('Plätze'), '1');
          await hands.day(dialog.getByLabel('Letzter Tag'), DAY);
          await hands.write(dialog.getByLabel('Mindestdauer'), '2');
          await hands.choose(dialog.getByLabel('Beginnt mit'), 'Lernschleife\u00a03');
        },
        'Speichern',
      );
      await section(page, 'Rahmen').getByText('31. Januar 2090').waitFor();
      const experience = page.getByLabel('Weitere Erfahrung');
      for (const one of ['Moderation', 'Zeit', 'Irrtum']) {
        await hands.write(experience, one);
        await hands.press(button(page, 'Hinzufügen'));
        await section(page, 'Hilfreiche Erfahrungen').getByText(one, { exact: true }).waitFor();
      }
      await hands.press(button(page, '„Irrtum“ entfernen'));
      await button(page, '„Irrtum“ entfernen').waitFor({ state: 'detached' });
      expect(await experience.and(page.locator(':focus')).count()).toBe(1);
      const asked = section(page, 'Eigene Fragen');
      for (const question of ['Was reizt Sie?', 'Wie viel Zeit haben Sie?']) {
        await hands.press(button(page, 'Frage hinzufügen …'));
        await fill(
          page,
          (dialog) => hands.write(dialog.getByLabel('Frage'), question),
          'Speichern',
        );
        await asked.getByRole('paragraph').filter({ hasText: question }).waitFor();
      }
      await hands.press(button(page, 'Nach oben: Wie viel Zeit haben Sie?'));
      await asked
        .getByRole('listitem')
        .first()
        .getByText('Wie viel Zeit haben Sie?')
        .first()
        .waitFor();
      // The focus goes along with the question, to the button that it still has.
      await button(page, 'Nach unten: Wie viel Zeit haben Sie?')
        .and(page.locator(':focus'))
        .waitFor();

      const opened = page.context().waitForEvent('page');
      await hands.press(page.getByRole('link', { name: /^Vorschau der öffentlichen Seite/ }));
      const preview = await opened;
      await preview.getByRole('heading', { level: 1, name: 'Wer geht mit?' }).waitFor();
      expect(await button(preview, 'Meldung absenden').isDisabled()).toBe(true);
      await preview.close();
      expect(await page.getByRole('link', { name: /^Zur öffentlichen Seite/ }).count()).toBe(0);

      await hands.press(button(next, 'Aufruf öffnen …'));
      await fill(page, (dialog) => dialog.getByText(/31\. Januar 2090/).waitFor(), 'Öffnen');
      await nowIn(page, 'Offen');
      await page.getByRole('link', { name: /^Zur öffentlichen Seite/ }).waitFor();
      // People answer to these from now on.
      expect(await button(page, 'Frage hinzufügen …').count()).toBe(0);
    });

    it('is answered without JavaScript: with a link that confirms the address, and signed in', async () => {
      const page = await pageOf({ javaScriptEnabled: false });
      await page.goto(`${server.origin}/de/${slug}/mitmachen`);
      await hands.write(page.getByLabel('Vor- und Nachname'), 'Kim Krause');
      await hands.write(page.getByLabel('Dienstliche E-Mail-Adresse'), kim);
      await hands.write(page.getByLabel('Was reizt Sie daran?'), 'Kurze "Wege".');
      await page.getByRole('checkbox', { name: 'Moderation' }).check();
      await page.getByRole('checkbox', { name: 'Formulare' }).check();
      await hands.write(page.getByLabel('Wie viel Zeit haben Sie?'), 'Vier Stunden.');
      await page.getByRole('checkbox', { name: /^Ich bin einverstanden/ }).check();
      await hands.press(button(page, 'Meldung absenden'));
      await page.getByRole('heading', { level: 1, name: 'Schauen Sie in Ihr Postfach' }).waitFor();
      await openMail(page, kim, 1);
      await page.getByText('Ihre Adresse ist bestätigt').waitFor();

      const other = await pageOf({ javaScriptEnabled: false });
      await giveSession(server, other.context(), slug, 'emil');
      await other.goto(`${server.origin}/de/${slug}/mitmachen`);
      await hands.write(other.getByLabel('Was reizt Sie daran?'), 'Weil es vorangehen soll.');
      await other.getByRole('checkbox', { name: /^Ich bin einverstanden/ }).check();
      await hands.press(button(other, 'Meldung absenden'));
      await other.getByText('Danke, Ihre Meldung ist da').waitFor();
    });

    it('is closed early, chosen from and decided by the circle', async () => {
      const page = await open('olga', '/calls/wer-geht-mit');
      await hands.press(button(page, 'Vorzeitig schließen …'));
      await fill(
        page,
        (dialog) => hands.write(dialog.getByLabel('Warum?'), 'Genug.'),
        'Aufruf schließen',
      );
      await nowIn(page, 'Geschlossen');
      await page.getByText('Vorzeitig geschlossen: Genug.').waitFor();
      expect(await button(page, 'Aufruf entscheiden …').isDisabled()).toBe(true);

      await hands.press(page.getByRole('link', { name: 'Meldungen ansehen und auswählen' }));
      await page.getByRole('heading', { level: 1, name: 'Meldungen und Auswahl' }).waitFor();
      const said = applicant(page, 'Kim Krause');
      for (const words of ['Kurze "Wege".', 'Moderation', 'Formulare', 'Vier Stunden.'])
        await said.getByText(words, { exact: true }).waitFor();
      const seeking = section(page, 'Maßnahmen, die jemanden suchen');
      await seeking.getByRole('link', { name: MEASURE }).waitFor();
      await seeking.getByText('Wunschthema von Kim Krause').first().waitFor();
      expect(await seeking.getByRole('link', { name: 'Formulare kürzen' }).count()).toBe(0);

      await hands.press(button(page, 'Notiz schreiben … Kim Krause'));
      await fill(
        page,
        (dialog) => hands.write(dialog.getByLabel('Notiz des Kreises'), 'Kennt das Büro.'),
        'Speichern',
      );
      await said.getByText('Kennt das Büro.').waitFor();
      await page.getByText('0 von einem Platz vergeben').waitFor();
      await hands.press(button(page, 'Auswählen Kim Krause'));
      await page.getByText('1 von einem Platz vergeben').waitFor();
      await section(page, 'Ausgewählt').getByRole('heading', { name: 'Kim Krause' }).waitFor();
      // Where the card went, the focus has gone.
      await page.getByRole('heading', { name: 'Kim Krause' }).and(page.locator(':focus')).waitFor();
      const emil = applicant(page, 'Emil Ehlers');
      await emil.getByText('Alle Plätze sind vergeben.').waitFor();
      expect(await button(page, 'Auswählen Emil Ehlers').count()).toBe(0);
      await hands.press(button(page, 'Absagen … Emil Ehlers'));
      await fill(page, (dialog) => hands.write(dialog.getByLabel('Warum?'), 'Leider.'), 'Absagen');
      await section(page, 'Absagen').getByText('Leider.').waitFor();
      await hands.press(button(page, 'Auf die Warteliste Emil Ehlers'));
      await section(page, 'Warteliste').getByRole('heading', { name: 'Emil Ehlers' }).waitFor();

      await hands.press(button(page, 'Aufruf entscheiden …'));
      await fill(
        page,
        async (dialog) => {
          await dialog.getByText(/^Eine Person bekommt eine Zusage/).waitFor();
          await dialog.getByText(/^Eine Person erfährt/).waitFor();
          await dialog.getByText('Niemand bekommt eine Absage.').waitFor();
        },
        'Entscheiden',
      );
      await hands.press(page.getByRole('link', { name: 'Wer geht mit?' }));
      await nowIn(page, 'Entschieden');
    });

    it('makes the chosen a guide with a term, who accepts a measure', async () => {
      const page = await open('olga', '/people');
      const row = page.getByRole('listitem').filter({ hasText: 'Kim Krause' });
      await row.getByText(/Transformationsbegleitung.*Lernschleifen 3 bis 4/).waitFor();
      await page.goto(`${server.origin}${home}/calls/wer-geht-mit/applications`);
      await hands.press(
        section(page, 'Maßnahmen, die jemanden suchen').getByRole('link', { name: MEASURE }),
      );
      await page.getByRole('heading', { level: 1, name: MEASURE }).waitFor();
      await hands.press(button(section(page, 'Menschen'), /Verantwortlich$/));
      await fill(
        page,
        async (dialog) => {
          // What speaks against someone stands behind the name once it is read.
          const option = dialog.locator('option', { hasText: 'Kim Krause (' });
          await option.waitFor({ state: 'attached' });
          await hands.choose(
            dialog.getByLabel('Verantwortlich'),
            (await option.textContent()) ?? '',
          );
        },
        'Speichern',
      );
      await section(page, 'Menschen').getByText('ist gefragt, hat noch nicht angenommen').waitFor();

      const own = await pageOf();
      await own.goto(
        `${server.origin}/sign-in?lang=de&return=${encodeURIComponent(`${home}/duties`)}`,
      );
      await hands.write(own.getByLabel('E-Mail-Adresse'), kim);
      await hands.press(button(own, 'Link zusenden'));
      await own.getByRole('heading', { level: 1, name: 'Schauen Sie in Ihr Postfach' }).waitFor();
      await openMail(own, kim, 2);
      await hands.press(own.getByRole('link', { name: new RegExp(MEASURE) }));
      await hands.press(button(section(own, 'Menschen'), 'Annehmen'));
      await section(own, 'Menschen').getByText('hat angenommen').waitFor();
      // Who has applied is no guide's to read, and neither is who has looked.
      await own.goto(`${server.origin}${home}/calls/wer-geht-mit`);
      await nowIn(own, 'Entschieden');
      expect(await section(own, 'Wer die Meldungen angesehen hat').count()).toBe(0);
      expect(await own.getByText('Emil Ehlers').count()).toBe(0);
      await own.goto(`${server.origin}${home}/calls/wer-geht-mit/applications`);
      await own.getByRole('heading', { name: 'Diese Seite haben wir nicht gefunden' }).waitFor();

      await own.goto(`${server.origin}/de/${slug}/mitmachen`);
      await hands.press(own.getByText('Meldung zurückziehen', { exact: true }));
      await hands.press(button(own, 'Ja, Meldung zurückziehen'));
      await own.getByText('Was Sie geschrieben haben, ist gelöscht.').waitFor();
    });

    it('lets the waitlist move up after a withdrawal, on the circle’s word', async () => {
      const page = await open('olga', '/calls/wer-geht-mit/applications');
      await page.getByText('0 von einem Platz vergeben').waitFor();
      await page.getByText(/Auf der Warteliste steht Emil Ehlers ganz oben/).waitFor();
      const gone = applicant(page, 'Kim Krause');
      await gone.getByText('Was in der Meldung stand, ist gelöscht.').waitFor();
      expect(await gone.getByText('Kurze "Wege".').count()).toBe(0);
      await hands.press(button(page, 'Nachrücken lassen … Emil Ehlers'));
      await fill(page, (dialog) => dialog.getByText(/per E-Mail/).waitFor(), 'Nachrücken lassen');
      await section(page, 'Ausgewählt').getByRole('heading', { name: 'Emil Ehlers' }).waitFor();
      await page.goto(`${server.origin}${home}/people`);
      const row = page.getByRole('listitem').filter({ hasText: 'Emil Ehlers' });
      await row.getByText(/Transformationsbegleitung.*Lernschleifen 3 bis 4/).waitFor();
    });

    it('tells administrators who has looked at the applications', async () => {
      const page = await open('adam', '/calls/wer-geht-mit');
      await section(page, 'Wer die Meldungen angesehen hat').getByText('Olga Ostermann').waitFor();
    });
  },
);

describe('the screens of calls', () => {
  const home = '/workspace/de/probe';
  const path = `${home}/calls/wer-geht-mit/applications`;
  const WORDS = {
    motivation: 'Weil es vorangehen soll.',
    qualifications: ['Moderation'],
    answers: [],
  };
  beforeAll(async () => {
    await brought(server.source, aProgrammeThatSeeks('probe'));
    const olga = await signInAs(server, 'probe', 'olga');
    const { id } = await anOpenCall(server, olga, { seats: 1 });
    for (const key of ['olga', 'carl', 'bea', 'gisela', 'emil', 'adam']) {
      const who = await signInAs(server, 'probe', key);
      await server.source.query('UPDATE person SET email = $1 WHERE account_id = $2', [
        `${key}@haus.example.org`,
        who.accountId,
      ]);
      await send(who, 'applyToCall', anApplication(id, { ...WORDS, name: `Name von ${key}` }));
    }
    const { version } = await applicationsOf(olga, id);
    await send(olga, 'closeCall', { callId: id, version, reason: 'Genug.' });
    const say = async (mutation: string, key: string, more: object = {}): Promise<void> => {
      const { applications } = await applicationsOf(olga, id);
      const one = applications.find(({ name }: Data) => name === `Name von ${key}`);
      await send(olga, mutation, { applicationId: one.id, version: one.version, ...more });
    };
    await say('chooseApplicant', 'carl');
    await say('waitlistApplicant', 'bea');
    await say('waitlistApplicant', 'gisela');
    await say('declineApplicant', 'emil', { reason: 'Leider.' });
    await say('noteApplicant', 'olga', { note: 'Kennt das Büro.' });
    const adam = await signInAs(server, 'probe', 'adam');
    await send(olga, 'createCall', { programme: 'probe', title: 'Noch ein Aufruf' });
    await applicationsOf(adam, id);
  });

  const open = async (address: string, view: (typeof VIEWS)[number] = VIEWS[0]): Promise<Page> => {
    const { colorScheme, width } = view;
    const page = await pageOf({ colorScheme, viewport: { width, height: 900 } });
    await giveSession(server, page.context(), 'probe', 'adam');
    await page.goto(server.origin + address);
    await page.locator('main h1').waitFor();
    await page.locator('.ws-state').waitFor({ state: 'detached' });
    return page;
  };

  it.each(VIEWS)('have no fault, and are no wider than the window: $name', async (view) => {
    const page = await open(`${home}/calls`, view);
    for (const address of [
      `${home}/calls`,
      `${home}/calls/noch-ein-aufruf`,
      `${home}/calls/wer-geht-mit`,
      path,
    ]) {
      await page.goto(server.origin + address);
      await page.locator('main h1').waitFor();
      await page.locator('.ws-state').waitFor({ state: 'detached' });
      expect([address, await faultsOf(page), await widthOf(page)]).toEqual([
        address,
        [],
        view.width,
      ]);
    }
  });

  it.each(VIEWS)('have dialogs without a fault, which give the focus back: $name', async (view) => {
    const page = await open(`${home}/calls`, view);
    for (const [address, name] of [
      ['/calls', /^Aufruf schreiben/],
      ['/calls/noch-ein-aufruf', /^Titel und Rahmen ändern/],
      ['/calls/noch-ein-aufruf', /^Frage hinzufügen/],
      ['/calls/wer-geht-mit', /^Wieder öffnen und verlängern/],
      ['/calls/wer-geht-mit/applications', /^Absagen/],
      ['/calls/wer-geht-mit/applications', /^Notiz ändern/],
    ] as const) {
      const at = `${address} ${String(name)}`;
      if (!page.url().endsWith(address)) await page.goto(server.origin + home + address);
      const opener = page.getByRole('main').getByRole('button', { name }).first();
      await keyboard.press(opener);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect([at, await faultsOf(page), await widthOf(page)]).toEqual([at, [], view.width]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect([at, await opener.and(page.locator(':focus')).count()]).toEqual([at, 1]);
    }
  });

  it('order the waitlist by keyboard, and take back what was said', async () => {
    const page = await open(path);
    const waiting = section(page, 'Warteliste').getByRole('heading', { level: 3 });
    expect(await waiting.allInnerTexts()).toEqual(['Name von bea', 'Name von gisela']);
    await keyboard.press(button(page, 'Name von gisela nach oben'));
    await page
      .getByRole('status')
      .filter({ hasText: 'Name von gisela steht jetzt an Stelle 1 von 2.' })
      .waitFor();
    expect(await waiting.allInnerTexts()).toEqual(['Name von gisela', 'Name von bea']);
    await page
      .getByRole('heading', { name: 'Name von gisela' })
      .and(page.locator(':focus'))
      .waitFor();

    await keyboard.press(button(page, 'Wieder offen lassen Name von carl'));
    await page.getByText('0 von einem Platz vergeben').waitFor();
    await keyboard.press(button(page, 'Rückgängig machen'));
    await page.getByText('1 von einem Platz vergeben').waitFor();
    await section(page, 'Ausgewählt').getByRole('heading', { name: 'Name von carl' }).waitFor();
  });

  it('tell two members of the circle that the last seat has gone', async () => {
    const page = await open(path);
    await button(page, 'Wieder offen lassen Name von carl').click();
    await page.getByText('0 von einem Platz vergeben').waitFor();
    const other = await open(path);
    // The other one hears nothing until it writes: as if both had pressed at once.
    await other.context().setOffline(true);
    await button(page, 'Auswählen Name von adam').click();
    await page.getByText('1 von einem Platz vergeben').waitFor();
    await other.context().setOffline(false);
    await button(other, 'Auswählen Name von olga').click();
    await other
      .getByText(/Alle Plätze sind vergeben/)
      .first()
      .waitFor();
    await other.getByText('1 von einem Platz vergeben').waitFor();
    expect(
      await section(other, 'Ausgewählt').getByRole('heading', { level: 3 }).allInnerTexts(),
    ).toEqual(['Name von adam']);
  });

  it('open no public page of a draft, and say what it lacks for one', async () => {
    const page = await open(`${home}/calls/noch-ein-aufruf`);
    await section(page, 'Öffentliche Seite')
      .getByText(/^Eine Vorschau gibt es, sobald/)
      .waitFor();
    expect(await section(page, 'Öffentliche Seite').getByRole('link').count()).toBe(0);
  });
});
