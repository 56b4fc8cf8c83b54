import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { aBareMeasure, aMeasure } from '#domain/measures/measure-facts.builder.js';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import { until } from '../support/compiled-server.js';
import { mailToken } from '../support/mail-token.js';
import { aProgrammeOfMoves, measuresWith } from '../support/move-cases.js';
import { anOpenCallOf } from '../support/open-call.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { faultsOf, giveSession, widthOf, type View } from '../support/workspace-browser.js';

const HOME = '/workspace/de/probe';
const BOARD = `${HOME}/board/2`;
const VIEWS: readonly View[] = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark at 360 px', colorScheme: 'dark', width: 360 },
];
/** 1280 × 1024 px at 400 %. */
const ZOOMED: View = { name: '400 %', colorScheme: 'light', width: 320, height: 256 };
const WIDE = 1280;

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
  const draft = aProgrammeOfMoves();
  await brought(server.source, {
    ...draft,
    units: [{ key: 'haus', name: 'Haus' }],
    people: [
      ...(draft.people ?? []),
      { key: 'olga', name: 'Olga Ostermann', email: 'olga@example.org', role: 'CIRCLE' },
    ],
  });
  await brought(server.source, aProgramme('zweites'));
  browser = await startBrowser();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page at a path, seen by a person of `probe` or by nobody. */
async function open(path: string, person: string | null, view: Partial<View> = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-DE',
    colorScheme: view.colorScheme ?? 'light',
    viewport: { width: view.width ?? WIDE, height: view.height ?? 900 },
  });
  contexts.push(context);
  if (person !== null) await giveSession(server, context, 'probe', person);
  const page = await context.newPage();
  await page.goto(server.origin + path);
  await page.locator('h1').first().waitFor();
  return page;
}
const placed = async (facts: MeasureFacts): Promise<string> => {
  const [id] = await measuresWith(server, [facts]);
  if (id === undefined) throw new Error('no measure');
  return id;
};
const expectNoFault = async (page: Page, at: string, { width }: View): Promise<void> => {
  expect([at, await faultsOf(page), await widthOf(page)]).toEqual([at, [], width]);
};
const DIALOG_TOO_WIDE = `(() => {
  const box = document.querySelector('dialog[open]');
  return box.scrollWidth > box.clientWidth;
})()`;
const expectDialogWithoutFault = async (page: Page, at: string, view: View): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await expectNoFault(page, at, view);
  expect([at, await page.evaluate(DIALOG_TOO_WIDE)]).toEqual([at, false]);
};

const OPEN_STEPS = [
  { state: 'OPEN', dropReason: null },
  { state: 'DROPPED', dropReason: 'Das tut das Amt nebenan.' },
] as const;
const IN_DO = aMeasure({ phase: 'DO', steps: OPEN_STEPS, resultStates: ['DRAFT'] });
const IN_ACT = aMeasure({ phase: 'ACT', verdict: 'ADAPT' });
const ASKED = aMeasure({ ownerAccepted: false });
/** Who opens which dialog of which measure: in which section, and by which button. */
const DIALOGS = [
  ['circle-member', IN_DO, 'steps', /^Ändern/],
  ['circle-member', IN_DO, 'steps', /^Fallen lassen/],
  ['circle-member', IN_DO, 'result', /^Weiteres Ergebnis aufschreiben/],
  ['circle-member', IN_DO, 'result', /^Intern halten/],
  ['circle-member', IN_DO, 'next-steps', /^Als Maßnahme aufgreifen/],
  ['circle-member', IN_DO, 'next-steps', /^Ändern/],
  ['circle-member', IN_DO, 'next-steps', /^Fallen lassen/],
  ['circle-member', IN_ACT, 'result', /^Zurückziehen/],
  ['circle-member', IN_ACT, 'onward', /^Nachfolge planen/],
  ['circle-member', IN_ACT, 'people', /^Hinzufügen … Beteiligt/],
  ['owner', IN_DO, 'people', /^Verantwortung abgeben/],
  ['owner', IN_DO, 'people', /^Übergeben/],
  ['owner', ASKED, 'people', /^Ablehnen/],
] as const;

describe.each(VIEWS)('a measure, $name', (view) => {
  it('has no fault in the dialogs of its entries, which give the focus back', async () => {
    const ids = new Map<MeasureFacts, string>();
    const pages = new Map<string, Page>();
    for (const [person, facts, section, name] of DIALOGS) {
      const id = ids.get(facts) ?? (await placed(facts));
      ids.set(facts, id);
      const path = `${HOME}/measures/${id}`;
      const page = pages.get(person) ?? (await open(path, person, view));
      pages.set(person, page);
      await page.goto(server.origin + path);
      await page.locator('#history').waitFor();
      const place = page.locator(`section[aria-labelledby="${section}"]`);
      for (const summary of await place.locator('.ws-more > summary').all()) await summary.click();
      const opener = place.getByRole('button', { name }).first();
      await opener.click();
      const at = `${section} ${String(name)}`;
      await expectDialogWithoutFault(page, at, view);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect([at, await opener.and(page.locator(':focus')).count()]).toEqual([at, 1]);
    }
  });
});

describe.each(VIEWS)('the board, $name', (view) => {
  const card = (page: Page, id: string): Locator => page.locator(`[data-card="${id}"]`);
  /** The board with a measure on it: wide enough to drag, until what is looked at stands open. */
  const boardWith = async (
    facts: MeasureFacts,
    person = 'circle-member',
  ): Promise<{ page: Page; id: string }> => {
    const id = await placed(facts);
    const page = await open(BOARD, person, { ...view, width: WIDE });
    await card(page, id).waitFor();
    return { page, id };
  };
  const shift = async (page: Page, id: string, to: 'Left' | 'Right'): Promise<void> => {
    await card(page, id).getByRole('link').first().focus();
    await page.keyboard.press(`Shift+Arrow${to}`);
  };
  const narrowed = async (page: Page, title: string): Promise<void> => {
    await page.getByRole('dialog', { name: title }).waitFor();
    await page.setViewportSize({ width: view.width, height: 900 });
    await expectDialogWithoutFault(page, title, view);
  };
  const sayWhy = async (page: Page): Promise<void> => {
    await page.getByLabel('Warum?').fill('Wir planen neu.');
    await page.getByRole('dialog').locator('button[type=submit]').click();
  };

  it('says without a fault what a move lacks', async () => {
    const { page, id } = await boardWith(aBareMeasure());
    await shift(page, id, 'Right');
    await narrowed(page, 'Das geht noch nicht');
  });

  it('says without a fault that there is no such way', async () => {
    const { page, id } = await boardWith(aMeasure());
    const start = await card(page, id).boundingBox();
    const end = await page.locator('.ws-col__body').nth(3).boundingBox();
    if (start === null || end === null) throw new Error('not on the board');
    await card(page, id).scrollIntoViewIfNeeded();
    const { y = 0 } = (await card(page, id).boundingBox()) ?? {};
    await page.mouse.move(start.x + 40, y + 30);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, y + 40, { steps: 4 });
    await page.mouse.move(end.x + 50, y + 60, { steps: 8 });
    await page.mouse.up();
    await narrowed(page, 'Dieser Weg ist nicht vorgesehen');
  });

  it('says without a fault whose move it is', async () => {
    const { page, id } = await boardWith(aMeasure({ phase: 'CHECK', ownerId: 'circle-member' }));
    await shift(page, id, 'Right');
    await narrowed(page, 'Das können Sie nicht verschieben');
  });

  it('says without a fault what others have changed', async () => {
    const { page, id } = await boardWith(aMeasure({ phase: 'DO' }));
    await page.route('**/workspace/events/**', (route) => route.abort());
    await shift(page, id, 'Left');
    await page.getByRole('dialog').waitFor();
    const other = await signInAs(server, 'probe', 'administrator');
    const { data } = await other.gql(
      'mutation ($input: RequestHelpInput!) { requestHelp(input: $input) { __typename } }',
      { input: { measureId: id, version: 1, text: 'Wer kann mitschreiben?' } },
    );
    expect(data).toEqual({ requestHelp: { __typename: 'WorkspaceMeasure' } });
    await sayWhy(page);
    await narrowed(page, 'Das hat sich inzwischen geändert');
  });

  it('says without a fault what was refused', async () => {
    const { page, id } = await boardWith(aMeasure());
    await server.source.query('UPDATE measure SET due_day = NULL WHERE id = $1', [id]);
    await shift(page, id, 'Right');
    await narrowed(page, 'Das hat nicht geklappt');
  });

  it('says without a fault what became of several', async () => {
    const { page, id } = await boardWith(aMeasure({ phase: 'CHECK' }));
    const lacking = await placed(aBareMeasure({ phase: 'PLAN' }));
    await page.reload();
    for (const one of [id, lacking]) await card(page, one).getByRole('checkbox').check();
    const bar = page.getByRole('region', { name: 'Ausgewählte Maßnahmen' });
    await bar.getByLabel('Verschieben nach').selectOption({ label: 'Do' });
    await bar.getByRole('button', { name: 'Verschieben' }).click();
    await sayWhy(page);
    await narrowed(page, 'Was daraus geworden ist');
  });
});

describe('at 400 % zoom', () => {
  it('the board has no fault and needs no scrolling sideways, nor do its menu and its filter', async () => {
    const page = await open(BOARD, 'circle-member', ZOOMED);
    await page.locator('.ws-card').first().waitFor();
    await expectNoFault(page, 'board', ZOOMED);
    await page.locator('.ws-move__btn').first().click();
    await page.locator('.ws-menu').waitFor();
    await expectNoFault(page, 'menu', ZOOMED);
    await page.keyboard.press('Escape');
    for (const details of await page.locator('main details:not([open])').all())
      await details.locator('summary').first().click();
    await page.locator('.ws-card').first().getByRole('checkbox').check();
    await expectNoFault(page, 'selection', ZOOMED);
  });
});

describe.each(VIEWS)('screens and pages that are seldom seen, $name', (view) => {
  it('the programmes of somebody, whether two or none', async () => {
    const { accountId } = await signInAs(server, 'probe', 'olga');
    await server.source.query(
      `UPDATE person p SET account_id = $1 FROM programme pr
       WHERE pr.id = p.programme_id AND pr.slug = 'zweites' AND p.key = 'olga'`,
      [accountId],
    );
    const page = await open('/workspace/de', 'olga', view);
    await page.getByRole('link', { name: 'Kurze Wege' }).nth(1).waitFor();
    await expectNoFault(page, 'two', view);
    await server.source.query(`UPDATE person SET role = 'EMPLOYEE' WHERE account_id = $1`, [
      accountId,
    ]);
    await page.reload();
    await page.getByText(/^Sie gehören noch keinem Programm an/).waitFor();
    await expectNoFault(page, 'none', view);
    await server.source.query(`UPDATE person SET role = 'CIRCLE' WHERE account_id = $1`, [
      accountId,
    ]);
  });

  it('where a second sign-in ends', async () => {
    const page = await open(`${HOME}/signed-in`, 'circle-member', view);
    await expectNoFault(page, 'signed in', view);
  });

  it('the settings of mail that a mail leads to, saved, and by a link that leads nowhere', async () => {
    const [person] = await server.source.query<{ id: string }[]>(
      `SELECT id FROM person WHERE key = 'owner'`,
    );
    const page = await open(`/mail/${mailToken(person?.id ?? '')}`, null, view);
    await expectNoFault(page, 'settings', view);
    await page.locator('main button[type=submit], main form button').first().click();
    await page.locator('main h1').waitFor();
    await expectNoFault(page, 'saved', view);
    await page.goto(`${server.origin}/mail/nirgendwo`);
    await expectNoFault(page, 'nowhere', view);
  });

  it('the page of the link with which one signs in, also when it has expired', async () => {
    const page = await open('/sign-in', null, view);
    await page.getByLabel('E-Mail-Adresse').fill('olga@example.org');
    await page.getByRole('button', { name: 'Link zusenden' }).click();
    await page.getByRole('link', { name: 'Zu den Mails dieser Installation' }).click();
    const link = page.getByRole('link', { name: 'Link öffnen' });
    await until(async () => {
      await page.reload();
      return (await link.count()) > 0;
    });
    await link.first().click();
    await page.getByRole('button', { name: 'Jetzt anmelden' }).waitFor();
    await expectNoFault(page, 'link', view);
    await server.source.query('DELETE FROM sign_in_link');
    await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
    await page.locator('[role=alert], main h1').first().waitFor();
    await expectNoFault(page, 'expired', view);
  });

  it('a call in preview, and over, with the own application', async () => {
    await server.source.query(`UPDATE volunteer_call SET state = 'CLOSED'`);
    const callId = await anOpenCallOf(server, 'probe');
    const [call] = await server.source.query<{ key: string }[]>(
      'SELECT key FROM volunteer_call WHERE id = $1',
      [callId],
    );
    const page = await open(`${HOME}/calls/${call?.key}/preview`, 'olga', view);
    await expectNoFault(page, 'preview', view);
    const { accountId } = await signInAs(server, 'probe', 'owner');
    await server.source.query(
      `INSERT INTO application (id, call_id, account_id, name, email, motivation, confirmed_at, received_at)
       VALUES ($1, $2, $3, 'Kim Krause', 'kim@example.org', 'Kurze Wege.', now(), now())`,
      [randomUUID(), callId, accountId],
    );
    await server.source.query(`UPDATE volunteer_call SET state = 'CLOSED' WHERE id = $1`, [callId]);
    const over = await open('/de/probe/mitmachen', 'owner', view);
    await over.getByText('Kurze Wege.').first().waitFor();
    await expectNoFault(over, 'over', view);
  });

  it('feedback that was closed while somebody wrote', async () => {
    const allow = (open: boolean): Promise<unknown> =>
      server.source.query(`UPDATE programme SET feedback_open = $1 WHERE slug = 'zweites'`, [open]);
    await allow(true);
    const page = await open('/de/zweites/erfolge/rueckrufe/rueckmeldung', null, view);
    await page.locator('textarea').first().fill('Wer ruft mich zurück?');
    await allow(false);
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page
      .getByRole('heading', { name: 'Rückmeldungen sind hier nicht mehr möglich' })
      .waitFor();
    await expectNoFault(page, 'closed', view);
  });
});
