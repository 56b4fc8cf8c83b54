/** What a reader needs of a database: one question, one answer. A TypeORM data source is one. */
export interface SqlReader {
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
}
