import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, locales } from './translate.js';
import { workspaceCatalogues, workspaceMessagesFor } from './workspace.js';
import { workspaceDe } from './workspace-de.js';

describe('catalogue of the workspace', () => {
  it('has the same keys in all languages, and none of the public pages', () => {
    expect(Object.keys(workspaceCatalogues.en).sort()).toEqual(
      Object.keys(workspaceCatalogues.de).sort(),
    );
    expect(Object.keys(workspaceDe).filter((key) => key in catalogues.de)).toEqual([]);
  });

  it.each(['de', 'en'] as const)('holds only messages that can be read (%s)', (language) => {
    for (const [key, message] of Object.entries(workspaceCatalogues[language])) {
      let fault: unknown = null;
      try {
        new IntlMessageFormat(message, locales[language]);
      } catch (error) {
        fault = error;
      }
      expect({ key, fault }).toEqual({ key, fault: null });
    }
  });

  it('counts in words', () => {
    const t = workspaceMessagesFor('de');
    expect(t('board.shown', { shown: 1, all: 0 })).toBe('Eine Maßnahme');
    expect(t('board.shown', { shown: 3, all: 14 })).toBe('3 Maßnahmen von 14');
    expect(t('card.steps', { count: 4, settled: 2 })).toBe('2 von 4 Schritten');
    expect(t('card.steps', { count: 1, settled: 0 })).toBe('0 von einem Schritt');
  });
});
