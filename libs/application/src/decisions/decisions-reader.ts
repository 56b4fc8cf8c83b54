import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import {
  DECISION_AS_JSON,
  decisionSeen,
  scopeValues,
  type DecisionRow,
  type WorkspaceDecision,
} from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** Decisions as a workspace shows them. One statement a method. */
export class DecisionsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** At most `first` decisions from the newest on, behind the one with the id `after`; null when there is no such one. */
  async decisions(
    scope: WorkspaceScope,
    first: number,
    after: string | null,
  ): Promise<WorkspaceDecision[] | null> {
    const [administrator, reader] = scopeValues(scope).slice(1);
    const [page] = await this.database.query<{ known: boolean; decisions: DecisionRow[] }[]>(
      `SELECT $4::uuid IS NULL OR EXISTS (SELECT FROM decision c WHERE c.id = $4 AND c.programme_id = $1) AS known,
        (SELECT coalesce(json_agg(${DECISION_AS_JSON} ORDER BY d.day DESC, d.id DESC), '[]') FROM (
          SELECT * FROM decision e WHERE e.programme_id = $1 AND ($4::uuid IS NULL
            OR (e.day, e.id) < (SELECT c.day, c.id FROM decision c WHERE c.id = $4 AND c.programme_id = $1))
          ORDER BY e.day DESC, e.id DESC LIMIT $5) d) AS decisions`,
      [scope.programmeId, administrator, reader, after, first],
    );
    return page?.known === true ? page.decisions.map((row) => decisionSeen(row, scope)) : null;
  }

  /** A decision that an account has just written; null when it may not see it any more. */
  async written(accountId: string, decisionId: string): Promise<WorkspaceDecision | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'decision', decisionId);
    if (scope === null) return null;
    const [administrator, reader] = scopeValues(scope).slice(1);
    const [row] = await this.database.query<{ decision: DecisionRow }[]>(
      `SELECT ${DECISION_AS_JSON} AS decision FROM decision d WHERE d.programme_id = $1 AND d.id = $4`,
      [scope.programmeId, administrator, reader, decisionId],
    );
    return row === undefined ? null : decisionSeen(row.decision, scope);
  }
}
