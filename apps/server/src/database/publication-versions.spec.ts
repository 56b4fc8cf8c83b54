import { describe, expect, it } from '@jest/globals';
import { areSame, hasReached } from './publication-versions.js';

const versions = (...all: [id: string, version: string][]): ReadonlyMap<string, string> =>
  new Map(all);
const NEEDED = versions(['a', '9'], ['b', '10']);

describe('a replica beside its primary', () => {
  it.each([
    ['the same', NEEDED, true],
    // As texts, 9 is more than 10.
    ['a newer version', versions(['a', '10'], ['b', '10']), true],
    ['an older version', versions(['a', '9'], ['b', '9']), false],
    ['one newer and one older', versions(['a', '11'], ['b', '9']), false],
    ['a programme less', versions(['a', '9']), false],
    ['a programme that was removed', versions(['a', '9'], ['b', '10'], ['c', '1']), false],
  ])('with %s', (_what, held, reached) => {
    expect(hasReached(held, NEEDED)).toBe(reached);
  });

  it('counts exactly beyond 2^53', () => {
    const needed = versions(['a', '9007199254740993']);
    expect(hasReached(versions(['a', '9007199254740992']), needed)).toBe(false);
  });

  it('is compared by value', () => {
    expect(areSame(NEEDED, versions(['b', '10'], ['a', '9']))).toBe(true);
    expect(areSame(NEEDED, versions(['a', '9'], ['b', '11']))).toBe(false);
    expect(areSame(NEEDED, versions(['a', '9']))).toBe(false);
  });
});
