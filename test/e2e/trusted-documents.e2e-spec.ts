import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENTS, type DocumentName } from '#server/trusted/documents.js';
import { rawAnswer } from '../support/raw-answer.js';
import { aDoneMeasure, aProgramme, brought } from '../support/sample-programme.js';
import { ask } from '../support/graphql.js';
import {
  DEMONSTRATION,
  importFile,
  startTestServer,
  type TestServer,
} from '../support/start-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, { youngMs: 3_600_000, usableMs: 3_600_000 });
  await importFile(server.source, DEMONSTRATION);
  const many = aProgramme('viele');
  many.measures?.push(
    ...Array.from({ length: 25 }, (_, at) => aDoneMeasure(`weitere-${at}`, 'telefon-2')),
  );
  await brought(server.source, many);
});
afterAll(() => server.stop());

type Variables = Readonly<Record<string, unknown>>;

const addressOf = (name: DocumentName, variables: unknown): string =>
  `/graphql?documentId=sha256:${DOCUMENTS[name].hash}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
const get = async (
  name: DocumentName,
  variables: unknown,
): Promise<{ status: number; headers: Headers; body: unknown }> => {
  const response = await server.get(addressOf(name, variables));
  return { status: response.status, headers: response.headers, body: await response.json() };
};
/** What the same document answers when it is posted. */
const post = async (
  name: DocumentName,
  variables: Variables,
): Promise<{ status: number; body: unknown }> => {
  const { status, text } = await ask(server, DOCUMENTS[name].text, variables);
  return { status, body: JSON.parse(text) };
};

/** Each success that the feed has, as a cursor. */
async function cursors(programme: string): Promise<string[]> {
  const { body } = await post('Feed', { programme, first: 100 });
  const { data } = body as { data: { successesFeed: { edges: { cursor: string }[] } } };
  return data.successesFeed.edges.map(({ cursor }) => cursor);
}

const TOPIC = { programme: 'serviceweg', topic: 'servicekatalog' };
const ASKED: readonly (readonly [DocumentName, Variables])[] = [
  ['Feed', { programme: 'serviceweg' }],
  ['Feed', { programme: 'serviceweg', first: 3, language: 'en' }],
  ['Feed', { programme: 'serviceweg', first: 100, after: null, language: null }],
  ['Feed', { programme: 'serviceweg', language: 'nl' }],
  ['Feed', { programme: 'viele' }],
  ['Feed', { programme: 'viele', first: 27 }],
  ['Feed', { programme: 'gibt-es-nicht' }],
  ['TopicHistory', TOPIC],
  ['TopicHistory', { ...TOPIC, language: 'en', first: 1 }],
  ['TopicHistory', { programme: 'viele', topic: 'telefon' }],
  ['TopicHistory', { programme: 'viele', topic: 'telefon', first: 100, language: 'sv' }],
  ['TopicHistory', { programme: 'viele', topic: 'formulare' }],
  ['TopicHistory', { programme: 'viele', topic: 'gibt-es-nicht' }],
  ['TopicHistory', { programme: 'gibt-es-nicht', topic: 'telefon' }],
  ['Progress', { programme: 'serviceweg' }],
  ['Progress', { programme: 'viele' }],
  ['Progress', { programme: 'gibt-es-nicht' }],
];

describe('a trusted document', () => {
  it.each(ASKED)('%s with %j answers by its hash what it answers as a query', async (...asked) => {
    const [byHash, posted] = [await get(...asked), await post(...asked)];
    expect(byHash.body).toEqual(posted.body);
    expect([byHash.status, posted.status]).toEqual([200, 200]);
    expect(byHash.body).not.toHaveProperty('errors');
  });

  it.each(['Feed', 'TopicHistory'] as const)('%s goes on after every success', async (name) => {
    for (const programme of ['serviceweg', 'viele'])
      for (const after of await cursors(programme)) {
        const variables = { programme, topic: 'telefon', first: 2, after };
        expect((await get(name, variables)).body).toEqual((await post(name, variables)).body);
      }
  });

  it.each(['Feed', 'TopicHistory', 'Progress'] as const)(
    '%s costs one statement, and none the second time',
    async (name) => {
      const path = `${addressOf(name, { ...TOPIC, programme: 'serviceweg' })}&n=1`;
      const costs: number[] = [];
      for (let times = 0; times < 3; times += 1) {
        const before = server.statements.length;
        expect((await server.get(path)).status).toBe(200);
        costs.push(server.statements.length - before);
      }
      expect(costs).toEqual([1, 0, 0]);
    },
  );

  it('may be named as Apollo’s clients name it', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: DOCUMENTS.Feed.hash } };
    const response = await server.get(
      `/graphql?${new URLSearchParams({
        operationName: 'Feed',
        variables: '{"programme":"viele","first":2}',
        extensions: JSON.stringify(extensions),
      }).toString()}`,
    );
    expect([response.status, await response.json()]).toEqual([
      200,
      (await post('Feed', { programme: 'viele', first: 2 })).body,
    ]);
  });

  it('comes with the headers of every answer, a mark, and compressed', async () => {
    const path = addressOf('Feed', { programme: 'viele', first: 7 });
    const posted = await ask(server, '{ programmes { edges { cursor } } }');
    for (let times = 0; times < 2; times += 1) {
      const { status, headers } = await rawAnswer(server, path, { 'accept-encoding': 'br' });
      expect([status, headers['content-encoding'], headers['vary']]).toEqual([
        200,
        'br',
        'Accept-Encoding',
      ]);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers['cache-control']).toBe('public, no-cache');
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
      for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
        expect([name, headers[name]]).toEqual([name, posted.headers.get(name)]);
      const { etag = '' } = headers;
      expect((await rawAnswer(server, path, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('answers HEAD with its headers', async () => {
    const path = addressOf('Progress', { programme: 'viele' });
    const [head, whole] = [
      await rawAnswer(server, path, {}, 'HEAD'),
      await rawAnswer(server, path),
    ];
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(whole.body.length),
    ]);
  });

  it('is logged with its path and without its variables', async () => {
    await server.get(addressOf('Feed', { programme: 'geheimesprogramm' }), {
      'x-request-id': 'von-vorne-9',
    });
    const lineOf = (): string | undefined =>
      server.logged.find((one) => one.includes('von-vorne-9'));
    while (lineOf() === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(JSON.parse(lineOf() ?? '')).toMatchObject({ method: 'GET', path: '/graphql' });
    expect(server.logged.join('')).not.toContain('geheimesprogramm');
  });
});

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const FAULTY: readonly (readonly [DocumentName, Variables, named: string])[] = [
  ['Feed', {}, 'programme'],
  ['Feed', { programme: null }, 'programme'],
  ['Feed', { programme: 5 }, 'programme'],
  ['Feed', { programme: 'viele\u0000' }, 'programme'],
  ['Feed', { programme: 'viele', first: 0 }, 'first'],
  ['Feed', { programme: 'viele', first: 101 }, 'first'],
  ['Feed', { programme: 'viele', first: '5' }, 'first'],
  ['Feed', { programme: 'viele', first: null }, 'first'],
  ['Feed', { programme: 'viele', after: 'x' }, 'after'],
  ['Feed', { programme: 'viele', after: UNKNOWN }, 'after'],
  ['Feed', { programme: 'viele', language: 'fr' }, 'language'],
  ['TopicHistory', { programme: 'viele' }, 'topic'],
  ['TopicHistory', { programme: 'viele', topic: '\ud800' }, 'key'],
  ['TopicHistory', { programme: 'viele', topic: 'telefon', after: UNKNOWN }, 'after'],
  ['Progress', { programme: ['viele'] }, 'programme'],
];

describe('a request for a trusted document', () => {
  it.each(FAULTY)('%s with %j is refused as the query is, by name', async (name, given, named) => {
    const [byHash, posted] = [await get(name, given), await post(name, given)];
    expect({ status: byHash.status, body: byHash.body }).toEqual(posted);
    const { errors } = byHash.body as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(named);
    expect(byHash.headers.get('cache-control')).toBe('no-store');
    expect(byHash.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('stands for that document alone, whatever body comes with it', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const path = addressOf('Feed', { programme: 'gibt-es-nicht', first: 9 });
    const { status, body: answer } = await rawAnswer(server, path, headers, 'GET', body);
    expect([status, JSON.parse(answer.toString())]).toEqual([
      200,
      (await post('Feed', { programme: 'gibt-es-nicht', first: 9 })).body,
    ]);
  });

  it('with a hash that is none says so', async () => {
    for (const query of [
      `documentId=sha256:${'a'.repeat(64)}`,
      'documentId=',
      'documentId=feed',
      `extensions=${encodeURIComponent(`{"persistedQuery":{"version":1,"sha256Hash":"${'b'.repeat(64)}"}}`)}`,
    ]) {
      const response = await server.get(`/graphql?${query}`);
      expect([query, response.status]).toEqual([query, 404]);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.stringMatching(/^documentId: /),
            extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
          },
        ],
      });
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(['x', '[]', '"x"', 'null', '5'])('with variables such as %s says so', async (text) => {
    const response = await server.get(
      `/graphql?documentId=sha256:${DOCUMENTS.Feed.hash}&variables=${encodeURIComponent(text)}`,
    );
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          { message: 'variables: must be a JSON object.', extensions: { code: 'BAD_REQUEST' } },
        ],
      },
    ]);
  });

  it.each([
    '',
    '?query={__typename}',
    `?query={__typename}&documentId=sha256:${DOCUMENTS.Feed.hash}`,
    '?extensions={}',
    '?extensions=x',
    '?extensions={"persistedQuery":5}',
  ])('such as /graphql%s is none, and is told to use POST', async (query) => {
    const response = await server.get(`/graphql${query}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('costs nothing when it is refused, and is never kept', async () => {
    const path = addressOf('Feed', { programme: 'viele', first: 0 });
    for (let times = 0; times < 2; times += 1) {
      const before = server.statements.length;
      expect((await server.get(path)).status).toBe(400);
      expect(server.statements.length).toBe(before);
    }
  });
});
