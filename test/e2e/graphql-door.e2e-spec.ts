import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, send, type GraphqlAnswer } from '../support/graphql.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const NUL = '\u0000';
const HALF = '\ud800';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let server: TestServer;
let statementsBefore = 0;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
});
beforeEach(() => {
  statementsBefore = server.statements.length;
});
afterAll(() => server.stop());

/** Refused with this status and code before any statement ran, and without data. */
function expectRefused(answer: GraphqlAnswer, status: number, code: string): void {
  expect([answer.status, answer.data, answer.errors.map(({ extensions }) => extensions)]).toEqual([
    status,
    undefined,
    [{ code }],
  ]);
  expect(server.statements.length).toBe(statementsBefore);
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d|\.js:\d|stacktrace|SELECT/);
}
const messageOf = ({ errors: [first] }: GraphqlAnswer): string => first?.message ?? '';

/** Every argument that takes text: the type of a variable for it, a query with it, and where it says the fault stands. */
const TEXTS: readonly (readonly [type: string, query: string, place: string])[] = [
  ['String!', 'programme(slug: $v) { id }', 'slug'],
  ['String!', 'successesFeed(programme: $v) { totalCount }', 'programme'],
  ['String', 'successesFeed(programme: "probe", after: $v) { totalCount }', 'after'],
  ['String', 'programmes(after: $v) { edges { cursor } }', 'after'],
  ['ID!', 'success(id: $v) { id }', 'id'],
  ['ID!', 'measure(id: $v) { id }', 'id'],
  ['String!', 'programme(slug: "probe") { topic(key: $v) { id } }', 'key'],
  ['String', 'programme(slug: "probe") { successes(after: $v) { totalCount } }', 'after'],
  ...['search'].map(
    (field) =>
      [
        'String',
        `successesFeed(programme: "probe", filter: { ${field}: $v }) { totalCount }`,
        `filter.${field}`,
      ] as const,
  ),
  ...['topics', 'goals', 'units'].map(
    (field) =>
      [
        'String!',
        `successesFeed(programme: "probe", filter: { ${field}: ["gut", $v] }) { totalCount }`,
        `filter.${field}[1]`,
      ] as const,
  ),
];

describe('text that can’t be stored', () => {
  it.each(TEXTS)('of type %s in %s is refused as a variable', async (type, query, place) => {
    for (const [bad, why] of [
      [`a${NUL}b`, /U\+0000/],
      [`a${HALF}b`, /surrogate/],
      [`a\udfffb`, /surrogate/],
    ] as const) {
      const answer = await ask(server, `query ($v: ${type}) { ${query} }`, { v: bad });
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toMatch(why);
      expect(messageOf(answer).startsWith(`${place}: `)).toBe(true);
    }
  });

  it.each(TEXTS)('of type %s in %s is refused in the query itself', async (_type, query, place) => {
    const argument = place.replace(/^filter\.|\[1\]$/g, '');
    for (const [bad, code] of [
      [`"a${NUL}b"`, 'BAD_USER_INPUT'],
      ['"a\\u0000b"', 'BAD_USER_INPUT'],
      ['"a\\u{0}b"', 'BAD_USER_INPUT'],
      [`"""a${NUL}b"""`, 'BAD_USER_INPUT'],
      [`"a${HALF}b"`, 'GRAPHQL_PARSE_FAILED'],
      ['"a\\ud800b"', 'GRAPHQL_PARSE_FAILED'],
      ['"a\\u{DFFF}b"', 'GRAPHQL_PARSE_FAILED'],
    ] as const) {
      const answer = await ask(server, `{ ${query.replace('$v', bad)} }`);
      expectRefused(answer, 400, code);
      expect(messageOf(answer)).toMatch(new RegExp(`^(filter\\.)?${argument}(\\[1\\])?: `));
    }
  });

  it('is refused as the default of a variable, in a fragment, and in a filter that is one variable', async () => {
    for (const [query, variables] of [
      ['query ($slug: String! = "a\\u0000b") { programme(slug: $slug) { id } }', {}],
      ['{ ...F } fragment F on Query { programme(slug: "a\\u0000b") { id } }', {}],
    ] as const) {
      const answer = await ask(server, query, variables);
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toMatch(/^slug: holds the character U\+0000/);
    }
    const answer = await ask(
      server,
      'query ($f: SuccessFilter) { successesFeed(programme: "probe", filter: $f) { totalCount } }',
      { f: { units: ['gut', `schlecht${NUL}`] } },
    );
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(messageOf(answer)).toMatch(/^filter\.units\[1\]: /);
  });

  it('counts for nothing in what the query doesn’t use', async () => {
    const answer = await ask(server, '{ __typename }', { unused: `a${NUL}b` });
    expect([answer.status, answer.data]).toEqual([200, { __typename: 'Query' }]);
  });
});

describe('an id', () => {
  it.each([
    '',
    'x',
    '1',
    NOBODY.slice(1),
    `${NOBODY}0`,
    `${NOBODY}\n`,
    ` ${NOBODY}`,
    `{${NOBODY}}`,
    NOBODY.replaceAll('-', ''),
    NOBODY.replace('4', 'g'),
    `urn:uuid:${NOBODY}`,
    "' OR 1=1 --",
    '../../etc/passwd',
    'x'.repeat(100),
    '𝟘𝟘𝟘𝟘𝟘𝟘𝟘𝟘-0000-4000-8000-000000000000',
  ])('such as %j is refused, and its argument named', async (id) => {
    for (const field of ['success', 'measure'])
      for (const [query, variables] of [
        [`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }],
        [`{ ${field}(id: ${JSON.stringify(id)}) { id } }`, {}],
      ] as const) {
        const answer = await ask(server, query, variables);
        expectRefused(answer, 400, 'BAD_USER_INPUT');
        expect(messageOf(answer)).toBe('id: is not an id of this API.');
      }
  });

  it('that is a number, a list or an object is no id either', async () => {
    for (const id of [7, 1.5, true, [NOBODY], { id: NOBODY }, null]) {
      const answer = await ask(server, 'query ($id: ID!) { success(id: $id) { id } }', { id });
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toMatch(/^id: |"\$id"/);
    }
  });
});

/** As a cursor of another system may look. */
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a cursor', () => {
  it.each([
    '',
    'x',
    'null',
    '0',
    '-1',
    base64('nonsense'),
    base64('cursor:5'),
    base64(`2026-04-02T08:00:00Z|${NOBODY}`),
    base64('999999-99-99T99:99:99Z'),
    base64('-271821-04-19T23:59:59Z'),
    '+275760-09-13T00:00:00Z',
    '2026-02-30',
    '9'.repeat(400),
    `${NOBODY}'`,
  ])('such as %j is refused, and its argument named', async (after) => {
    for (const query of [
      'query ($after: String) { successesFeed(programme: "probe", after: $after) { totalCount } }',
      'query ($after: String) { programme(slug: "probe") { successes(after: $after) { totalCount } } }',
    ]) {
      const answer = await ask(server, query, { after });
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toBe('after: is not a cursor of this list.');
    }
  });

  it.each(['', 'A', 'a b', '-a', 'a--b', "a'", '%'])(
    'of programmes such as %j is refused as well',
    async (after) => {
      const answer = await ask(
        server,
        'query ($after: String) { programmes(after: $after) { edges { cursor } } }',
        { after },
      );
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toBe('after: is not a cursor of this list.');
    },
  );
});

describe('limits', () => {
  const feed = (page: string, fields = 'totalCount'): string =>
    `{ successesFeed(programme: "probe"${page}) { ${fields} } }`;

  it.each([0, -1, 101, 2_147_483_647, -2_147_483_648])('keep a page of %i out', async (first) => {
    for (const answer of [
      await ask(server, feed(`, first: ${first}`)),
      await ask(server, `query ($n: Int!) ${feed(', first: $n')}`, { n: first }),
      await ask(server, `query ($n: Int! = ${first}) ${feed(', first: $n')}`),
      await ask(server, `{ programmes(first: ${first}) { edges { cursor } } }`),
      await ask(
        server,
        `{ programme(slug: "probe") { successes(first: ${first}) { totalCount } } }`,
      ),
    ]) {
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toBe('first: must be from 1 to 100.');
    }
  });

  it('keep a page size that is none out', async () => {
    for (const n of [2_147_483_648, 1.5, '5', null, [5], 'NaN']) {
      const answer = await ask(server, `query ($n: Int!) ${feed(', first: $n')}`, { n });
      expectRefused(answer, 400, 'BAD_USER_INPUT');
      expect(messageOf(answer)).toContain('"$n"');
    }
    const answer = await ask(server, `query ($n: Int = 5) ${feed(', first: $n')}`, { n: null });
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(messageOf(answer)).toContain('"first"');
  });

  it('let pages of 1 and 100 in', async () => {
    for (const first of [1, 100])
      expect((await ask(server, feed(`, first: ${first}`))).data).toEqual({
        successesFeed: { totalCount: 2 },
      });
  });

  const nested = (depth: number): string => {
    const steps = ['successesFeed(programme: "probe", first: 1)', 'edges', 'node', 'measure'];
    for (let at = steps.length; at < depth - 1; at += 2) steps.push('actionField', 'measures');
    return `{ ${steps.slice(0, depth - 1).join(' { ')} { __typename ${'}'.repeat(depth)}`;
  };

  it('keep what is deeper than 10 out', async () => {
    expect((await ask(server, nested(10))).status).toBe(200);
    statementsBefore = server.statements.length;
    for (const depth of [11, 12, 60]) {
      const answer = await ask(server, nested(depth));
      expectRefused(answer, 400, 'GRAPHQL_VALIDATION_FAILED');
      expect(messageOf(answer)).toMatch(/depth limit of 10/);
    }
  });

  it('keep depth that hides in fragments out', async () => {
    const answer = await ask(
      server,
      `{ successesFeed(programme: "probe", first: 1) { edges { node { measure { ...A } } } } }
       fragment A on Measure { actionField { measures { ...B } } }
       fragment B on Measure { actionField { measures { ...C } } }
       fragment C on Measure { actionField { measures { topic { key } } } }`,
    );
    expectRefused(answer, 400, 'GRAPHQL_VALIDATION_FAILED');
  });

  it('keep too many aliases, directives and tokens out', async () => {
    const many = (count: number, part: (at: number) => string): string =>
      Array.from({ length: count }, (_one, at) => part(at)).join(' ');
    const aliases = (count: number): string => `{ ${many(count, (at) => `a${at}: __typename`)} }`;
    expect((await ask(server, aliases(15))).status).toBe(200);
    expectRefused(await ask(server, aliases(16)), 400, 'GRAPHQL_VALIDATION_FAILED');
    expectRefused(
      await ask(
        server,
        `{ ${many(11, (at) => `... on Query @skip(if: true) { b${at}: __typename }`)} }`,
      ),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await ask(server, `{ ${'__typename '.repeat(500)} }`)).status).toBe(200);
    const long = await ask(server, `{ ${'__typename '.repeat(999)} }`);
    expectRefused(long, 400, 'GRAPHQL_PARSE_FAILED');
    expect(messageOf(long)).toMatch(/1000 tokens/);
  });

  it.each([
    [
      'pages within pages',
      '{ programmes(first: 100) { edges { node { successes(first: 100) { edges { node { id } } } } } } }',
      {},
    ],
    [
      'sizes that come as variables',
      'query ($n: Int!) { programmes(first: $n) { edges { node { successes(first: $n) { edges { node { id } } } } } } }',
      { n: 100 },
    ],
    [
      'sizes that come as defaults of variables',
      'query ($n: Int! = 100) { programmes(first: $n) { edges { node { successes(first: $n) { edges { node { id } } } } } } }',
      {},
    ],
    [
      'fragments',
      `{ programmes(first: 100) { edges { node { ...P } } } }
       fragment P on Programme { successes(first: 100) { edges { node { id } } } }`,
      {},
    ],
    [
      'the same field under many names',
      `{ ${Array.from(
        { length: 14 },
        (_one, at) =>
          `a${at}: successesFeed(programme: "probe", first: 100) { edges { node { id steps { id } nextSteps { id } } } }`,
      ).join(' ')} }`,
      {},
    ],
  ] as const)('keep a query out that costs too much by %s', async (_why, query, variables) => {
    const answer = await ask(server, query, variables);
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(messageOf(answer)).toMatch(
      /^The query costs \d+, more than 30000: ask for smaller pages/,
    );
  });

  it('let a full page of whole successes in', async () => {
    const answer = await ask(
      server,
      `{ successesFeed(programme: "probe", first: 100) { totalCount edges { cursor node {
         id key phase question { text } measureTitle { text } measureDescription { text } result { text } resultDay
         publishedAt steps { text { text } state dueDay } attachments { kind title { text } address }
         nextSteps { text { text } state dueDay addressee { text } } guides { name unit } goals { text }
         topic { key title { text } path { loopNumber state } } loop { number stage counts { phase count } }
       } } } }`,
    );
    expect(answer.status).toBe(200);
  });

  it('let nobody double the work with every line', async () => {
    const lines = Array.from(
      { length: 60 },
      (_one, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    );
    const start = performance.now();
    const answer = await ask(
      server,
      `{ ...F0 } ${lines.join(' ')} fragment F60 on Query { __typename }`,
    );
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([200, 400]).toContain(answer.status);
  });

  it('keep fragments in circles and endless introspection out', async () => {
    expectRefused(
      await ask(server, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    );
    const types = 'fields { type { '.repeat(6);
    expectRefused(
      await ask(server, `{ __schema { types { ${types} name ${'} '.repeat(12)} } } }`),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it.each([
    ['search', 'x'.repeat(201), 'filter.search: is longer than 200 characters.'],
    ['topics', Array(101).fill('telefon'), 'filter.topics: holds more than 100 entries.'],
    ['loops', Array(101).fill(1), 'filter.loops: holds more than 100 entries.'],
    ['phases', Array(101).fill('DO'), 'filter.phases: holds more than 100 entries.'],
  ])('keep a filter out whose %s is too long', async (name, value, message) => {
    const answer = await ask(
      server,
      'query ($f: SuccessFilter) { successesFeed(programme: "probe", filter: $f) { totalCount } }',
      { f: { [name]: value } },
    );
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(messageOf(answer)).toBe(message);
  });

  it.each([
    [{ colours: ['red'] }, 'colours'],
    [{ phases: ['UNDONE'] }, 'phases'],
    [{ phases: ['do'] }, 'phases'],
    [{ loops: ['1'] }, 'loops'],
    [{ loops: [1e10] }, 'loops'],
    [{ loops: [null] }, 'loops'],
    [{ topics: [7] }, 'topics'],
    [{ search: ['a'] }, 'search'],
    [['a'], 'f'],
    ['a', 'f'],
  ])('keep the filter %j out, and name what is wrong', async (f, named) => {
    const answer = await ask(
      server,
      'query ($f: SuccessFilter) { successesFeed(programme: "probe", filter: $f) { totalCount } }',
      { f },
    );
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(messageOf(answer)).toContain(named);
  });
});

describe('a body', () => {
  const query = '{"query":"{ programme(slug: \\"probe\\") { slug } }"}';

  it('in UTF-8 is read as it came', async () => {
    const answer = await send(server, query, { 'content-type': 'application/json; charset=UTF-8' });
    expect(answer.data).toEqual({ programme: { slug: 'probe' } });
  });

  it.each([
    ['a lone byte', [0xff]],
    ['half of a character', [0xc3]],
    ['a NUL written in two bytes', [0xc0, 0x80]],
    ['a surrogate in three bytes', [0xed, 0xa0, 0x80]],
    ['a character beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ])('with %s is refused as no UTF-8', async (_what, bytes) => {
    const [start = '', end = ''] = query.split('probe');
    const body = Buffer.concat([Buffer.from(`${start}pro`), Buffer.from(bytes), Buffer.from(end)]);
    const answer = await send(server, new Uint8Array(body));
    expectRefused(answer, 400, 'BAD_REQUEST');
    expect(messageOf(answer)).toBe('body: holds bytes that are not UTF-8.');
  });

  it.each([
    ['application/json; charset=utf-16', 415, /^body: must be /],
    ['application/json; charset=iso-8859-1', 415, /^body: must be /],
    ['application/json; charset=nonsense', 415, /^body: must be /],
    ['application/xml', 400, /body/i],
    ['application/graphql', 400, /body/i],
  ])('of type %s is refused', async (type, status, message) => {
    const answer = await send(server, query, { 'content-type': type });
    expectRefused(answer, status, 'BAD_REQUEST');
    expect(messageOf(answer)).toMatch(message);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of type %s, which foreign pages can send, is refused as forged',
    async (type) => {
      const answer = await send(server, query, { 'content-type': type });
      expectRefused(answer, 400, 'BAD_REQUEST');
      expect(messageOf(answer)).toMatch(/Cross-Site Request Forgery/);
    },
  );

  it.each(['{"query":', 'null', '5', '"{ __typename }"', '{"query" "x"}', '{,}', '\ufeff\ufeff{}'])(
    'such as %j is refused as no JSON object',
    async (body) => {
      const answer = await send(server, body);
      expectRefused(answer, 400, 'BAD_REQUEST');
      expect(messageOf(answer)).toMatch(/^body: is not JSON/);
    },
  );

  it.each([
    '{}',
    '{"query":""}',
    '{"query":5}',
    '{"query":null}',
    '{"query":["{ __typename }"]}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","variables":"{}"}',
    '{"query":"{ __typename }","operationName":5}',
    '{"query":"{ __typename }","extensions":[]}',
  ])('such as %s is refused as no request', async (body) => {
    expectRefused(await send(server, body), 400, 'BAD_REQUEST');
  });

  it('of many queries is refused', async () => {
    for (const body of [`[${query},${query}]`, `[${query}]`, '[]']) {
      const answer = await send(server, body);
      expectRefused(answer, 400, 'BAD_REQUEST');
      expect(messageOf(answer)).toMatch(/batching/i);
    }
  });

  it('of more than 100 KB is refused, compressed or not', async () => {
    const long = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(200_000)}` });
    const answer = await send(server, long);
    expectRefused(answer, 413, 'BAD_REQUEST');
    expect(messageOf(answer)).toBe('body: is longer than 100 KB.');
    const { gzipSync } = await import('node:zlib');
    expectRefused(
      await send(server, new Uint8Array(gzipSync(long)), { 'content-encoding': 'gzip' }),
      413,
      'BAD_REQUEST',
    );
  });

  it('that is compressed and broken, or in an unknown way, is refused', async () => {
    expectRefused(await send(server, query, { 'content-encoding': 'gzip' }), 400, 'BAD_REQUEST');
    expectRefused(await send(server, query, { 'content-encoding': 'x' }), 415, 'BAD_REQUEST');
  });
});

describe('an operation', () => {
  it.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['', 'BAD_REQUEST'],
    ['# only a comment', 'GRAPHQL_PARSE_FAILED'],
    ['fragment F on Query { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ programmes { edges } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ programme { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ __typename @defer }', 'GRAPHQL_VALIDATION_FAILED'],
    ['type Query { a: Int }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { x }', 'BAD_USER_INPUT'],
  ])('such as %j is refused with the code %s', async (query, code) => {
    expectRefused(await ask(server, query), 400, code);
  });

  it('runs alone where a document holds several, whatever the others hold', async () => {
    const answer = await send(
      server,
      JSON.stringify({
        query:
          'query A { programme(slug: "probe") { slug } } query B($id: ID!) { success(id: $id) { id } bad: success(id: "x") { id } }',
        operationName: 'A',
      }),
    );
    expect([answer.status, answer.data]).toEqual([200, { programme: { slug: 'probe' } }]);
  });

  it('isn’t looked up by the hash of a query', async () => {
    const answer = await send(
      server,
      JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
      }),
    );
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    ]);
  });

  it('may ask for the schema: it is public', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await ask(server, getIntrospectionQuery());
    expect([answer.status, answer.data.__schema.queryType.name]).toEqual([200, 'Query']);
  });
});

describe('other ways to /graphql', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is told to use POST, with or without what stops forged requests',
    async (method) => {
      for (const headers of [
        {},
        { 'apollo-require-preflight': '1' },
        { 'x-apollo-operation-name': 'A' },
        { 'content-type': 'application/json' },
        { accept: 'text/html' },
      ]) {
        const response = await fetch(
          `${server.origin}/graphql?query=${encodeURIComponent('{ programmes { edges { cursor } } }')}`,
          { method, headers: headers as Record<string, string> },
        );
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
        expect(await response.text()).not.toContain('probe');
      }
      expect(server.statements.length).toBe(statementsBefore);
    },
  );

  it('a query in the address of a POST is no query', async () => {
    const response = await fetch(`${server.origin}/graphql?query={__typename}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });

  it('nothing is below /graphql', async () => {
    for (const path of ['/graphql/x', '/graphql/graphiql', '/graphql//'])
      for (const method of ['GET', 'POST']) {
        const response = await fetch(server.origin + path, { method });
        expect([path, response.status]).toEqual([path, 404]);
      }
  });

  it('no answer may be kept by a cache between', async () => {
    const answer = await ask(server, '{ programmes { edges { cursor } } }');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

type LogLine = { requestId?: string; level: number; err: { stack: string } };

/** A database that fails under the server: everything after it needs a server of its own. */
describe('a fault of our own', () => {
  let failing: TestServer;
  beforeAll(async () => {
    failing = await startTestServer();
    await brought(failing.source, aProgramme('probe'));
  });
  afterAll(() => failing.stop());

  const expectMasked = (answer: GraphqlAnswer, path: string, words: RegExp): void => {
    const requestId = answer.headers.get('x-request-id') ?? '';
    expect(requestId).not.toBe('');
    expect(answer.errors).toEqual([
      {
        message: 'internal error',
        locations: [expect.anything()],
        path: [path],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ]);
    expect(answer.text).not.toMatch(
      /stack|node_modules|\.ts|\.js|relation|published_|SELECT|driver|ECONN|terminated|pool/i,
    );
    const lines = failing.logged.map((line) => JSON.parse(line) as LogLine);
    const faults = lines.filter((line) => line.requestId === requestId && line.level === 50);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.err.stack).toMatch(words);
  };

  it('is masked: the client reads the id of the request, and the log has the rest under it', async () => {
    await failing.source.query('ALTER VIEW published_programme RENAME TO elsewhere');
    const answer = await ask(failing, '{ programme(slug: "probe") { id } }');
    await failing.source.query('ALTER VIEW elsewhere RENAME TO published_programme');
    expect(answer.data).toEqual({ programme: null });
    expectMasked(answer, 'programme', /published_programme/);
  });

  it('keeps what else was asked, and the id that the request came with', async () => {
    await failing.source.query('ALTER TABLE result RENAME COLUMN text TO words');
    await failing.source.query('DROP TABLE published_success CASCADE');
    const answer = await ask(
      failing,
      '{ programme(slug: "probe") { slug } successesFeed(programme: "probe") { edges { cursor } } }',
      {},
      { 'x-request-id': 'von-vorne-7' },
    );
    expect(answer.data).toEqual({ programme: { slug: 'probe' }, successesFeed: null });
    expect(answer.headers.get('x-request-id')).toBe('von-vorne-7');
    expectMasked(answer, 'successesFeed', /published_success/);
  });

  it('on the way in is told as GraphQL tells it', async () => {
    const { cookie } = await signInAs(failing, 'probe', 'olga');
    await failing.source.query('ALTER TABLE session RENAME TO elsewhere');
    const answer = await ask(failing, '{ me { id } }', {}, { cookie });
    await failing.source.query('ALTER TABLE elsewhere RENAME TO session');
    expect(answer.status).toBe(500);
    const requestId = answer.headers.get('x-request-id');
    expect(answer.errors).toEqual([
      { message: 'internal error', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } },
    ]);
  });

  it('is masked when the database is gone', async () => {
    await failing.source.destroy();
    const answer = await ask(failing, '{ programme(slug: "probe") { id } }');
    expect(answer.data).toEqual({ programme: null });
    expectMasked(answer, 'programme', /./);
  });
});
