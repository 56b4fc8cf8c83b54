import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatedProgramme } from '../support/generated-programme.js';
import { brought } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, generatedProgramme('klein', 30));
  await brought(server.source, generatedProgramme('gross', 300));
});
afterAll(() => server.stop());

async function statementsOf(path: string): Promise<number> {
  const before = server.statements.length;
  const response = await server.get(path);
  expect(response.status).toBe(200);
  await response.text();
  // Whether something was published meanwhile is asked for all pages together, and in tests with each request.
  return server.statements.slice(before).filter((sql) => !/FROM publication/.test(sql)).length;
}

describe('the number of statements', () => {
  it.each([
    ['successes', (slug: string) => `/de/${slug}/erfolge`, 5],
    [
      'filtered successes',
      (slug: string) => `/de/${slug}/erfolge?q=tür&topic=thema-1&phase=DONE`,
      5,
    ],
    ['one success', (slug: string) => `/de/${slug}/erfolge/massnahme-1`, 3],
    ['a topic', (slug: string) => `/de/${slug}/themen/thema-1`, 3],
    ['the loops', (slug: string) => `/de/${slug}/schleifen`, 2],
    ['a loop', (slug: string) => `/de/${slug}/schleifen/2`, 3],
    ['the Atom feed', (slug: string) => `/de/${slug}/erfolge.atom`, 2],
    ['the JSON feed', (slug: string) => `/de/${slug}/erfolge.json`, 2],
  ])('of %s is the same for 30 and for 300 successes', async (_what, path, count) => {
    expect([await statementsOf(path('klein')), await statementsOf(path('gross'))]).toEqual([
      count,
      count,
    ]);
  });
});

describe('a programme with many successes', () => {
  it('counts them all and shows a bounded part of each topic', async () => {
    const page = await (await server.get('/en/gross/successes')).text();
    expect(page).toContain('300');
    // Eight of each of the ten topics, and a way to the other 22.
    expect(page.match(/ id="e-massnahme-\d+"/g)?.length).toBe(80);
    expect(page.match(/22 more results on the topic/g)?.length).toBe(10);
    const topic = await (await server.get('/en/gross/topics/thema-1')).text();
    expect(topic.match(/ id="e-massnahme-\d+"/g)?.length).toBe(30);
    const feed = (await (await server.get('/de/gross/erfolge.json')).json()) as {
      items: unknown[];
    };
    expect(feed.items).toHaveLength(50);
  });
});
