import type { SqlReader } from './sql-reader.js';

/** Tells when the public would see something else than before. One statement a method. */
export class PublicationReader {
  constructor(private readonly database: SqlReader) {}

  /** The version of each programme by its id; it grows in every transaction that changes what the public may see. */
  async versions(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; version: string }[]>(
      'SELECT programme_id AS id, version::text FROM publication',
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}
