/** Texts of one row in other languages than the programme's: language code → field → text. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;
