import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatedProgramme } from '../support/generated-programme.js';
import { read } from '../support/graphql.js';
import { brought, type ProgrammeDraft } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** Every second topic in loop 1, so that a page asks for more than one loop. */
function inTwoLoops(slug: string, measures: number, topics: number): ProgrammeDraft {
  const draft = generatedProgramme(slug, measures, topics);
  for (const [at, field] of (draft.actionFields ?? []).entries()) field.loop = 1 + (at % 2);
  return draft;
}

let server: TestServer;
let ids: { success: string; measure: string };
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, inTwoLoops('klein', 12, 3));
  await brought(server.source, inTwoLoops('gross', 120, 20));
  const { successesFeed: feed } = await read(
    server,
    '{ successesFeed(programme: "gross", first: 1) { edges { node { id measure { id } } } } }',
  );
  const [{ node }] = feed.edges;
  ids = { success: node.id, measure: node.measure.id };
});
afterAll(() => server.stop());

const TEXT = '{ text language }';
const PARTS = `steps { id text ${TEXT} stage ${TEXT} state dueDay }
  nextSteps { id text ${TEXT} state overdue dueDay addressee ${TEXT} takenUp { loopNumber topicKey successKey } }
  guides { name unit } goals ${TEXT}`;
const FEED_NODE = `id key phase question ${TEXT} measureTitle ${TEXT} measureDescription ${TEXT} result ${TEXT}
  resultDay publishedAt attachments { kind title ${TEXT} address } continuedFrom { loopNumber } continuedIn { successKey } ${PARTS}`;
const MEASURE = `id key title ${TEXT} phase results { id text ${TEXT} attachments { address } } ${PARTS}`;
const TOPIC = `topic { key title ${TEXT} path { loopNumber state } }`;
const LOOP = 'loop { number counts { phase count } total }';

/** What is asked, how often the database is, and the query with $slug and $first in it. */
const QUERIES: readonly (readonly [what: string, statements: number, query: string])[] = [
  [
    'the feed with everything of each success',
    1,
    `successesFeed(programme: $slug, first: $first) { edges { cursor node { ${FEED_NODE} } } pageInfo { hasNextPage endCursor } }`,
  ],
  [
    'the feed, searched and filtered',
    1,
    `successesFeed(programme: $slug, first: $first, filter: { loops: [2], topics: ["thema-1"], goals: ["naehe"], units: ["buero"], phases: [DONE], search: "e" }) { edges { node { key } } }`,
  ],
  [
    'the feed with its total',
    2,
    'successesFeed(programme: $slug, first: $first) { totalCount edges { cursor } }',
  ],
  [
    'the feed with topic, loop and measure of each success',
    5,
    `successesFeed(programme: $slug, first: $first) { edges { node { key ${TOPIC} ${LOOP} measure { ${MEASURE} chain { key } } } } }`,
  ],
  [
    'the feed with what each success knows of topic, loop and measure',
    1,
    `successesFeed(programme: $slug, first: $first) { edges { node { topic { id key title ${TEXT} } loop { id number stage }
       measure { id key title ${TEXT} description ${TEXT} phase ${PARTS} } } } }`,
  ],
  ['a programme', 1, `programme(slug: $slug) { id title ${TEXT} purpose ${TEXT} contactAddress }`],
  [
    'a programme with all that it has',
    6,
    `programme(slug: $slug) { title ${TEXT} loops { number total counts { count } } one: loop(number: 2) { stage }
       topics { key path { state } } topic(key: "thema-1") { key } goals { key } units { key }
       successes(first: $first) { edges { node { key } } } }`,
  ],
  [
    'a programme from its topics to its measures',
    6,
    `programme(slug: $slug) { topics { key path { state } actionFields { key question ${TEXT} ${LOOP}
       measures { ${MEASURE} chain { key } } } } }`,
  ],
  [
    'all programmes with what they have',
    7,
    `programmes(first: $first) { edges { node { slug loops { number } topics { key } goals { key } units { key }
       successes(first: 2) { totalCount edges { node { key } } } } } }`,
  ],
  [
    'the programmes',
    1,
    'programmes(first: $first) { edges { node { slug } } pageInfo { hasNextPage } }',
  ],
];

/** How often the database was asked for one query. */
async function statementsOf(query: string, variables: Record<string, unknown>): Promise<number> {
  const before = server.statements.length;
  const used = Object.entries(variables).filter(([name]) => query.includes(`$${name}`));
  const types: Record<string, string> = { slug: 'String!', first: 'Int!', id: 'ID!' };
  const head = used.map(([name]) => `$${name}: ${types[name]}`).join(', ');
  await read(server, `query ${head && `(${head})`} { ${query} }`, Object.fromEntries(used));
  return server.statements.length - before;
}

describe('the number of statements', () => {
  it.each(QUERIES)('of %s is always %i', async (_what, statements, query) => {
    const counts: number[] = [];
    for (const slug of ['klein', 'gross'])
      for (const first of [1, 20]) counts.push(await statementsOf(query, { slug, first }));
    expect(counts).toEqual([statements, statements, statements, statements]);
  });

  it('of one success is 1, and of one measure with its chain, topic and loop 4', async () => {
    expect(await statementsOf(`success(id: $id) { ${FEED_NODE} }`, { id: ids.success })).toBe(1);
    expect(await statementsOf(`measure(id: $id) { ${MEASURE} }`, { id: ids.measure })).toBe(1);
    expect(
      await statementsOf(
        `measure(id: $id) { ${MEASURE} ${TOPIC} ${LOOP} chain { key ${LOOP} ${TOPIC} } }`,
        { id: ids.measure },
      ),
    ).toBe(4);
  });

  it('of what a query says twice is that of saying it once', async () => {
    expect(
      await statementsOf(
        `programme(slug: $slug) { a: topics { key } b: topics { title { text } } c: topic(key: "thema-1") { key } d: loops { number } e: loop(number: 2) { number } }`,
        { slug: 'klein' },
      ),
    ).toBe(3);
  });

  it('of the schema is none', async () => {
    expect(await statementsOf('__schema { types { name fields { name } } }', {})).toBe(0);
  });
});
