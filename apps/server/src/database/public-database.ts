import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { NamedSqlReader } from '#application/published/sql-reader.js';
import { LOG } from '../http/log.js';
import { Database } from './database.js';
import { areSame, readVersions, type Versions } from './publication-versions.js';
import { Replica } from './replica.js';

/** Injection token of `ReplicaSettings`. */
export const REPLICAS = Symbol('replicas');

export type ReplicaSettings = {
  readonly replicaUrls: readonly string[];
  /** Connections to each. */
  readonly poolSize: number;
};

/** The primary's word on its versions counts for so long. With the time of a request, this keeps pages younger than 1 s. */
const LOOK_MS = 400;

/**
 * Where anonymous readers are answered from: the replicas in turn, and the primary when none is usable or one fails.
 * What a replica answers is never older than the primary was at the newest look, and that look is at most `LOOK_MS` old
 * (docs/adr/0018). Everyone else reads from `Database`. Without replicas it is the same as that.
 */
@Injectable()
export class PublicDatabase implements NamedSqlReader, OnApplicationShutdown {
  readonly #replicas: readonly Replica[];
  #turn = 0;
  #look: { readonly begunAt: number; readonly versions: Promise<Versions> } | null = null;
  /** What the newest look has found: the same object as long as nothing changes. */
  #known: Versions = new Map();

  constructor(
    private readonly primary: Database,
    @Inject(REPLICAS) { replicaUrls, poolSize }: ReplicaSettings,
    @Inject(LOG) log: Pick<Logger, 'warn' | 'info'>,
  ) {
    this.#replicas = replicaUrls.map((url) => new Replica(url, poolSize, log));
  }

  /**
   * Asks the primary for the versions of now. Whatever is read here after this has resolved is at least as new, so who
   * keeps an answer by its version asks here, and asks before reading.
   */
  versions(): Promise<Versions> {
    const look = { begunAt: performance.now(), versions: this.#lookAtPrimary() };
    this.#look = look;
    look.versions.catch(() => {
      if (this.#look === look) this.#look = null;
    });
    return look.versions;
  }

  query<Rows>(sql: string, values: unknown[] = []): Promise<Rows> {
    return this.#anywhere(
      (replica, needed) => replica.query<Rows>({ text: sql, values }, needed),
      () => this.primary.query<Rows>(sql, values),
    );
  }

  queryByName<Rows>(name: string, sql: string, values: unknown[]): Promise<Rows> {
    return this.#anywhere(
      (replica, needed) => replica.query<Rows>({ name, text: sql, values }, needed),
      () => this.primary.queryByName<Rows>(name, sql, values),
    );
  }

  async #anywhere<Rows>(
    ask: (replica: Replica, needed: Versions) => Promise<Rows>,
    askPrimary: () => Promise<Rows>,
  ): Promise<Rows> {
    if (this.#replicas.length === 0) return askPrimary();
    const needed = await this.#needed();
    const replica = this.#next(needed);
    if (replica === null) return askPrimary();
    // These are questions, so asking again does no harm. If the question itself is wrong, the primary says so.
    return ask(replica, needed).catch(askPrimary);
  }

  /** After the requests under way are answered. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.close()));
  }

  #needed(): Promise<Versions> {
    if (this.#look !== null && performance.now() - this.#look.begunAt <= LOOK_MS)
      return this.#look.versions;
    return this.versions();
  }

  #next(needed: Versions): Replica | null {
    const usable = this.#replicas.filter((replica) => replica.isUsable(needed));
    this.#turn += 1;
    return usable[this.#turn % usable.length] ?? null;
  }

  async #lookAtPrimary(): Promise<Versions> {
    const found = await readVersions(this.primary);
    if (!areSame(found, this.#known)) this.#known = found;
    return this.#known;
  }
}
