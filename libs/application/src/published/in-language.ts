/** A text and the language that it is in. */
export type Text = { readonly text: string; readonly language: string };

/** Texts of a row in other languages: language → field → text. */
export type StoredTranslations = Readonly<Record<string, Readonly<Record<string, string>>>> | null;

/** What a reader asked for: the language of the page and the one in which the programme writes. */
export type Languages = { readonly wanted: string; readonly written: string };

/** The text in the wanted language where there is one, else as it was written. */
export function inLanguage(
  languages: Languages,
  field: string,
  original: string,
  translations: StoredTranslations,
): Text {
  const { wanted, written } = languages;
  const translated = wanted === written ? undefined : translations?.[wanted]?.[field];
  return translated === undefined
    ? { text: original, language: written }
    : { text: translated, language: wanted };
}

/** The same for a text that may be missing. */
export function inLanguageOrNull(
  languages: Languages,
  field: string,
  original: string | null,
  translations: StoredTranslations,
): Text | null {
  return original === null ? null : inLanguage(languages, field, original, translations);
}
