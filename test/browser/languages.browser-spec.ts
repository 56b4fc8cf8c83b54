import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { languages, pathsOf, type Place } from '#ui/addresses.js';
import { foreignWordsOn } from '../support/foreign-words.js';
import { anOpenCallOf } from '../support/open-call.js';
import { startWorkspaceBrowser, type WorkspaceBrowser } from '../support/workspace-browser.js';

/** Every screen and page speaks one language of the interface, whichever of them is chosen. */

const slug = 'serviceweg';
let workspace: WorkspaceBrowser;
let call: string;
let measure: string;
let success: string;
let topic: string;
beforeAll(async () => {
  workspace = await startWorkspaceBrowser();
  const { server } = workspace;
  const one = async (sql: string): Promise<string> =>
    (await server.source.query<{ value: string }[]>(sql))[0]!.value;
  const callId = await anOpenCallOf(server, slug, {}, 'jonna-ehlert');
  call = await one(`SELECT key AS value FROM volunteer_call WHERE id = '${callId}'`);
  measure = await one(
    `SELECT m.id AS value FROM measure m JOIN learning_loop l ON l.id = m.loop_id
     WHERE l.stage = 'RUNNING' ORDER BY (SELECT count(*) FROM history_entry h WHERE h.subject_id = m.id) DESC, m.id LIMIT 1`,
  );
  success = await one('SELECT measure_key AS value FROM published_success ORDER BY id LIMIT 1');
  topic = await one('SELECT key AS value FROM published_topic ORDER BY position LIMIT 1');
});
afterEach(() => workspace.closePages());
afterAll(() => workspace?.stop());

describe.each(languages)('in %s', (language) => {
  it('every screen of the workspace speaks that language alone', async () => {
    const page = await workspace.open(`/workspace/${language}/${slug}`);
    const said: Record<string, readonly string[]> = {};
    const screens = [
      '',
      '/duties',
      '/loops',
      '/loops/5',
      '/loops/4',
      '/topics',
      '/decisions',
      '/voices',
      '/ideas',
      '/calls',
      `/calls/${call}`,
      `/calls/${call}/applications`,
      '/people',
      '/programme',
      '/mail',
      '/undelivered',
      `/measures/${measure}`,
    ];
    for (const screen of screens) {
      await page.goto(`${workspace.server.origin}/workspace/${language}/${slug}${screen}`);
      await page.locator('main h1').waitFor();
      await page.locator('.ws-state').waitFor({ state: 'detached' });
      for (const more of await page.locator('main .ws-more > summary').all()) await more.click();
      said[screen] = await foreignWordsOn(page, language);
    }
    expect(said).toEqual(Object.fromEntries(screens.map((screen) => [screen, []])));
  });

  it('every public page speaks that language alone', async () => {
    const places: readonly Place[] = [
      { page: 'programmes' },
      { page: 'successes', slug },
      { page: 'success', slug, measureKey: success },
      { page: 'feedback', slug, measureKey: success },
      { page: 'thanks', slug, measureKey: success },
      { page: 'loops', slug },
      { page: 'loop', slug, number: 5 },
      { page: 'topic', slug, key: topic },
      { page: 'join', slug },
      { page: 'ideas', slug },
      { page: 'accessibility', slug },
      { page: 'easy', slug },
      { page: 'privacy', slug },
    ];
    const context = await workspace.context();
    const page = await context.newPage();
    const said: Record<string, readonly string[]> = {};
    const paths = [...places.map((place) => pathsOf(place)[language]), `/sign-in?lang=${language}`];
    for (const path of paths) {
      await page.goto(workspace.server.origin + path);
      said[path] = await foreignWordsOn(page, language);
    }
    expect(said).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  });
});
