import { describe, expect, it } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { argumentAt } from './argument-at.js';

const HALF = '\ud800';

/** The name that is found for a document that doesn't parse. */
function foundIn(document: string): string | null {
  try {
    parse(document);
  } catch (error) {
    if (error instanceof GraphQLError) return argumentAt(error);
    throw error;
  }
  throw new Error(`This can be parsed: ${document}`);
}

describe('the argument in whose text the parser stopped', () => {
  it.each([
    [`{ programme(slug: "x${HALF}") { id } }`, 'slug'],
    ['{ programme(slug: "x\\ud800y") { id } }', 'slug'],
    ['{ programme(slug: "x\\u{d800}") { id } }', 'slug'],
    [`{ programme(slug: """x${HALF}""") { id } }`, 'slug'],
    [`{ a(filter: { topics: ["one", "two${HALF}"] }) }`, 'topics'],
    [`{ a(one: "fine", two: "${HALF}") }`, 'two'],
    [`{ a(one: "two: \\"${HALF}") }`, 'one'],
    [`query ($slug: String! = "${HALF}") { a }`, 'slug'],
    ['{ a(slug: "never ends) }', 'slug'],
  ])('is named in %j', (document, name) => {
    expect(foundIn(document)).toBe(name);
  });

  it.each([`# ${HALF}\n{ a }`, `{ a${HALF} }`, `{ a(slug: "b: ") ${HALF} }`, '{ a('])(
    'is nobody in %j',
    (document) => {
      expect(foundIn(document)).toBeNull();
    },
  );

  it('is looked for in no time, however long the document is', () => {
    const start = performance.now();
    foundIn(`{ ${'a'.repeat(90_000)} b(c: "${HALF}") }`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
