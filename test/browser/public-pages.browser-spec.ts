import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/start-browser.js';
import { aProgramme, brought, type ProgrammeDraft } from '../support/sample-programme.js';
import {
  DEMONSTRATION,
  importFile,
  startTestServer,
  type TestServer,
} from '../support/start-server.js';

const PAGES = [
  '/de/',
  '/de/serviceweg/erfolge',
  '/en/serviceweg/successes?topic=zugaenge',
  '/de/serviceweg/erfolge?q=zzzz-nichts',
  '/de/serviceweg/erfolge/zugaenge-umstellung',
  '/en/serviceweg/successes/zugaenge-umstellung',
  '/de/serviceweg/schleifen',
  '/de/serviceweg/schleifen/5',
  '/en/serviceweg/loops/4',
  '/de/serviceweg/themen/zugaenge',
  '/de/serviceweg/barrierefreiheit',
  '/en/serviceweg/privacy',
  '/de/serviceweg/leichte-sprache',
  '/de/serviceweg/erfolge?loop=vier',
  '/de/gibt-es-nicht/erfolge',
];
const VIEWS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '360 px', colorScheme: 'light', width: 360 },
] as const;
/** Pages of a programme whose texts are as long as they may be, in words that don't break by themselves. */
const LONG_PAGES = [
  '/de/',
  '/de/lang/erfolge',
  '/de/lang/erfolge?q=nichts',
  '/de/lang/erfolge/telefondienst',
  '/de/lang/schleifen',
  '/de/lang/schleifen/1',
  '/de/lang/themen/telefon',
  '/de/lang/datenschutz',
];

const OPEN_ALL = `document.querySelectorAll('details').forEach((one) => (one.open = true))`;

/** Whether something visible begins left of the page, where nobody can scroll to. */
const OVER_THE_LEFT_EDGE = `[...document.querySelectorAll('body *:not(.ls-skip)')].some((element) => {
  const { left, width } = element.getBoundingClientRect();
  return width > 0 && left < -1;
})`;

function aLongProgramme(): ProgrammeDraft {
  const word = (characters: number): string =>
    'Donaudampfschifffahrt'.repeat(30).slice(0, characters);
  const draft = aProgramme('lang');
  Object.assign(draft.programme, {
    organisation: word(300),
    title: word(300),
    purpose: `${word(600)}\n\n\`${word(200)}\`\n\nhttps://example.org/${word(200)}`,
    contact: `${word(60)}@example.org`,
  });
  for (const topic of draft.topics ?? [])
    Object.assign(topic, { title: word(300), description: word(600) });
  for (const field of draft.actionFields ?? []) field.question = word(500);
  for (const unit of draft.units ?? []) unit.name = word(300);
  for (const person of draft.people ?? []) person.name = word(200);
  for (const measure of draft.measures ?? []) {
    Object.assign(measure, { title: word(300), description: `- ${word(600)}\n\n> ${word(300)}` });
    for (const step of measure.steps ?? [])
      Object.assign(step, { text: word(600), stage: word(300) });
    for (const result of measure.results ?? []) result.text = `1. ${word(600)}`;
    for (const next of measure.nextSteps ?? []) next.text = word(600);
  }
  return draft;
}

/** HTML, stylesheet and fonts of the first view, as they go over the wire. */
const BUDGET_BYTES = 150_000;

function bytesOnTheWire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

describe('public pages in a browser without JavaScript', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startTestServer();
    await importFile(server.source, DEMONSTRATION);
    await brought(server.source, aLongProgramme());
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const open = async (
    path: string,
    view: (typeof VIEWS)[number],
    javaScriptEnabled = false,
  ): Promise<Page> => {
    const context = await browser.newContext({
      colorScheme: view.colorScheme,
      viewport: { width: view.width, height: 900 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto(server.origin + path, { waitUntil: 'load' });
    return page;
  };

  describe.each(VIEWS)('in $name', (view) => {
    // The two languages differ in words only, so one of them is enough in the other views.
    const pages = view === VIEWS[0] ? PAGES : PAGES.filter((path) => path.startsWith('/de/'));
    // axe weighs every word of the longest page, so a busy machine needs its time.
    it.each(pages)('axe finds nothing on %s, and nothing is cut off', async (path) => {
      // axe itself is a script; the page brings none of its own.
      const page = await open(path, view, true);
      await page.evaluate(OPEN_ALL);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(view.width);
      await page.context().close();
    });
  });

  it.each([
    { name: 'at 400 % of 1280 px', width: 320, text: '100%' },
    { name: 'on a telephone', width: 360, text: '100%' },
    { name: 'between telephone and desktop', width: 820, text: '100%' },
    { name: 'with text of 200 %', width: 1280, text: '200%' },
  ])('nothing is cut off $name, however long the words', async ({ width, text }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    const wider: string[] = [];
    for (const path of ['/de/serviceweg/erfolge', '/en/serviceweg/loops/4', ...LONG_PAGES]) {
      await page.goto(server.origin + path, { waitUntil: 'load' });
      await page.addStyleTag({ content: `html { font-size: ${text} }` });
      await page.evaluate(OPEN_ALL);
      if ((await page.evaluate('document.documentElement.scrollWidth')) !== width) wider.push(path);
      // What overflows to the left can't be scrolled to at all.
      if (await page.evaluate(OVER_THE_LEFT_EDGE)) wider.push(`${path} to the left`);
    }
    expect(wider).toEqual([]);
    await context.close();
  });

  it('prints what is folded, contact and address, and nothing that can only be clicked', async () => {
    const page = await open('/de/serviceweg/erfolge', VIEWS[0]);
    await page.emulateMedia({ media: 'print' });
    for (const one of ['nav', 'search', '.ls-contact', '.ls-skip'])
      expect([one, await page.locator(`${one}:visible`).count()]).toEqual([one, 0]);
    expect(await page.getByText(`${server.origin}/de/serviceweg/erfolge`).isVisible()).toBe(true);
    expect(await page.locator('footer a[href^="mailto:"]').isVisible()).toBe(true);
    const folded = page.locator('details .ls-fact--answer').first();
    expect((await folded.boundingBox())?.height ?? 0).toBeGreaterThan(20);
    await page.context().close();
  });

  it.each(PAGES)('%s is valid HTML', async (path) => {
    const html = await (await server.get(path)).text();
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // How React writes HTML: valid, and a matter of taste.
        'attr-case': 'off',
        'attribute-boolean-style': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        'tel-non-breaking': 'off',
        'void-style': 'off',
        // Authors choose the titles.
        'long-title': 'off',
      },
    });
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it('loads nothing from elsewhere, sets no cookie and stays within its budget', async () => {
    const page = await (await browser.newContext()).newPage();
    const loaded = new Set<string>();
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) loaded.add(request.url());
    });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${server.origin}/de/serviceweg/erfolge`, { waitUntil: 'networkidle' });
    expect([...loaded].filter((url) => new URL(url).origin !== server.origin)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
    // Browsers ask for brotli over HTTPS only, so the sizes are asked for here.
    const sizes = await Promise.all([...loaded].map(bytesOnTheWire));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    expect(bytes).toBeLessThan(BUDGET_BYTES);
  });

  it('lets a reader search, open a success and go on, with the keyboard alone', async () => {
    const page = await open('/de/serviceweg/erfolge', VIEWS[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The browser tells of the new address a moment after the key.
    await page.waitForURL(({ hash }) => hash !== '');
    const folded = page.locator('main details').first();
    await folded.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await folded.locator('.ls-fact--answer').isVisible()).toBe(true);
    await page.locator('input[type=search]').focus();
    await page.keyboard.type('Zugang');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Zugang.*#filter$/);
    await page.waitForLoadState('load');
    // What was found is in view, and not the head of the page again.
    const top = (await page.locator('.ls-result').boundingBox())?.y ?? Infinity;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(450);
    const permalink = page.locator('article a[href*="/erfolge/"]').first();
    await permalink.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/erfolge\/[a-z0-9-]+$/);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });
});
