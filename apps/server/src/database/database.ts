import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { SqlReader } from '#application/published/sql-reader.js';

/** The server's one way to its database. It may be away: then every question is answered by 503. */
@Injectable()
export class Database implements SqlReader {
  #source: DataSource | null = null;

  /** Called once the database answers and stands at the newest migration. */
  attach(source: DataSource): void {
    this.#source = source;
  }

  /** Null while the database has not answered yet. */
  get source(): DataSource | null {
    return this.#source;
  }

  async query<Rows>(sql: string, values: unknown[] = []): Promise<Rows> {
    if (this.#source === null)
      throw new ServiceUnavailableException('The database has not answered yet.');
    return this.#source.query<Rows>(sql, values);
  }

  async close(): Promise<void> {
    if (this.#source?.isInitialized) await this.#source.destroy();
    this.#source = null;
  }
}
