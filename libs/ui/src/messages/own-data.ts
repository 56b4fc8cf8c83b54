import type { Language } from '../views.js';
import { ownDataDe, type OwnDataMessageKey } from './own-data-de.js';
import { ownDataEn } from './own-data-en.js';
import { locales } from './translate.js';
import { translatorOf, type Translator } from './translator.js';

export const ownDataCatalogues: Readonly<
  Record<Language, Readonly<Record<OwnDataMessageKey, string>>>
> = { de: ownDataDe, en: ownDataEn };

const known = new Map<Language, Translator<OwnDataMessageKey>>();

/** The messages of the pages of one's own data, in a language. */
export function ownDataMessagesFor(language: Language): Translator<OwnDataMessageKey> {
  let translate = known.get(language);
  if (!translate) {
    translate = translatorOf(ownDataCatalogues[language], locales[language]);
    known.set(language, translate);
  }
  return translate;
}

/** What a table, a column or a word of the system is called; its own name where the catalogue has none. */
export function ownDataName(
  kind: 'table' | 'column' | 'value',
  name: string,
  language: Language,
): string {
  const key = `${kind}.${name}`;
  return Object.hasOwn(ownDataDe, key)
    ? ownDataMessagesFor(language)(key as OwnDataMessageKey)
    : name;
}
