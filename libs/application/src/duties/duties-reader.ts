import { approves, RULINGS } from '#domain/decisions/ruling.js';
import type { DutyKind } from '#domain/duties/duty.js';
import { PDCA_MOVES } from '#domain/pdca/pdca-moves.js';
import { isEndPhase, PDCA_PHASES } from '#domain/pdca/pdca-phase.js';
import { mayRunProgramme } from '#domain/people/policy.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';

/** Something that waits for a person; the measure is the one that it is about. */
export type Duty = {
  readonly kind: DutyKind;
  readonly measureId: string;
  readonly loopNumber: number;
  /** The measure's. */
  readonly title: string;
  /** The step, the next step, the help that is wanted, the beginning of the draft; null where the kind says all. */
  readonly detail: string | null;
  readonly dueDay: LocalDay | null;
  readonly overdue: boolean;
};

const GOING_ON = PDCA_PHASES.filter((phase) => !isEndPhase(phase));
const MOVES = PDCA_PHASES.flatMap((from) => PDCA_MOVES[from].map(({ to }) => [from, to] as const));
const DETAIL_LENGTH = 300;

/** $1 programme, $2 the person, $3 whether the person acts for the circle, $4 today; see below for the others. */
const DUTIES = `WITH going_on AS (
    SELECT m.*, l.number FROM measure m JOIN learning_loop l ON l.id = m.loop_id
    WHERE m.programme_id = $1 AND m.phase = ANY($5)
  ), duty (kind, place, measure_id, number, title, detail, due_day, position) AS (
    SELECT 'ACCEPT_OWNERSHIP', 1, id, number, title, NULL, due_day, 0 FROM going_on
      WHERE owner_id = $2 AND NOT owner_accepted
    UNION ALL SELECT 'DO_STEP', 2, m.id, m.number, m.title, s.text, s.due_day, s.position
      FROM going_on m JOIN measure_step s ON s.measure_id = m.id AND s.state = 'OPEN'
      WHERE m.owner_id = $2 AND m.owner_accepted
    UNION ALL SELECT 'CHECK', 3, id, number, title, NULL, due_day, 0 FROM going_on
      WHERE phase = 'CHECK' AND (checker_id = $2
        OR $3 AND checker_id IS NULL AND owner_id IS DISTINCT FROM $2)
    UNION ALL SELECT 'PUBLISH_RESULT', 4, m.id, m.number, m.title, r.text, m.due_day, r.position
      FROM going_on m JOIN result r ON r.measure_id = m.id AND r.state = 'DRAFT'
      WHERE $3 AND m.phase IN ('CHECK', 'ACT')
    UNION ALL SELECT 'DECIDE', 5, m.id, m.number, m.title, NULL, m.due_day, 0 FROM going_on m
      WHERE $3 AND (m.phase, m.decision_required_for) IN (SELECT * FROM unnest($6::text[], $7::text[]))
        AND NOT EXISTS (SELECT FROM decision_measure dm JOIN decision d ON d.id = dm.decision_id
          WHERE dm.measure_id = m.id AND d.ruling = ANY($8))
    UNION ALL SELECT 'TAKE_OVER', 6, id, number, title, NULL, due_day, 0 FROM going_on
      WHERE phase = 'ACT' AND commissioner_id = $2 AND NOT commissioner_took_over
    UNION ALL SELECT 'NEXT_STEP', 7, m.id, l.number, m.title, n.text, n.due_day, n.position
      FROM next_step n JOIN measure m ON m.id = n.measure_id JOIN learning_loop l ON l.id = m.loop_id
      WHERE n.programme_id = $1 AND n.addressee_person_id = $2 AND n.state = 'OPEN'
    UNION ALL SELECT 'HELP', 8, id, number, title, help_wanted, due_day, 0 FROM going_on
      WHERE $3 AND help_wanted IS NOT NULL
  )
  SELECT kind, measure_id AS "measureId", number AS "loopNumber", title, left(detail, ${DETAIL_LENGTH}) AS detail,
    due_day AS "dueDay", coalesce(due_day < $4, false) AS overdue
  FROM duty ORDER BY overdue DESC, due_day NULLS LAST, place, title, measure_id, position`;

/** What waits for one person, overdue first, then by due day. One statement. */
export class DutiesReader {
  constructor(private readonly database: SqlReader) {}

  duties({ programmeId, actor, today }: WorkspaceScope): Promise<Duty[]> {
    return this.database.query<Duty[]>(DUTIES, [
      programmeId,
      actor.personId,
      mayRunProgramme(actor),
      today,
      GOING_ON,
      MOVES.map(([from]) => from),
      MOVES.map(([, to]) => to),
      RULINGS.filter(approves),
    ]);
  }
}
