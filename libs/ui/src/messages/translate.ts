import type { Language } from '../views.js';
import { de, type MessageKey } from './de.js';
import { en } from './en.js';
import { translatorOf, type Translator } from './translator.js';

export const catalogues: Record<Language, Record<MessageKey, string>> = { de, en };

export const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** Says a message of the public pages in one language. */
export type Translate = Translator<MessageKey>;

const known = new Map<Language, Translate>();

/** The messages of a language. */
export function messagesFor(language: Language): Translate {
  let translate = known.get(language);
  if (!translate) {
    translate = translatorOf(catalogues[language], locales[language]);
    known.set(language, translate);
  }
  return translate;
}
