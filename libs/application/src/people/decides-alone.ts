/**
 * SQL: whether the person of this alias decides alone about the public name, as everybody does from the first sign-in
 * on. The history remembers it, since another address takes the account away.
 */
export function decidesAloneSql(person: string): string {
  return `(${person}.account_id IS NOT NULL OR EXISTS (SELECT FROM history_entry h
    WHERE h.subject = 'PERSON' AND h.subject_id = ${person}.id AND h.field = 'account.linked'))`;
}
