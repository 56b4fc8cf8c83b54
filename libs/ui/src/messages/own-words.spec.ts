import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { NAMED, ownLabels, withOwnWords, wordsIn } from './own-words.js';
import { locales, messagesFor } from './translate.js';
import { workspaceCatalogues, workspaceMessagesFor } from './workspace.js';

/** The names of the values and tags that a message takes. */
function argumentsOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const { type, value: name } = value as { type?: number; value?: unknown };
    // Literals and "#" name nothing.
    if (typeof name === 'string' && type !== 0 && type !== 7) names.add(name);
    Object.values(value).forEach(walk);
  };
  walk(new IntlMessageFormat(message, locale).getAst());
  return [...names].sort();
}

describe('a programme’s own words', () => {
  it('have a word of the catalogue for each, in every language', () => {
    for (const key of Object.values(NAMED).flat())
      expect([workspaceCatalogues.de[key], workspaceCatalogues.en[key]]).not.toContain(undefined);
  });

  it('stand in the same labels in all languages, each a label of the catalogue, of one thing alone', () => {
    const keysOf = (language: 'de' | 'en'): string[][] =>
      Object.values(ownLabels[language]).map((labels) => Object.keys(labels).sort());
    expect(keysOf('en')).toEqual(keysOf('de'));
    const keys = keysOf('de').flat();
    expect(keys.filter((key) => !(key in workspaceCatalogues.de))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['de', 'en'] as const)('take no value that the label isn’t given (%s)', (language) => {
    const catalogue: Record<string, string> = workspaceCatalogues[language];
    for (const labels of Object.values(ownLabels[language]))
      for (const [key, text] of Object.entries(labels)) {
        const given = [...argumentsOf(catalogue[key] ?? '', locales[language]), 'own', 'owns'];
        const taken = argumentsOf(text, locales[language]);
        expect({ key, foreign: taken.filter((name) => !given.includes(name)) }).toEqual({
          key,
          foreign: [],
        });
      }
  });

  it('are said instead of those of the catalogue, one for many where there is only one', () => {
    const t = withOwnWords(workspaceMessagesFor('de'), 'de', {
      'word.loop': 'Sprint',
      'word.loops': 'Sprints',
      'word.unit': 'Team',
      'word.measure': 'Vorhaben',
    });
    expect(t('loop.name', { number: 3 })).toBe('Sprint\u00a03');
    expect(t('loop.count', { count: 2 })).toBe('2\u00a0Sprints');
    expect(t('loop.count', { count: 0 })).toBe('Noch keine Sprints');
    expect(t('board.shown', { shown: 2, all: 7 })).toBe('2 Vorhaben von 7');
    expect(t('facts.unit')).toBe('Team');
    expect(t('workspace.nav.topics')).toBe('Themen');
    expect(t('loopPage.stages')).toBe('Stand der Lernschleife');
  });

  it('are text, whatever signs they hold', () => {
    const t = withOwnWords(messagesFor('de'), 'de', { 'word.loop': "Kreis {number} <b>'#" });
    expect(t('loop.name', { number: 3 })).toBe("Kreis {number} <b>'#\u00a03");
  });

  it('leave a reader of another language the words of the catalogue', () => {
    const programme = { defaultLanguage: 'de', words: { 'word.loop': 'Sprint' } };
    expect(wordsIn('de', programme)).toEqual({ 'word.loop': 'Sprint' });
    expect(wordsIn('en', programme)).toEqual({});
    expect(withOwnWords(messagesFor('en'), 'en', {})).toBe(messagesFor('en'));
  });
});
