import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/start-browser.js';
import {
  DEMONSTRATION,
  importFile,
  startTestServer,
  type TestServer,
} from '../support/start-server.js';

const PAGES = [
  '/de/',
  '/de/serviceweg/erfolge',
  '/en/serviceweg/successes',
  '/de/serviceweg/erfolge?q=zzzz-nichts',
  '/de/serviceweg/erfolge/zugaenge-umstellung',
  '/en/serviceweg/successes/zugaenge-umstellung',
  '/de/serviceweg/schleifen',
  '/de/serviceweg/schleifen/5',
  '/en/serviceweg/loops/4',
  '/de/serviceweg/themen/zugaenge',
  '/de/serviceweg/barrierefreiheit',
  '/en/serviceweg/privacy',
  '/de/gibt-es-nicht/erfolge',
];
const VIEWS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '360 px', colorScheme: 'light', width: 360 },
] as const;
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
    browser = await startBrowser();
  }, 60_000);
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
    it.each(PAGES)('axe finds nothing on %s, and nothing is cut off', async (path) => {
      // axe itself is a script; the page brings none of its own.
      const page = await open(path, view, true);
      for (const details of await page.locator('main details').all())
        await details.locator('summary').first().click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(view.width);
      await page.context().close();
    });
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
    expect(new URL(page.url()).hash).not.toBe('');
    await page.locator('input[type=search]').focus();
    await page.keyboard.type('Zugang');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Zugang/);
    const permalink = page.locator('article a[href*="/erfolge/"]').first();
    await permalink.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/erfolge\/[a-z0-9-]+$/);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });
});
