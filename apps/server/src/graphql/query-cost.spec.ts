import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
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

  it('is nothing for the names of types', () => {
    expect(costOfQuery('{ __typename programme(slug: "probe") { __typename } }')).toBe(1);
  });

  it('lets the whole schema through, and not its types times fields times fields', () => {
    const whole = { descriptions: true, specifiedByUrl: true, inputValueDeprecation: true };
    expect(costOfQuery(getIntrospectionQuery(whole))).toBeLessThan(HIGHEST_COST);
    const five = (at: string, field: string, inner: string): string =>
      Array.from({ length: 5 }, (_one, n) => `${at}${n}: ${field} { ${inner} }`).join(' ');
    const fields = five('c', 'fields', 'name');
    const query = `{ __schema { ${five('a', 'types', five('b', 'fields', `type { ofType { ${fields} } }`))} } }`;
    expect(costOfQuery(query)).toBeGreaterThan(HIGHEST_COST);
  });

  it('is much for a search, wherever it is written, and nothing for a filter without one', () => {
    const plain = costOfQuery(`{ ${feed('cursor', ', filter: { loops: [1] }')} }`);
    expect(costOfQuery(`{ ${feed('cursor', ', filter: { search: " " }')} }`)).toBe(plain);
    const searched = costOfQuery(`{ ${feed('cursor', ', filter: { search: "a" }')} }`);
    expect(searched).toBe(plain + 5_000);
    const asVariable = `query ($f: SuccessFilter) { ${feed('cursor', ', filter: $f')} }`;
    expect(costOfQuery(asVariable, { f: { search: 'a' } })).toBe(searched);
    const within = `query ($s: String) { ${feed('cursor', ', filter: { search: $s }')} }`;
    expect(costOfQuery(within, { s: 'a' })).toBe(searched);
    expect(costOfQuery(within)).toBe(plain);
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
