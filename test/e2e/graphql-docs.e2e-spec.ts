import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '../support/graphql.js';
import {
  DEMONSTRATION,
  importFile,
  startTestServer,
  type TestServer,
} from '../support/start-server.js';

const text = readFileSync('docs/graphql.md', 'utf8');
const examples = [...text.matchAll(/```graphql\n([^`]*)```/g)].map(([, query = '']) => query);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await importFile(server.source, DEMONSTRATION);
});
afterAll(() => server.stop());

/** Every list of an answer, at whatever depth. */
function listsIn(value: unknown): unknown[][] {
  if (Array.isArray(value)) return [value, ...value.flatMap(listsIn)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listsIn);
}

describe('the examples of docs/graphql.md', () => {
  it('are there', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples)('work against the demonstration: %s', async (query) => {
    const data = await read(server, query);
    const [first = []] = listsIn(data);
    expect(first.length).toBeGreaterThan(0);
    expect(JSON.stringify(data)).toContain('"text":');
  });

  it('hold the query of the command line as well', async () => {
    const [, body = ''] = /-d '([^']*)'/.exec(text) ?? [];
    const { query } = JSON.parse(body) as { query: string };
    expect(await read(server, query)).toEqual({
      programmes: {
        edges: [
          {
            node: {
              slug: 'serviceweg',
              title: { text: 'Serviceweg: Schritt für Schritt näher an den Menschen' },
            },
          },
        ],
      },
    });
  });

  it('say of the chain what they promise: more than one loop', async () => {
    const data = await read(server, examples[2] ?? '');
    const [{ node }] = data.successesFeed.edges;
    expect(node.measure.chain.length).toBeGreaterThan(1);
  });
});
