import type { EntityManager } from 'typeorm';
import type { Result } from '#domain/shared/result.js';

/** Runs a piece of work in one transaction: `ok` commits; `err` and a throw leave nothing behind. */
export interface UnitOfWork {
  run<T, E>(work: (em: EntityManager) => Promise<Result<T, E>>): Promise<Result<T, E>>;
}

/** What a use case needs from outside: a transaction and the time. */
export type Writing = { readonly work: UnitOfWork; readonly now: () => Date };
