import 'reflect-metadata';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { importProgramme } from '#application/programme-files/import-programme.js';
import { createDataSource } from '#persistence/data-source.js';
import { migrate } from '#persistence/migrate.js';
import { BOARD_LOOP, BOARD_PERSON, BOARD_SLUG, boardProgramme } from './board-programme.js';
import { startProduct } from './product-server.js';
import { startBrowser } from './start-browser.js';

const BOARD = `/workspace/de/${BOARD_SLUG}/board/${BOARD_LOOP}`;
/** Each is moved on by a key, from the one phase to the other. */
const LEGS = [
  { from: 'plan', to: 'do' },
  { from: 'do', to: 'check' },
  { from: 'check', to: 'act' },
] as const;
/** The board is at rest when nothing has kept the browser busy for so long. */
const REST_MS = 500;
const SETTLE_MS = 3_000;
const PATIENCE_MS = 60_000;

/** What a board of many measures costs the one who uses it. */
export type BoardFigures = {
  /** From the last byte of the board's data until all cards stand and the page answers at once. */
  readonly interactiveMs: number;
  /** How many moves were made. */
  readonly moves: number;
  /** The longest time between two frames during the moves and until the board was at rest again. */
  readonly longestFrameMs: number;
  /** How many such times were longer than 100 ms. */
  readonly framesOver100: number;
};

/** Runs in the page before all else: notes tasks that kept it busy, and from when on all cards stand. */
const WATCH_START = (cards: number): string => `
  window.boardTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.boardTasks.push([startTime, startTime + duration]);
  }).observe({ type: 'longtask', buffered: true });
  window.boardStands = null;
  const look = () => {
    if (document.querySelectorAll('[data-card]').length < ${cards}) requestAnimationFrame(look);
    // The frame with the cards has been painted when the next one begins.
    else requestAnimationFrame(() => (window.boardStands = performance.now()));
  };
  document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
`;

/** Of all answers the board's is the longest by far. */
const START_FIGURES = `({
  now: performance.now(),
  stands: window.boardStands,
  tasks: window.boardTasks,
  data: performance.getEntriesByType('resource')
    .filter(({ name }) => name.endsWith('/graphql'))
    .sort((one, other) => other.decodedBodySize - one.decodedBodySize)[0]?.responseEnd,
})`;

const WATCH_FRAMES = `
  window.boardFrames = { longest: 0, over100: 0 };
  let before = performance.now();
  const frame = () => {
    const now = performance.now();
    const took = now - before;
    before = now;
    window.boardFrames.longest = Math.max(window.boardFrames.longest, took);
    if (took > 100) window.boardFrames.over100 += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;

/**
 * Opens the board of a loop with `measures` measures in a browser, as one of the circle, and makes `moves` moves by the
 * keyboard, one after the other. In a database of its own at `postgres`, which goes with it. Throws when a card doesn't
 * arrive.
 */
export async function measureBoard(
  postgres: string,
  { measures = 500, moves = 60 }: { readonly measures?: number; readonly moves?: number } = {},
): Promise<BoardFigures> {
  const name = `lernschleife_board_${process.pid}`;
  const admin = new Client({ connectionString: postgres });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  try {
    const url = new URL(postgres);
    url.pathname = `/${name}`;
    await load(url.href, measures);
    return await withBrowser(url.href, async (page, origin) => {
      await page.goto(`${origin}/sign-in?lang=de&return=${encodeURIComponent(BOARD)}`);
      await page.addInitScript(WATCH_START(measures));
      await page.getByRole('button', { name: BOARD_PERSON }).click();
      const interactiveMs = await interactive(page);
      return { interactiveMs, ...(await moveCards(page, moves)) };
    });
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

/** A server on the database, and a browser's page to look at it; both end with the work. */
async function withBrowser<T>(
  databaseUrl: string,
  work: (page: Page, origin: string) => Promise<T>,
): Promise<T> {
  const browser = await startBrowser();
  try {
    const server = await startProduct({
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'warn',
      LOAD_DEMONSTRATION: 'false',
      SESSION_SECRET: 'only for measuring, gone with its database',
      DEMONSTRATION_SIGN_IN: 'true',
      DEMONSTRATION_SIGN_IN_IN_PRODUCTION: 'yes-i-know',
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(PATIENCE_MS);
      return await work(page, server.origin);
    } catch (error) {
      throw new Error(`The board could not be measured:\n${server.said()}`, { cause: error });
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the data until the cards stand and no long task has followed for a while. */
async function interactive(page: Page): Promise<number> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    const { now, stands, tasks, data } = await page.evaluate<{
      readonly now: number;
      readonly stands: number | null;
      readonly tasks: readonly (readonly [number, number])[];
      readonly data: number;
    }>(START_FIGURES);
    const quietSince = Math.max(stands ?? Infinity, ...tasks.map(([, end]) => end));
    if (stands === null || now < quietSince + REST_MS) {
      await page.waitForTimeout(100);
      continue;
    }
    let until = stands;
    for (const [start, end] of tasks) if (start < until + REST_MS) until = Math.max(until, end);
    return until - data;
  }
  throw new Error(`The cards of the board didn't stand within ${PATIENCE_MS} ms.`);
}

async function moveCards(page: Page, moves: number): Promise<Omit<BoardFigures, 'interactiveMs'>> {
  const legs = await Promise.all(
    LEGS.map(async ({ from, to }) => ({
      to,
      // Chosen before the first move, so that none is moved twice.
      cards: await page.evaluate<string[]>(
        `[...document.querySelectorAll('.ws-col--${from} [data-card]')].map((card) => card.dataset.card)`,
      ),
    })),
  );
  await page.evaluate(WATCH_FRAMES);
  for (let at = 0; at < moves; at++) {
    const leg = legs[at % legs.length];
    // From all over the column.
    const nth = Math.floor(at / legs.length);
    const id = leg?.cards[(nth * 7) % leg.cards.length];
    if (leg === undefined || id === undefined) throw new Error('There are too few cards to move.');
    await page.locator(`[data-card="${id}"] h3 a`).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator(`.ws-col--${leg.to} [data-card="${id}"]:not([aria-busy])`).waitFor();
  }
  // What the last moves have caused to be read anew is shown by then.
  await page.waitForTimeout(SETTLE_MS);
  const { longest, over100 } = await page.evaluate<{
    readonly longest: number;
    readonly over100: number;
  }>('window.boardFrames');
  return { moves, longestFrameMs: longest, framesOver100: over100 };
}

async function load(url: string, measures: number): Promise<void> {
  const dataSource = await createDataSource({ kind: 'url', url }, 2).initialize();
  try {
    await migrate(dataSource);
    const done = await importProgramme(
      dataSource,
      {
        file: boardProgramme(measures),
        faultAt: (path, reason) => ({ line: 0, key: path.join('.'), reason }),
      },
      { dryRun: false, at: new Date() },
    );
    if (!done.ok)
      throw new Error(`The import refused the programme: ${JSON.stringify(done.error[0])}`);
    if (done.value.lowered.length > 0)
      throw new Error(`The import lowered ${JSON.stringify(done.value.lowered[0])}`);
    await dataSource.query('ANALYZE');
  } finally {
    await dataSource.destroy();
  }
}
