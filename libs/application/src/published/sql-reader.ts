/** What a reader needs of a database: one question, one answer. A TypeORM data source is one. */
export interface SqlReader {
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
}

/** A database that keeps a statement under a name, one for each text, and so needs to plan it only once. */
export interface NamedSqlReader extends SqlReader {
  queryByName<Rows>(name: string, sql: string, values: unknown[]): Promise<Rows>;
}
