import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { isFitToCompile } from './fit-to-compile.js';

const isFit = (text: string): boolean => isFitToCompile(parse(text));

describe('isFitToCompile', () => {
  it.each([
    'query Q($slug: String!, $first: Int = 20) { feed(slug: $slug, first: $first, last: 3, ok: true, in: DE) { __typename id } }',
    '{ a { ...F } } fragment F on A { b }',
  ])('lets names, numbers and booleans through: %s', (text) => {
    expect(isFit(text)).toBe(true);
  });

  it.each([
    ['a text as an argument', '{ feed(slug: "lwl") { id } }'],
    ['a text in a list', '{ feed(filter: { topics: ["a"] }) { id } }'],
    ['a text in several lines', '{ feed(slug: """lwl""") { id } }'],
    ['a text as a default', 'query Q($slug: String = "lwl") { feed(slug: $slug) { id } }'],
    ['a text in a fragment', '{ ...F } fragment F on Query { feed(slug: "lwl") { id } }'],
    [
      'a condition',
      'query Q($x: Boolean!) { a { ...F @include(if: $x) } b { ...F } } fragment F on A { id }',
    ],
    ['an alias for an object’s prototype', '{ __proto__: feed { id } }'],
    ['a long alias', `{ ${'a'.repeat(51)}: feed { id } }`],
    ['an alias with the names of compiled code', '{ __context: feed { id } }'],
    [
      'a variable that every object has',
      'query Q($toString: String) { feed(slug: $toString) { id } }',
    ],
  ])('keeps out %s', (_what, text) => {
    expect(isFit(text)).toBe(false);
  });

  it('counts fragments as often as they are put in', () => {
    const twice = (count: number): string =>
      `{ ...F0 } ${Array.from(
        { length: count },
        (_, at) => `fragment F${at} on A { a: x { ...F${at + 1} } b: x { ...F${at + 1} } }`,
      ).join(' ')} fragment F${count} on A { id }`;
    expect([isFit(twice(5)), isFit(twice(7))]).toEqual([true, false]);
  });
});
