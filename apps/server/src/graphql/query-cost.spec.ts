import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { costOf, HIGHEST_COST } from './query-cost.js';

const schema = buildSchema(
  readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'),
);

function costOfQuery(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`This holds no operation: ${query}`);
  return costOf(schema, document, operation, variables);
}
const feed = (inner: string, page = ''): string =>
  `successesFeed(programme: "probe"${page}) { edges { ${inner} } }`;

describe('the cost of a query', () => {
  it('is the number of fields that its answer may have, an object with what is in it', () => {
    expect(costOfQuery('{ programme(slug: "probe") { id title { text language } } }')).toBe(5);
  });

  it('counts a list without a page size as five', () => {
    expect(costOfQuery('{ programme(slug: "probe") { loops { id number } } }')).toBe(1 + 1 + 5 * 2);
  });

  it('counts each row of a page as fifty fields more', () => {
    expect(costOfQuery(`{ ${feed('cursor', ', first: 3')} }`)).toBe(1 + 3 * (50 + 1 + 1));
  });

  it('knows the size of a page that comes by default or as a variable', () => {
    const page = (size: number): number => 1 + size * (50 + 1 + 1);
    expect(costOfQuery(`{ ${feed('cursor')} }`)).toBe(page(20));
    const query = `query ($n: Int!) { ${feed('cursor', ', first: $n')} }`;
    expect(costOfQuery(query, { n: 7 })).toBe(page(7));
  });

  it('counts a fragment wherever it stands, and on whatever type', () => {
    const inner = 'node { id key }';
    const plain = costOfQuery(`{ ${feed(inner)} }`);
    expect(costOfQuery(`{ ${feed('...E')} } fragment E on SuccessEdge { ${inner} }`)).toBe(plain);
    expect(costOfQuery(`{ ${feed(`... on SuccessEdge { ${inner} }`)} }`)).toBe(plain);
    expect(costOfQuery(`{ ${feed(`... { ${inner} }`)} }`)).toBe(plain);
    expect(
      costOfQuery(
        `{ a: programme(slug: "a") { ...P } b: programme(slug: "b") { ...P } } fragment P on Programme { id slug }`,
      ),
    ).toBe(2 * (1 + 2));
  });

  it('is nothing for the schema and the names of types', () => {
    expect(costOfQuery('{ __typename __schema { types { name fields { name } } } }')).toBe(0);
  });

  it('lets a full page of whole successes through, and no three of them at once', () => {
    const whole = `cursor node { id key phase question { text } measureTitle { text } result { text } publishedAt
      steps { text { text } state } nextSteps { text { text } state } attachments { title { text } address }
      guides { name } goals { text } topic { title { text } path { state } } loop { number } }`;
    const page = costOfQuery(`{ ${feed(whole, ', first: 100')} }`);
    expect(3 * page).toBeGreaterThan(HIGHEST_COST);
    expect(page).toBeLessThan(HIGHEST_COST);
  });
});
