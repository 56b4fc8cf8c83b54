import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Hands } from './hands.js';
import { startBrowser } from './start-browser.js';
import { startTestServer, type TestServer } from './start-server.js';
import { giveSession } from './workspace-browser.js';

export const button = (inside: Page | Locator, name: string | RegExp): Locator =>
  inside.getByRole('button', { name, exact: typeof name === 'string' });
export const section = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}`) });

/** A server and a browser for stories of several people, in German. */
export class Stage {
  readonly #contexts: BrowserContext[] = [];

  private constructor(
    readonly server: TestServer,
    readonly browser: Browser,
  ) {}

  static async set(): Promise<Stage> {
    return new Stage(await startTestServer(), await startBrowser());
  }

  /** A page of somebody who isn't signed in. */
  async reader(): Promise<Page> {
    const context = await this.browser.newContext({
      locale: 'de-DE',
      viewport: { width: 1280, height: 900 },
    });
    this.#contexts.push(context);
    return context.newPage();
  }

  /** A page of one's own, signed in. */
  async pageOf(slug: string, person: string): Promise<Page> {
    const page = await this.reader();
    await giveSession(this.server, page.context(), slug, person);
    return page;
  }

  async closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

/** Fills in the dialog that stands open, and sends it. */
export async function fill(
  hands: Hands,
  page: Page,
  parts: (dialog: Locator) => Promise<void>,
  submit: string,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await parts(dialog);
  await hands.press(button(dialog, submit));
  await dialog.waitFor({ state: 'detached' });
}

/** Writes a text that saves itself. */
export async function writeSaved(
  hands: Hands,
  page: Page,
  name: string,
  text: string,
): Promise<void> {
  const box = page.getByRole('textbox', { name, exact: true });
  await hands.write(box, text);
  await page.keyboard.press('Tab');
  await page
    .locator('.ws-saved-text', { has: box })
    .getByText(/^Gespeichert/)
    .waitFor();
}

/** Waits until the measure is in a phase. */
export function nowIn(page: Page, phase: string): Promise<void> {
  return page
    .getByRole('list', { name: 'Phasen der Maßnahme' })
    .locator('[aria-current=step]', { hasText: phase })
    .waitFor();
}

export async function choosePerson(
  hands: Hands,
  page: Page,
  part: string,
  name: string,
): Promise<void> {
  // Whoever gives a measure away sees what each has to do already; that comes a moment after the names.
  const label = part === 'Verantwortlich' ? `${name} (keine Maßnahme)` : name;
  await hands.press(button(section(page, 'Menschen'), new RegExp(`${part}$`)));
  await fill(
    hands,
    page,
    async (dialog) => {
      const choice = dialog.getByLabel(part);
      await choice.getByRole('option', { name: label }).waitFor({ state: 'attached' });
      await hands.choose(choice, label);
    },
    'Speichern',
  );
  await section(page, 'Menschen').getByText(name).first().waitFor();
}
