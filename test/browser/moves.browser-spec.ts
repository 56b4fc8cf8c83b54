import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { MOVE_CASES, type MoveCase } from '#domain/pdca/move-cases.builder.js';
import { aBareMeasure } from '#domain/measures/measure-facts.builder.js';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import { REQUIREMENT_NAMES, type Requirement } from '#domain/pdca/pdca-moves.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { workspaceMessagesFor } from '#ui/messages/workspace.js';
import { until } from '../support/compiled-server.js';
import { aProgrammeOfMoves, measuresWith } from '../support/move-cases.js';
import { brought } from '../support/sample-programme.js';
import { startBrowser } from '../support/start-browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { giveSession } from '../support/workspace-browser.js';

const t = workspaceMessagesFor('de');
const HOME = '/workspace/de/probe';
const COLUMNS: readonly PdcaPhase[] = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'];
const isColumn = (phase: PdcaPhase): boolean => COLUMNS.includes(phase);
const isForward = ({ measure: { phase }, to }: MoveCase): boolean =>
  COLUMNS.indexOf(to) > COLUMNS.indexOf(phase);

const named = (...names: readonly string[]): readonly MoveCase[] =>
  names.map((name) => {
    const found = MOVE_CASES.find((one) => one.name === name);
    if (found === undefined) throw new Error(`No case ${name}`);
    return found;
  });
const kindOf = ({ expected }: MoveCase): string =>
  typeof expected === 'string' ? expected : 'MOVE_NOT_READY';
/** Of the table of cases the first of each outcome for each target, and what those leave out. */
const CASES: readonly MoveCase[] = [
  ...new Set([
    ...[
      ...Map.groupBy(
        MOVE_CASES.filter(({ measure, to }) => isColumn(measure.phase) && measure.phase !== to),
        (one) => `${kindOf(one)} ${one.to}`,
      ).values(),
    ].flatMap(([first]) => first ?? []),
    ...named(
      'PLAN > DO, by the owner',
      'CHECK > ACT, by the checker',
      'CHECK > ACT, by an owner of the circle',
      'ACT > DONE, a bare measure to be adapted',
      'ACT > DONE, a bare measure to be adopted',
      'PLAN > DO, a bare measure of a closed loop',
      'CHECK > ACT, waiting for a decision, and bare',
    ),
  ]),
];

/** What stands on the button of a move, or above what it lacks. */
const labelOf = (from: PdcaPhase, to: PdcaPhase): string => {
  if (to === 'STOPPED' || to === 'CARRIED_OVER') return t(`move.${to}`);
  if (from === 'DONE') return t('move.reopen');
  const onwards = `${from}>${to}`;
  if (onwards === 'PLAN>DO' || onwards === 'DO>CHECK') return t(`move.${onwards}`);
  if (onwards === 'CHECK>ACT' || onwards === 'ACT>DONE') return t(`move.${onwards}`);
  return t('move.back', { phase: t(`workspace.phase.${to}`) });
};
const withoutDots = (label: string): string => label.replace(/\s…$/, '');
/** Copied by hand from docs/spec/pdca.md §2. */
const WHO_MAY: Partial<Record<PdcaPhase, 'OWNER' | 'CHECKER' | 'CIRCLE'>> = {
  PLAN: 'OWNER',
  DO: 'OWNER',
  CHECK: 'CHECKER',
  ACT: 'CIRCLE',
};
/** All ways out of a phase that the table has, as the circle may go them. */
const waysFrom = (phase: PdcaPhase): string[] =>
  MOVE_CASES.filter(
    ({ name, measure, expected }) =>
      measure.phase === phase && name.endsWith(', a complete measure') && expected === 'MOVED',
  ).map(({ to }) => withoutDots(labelOf(phase, to)));

/** Measures that lack, phase by phase, all that is filled in on their page. */
const LACKING: readonly MeasureFacts[] = [
  aBareMeasure(),
  aBareMeasure({ phase: 'DO', steps: [{ state: 'OPEN', dropReason: null }] }),
  aBareMeasure({ phase: 'CHECK' }),
  aBareMeasure({ phase: 'ACT', verdict: 'ADAPT' }),
  aBareMeasure({ phase: 'ACT', verdict: 'ADOPT' }),
];
/** Said with the move, or filled in on another page. */
const ELSEWHERE: readonly Requirement[] = ['DECISION', 'REASON', 'LATER_LOOP', 'LOOP_NOT_CLOSED'];

describe('the table of moves', () => {
  let server: TestServer;
  let browser: Browser;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    server = await startTestServer();
    await brought(server.source, aProgrammeOfMoves());
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const pageOf = async (person: string): Promise<Page> => {
    const known = pages.get(person);
    if (known !== undefined) return known;
    const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } });
    await giveSession(server, context, 'probe', person);
    const page = await context.newPage();
    pages.set(person, page);
    return page;
  };
  const phaseOf = async (id: string): Promise<string | undefined> => {
    const [row] = await server.source.query<{ phase: string }[]>(
      'SELECT phase FROM measure WHERE id = $1',
      [id],
    );
    return row?.phase;
  };
  /** A measure as the case has it, the only one on its board. */
  const placed = async ({ measure }: MoveCase): Promise<string> => {
    await server.source.query(
      `TRUNCATE measure, next_step, result, decision, history_entry, request_receipt CASCADE`,
    );
    const [id] = await measuresWith(server, [measure]);
    if (id === undefined) throw new Error('no measure');
    return id;
  };
  const card = (page: Page): Locator => page.locator('[data-card]');
  const openBoard = async (one: MoveCase): Promise<Page> => {
    const page = await pageOf(one.actor.personId);
    await page.goto(`${server.origin}${HOME}/board/${one.measure.loopNumber}`);
    await card(page).first().waitFor();
    return page;
  };
  const openMeasure = async (one: MoveCase, id: string): Promise<Page> => {
    const page = await pageOf(one.actor.personId);
    await page.goto(`${server.origin}${HOME}/measures/${id}`);
    await page.locator('#history').waitFor();
    return page;
  };
  /** As a hand does it, on the way and not in one leap. */
  const drag = async (page: Page, to: PdcaPhase): Promise<void> => {
    const column = page.locator('.ws-col', {
      has: page.locator('h2', { hasText: t(`workspace.phase.${to}`) }),
    });
    const start = await card(page).boundingBox();
    const end = await column.locator('.ws-col__body').boundingBox();
    if (start === null || end === null) throw new Error('not on the board');
    await page.mouse.move(start.x + 40, start.y + 30);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 40, { steps: 4 });
    await page.mouse.move(end.x + 50, start.y + 60, { steps: 8 });
    await page.mouse.up();
  };
  const openMenu = async (page: Page): Promise<Locator> => {
    await card(page)
      .getByRole('button', { name: t('move.open') })
      .click();
    const menu = page.locator('.ws-menu');
    await menu.waitFor();
    return menu;
  };
  const onward = (page: Page): Locator => page.locator('section[aria-labelledby=onward]');
  const choose = (place: Locator, { measure, to }: MoveCase): Promise<void> =>
    place.getByRole('button', { name: labelOf(measure.phase, to), exact: true }).click();
  const dialogOf = (page: Page): Locator => page.getByRole('dialog');
  const close = async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
  };
  /** Says what the case says with its move, where the way asks for it. */
  const say = async (page: Page, { to, reason, targetLoop }: MoveCase): Promise<void> => {
    const dialog = dialogOf(page);
    if (to === 'CARRIED_OVER')
      await dialog.getByLabel(t('move.carry.loop')).selectOption(String(targetLoop?.number));
    await dialog.getByLabel(t('move.reason.label')).fill(reason ?? '');
    await dialog.locator('button[type=submit]').click();
  };
  const ways: Readonly<Record<string, (one: MoveCase, id: string) => Promise<Page>>> = {
    'by drag': async (one) => {
      const page = await openBoard(one);
      await drag(page, one.to);
      return page;
    },
    'by the menu': async (one) => {
      const page = await openBoard(one);
      await choose(await openMenu(page), one);
      return page;
    },
    'on its page': async (one, id) => {
      const page = await openMeasure(one, id);
      await choose(onward(page), one);
      return page;
    },
  };

  describe.each(Object.entries(ways))('%s', (way, go) => {
    it.each(
      CASES.filter(
        ({ expected, to }) => expected === 'MOVED' && (way !== 'by drag' || isColumn(to)),
      ),
    )('$name: it is moved', async (one) => {
      const id = await placed(one);
      const page = await go(one, id);
      if (!isForward(one)) await say(page, one);
      await until(async () => (await phaseOf(id)) === one.to);
      const [entry] = await server.source.query<{ reason: string | null }[]>(
        `SELECT reason FROM history_entry WHERE subject_id = $1 AND field = 'phase'`,
        [id],
      );
      expect(entry).toEqual({ reason: isForward(one) ? null : one.reason });
    });
  });

  /** All that stands in a list, once it is there. */
  const reasonsIn = async (list: Locator): Promise<string[]> => {
    await list.locator('li').first().waitFor();
    return list.locator('li').allInnerTexts();
  };
  const entryOf = (menu: Locator, { measure, to }: MoveCase): Locator =>
    menu
      .getByRole('heading', { name: withoutDots(labelOf(measure.phase, to)), exact: true })
      .locator('xpath=..');

  it.each(
    CASES.filter(
      ({ expected }) =>
        typeof expected !== 'string' &&
        expected.some((need) => need !== 'REASON' && need !== 'LATER_LOOP'),
    ),
  )('$name: drag, menu and page say all that is missing', async (one) => {
    const { expected, measure, to } = one;
    const words =
      typeof expected === 'string' ? [] : expected.map((name) => t(`requirement.${name}`));
    const id = await placed(one);
    const page = await openBoard(one);
    await drag(page, to);
    expect(await reasonsIn(dialogOf(page).locator('.ls-list'))).toEqual(words);
    await close(page);
    const menu = await openMenu(page);
    expect(await reasonsIn(entryOf(menu, one).locator('.ws-lack'))).toEqual(words);

    await openMeasure(one, id);
    if (measure.loopStage === 'CLOSED') {
      await page.getByText(t('move.frozen')).waitFor();
      expect(await onward(page).count()).toBe(0);
    } else {
      expect(await reasonsIn(onward(page).locator('.ws-lack'))).toEqual(words);
      const button = onward(page).getByRole('button', { name: labelOf(measure.phase, to) });
      expect(await button.isDisabled()).toBe(true);
    }
    expect(await phaseOf(id)).toBe(measure.phase);
  });

  it.each(
    CASES.filter(
      ({ expected }) =>
        typeof expected !== 'string' &&
        expected.every((need) => need === 'REASON' || need === 'LATER_LOOP'),
    ),
  )('$name: drag, menu and page ask for it, and take no blank reason', async (one) => {
    const id = await placed(one);
    for (const [way, go] of Object.entries(ways)) {
      if (way === 'by drag' && !isColumn(one.to)) continue;
      const page = await go(one, id);
      const dialog = dialogOf(page);
      const reason = dialog.getByLabel(t('move.reason.label'));
      await reason.fill(' \n');
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText('Bitte füllen Sie dieses Feld aus.').waitFor();
      expect([way, await reason.getAttribute('aria-invalid')]).toEqual([way, 'true']);
      if (one.to === 'CARRIED_OVER')
        expect(await dialog.locator('option').getAttribute('value')).toBe('3');
      await close(page);
    }
    expect(await phaseOf(id)).toBe(one.measure.phase);
  });

  /** What menu or page offers or explains, in the order of the alphabet. */
  const offersOf = async (place: Locator): Promise<string[]> =>
    (await place.locator('button, h4').allInnerTexts()).map(withoutDots).toSorted();

  it.each(CASES.filter(({ expected }) => expected === 'MOVE_NOT_ALLOWED'))(
    '$name: drag says that there is no such way, menu and page have only those of the table',
    async (one) => {
      const { measure, to } = one;
      const id = await placed(one);
      const page = await openBoard(one);
      if (isColumn(to)) {
        await drag(page, to);
        const [from, towards] = [t(`workspace.phase.${measure.phase}`), t(`workspace.phase.${to}`)];
        await dialogOf(page)
          .getByText(t('move.noWay.text', { from, to: towards }))
          .waitFor();
        await close(page);
      }
      const offered = waysFrom(measure.phase).toSorted();
      expect(await offersOf(await openMenu(page))).toEqual(offered);
      await openMeasure(one, id);
      expect(await offersOf(onward(page))).toEqual(offered);
      expect(await phaseOf(id)).toBe(measure.phase);
    },
  );

  it.each(CASES.filter(({ expected }) => expected === 'MOVE_NOT_PERMITTED'))(
    '$name: drag, menu and page don’t do it, and say who may',
    async (one) => {
      const { measure, to } = one;
      const id = await placed(one);
      const label = labelOf(measure.phase, to);
      const whoMay = t(`move.may.${WHO_MAY[measure.phase] ?? 'CIRCLE'}`);
      const page = await openBoard(one);
      // Whoever may move it at all is told why not there; for others the card lies fast.
      const [, who = ''] = one.name.split(', ');
      const movable = MOVE_CASES.some(
        ({ name, expected }) =>
          name.startsWith(`${measure.phase} > `) && name.endsWith(who) && expected === 'MOVED',
      );
      expect(await card(page).getAttribute('draggable')).toBe(movable ? 'true' : null);
      if (isColumn(to)) {
        await drag(page, to);
        if (movable) {
          await dialogOf(page)
            .getByRole('heading', { name: t('move.notYours.title') })
            .waitFor();
          await dialogOf(page).getByText(whoMay).waitFor();
          await close(page);
        }
        expect(await dialogOf(page).count()).toBe(0);
      }
      const menu = await openMenu(page);
      expect(await menu.getByRole('button', { name: label }).count()).toBe(0);
      if (isForward(one)) await entryOf(menu, one).getByText(whoMay).waitFor();
      await openMeasure(one, id);
      expect(await onward(page).getByRole('button', { name: label }).count()).toBe(0);
      if (isForward(one)) await onward(page).getByText(whoMay).waitFor();
      expect(await phaseOf(id)).toBe(measure.phase);
    },
  );

  it('leads from each reason to a place on the page of the measure', async () => {
    const page = await pageOf('circle-member');
    const led = new Set<string>();
    for (const id of await measuresWith(server, LACKING)) {
      await page.goto(`${server.origin}${HOME}/measures/${id}`);
      const links = page.locator('section[aria-labelledby="onward"] .ws-lack a');
      await links.first().waitFor();
      for (const link of await links.all()) {
        const { hash } = new URL((await link.getAttribute('href')) ?? '', server.origin);
        const reason = await link.innerText();
        led.add(reason);
        const places = await page.locator(`main [id="${hash.slice(1)}"]`).count();
        expect({ reason, hash, places }).toEqual({ reason, hash, places: 1 });
      }
    }
    const onThePage = REQUIREMENT_NAMES.filter((name) => !ELSEWHERE.includes(name));
    expect([...led].sort()).toEqual(onThePage.map((name) => t(`requirement.${name}`)).sort());
  });
});
