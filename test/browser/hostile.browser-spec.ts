import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { aMeasure } from '#domain/measures/measure-facts.builder.js';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { until } from '../support/compiled-server.js';
import { aHostileProgramme, hostilePages, joinedTo } from '../support/hostile-texts.js';
import { aProgrammeOfMoves, measuresWith } from '../support/move-cases.js';
import { brought } from '../support/sample-programme.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { giveSession } from '../support/workspace-browser.js';

const t = workspaceMessagesFor('de');
const TEXTS = joinedTo(LIMITS.name);
const [WORST = ''] = TEXTS;
/** Fields that take any text. */
const TEXT_FIELDS =
  'textarea, input:not([type=date], [type=number], [type=checkbox], [type=radio], [type=email], [type=url])';

describe('hostile texts in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What should never happen: dialogs, violations of the policy, errors. */
  const complaints: string[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    await brought(server.source, aProgrammeOfMoves());
    await brought(server.source, aHostileProgramme());
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({ viewport: { width: 1280, height: 1200 } });
    await context.addInitScript(
      `addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`,
    );
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
  });
  afterEach(() => context.close());

  const signIn = (slug: string, person: string): Promise<void> =>
    giveSession(server, context, slug, person);
  /** All that the page shows, and what stands in its fields. */
  const shown = (): Promise<string> =>
    page.evaluate<string>(
      `[document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value)].join('\\n')`,
    );
  const untilShown = async (text: string): Promise<void> => {
    await until(async () => (await shown()).includes(text)).catch(() =>
      expect(`${page.url()} shows it`).toBe(text),
    );
  };
  /** Elements and attributes that no page of ours has, so that they would come from a text. */
  const foreign = (): Promise<string[]> =>
    page.evaluate<string[]>(`[...document.querySelectorAll('*')].filter((element) =>
      (element.localName === 'script' && !element.src.startsWith(location.origin + '/')) ||
      ['iframe', 'object', 'embed', 'base'].includes(element.localName) ||
      [...element.attributes].some(({ name, value }) =>
        /^on/i.test(name) || (/^(href|src|action)$/i.test(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value)))
    ).map((element) => element.outerHTML)`);
  const open = async (path: string): Promise<void> => {
    await page.goto(server.origin + path);
    await page.locator('h1').first().waitFor();
  };

  let turn = 0;
  /** Writes the next of the texts into a field; answers what the field makes of it: a line has no ends of lines. */
  const writeInto = async (field: Locator): Promise<string> => {
    if ((await field.getAttribute('inputmode')) === 'url') {
      await field.fill('https://example.org/b.png');
      return '';
    }
    await field.fill(TEXTS[turn % TEXTS.length] ?? '');
    turn += 1;
    return field.inputValue();
  };
  /** Opens the dialog of a button and fills it in; answers the texts, which stand on the page by then. */
  const fillIn = async (
    button: string,
    place: Page | Locator = page,
  ): Promise<readonly string[]> => {
    await place
      // Names have plain spaces only, whatever stands in the text.
      .getByRole('button', { name: new RegExp(`^${button.replaceAll(/\s/g, ' ')}`) })
      .last()
      .click();
    const dialog = page.getByRole('dialog');
    const typed: string[] = [];
    for (const field of await dialog.locator(TEXT_FIELDS).all()) typed.push(await writeInto(field));
    for (const day of await dialog.locator('input[type=date]').all()) await day.fill('2026-11-30');
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached', timeout: 10_000 }).catch(async () => {
      throw new Error(`${button}: ${await dialog.innerText()}`);
    });
    for (const text of typed) await untilShown(text);
    return typed;
  };
  const unfold = async (place: Locator): Promise<void> => {
    for (const more of await place.locator('.ws-more:not([open]) > summary').all())
      await more.click();
  };
  const sectionOf = (id: string): Locator => page.locator(`section[aria-labelledby="${id}"]`);
  /** Writes a text that saves itself, and finds it again when the page is opened anew. */
  const save = async (name: string): Promise<string> => {
    const box = page.getByRole('textbox', { name, exact: true });
    const text = await writeInto(box);
    await box.blur();
    await page
      .locator('.ws-saved-text', { has: box })
      .getByText(/^Gespeichert/)
      .waitFor();
    return text;
  };
  const isClean = async (path: string): Promise<void> =>
    expect([path, await foreign(), complaints]).toEqual([path, [], []]);

  it('are taken by every form of the workspace, and stand there as they were typed', async () => {
    await signIn('probe', 'administrator');
    const home = '/workspace/de/probe';
    await open(`${home}/topics`);
    await fillIn(t('topics.add'));
    await fillIn(t('topics.question'));
    await fillIn(t('topics.measure'));
    await page.waitForURL('**/measures/*');
    await page.locator('#history').waitFor();
    const measure = new URL(page.url()).pathname;
    for (const button of [
      'steps.add',
      'result.add',
      'nextSteps.add',
      'help.ask',
      'facts.edit',
    ] as const)
      await fillIn(t(button));
    await fillIn(t('attachments.add'), sectionOf('result'));
    await page.getByRole('button', { name: t('result.preview'), exact: true }).click();
    await page.getByRole('region', { name: t('result.preview') }).waitFor();
    expect(await foreign()).toEqual([]);
    for (const [section, button] of [
      ['steps', 'steps.drop'],
      ['next-steps', 'steps.drop'],
      ['result', 'result.keepInternal'],
      ['result', 'result.withdraw'],
    ] as const) {
      await unfold(sectionOf(section));
      await fillIn(t(button), sectionOf(section));
    }
    const saved = [await save(t('measure.description')), await save(t('measure.criterion'))];
    await fillIn(t('move.STOPPED'));
    await open(measure);
    for (const text of saved) await untilShown(text);

    const [judged = ''] = await measuresWith(server, [aMeasure({ phase: 'CHECK' })]);
    await open(`${home}/measures/${judged}`);
    const words = [await save(t('verdict.lesson')), await save(t('verdict.anchored'))];
    await fillIn(t('move.back', { phase: t('workspace.phase.DO') }));
    await open(`${home}/measures/${judged}`);
    for (const text of words) await untilShown(text);
    await isClean('judged');

    await open(`${home}/decisions`);
    await fillIn(t('decisions.add'));
    await open(`${home}/people`);
    await fillIn(t('persons.invite'));
    await open(`${home}/programme`);
    await fillIn(t('units.add'));
    await fillIn(t('goals.add'));
    for (const label of ['title', 'organisation', 'purpose', 'accessibility', 'privacy'] as const)
      await page.getByLabel(t(`settings.${label}`), { exact: true }).fill(WORST);
    await page.getByRole('button', { name: t('workspace.save') }).click();
    await page.getByText(t('workspace.saved')).first().waitFor();
    await open(`${home}/loops/2`);
    const reflection = await save(t('loopPage.reflection'));
    await open(`${home}/loops/2`);
    await untilShown(reflection);
    await isClean('reflection');

    for (const path of [
      `${home}/board/${await loopOf(measure)}`,
      measure,
      `${home}/topics`,
      `${home}/decisions`,
      `${home}/people`,
      `${home}/duties`,
      `${home}/programme`,
      '/de/probe/erfolge',
      '/de/probe/datenschutz',
    ]) {
      await open(path);
      // The title of the programme.
      await untilShown(WORST);
      await isClean(path);
    }
  });

  const loopOf = async (path: string): Promise<number> => {
    const [row] = await server.source.query<{ number: number }[]>(
      'SELECT l.number FROM measure m JOIN learning_loop l ON l.id = m.loop_id WHERE m.id = $1',
      [path.split('/').at(-1)],
    );
    return row?.number ?? 0;
  };

  it('stand as they are on every screen of the workspace', async () => {
    await signIn('feind', 'olga');
    const home = '/workspace/de/feind';
    for (const path of ['board/2', 'topics', 'decisions', 'people', 'programme', 'loops/2']) {
      await open(`${home}/${path}`);
      for (const text of path === 'programme' || path === 'loops/2' ? [WORST] : TEXTS)
        await untilShown(text);
      expect([path, await foreign(), complaints]).toEqual([path, [], []]);
    }
    const measures = await server.source.query<{ id: string; title: string }[]>(
      `SELECT m.id, m.title FROM measure m JOIN programme p ON p.id = m.programme_id WHERE p.slug = 'feind'`,
    );
    for (const { id, title } of measures) {
      await open(`${home}/measures/${id}`);
      await untilShown(title);
      expect([title, await foreign(), complaints]).toEqual([title, [], []]);
    }
  });

  it('stand as they are on the public pages, and in a feed that is well-formed', async () => {
    for (const path of hostilePages()) {
      await open(path);
      expect([path, await foreign(), complaints]).toEqual([path, [], []]);
    }
    await open('/de/feind/erfolge');
    // HTML reads every end of a line as the same one.
    for (const text of TEXTS) await untilShown(text.replace(/\r\n?/g, '\n'));
    for (const address of ['/de/feind/erfolge.atom', '/sitemap.xml']) {
      const xml = await (await server.get(address)).text();
      const fault = await page.evaluate<string | null>(
        `new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml').querySelector('parsererror')?.textContent ?? null`,
      );
      expect([address, fault]).toEqual([address, null]);
    }
  });
});
