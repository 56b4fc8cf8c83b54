import type { SqlReader } from '../published/sql-reader.js';

/** Thanks that somebody has given. */
export type OwnThanks = { readonly id: string; readonly text: string; readonly at: Date };

/** The thanks of an account. */
export class OwnThanksReader {
  constructor(private readonly database: SqlReader) {}

  /** Those for one measure, newest first; null when the account is nobody who may thank in its programme. */
  async ofMeasure(accountId: string, measureId: string): Promise<OwnThanks[] | null> {
    const rows = await this.database.query<(OwnThanks | { readonly id: null })[]>(
      `SELECT t.id, t.text, t.at FROM measure m
         JOIN person p ON p.programme_id = m.programme_id AND p.account_id = $1 AND p.blocked_at IS NULL
         LEFT JOIN thanks t ON t.measure_id = m.id AND t.person_id = p.id
       WHERE m.id = $2 ORDER BY t.at DESC, t.id DESC`,
      [accountId, measureId],
    );
    return rows.length === 0 ? null : rows.flatMap((row) => (row.id === null ? [] : [row]));
  }
}
