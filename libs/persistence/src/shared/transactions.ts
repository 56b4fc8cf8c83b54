import type { DataSource, EntityManager } from 'typeorm';
import type { Result } from '#domain/shared/result.js';

/** The unit of work: `ok` commits; `err` and a throw leave nothing behind. */
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Inside `work` only `em` may be used: a repository would take a second connection. */
  async run<T, E>(work: (em: EntityManager) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      await (result.ok ? runner.commitTransaction() : runner.rollbackTransaction());
      return result;
    } catch (error) {
      // A connection that is gone can't roll back either; what matters is the first error.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
