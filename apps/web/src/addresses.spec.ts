import { describe, expect, it } from '@jest/globals';
import { at, baseAddress, inLanguage, languageIn } from './addresses.js';

describe('addresses of the workspace', () => {
  it('name their language', () => {
    expect(languageIn('/workspace/en/serviceweg/board/5')).toBe('en');
    expect(languageIn('/workspace/')).toBeNull();
    expect(languageIn('/workspace/fr')).toBeNull();
  });

  it('lead to the same page in another language, filters included', () => {
    expect(inLanguage('/workspace/de/serviceweg/board/5?topic=de', 'en')).toBe(
      '/workspace/en/serviceweg/board/5?topic=de',
    );
    expect(inLanguage('/workspace/de', 'en')).toBe('/workspace/en');
    expect(inLanguage('/workspace/demo', 'en')).toBe('/workspace/demo');
  });

  it('escape what they are made of', () => {
    expect(baseAddress('de', 'a/b')).toBe('/workspace/de/a%2Fb');
    expect(at.measure('x?y', 'steps')).toBe('/measures/x%3Fy#steps');
  });
});
