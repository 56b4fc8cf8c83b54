import type { Locator, Page } from 'playwright-core';

/** How a person uses a page: by mouse, or by the keyboard alone. */
export type Hands = {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** Fills in a day, e.g. `2026-12-01`. */
  day(target: Locator, day: string): Promise<void>;
  choose(target: Locator, label: string): Promise<void>;
  tick(target: Locator): Promise<void>;
};

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  day: (target, day) => target.fill(day),
  choose: async (target, label) => {
    await target.selectOption({ label });
  },
  tick: (target) => target.check(),
};

/** More stops than any page has: whatever isn't reached by then can't be reached. */
const MOST_STOPS = 250;

/** Walks with a key until the focus is on the target. */
async function walkTo(target: Locator, key = 'Tab'): Promise<Page> {
  const page = target.page();
  await target.first().waitFor();
  const reached = target.and(page.locator(':focus'));
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await reached.count()) === 1) return page;
    await page.keyboard.press(key);
  }
  throw new Error(`The ${key} key never comes to ${String(target)}`);
}

export const keyboard: Hands = {
  press: async (target) => {
    const page = await walkTo(target);
    await page.keyboard.press('Enter');
  },
  write: async (target, text) => {
    const page = await walkTo(target);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  day: async (target, day) => {
    const page = await walkTo(target);
    const [year = '', month = '', date = ''] = day.split('-');
    // The order of the parts is the browser's own.
    for (const typed of [`${date}${month}${year}`, `${month}${date}${year}`]) {
      await page.keyboard.type(typed);
      if ((await target.inputValue()) === day) return;
      await target.blur();
      await walkTo(target);
    }
    throw new Error(`The keyboard can't write ${day} into ${String(target)}`);
  },
  choose: async (target, label) => {
    const page = await walkTo(target);
    const chosen = (): Promise<string | null> => target.locator('option:checked').textContent();
    // No key types a no-break space: from the first that begins alike, the arrow leads on.
    const [typed = ''] = label.split('\u00a0');
    await page.keyboard.type(typed);
    for (let stops = 0; stops < MOST_STOPS && (await chosen()) !== label; stops += 1) {
      const before = await chosen();
      await page.keyboard.press('ArrowDown');
      if ((await chosen()) === before) break;
    }
    if ((await chosen()) !== label)
      throw new Error(`The keyboard chose ${await chosen()}, not ${label}`);
  },
  tick: async (target) => {
    await target.waitFor();
    const group = target.locator('xpath=ancestor::fieldset').getByRole('radio');
    if ((await group.count()) === 0) {
      const page = await walkTo(target);
      await page.keyboard.press('Space');
      return;
    }
    // The tab key stops once in a group of radio buttons, and the arrows choose.
    await walkTo(group);
    await walkTo(target, 'ArrowDown');
  },
};
