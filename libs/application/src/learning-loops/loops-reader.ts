import {
  availableLoopStages,
  type AvailableLoopStage,
  type LoopMeasureFacts,
} from '#domain/learning-loops/decide-loop-stage.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import { PDCA_PHASES, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import { ACTION_FIELD_AS_JSON } from '../topics/topics-reader.js';
import type { WorkspaceActionField } from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

type LoopRow = {
  readonly id: string;
  readonly number: number;
  readonly stage: LoopStage;
  readonly startDay: LocalDay | null;
  readonly endDay: LocalDay | null;
  readonly reflection: string | null;
  readonly recorded: boolean;
  readonly version: number;
  readonly actionFields: readonly WorkspaceActionField[];
  readonly measures: readonly LoopMeasureFacts[];
  readonly otherRunningLoopNumber: number | null;
};
/** A learning loop as one person sees it: what it holds, and the stages that may follow. */
export type WorkspaceLoop = Omit<LoopRow, 'measures' | 'otherRunningLoopNumber'> & {
  /** In the order of the cycle, phases without a measure left out. */
  readonly counts: readonly { readonly phase: PdcaPhase; readonly count: number }[];
  readonly stages: readonly AvailableLoopStage[];
};

const LOOPS = `SELECT l.id, l.number, l.stage, l.start_day AS "startDay", l.end_day AS "endDay", l.reflection,
    l.recorded, l.version,
    (SELECT o.number FROM learning_loop o WHERE o.programme_id = l.programme_id AND o.id <> l.id
      AND o.stage = 'RUNNING') AS "otherRunningLoopNumber",
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'phase', m.phase)
        ORDER BY m.position, m.id), '[]') FROM measure m WHERE m.loop_id = l.id) AS measures,
    (SELECT coalesce(json_agg(${ACTION_FIELD_AS_JSON} ORDER BY t.position, t.id, f.position, f.id), '[]')
      FROM action_field f JOIN topic t ON t.id = f.topic_id WHERE f.loop_id = l.id) AS "actionFields"
  FROM learning_loop l WHERE l.programme_id = $1`;

/** The learning loops of a workspace. One statement a method. */
export class LoopsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** All loops by number. */
  async loops(scope: WorkspaceScope): Promise<WorkspaceLoop[]> {
    const rows = await this.database.query<LoopRow[]>(`${LOOPS} ORDER BY l.number`, [
      scope.programmeId,
    ]);
    return rows.map((row) => seen(row, scope));
  }

  /** The loop of that number; null when the programme has none. */
  async loop(scope: WorkspaceScope, number: number): Promise<WorkspaceLoop | null> {
    const [row] = await this.database.query<LoopRow[]>(`${LOOPS} AND l.number = $2`, [
      scope.programmeId,
      number,
    ]);
    return row === undefined ? null : seen(row, scope);
  }

  /** A loop that an account has just written, as it sees it; null when it may not any more. */
  async written(accountId: string, loopId: string): Promise<WorkspaceLoop | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'learning_loop', loopId);
    if (scope === null) return null;
    const [row] = await this.database.query<LoopRow[]>(`${LOOPS} AND l.id = $2`, [
      scope.programmeId,
      loopId,
    ]);
    return row === undefined ? null : seen(row, scope);
  }
}

function seen(row: LoopRow, { actor }: WorkspaceScope): WorkspaceLoop {
  const { measures, otherRunningLoopNumber, ...shown } = row;
  const stages = availableLoopStages({ ...shown, measures, otherRunningLoopNumber }, actor);
  const counts = PDCA_PHASES.map((phase) => ({
    phase,
    count: measures.filter((measure) => measure.phase === phase).length,
  }));
  return { ...shown, stages, counts: counts.filter(({ count }) => count > 0) };
}
