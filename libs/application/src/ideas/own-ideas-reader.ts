import { z } from 'zod';
import { mayChangeIdea, mayWithdrawIdea, type IdeaState } from '#domain/ideas/decide-idea.js';
import { ok } from '#domain/shared/result.js';
import { addressToApplyWith } from '../calls/answerable-call.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { UnitOfWork } from '../shared/unit-of-work.js';

/** The public measure that an idea became. */
export type PublicMeasure = { readonly key: string; readonly title: string };

/** An idea as its author sees it. */
export type OwnIdea = {
  readonly id: string;
  /** Slug of the programme. */
  readonly programme: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly topicId: string | null;
  readonly state: IdeaState;
  /** Why it was declined. */
  readonly reason: string | null;
  /** What it became; null as long as that isn't public. */
  readonly measure: PublicMeasure | null;
  readonly submittedAt: Date;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
};

/** Who may bring ideas; what isn't known of them is null. */
export type IdeaAuthor = { readonly name: string | null; readonly email: string | null };

const MOST_IDEAS = 200;

/** The ideas of an account. */
export class OwnIdeasReader {
  constructor(private readonly database: SqlReader & UnitOfWork) {}

  /** All of them, newest first. */
  list(accountId: string): Promise<OwnIdea[]> {
    return this.#read(accountId, null);
  }

  /** One of them; null when the account has none of this id. */
  async one(accountId: string, ideaId: string): Promise<OwnIdea | null> {
    return (await this.#read(accountId, ideaId))[0] ?? null;
  }

  /** An account as an author in a published programme; null when it may bring no ideas. */
  async author(programmeId: string, accountId: string): Promise<IdeaAuthor | null> {
    const found = await this.database.run<IdeaAuthor | null, never>(async (em) => {
      const [row] = await em.query<{ domains: readonly string[]; name: string | null }[]>(
        `SELECT p.application_domains AS domains, me.name FROM programme p
         LEFT JOIN person me ON me.programme_id = p.id AND me.account_id = $2 WHERE p.id = $1`,
        [programmeId, accountId],
      );
      if (row === undefined) return ok(null);
      const { domains, name } = row;
      const email = await addressToApplyWith(em, { programmeId, domains }, accountId);
      if (email === null) return ok(null);
      return ok({ name, email: z.email().safeParse(email).success ? email : null });
    });
    return found.ok ? found.value : null;
  }

  async #read(accountId: string, id: string | null): Promise<OwnIdea[]> {
    const rows = await this.database.query<Omit<OwnIdea, 'mayChange' | 'mayWithdraw'>[]>(
      `SELECT i.id, p.slug AS programme, i.name, i.email, i.title, i.text, i.topic_id AS "topicId", i.state,
         i.reason, i.created_at AS "submittedAt",
         CASE WHEN m.id IS NOT NULL THEN json_build_object('key', m.key, 'title', m.title) END AS measure
       FROM idea i JOIN programme p ON p.id = i.programme_id
       LEFT JOIN published_measure m ON m.id = i.measure_id
       WHERE i.account_id = $1 AND ($2::uuid IS NULL OR i.id = $2)
       ORDER BY i.created_at DESC, i.id DESC LIMIT ${MOST_IDEAS}`,
      [accountId, id],
    );
    return rows.map((row) => ({
      ...row,
      mayChange: mayChangeIdea(row.state),
      mayWithdraw: mayWithdrawIdea(row.state),
    }));
  }
}
