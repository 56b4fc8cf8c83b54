import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInAs } from './sign-in.js';
import { startBrowser } from './start-browser.js';
import { DEMONSTRATION, importFile, startTestServer, type TestServer } from './start-server.js';

/** How a screen is looked at; sizes in CSS px, 900 high by default. */
export type View = {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height?: number;
};
export const VIEWS = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '360 px', colorScheme: 'light', width: 360 },
] as const satisfies readonly View[];

/** The demonstration programme on a server of its own, and a browser to look at its workspace. */
export type WorkspaceBrowser = {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Signs a person of the programme in, in a browser's context. */
  giveSession(context: BrowserContext, person: string): Promise<void>;
  /** A page of a context of its own, at a path, seen by a person; ready when its heading stands. */
  open(path: string, person?: string, view?: View): Promise<Page>;
  /** A context that is closed with the others. */
  context(): Promise<BrowserContext>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
};

/** Signs a person of a programme in, in a browser's context. */
export async function giveSession(
  server: TestServer,
  context: BrowserContext,
  slug: string,
  person: string,
): Promise<void> {
  const { cookie } = await signInAs(server, slug, person);
  const [name = '', value = ''] = cookie.split('=');
  const place = { domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await context.addCookies([{ name, value, ...place, sameSite: 'Lax' }]);
}

export async function startWorkspaceBrowser(
  settings: Parameters<typeof startTestServer>[0] = {},
): Promise<WorkspaceBrowser> {
  const server = await startTestServer(settings);
  await importFile(server.source, DEMONSTRATION);
  const browser = await startBrowser();
  const contexts: BrowserContext[] = [];
  return {
    server,
    browser,
    giveSession: (context, person) => giveSession(server, context, 'serviceweg', person),
    open: async (path, person = 'jonna-ehlert', view = VIEWS[0]) => {
      const context = await browser.newContext({
        colorScheme: view.colorScheme,
        viewport: { width: view.width, height: view.height ?? 900 },
      });
      contexts.push(context);
      await giveSession(server, context, 'serviceweg', person);
      const page = await context.newPage();
      await page.goto(server.origin + path);
      await page.locator('h1').waitFor();
      return page;
    },
    context: async () => {
      const context = await browser.newContext();
      contexts.push(context);
      return context;
    },
    closePages: async () => {
      for (const context of contexts.splice(0)) await context.close();
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** What axe finds wrong within a part of a page, as `rule: element`. */
export async function faultsOf(page: Page, within = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** The width of a page's content in px: more than the window's when something is cut off. */
export const widthOf = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth');
