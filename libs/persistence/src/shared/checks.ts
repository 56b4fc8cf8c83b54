/** SQL for a named CHECK: the column holds one of the domain's words. */
export function oneOf(column: string, values: readonly string[]): string {
  return `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`;
}

/** SQL for a named CHECK: a text of 1 to `limit` characters that is not only white space; NULL passes. */
export function textUpTo(column: string, limit: number): string {
  return `char_length("${column}") <= ${limit} AND "${column}" ~ '\\S'`;
}

/** SQL for a named CHECK on the translations of a row: an object, at most 60,000 characters when written out. */
export const TRANSLATIONS_ARE_AN_OBJECT = `jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000`;

/** SQL for a named CHECK on a key: lower-case words and digits joined by hyphens, 1 to 80 characters. */
export const KEY_IS_KEBAB_CASE = `"key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80`;
