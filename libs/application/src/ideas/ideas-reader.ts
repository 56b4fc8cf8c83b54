import { availableIdeaMoves, type IdeaIntent, type IdeaState } from '#domain/ideas/decide-idea.js';
import { actsForCircle } from '#domain/people/actor.js';
import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import type { ChainLink, WorkspaceTopic } from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** An idea as a workspace shows it. */
export type WorkspaceIdea = {
  readonly id: string;
  /** Name that the author gave. */
  readonly name: string;
  /** Address of the author; null for whoever isn't of the circle. */
  readonly email: string | null;
  /** Null, like the text, once it is withdrawn. */
  readonly title: string | null;
  readonly text: string | null;
  readonly topic: WorkspaceTopic | null;
  readonly state: IdeaState;
  readonly reason: string | null;
  /** What it became, or what it went into. */
  readonly measure: ChainLink | null;
  readonly submittedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly answeredAt: Date | null;
  /** Name of who took it up or declined it; null for a former member. */
  readonly answeredBy: string | null;
  readonly version: number;
  /** What the caller may do with it. */
  readonly moves: readonly IdeaIntent[];
};

/** An idea as the measure shows it that has taken it up. */
export type TakenUpIdea = {
  readonly id: string;
  readonly measureId: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly submittedAt: Date;
};

type Row = Omit<WorkspaceIdea, 'moves'>;

const MOST_IDEAS = 500;

/** Ideas as a workspace shows them. One statement a method, beside the way in. */
export class IdeasReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** The ideas in one state, or all, newest first. */
  ideas(scope: WorkspaceScope, state: IdeaState | null): Promise<WorkspaceIdea[]> {
    return this.#read(scope, state, null);
  }

  /** An idea that an account has just written about; null when it may not see it any more. */
  async written(accountId: string, ideaId: string): Promise<WorkspaceIdea | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'idea', ideaId);
    return scope && ((await this.#read(scope, null, ideaId))[0] ?? null);
  }

  /** What measures have taken up, oldest first. The caller was shown the measures. */
  ofMeasures(measureIds: readonly string[]): Promise<TakenUpIdea[]> {
    return this.database.query<TakenUpIdea[]>(
      `SELECT id, measure_id AS "measureId", name, title, text, created_at AS "submittedAt"
       FROM idea WHERE measure_id = ANY ($1) ORDER BY created_at, id`,
      [measureIds],
    );
  }

  async #read(
    { programmeId, actor }: WorkspaceScope,
    state: IdeaState | null,
    id: string | null,
  ): Promise<WorkspaceIdea[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT i.id, i.name, CASE WHEN $4 THEN i.email END AS email, i.title, i.text, i.state, i.reason,
         i.created_at AS "submittedAt", i.acknowledged_at AS "acknowledgedAt", i.answered_at AS "answeredAt",
         a.name AS "answeredBy", i.version,
         CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'key', t.key, 'title', t.title,
           'description', t.description, 'version', t.version) END AS topic,
         CASE WHEN m.id IS NOT NULL THEN json_build_object('measureId', m.id, 'title', m.title,
           'loopNumber', l.number, 'phase', m.phase) END AS measure
       FROM idea i LEFT JOIN topic t ON t.id = i.topic_id
       LEFT JOIN person a ON a.id = i.answered_by_id AND a.blocked_at IS NULL
       LEFT JOIN measure m ON m.id = i.measure_id LEFT JOIN learning_loop l ON l.id = m.loop_id
       WHERE i.programme_id = $1 AND ($2::text IS NULL OR i.state = $2) AND ($3::uuid IS NULL OR i.id = $3)
       ORDER BY i.created_at DESC, i.id DESC LIMIT ${MOST_IDEAS}`,
      [programmeId, state, id, actsForCircle(actor)],
    );
    return rows.map((row) => ({ ...row, moves: availableIdeaMoves(row.state, actor) }));
  }
}
