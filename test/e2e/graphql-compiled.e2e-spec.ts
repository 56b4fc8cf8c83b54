import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, read } from '../support/graphql.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** More often than a query is asked before it is compiled. */
const OFTEN = 5;

/** All that a success knows, and what is loaded of its topic, loop and measure apart. */
const EVERYTHING = `query ($programme: String!, $first: Int!, $language: Language) {
  successesFeed(programme: $programme, first: $first, language: $language) {
    totalCount
    edges { cursor node {
      __typename id key phase publishedAt resultDay
      question { ...T } measureTitle { ...T } measureDescription { ...T } result { ...T }
      topic { id key title { ...T } description { ...T } path { loopNumber stage state } }
      loop { id number stage startDay endDay total counts { phase count } }
      measure {
        id key title { ...T } description { ...T } phase goals { ...T }
        topic { key } loop { number } actionField { id key question { ...T } }
        results { id text { ...T } day attachments { kind address } }
        chain { key loop { number } }
      }
      steps { id text { ...T } stage { ...T } state dueDay }
      nextSteps { id text { ...T } state overdue dueFrom dueDay doneDay addressee { ...T } takenUp { loopNumber } }
      attachments { kind title { ...T } address alternativeText { ...T } transcript { ...T } }
      guides { name unit } goals { ...T }
      continuedFrom { loopNumber successKey } continuedIn { loopNumber successKey }
    } }
    pageInfo { hasNextPage endCursor }
  }
}
fragment T on LocalisedText { text language }`;

let texts = 0;
/** The same query as a text that nobody has asked before. */
const anew = (query: string): string => `${query}\n# ${++texts}`;

let compiledSoFar = 0;
let server: TestServer;
/** The answer, and how many statements it took. */
async function asked(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly text: string; readonly statements: number }> {
  const before = server.statements.length;
  const { text } = await ask(server, query, variables);
  return { text, statements: server.statements.length - before };
}

beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
});
afterAll(() => server.stop());

describe('a query that is asked again and again', () => {
  it.each([
    { programme: 'probe', first: 20, language: null },
    { programme: 'probe', first: 1, language: 'en' },
    { programme: 'nirgends', first: 20, language: null },
  ])('is answered as at first, by as many statements: %j', async (variables) => {
    const query = anew(EVERYTHING);
    const first = await asked(query, variables);
    if (variables.programme === 'probe') expect(first.text).toContain('"results":[{');
    for (let at = 1; at < OFTEN; at++) expect(await asked(query, variables)).toEqual(first);
    expect(server.logged.filter((line) => line.includes('"compiled":true')).length).toBe(
      ++compiledSoFar,
    );
  });

  it('shows what was published since', async () => {
    const keys = async (): Promise<string[]> => {
      const { successesFeed } = await read(
        server,
        'query ($programme: String!) { successesFeed(programme: $programme) { edges { node { key } } } }',
        { programme: 'neu' },
      );
      return (successesFeed?.edges ?? []).map(({ node }: { node: { key: string } }) => node.key);
    };
    for (let at = 0; at < OFTEN; at++) expect(await keys()).toEqual([]);
    await brought(server.source, aProgramme('neu'));
    expect(await keys()).not.toEqual([]);
  });

  it('keeps saying what is wrong with its arguments, and where', async () => {
    const query = anew(EVERYTHING);
    for (let at = 0; at < OFTEN; at++) await ask(server, query, { programme: 'probe', first: 20 });
    for (const first of [101, 'viele', null]) {
      const { text } = await ask(server, query, { programme: 'probe', first });
      expect(text).toContain('first');
      expect(text).toBe((await ask(server, anew(EVERYTHING), { programme: 'probe', first })).text);
    }
  });

  it('is never run as code, whatever text it holds', async () => {
    // What graphql-jit 0.8.9 puts into its code as it stands.
    const text = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0),x:(globalThis.broken=1';
    for (let at = 0; at < OFTEN; at++) {
      await ask(server, `{ programme(slug: "${text}") { id } }`);
      await ask(server, `query ($slug: String = "${text}") { programme(slug: $slug) { id } }`);
      await ask(server, 'query ($slug: String!) { programme(slug: $slug) { id } }', { slug: text });
    }
    expect(globalThis).not.toHaveProperty('broken');
  });
});
