import type { Language } from '../views.js';
import { mailDe, type MailMessageKey } from './mail-de.js';
import { mailEn } from './mail-en.js';
import { locales } from './translate.js';
import { translatorOf, type Translator } from './translator.js';

export const mailCatalogues: Readonly<Record<Language, Readonly<Record<MailMessageKey, string>>>> =
  { de: mailDe, en: mailEn };

const known = new Map<Language, Translator<MailMessageKey>>();

/** The messages of mails in a language. */
export function mailMessagesFor(language: Language): Translator<MailMessageKey> {
  let translate = known.get(language);
  if (!translate) {
    translate = translatorOf(mailCatalogues[language], locales[language]);
    known.set(language, translate);
  }
  return translate;
}
