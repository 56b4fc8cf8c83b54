import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, locales, messagesFor } from './translate.js';

describe('catalogue', () => {
  it('has the same keys in all languages', () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.de).sort());
  });

  it.each(['de', 'en'] as const)('holds only messages that can be read (%s)', (language) => {
    for (const [key, message] of Object.entries(catalogues[language])) {
      expect(
        { key, read: () => new IntlMessageFormat(message, locales[language]) }.read,
      ).not.toThrow();
      expect(message.trim()).not.toBe('');
    }
  });

  it('counts in words', () => {
    const t = messagesFor('de');
    expect(t('guides.count', { count: 2 })).toBe('Zwei Transformationsbegleitungen');
    expect(t('successes.result', { topics: 1, successes: 1 })).toBe(
      '1 Thema mit einem veröffentlichten Ergebnis',
    );
    expect(t('loop.state', { loop: 'Lernschleife 5', done: 3, total: 12, checked: 2 })).toBe(
      'In Lernschleife 5 sind 3\u00a0von\u00a012 Maßnahmen abgeschlossen, 2\u00a0werden geprüft.',
    );
    expect(t('loop.state', { loop: 'Lernschleife 1', done: 0, total: 1, checked: 0 })).toBe(
      'In Lernschleife 1 ist die eine Maßnahme noch nicht abgeschlossen.',
    );
    expect(
      messagesFor('en')('loop.state', { loop: 'learning loop 5', done: 0, total: 12, checked: 0 }),
    ).toBe('In learning loop 5, none of\u00a012 measures is completed.');
  });
});
