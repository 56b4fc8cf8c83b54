import type { Language } from '../views.js';
import { callDe } from './call-de.js';
import { callEn } from './call-en.js';
import { de } from './de.js';
import { en } from './en.js';
import { ideasDe } from './ideas-de.js';
import { ideasEn } from './ideas-en.js';
import { translatorOf, type Translator } from './translator.js';
import { voiceDe } from './voice-de.js';
import { voiceEn } from './voice-en.js';

export const catalogues = {
  de: { ...de, ...callDe, ...voiceDe, ...ideasDe },
  en: { ...en, ...callEn, ...voiceEn, ...ideasEn },
} as const satisfies Record<Language, Record<string, string>>;

export type MessageKey = keyof (typeof catalogues)['de'];

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
