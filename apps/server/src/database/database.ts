import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { NamedSqlReader } from '#application/published/sql-reader.js';
import type { UnitOfWork } from '#application/shared/unit-of-work.js';
import type { Result } from '#domain/shared/result.js';
import { queryByName } from '#persistence/shared/query-by-name.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { LOG } from '../http/log.js';
import { isAway } from './is-away.js';

/** The server's one way to its database. It may be away: then every question is answered by 503. */
@Injectable()
export class Database implements NamedSqlReader, UnitOfWork {
  #source: DataSource | null = null;
  #written: () => void = () => undefined;

  constructor(@Inject(LOG) private readonly log: Pick<Logger, 'warn'>) {}

  /** Called once the database answers and stands at the newest migration. */
  attach(source: DataSource): void {
    this.#source = source;
  }

  /** Null while the database has not answered yet. */
  get source(): DataSource | null {
    return this.#source;
  }

  async query<Rows>(sql: string, values: unknown[] = []): Promise<Rows> {
    return this.#there()
      .query<Rows>(sql, values)
      .catch((error: unknown) => this.#refuse(error));
  }

  async queryByName<Rows>(name: string, sql: string, values: unknown[]): Promise<Rows> {
    return queryByName<Rows>(this.#there(), name, sql, values).catch((error: unknown) =>
      this.#refuse(error),
    );
  }

  async run<T, E>(work: (em: EntityManager) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    return (
      new Transactions(this.#there())
        .run(work)
        .catch((error: unknown) => this.#refuse(error))
        // Also after a failure: the connection may be gone before it could say that it has committed.
        .finally(() => this.#written())
    );
  }

  /** `told` is called after each transaction of `run`, before its caller hears of it. */
  onWritten(told: () => void): void {
    this.#written = told;
  }

  #refuse(error: unknown): never {
    if (!isAway(error)) throw error;
    this.log.warn({ reason: (error as Error).message }, 'the database does not answer');
    throw new ServiceUnavailableException('The database does not answer.', { cause: error });
  }

  #there(): DataSource {
    if (this.#source === null)
      throw new ServiceUnavailableException('The database has not answered yet.');
    return this.#source;
  }

  async close(): Promise<void> {
    if (this.#source?.isInitialized) await this.#source.destroy();
    this.#source = null;
  }
}
