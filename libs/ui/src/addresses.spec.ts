import { describe, expect, it } from '@jest/globals';
import { addressOf, queryOf, readAddress, sameInOtherLanguage, type Place } from './addresses.js';

const slug = 'grün & frei/1';
const places: readonly Place[] = [
  { page: 'programmes' },
  { page: 'successes', slug },
  { page: 'success', slug, measureKey: 'a b/c' },
  { page: 'loops', slug },
  { page: 'loop', slug, number: 12 },
  { page: 'topic', slug, key: 'ä?#' },
  { page: 'join', slug },
  { page: 'ideas', slug },
  { page: 'atom', slug },
  { page: 'json', slug },
  { page: 'accessibility', slug },
  { page: 'easy', slug },
  { page: 'privacy', slug },
];

describe('addresses', () => {
  it.each(places)('reads back what it writes: $page', (place) => {
    for (const language of ['de', 'en'] as const) {
      expect(readAddress(addressOf(place, language))).toEqual({ language, place });
    }
    expect(sameInOtherLanguage(addressOf(place, 'de'), 'en')).toBe(addressOf(place, 'en'));
  });

  it('has a word of each language', () => {
    expect(addressOf({ page: 'success', slug: 'amt', measureKey: 'm-1' }, 'de')).toBe(
      '/de/amt/erfolge/m-1',
    );
    expect(addressOf({ page: 'atom', slug: 'amt' }, 'en')).toBe('/en/amt/successes.atom');
  });

  it('knows no other paths', () => {
    for (const path of [
      '/',
      '/fr/',
      '/de/amt',
      '/de/amt/successes',
      '/de/amt/schleifen/0',
      '/de/amt/schleifen/x',
      '/de/%E0%A4%A/erfolge',
      '/de/amt/erfolge/a/b',
    ]) {
      expect(readAddress(path)).toBeNull();
    }
  });

  it('keeps the query in the other language', () => {
    expect(sameInOtherLanguage('/de/amt/erfolge?q=a%20b&loop=3#t-x', 'en')).toBe(
      '/en/amt/successes?q=a%20b&loop=3',
    );
    expect(sameInOtherLanguage('/nowhere', 'en')).toBe('/en/');
  });

  it('writes only what is filtered into the query', () => {
    const none = { search: '', loop: null, phase: null, topic: null, goal: null, unit: null };
    expect(queryOf(none)).toBe('');
    expect(queryOf({ ...none, search: 'a&b', loop: 3 }, 'wege')).toBe('?q=a%26b&loop=3&after=wege');
  });
});
