import type { AttachmentKind } from '#domain/measures/attachment.js';
import type {
  LoopStage,
  NextStepState,
  ResultState,
  StepState,
  Verdict,
} from '#domain/measures/measure.record.js';
import {
  measureHints,
  type Carrier,
  type MeasureHintKind,
} from '#domain/measures/measure-hints.js';
import { isLate, isOverdue, isStale } from '#domain/measures/progress.js';
import { undoTarget, type LastMove } from '#domain/measures/undo-move.js';
import type { Ruling } from '#domain/decisions/ruling.js';
import { availableMoves, type AvailableMove } from '#domain/pdca/available-moves.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { mayEditMeasure } from '#domain/people/policy.js';
import { daysBetween, type LocalDay } from '#domain/shared/local-day.js';
import { carriedBySql, isOpenSql } from '../people/open-measures.js';
import type { WorkspacePerson } from '../people/people-reader.js';
import {
  UNIT_AS_JSON,
  type WorkspaceGoal,
  type WorkspaceUnit,
} from '../programmes/programme-settings-reader.js';
import type { WorkspaceScope } from './workspace-reader.js';

export type WorkspaceTopic = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  readonly version: number;
};

export type WorkspaceActionField = {
  readonly id: string;
  readonly key: string;
  readonly question: string;
  readonly loopNumber: number;
  readonly topic: WorkspaceTopic;
  readonly version: number;
};

/** A measure as another record refers to it. */
export type ChainLink = {
  readonly measureId: string;
  readonly title: string;
  readonly loopNumber: number;
  readonly phase: PdcaPhase;
};

type StepRow = {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  readonly text: string;
  readonly stage: string | null;
  readonly dueDay: LocalDay | null;
  readonly state: StepState;
  readonly doneDay: LocalDay | null;
  readonly dropReason: string | null;
};
export type WorkspaceStep = StepRow & { readonly late: boolean };

export type WorkspaceAttachment = {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly address: string;
  readonly alternativeText: string | null;
  readonly transcript: string | null;
};

export type WorkspaceResult = {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly day: LocalDay | null;
  readonly state: ResultState;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
  readonly internalReason: string | null;
  readonly attachments: readonly WorkspaceAttachment[];
};

export type NextStepRow = {
  readonly id: string;
  readonly key: string;
  /** From 1. */
  readonly position: number;
  readonly text: string;
  readonly dueFrom: LocalDay | null;
  readonly dueDay: LocalDay | null;
  readonly addresseeUnit: WorkspaceUnit | null;
  readonly addresseePerson: WorkspacePerson | null;
  readonly state: NextStepState;
  readonly doneDay: LocalDay | null;
  readonly dropReason: string | null;
  readonly becameMeasure: ChainLink | null;
};
export type WorkspaceNextStep = NextStepRow & { readonly overdue: boolean };

export type DecisionRow = {
  readonly id: string;
  readonly body: string;
  readonly day: LocalDay;
  readonly point: string;
  readonly ruling: Ruling;
  readonly note: string | null;
  readonly measures: readonly ChainLink[];
  readonly nextSteps: readonly NextStepRow[];
  readonly version: number;
};
export type WorkspaceDecision = Omit<DecisionRow, 'nextSteps'> & {
  readonly nextSteps: readonly WorkspaceNextStep[];
};

export type MeasureRow = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly description: string | null;
  readonly successCriterion: string | null;
  readonly dueDay: LocalDay | null;
  readonly phase: PdcaPhase;
  readonly stoppedIn: PdcaPhase | null;
  readonly endReason: string | null;
  readonly loopNumber: number;
  readonly loopStage: LoopStage;
  readonly actionField: WorkspaceActionField;
  readonly unit: WorkspaceUnit | null;
  readonly goals: readonly WorkspaceGoal[];
  readonly owner: WorkspacePerson | null;
  readonly ownerAccepted: boolean;
  readonly checker: WorkspacePerson | null;
  readonly commissioner: WorkspacePerson | null;
  readonly commissionerTookOver: boolean;
  readonly contributors: readonly WorkspacePerson[];
  readonly guides: readonly WorkspacePerson[];
  readonly verdict: Verdict | null;
  readonly lesson: string | null;
  readonly anchoredIn: string | null;
  readonly noNextStepNeeded: boolean;
  readonly helpWanted: string | null;
  readonly decisionRequiredFor: PdcaPhase | null;
  readonly recorded: boolean;
  readonly lastActivityAt: Date;
  readonly lastActivityDay: LocalDay;
  readonly steps: readonly StepRow[];
  readonly results: readonly WorkspaceResult[];
  readonly nextSteps: readonly NextStepRow[];
  readonly decisions: readonly DecisionRow[];
  readonly chain: readonly ChainLink[];
  /** Number of the loop in which it goes on; null when it doesn't. */
  readonly successor: number | null;
  readonly lastMove: LastMove | null;
  /** Its owner, then its guides; each once. */
  readonly carriers: readonly (Carrier & { readonly id: string; readonly name: string })[];
};

/** Something that is amiss with those who own or guide a measure. */
export type WorkspaceMeasureHint = {
  readonly kind: MeasureHintKind;
  /** Whom it is about; null when nobody owns the measure. */
  readonly personId: string | null;
  readonly name: string | null;
  /** The loop with which the person’s term begins or ends; null where the hint isn’t about a term. */
  readonly loopNumber: number | null;
  /** How many open measures the person has; null where the hint isn’t about that. */
  readonly openMeasures: number | null;
};

/** A measure as one person sees it. */
export type WorkspaceMeasure = Omit<
  MeasureRow,
  'lastActivityDay' | 'steps' | 'nextSteps' | 'decisions' | 'successor' | 'lastMove' | 'carriers'
> & {
  readonly hints: readonly WorkspaceMeasureHint[];
  readonly steps: readonly WorkspaceStep[];
  readonly nextSteps: readonly WorkspaceNextStep[];
  readonly decisions: readonly WorkspaceDecision[];
  readonly late: boolean;
  readonly stale: boolean;
  readonly staleDays: number;
  readonly stepCount: number;
  readonly stepsSettled: number;
  readonly availableMoves: readonly AvailableMove[];
  readonly mayEdit: boolean;
  readonly undoTo: PdcaPhase | null;
};

const person = (where: string): string => `(SELECT json_build_object('id', p.id, 'key', p.key,
    'name', p.name, 'role', p.role, 'unit', ${UNIT_AS_JSON}, 'publicName', p.public_name, 'version', p.version,
    'termFirstLoop', p.term_first_loop, 'termLastLoop', p.term_last_loop,
    'blocked', p.blocked_at IS NOT NULL, 'email', CASE WHEN $2 OR p.id = $3 THEN p.email END)
  FROM person p LEFT JOIN organisational_unit u ON u.id = p.unit_id WHERE ${where})`;

const people = (
  table: string,
): string => `(SELECT coalesce(json_agg(one.person ORDER BY one.name, one.id), '[]')
  FROM (SELECT q.id, q.name, ${person('p.id = q.id')} AS person
    FROM ${table} t JOIN person q ON q.id = t.person_id WHERE t.measure_id = m.id) one)`;

const LINK = `json_build_object('measureId', x.id, 'title', x.title, 'loopNumber', xl.number, 'phase', x.phase)`;

/** A next step `n` as JSON. */
const NEXT_STEP = `json_build_object('id', n.id, 'key', n.key, 'position', n.position + 1, 'text', n.text,
  'dueFrom', n.due_from, 'dueDay', n.due_day,
  'addresseeUnit', (SELECT ${UNIT_AS_JSON} FROM organisational_unit u WHERE u.id = n.addressee_unit_id),
  'addresseePerson', ${person('p.id = n.addressee_person_id')},
  'state', n.state, 'doneDay', n.done_day, 'dropReason', n.drop_reason,
  'becameMeasure', (SELECT ${LINK} FROM measure x JOIN learning_loop xl ON xl.id = x.loop_id
    WHERE x.id = n.became_measure_id))`;

/** A decision `d` as JSON; asks for the parameters $2 (administrator or not) and $3 (id of the person who reads). */
export const DECISION_AS_JSON = `json_build_object('id', d.id, 'body', d.body, 'day', d.day, 'point', d.point,
  'ruling', d.ruling, 'note', d.note, 'version', d.version,
  'measures', (SELECT coalesce(json_agg(${LINK} ORDER BY xl.number, x.title, x.id), '[]')
    FROM decision_measure dx JOIN measure x ON x.id = dx.measure_id JOIN learning_loop xl ON xl.id = x.loop_id
    WHERE dx.decision_id = d.id),
  'nextSteps', (SELECT coalesce(json_agg(${NEXT_STEP} ORDER BY n.measure_id, n.position), '[]')
    FROM next_step n WHERE n.decision_id = d.id))`;

/** Owner and guides of a measure `m`, with what hints ask of them. */
const CARRIERS = `(SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', p.role,
      'blocked', p.blocked_at IS NOT NULL, 'termFirstLoop', p.term_first_loop, 'termLastLoop', p.term_last_loop,
      'guides', EXISTS (SELECT FROM measure_guide mg WHERE mg.measure_id = m.id AND mg.person_id = p.id),
      'openMeasures', (SELECT count(*)::int FROM measure o JOIN learning_loop ol ON ol.id = o.loop_id
        WHERE o.id IN ${carriedBySql('p.id')} AND ${isOpenSql('o', 'ol')}))
    ORDER BY p.id = m.owner_id DESC NULLS LAST, p.name, p.id), '[]')
  FROM person p
  WHERE p.id IN (SELECT m.owner_id UNION SELECT mg.person_id FROM measure_guide mg WHERE mg.measure_id = m.id))`;

const UTC = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * A measure `m` of the action field `f`, topic `t` and loop `l`, with all its parts. Parameters: $1 programme, $2
 * administrator or not, $3 id of the person who reads, $4 time zone.
 */
export const MEASURE_COLUMNS = `m.id, m.key, m.version, m.title, m.description,
  m.success_criterion AS "successCriterion", m.due_day AS "dueDay", m.phase, m.stopped_in AS "stoppedIn",
  m.end_reason AS "endReason", l.number AS "loopNumber", l.stage AS "loopStage",
  json_build_object('id', f.id, 'key', f.key, 'question', f.question, 'loopNumber', l.number,
    'version', f.version, 'topic', json_build_object('id', t.id, 'key', t.key, 'title', t.title,
      'description', t.description, 'version', t.version)
  ) AS "actionField",
  (SELECT ${UNIT_AS_JSON} FROM organisational_unit u WHERE u.id = m.unit_id) AS unit,
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'title', g.title, 'version', g.version)
      ORDER BY g.position, g.id), '[]')
    FROM measure_goal mg JOIN strategic_goal g ON g.id = mg.goal_id WHERE mg.measure_id = m.id) AS goals,
  ${person('p.id = m.owner_id')} AS owner, m.owner_accepted AS "ownerAccepted",
  ${person('p.id = m.checker_id')} AS checker,
  ${person('p.id = m.commissioner_id')} AS commissioner,
  m.commissioner_took_over AS "commissionerTookOver",
  ${people('measure_contributor')} AS contributors, ${people('measure_guide')} AS guides,
  m.verdict, m.lesson, m.anchored_in AS "anchoredIn", m.no_next_step_needed AS "noNextStepNeeded",
  m.help_wanted AS "helpWanted", m.decision_required_for AS "decisionRequiredFor", m.recorded,
  m.last_activity_at AS "lastActivityAt", (m.last_activity_at AT TIME ZONE $4)::date AS "lastActivityDay",
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'position', s.position + 1, 'text', s.text,
      'stage', s.stage, 'dueDay', s.due_day, 'state', s.state, 'doneDay', s.done_day,
      'dropReason', s.drop_reason) ORDER BY s.position), '[]')
    FROM measure_step s WHERE s.measure_id = m.id) AS steps,
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'key', r.key, 'text', r.text, 'day', r.day,
      'state', r.state, 'publishedAt', ${UTC('r.published_at')}, 'internalReason', r.internal_reason,
      'attachments', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title,
          'address', a.address, 'alternativeText', a.alternative_text, 'transcript', a.transcript)
          ORDER BY a.position), '[]') FROM result_attachment a WHERE a.result_id = r.id))
      ORDER BY r.position, r.id), '[]')
    FROM result r WHERE r.measure_id = m.id) AS results,
  (SELECT coalesce(json_agg(${NEXT_STEP} ORDER BY n.position), '[]')
    FROM next_step n WHERE n.measure_id = m.id) AS "nextSteps",
  (SELECT coalesce(json_agg(${DECISION_AS_JSON} ORDER BY d.day DESC, d.id DESC), '[]')
    FROM decision_measure dm JOIN decision d ON d.id = dm.decision_id WHERE dm.measure_id = m.id) AS decisions,
  (WITH RECURSIVE back AS (
      SELECT m.id, m.carried_from_id
      UNION SELECT e.id, e.carried_from_id FROM measure e JOIN back ON e.id = back.carried_from_id
    ), forth AS (
      SELECT m.id UNION SELECT e.id FROM measure e JOIN forth ON e.carried_from_id = forth.id
    )
    SELECT json_agg(${LINK} ORDER BY xl.number, x.id)
    FROM (SELECT id FROM back UNION SELECT id FROM forth) c
    JOIN measure x ON x.id = c.id JOIN learning_loop xl ON xl.id = x.loop_id) AS chain,
  (SELECT xl.number FROM measure x JOIN learning_loop xl ON xl.id = x.loop_id
    WHERE x.carried_from_id = m.id) AS successor,
  (SELECT json_build_object('from', h.from_value, 'to', h.to_value, 'way', h.way)
    FROM history_entry h WHERE h.subject_id = m.id AND h.field = 'phase'
    ORDER BY h.at DESC, h.id DESC LIMIT 1) AS "lastMove",
  ${CARRIERS} AS carriers`;

export const MEASURE_TABLES = `measure m JOIN learning_loop l ON l.id = m.loop_id
  JOIN action_field f ON f.id = m.action_field_id JOIN topic t ON t.id = f.topic_id`;

/** Values of the first parameters of `MEASURE_COLUMNS`. */
export function scopeValues({ programmeId, actor, timeZone }: WorkspaceScope): unknown[] {
  return [programmeId, actor.roles.includes('ADMINISTRATOR'), actor.personId, timeZone];
}

/** The row as the person of the scope sees it today: what is late, what may be done. */
export function measureSeen(row: MeasureRow, scope: WorkspaceScope): WorkspaceMeasure {
  const { lastActivityDay, successor, lastMove, carriers, ...shown } = row;
  const { actor, today } = scope;
  const facts = {
    ...row,
    ownerId: row.owner?.id ?? null,
    checkerId: row.checker?.id ?? null,
    commissionerId: row.commissioner?.id ?? null,
    resultStates: row.results.map(({ state }) => state),
    nextStepCount: row.nextSteps.length,
    successor: successor === null ? null : { loopNumber: successor },
    rulings: row.decisions.map(({ ruling }) => ruling),
  };
  const people = {
    ownerId: facts.ownerId,
    contributorIds: row.contributors.map(({ id }) => id),
  };
  const { phase } = row;
  const steps = row.steps.map((step) => ({
    ...step,
    late: isLate({ phase, dueDay: null, openStepDueDays: openDueDaysOf([step]) }, today),
  }));
  return {
    ...shown,
    steps,
    hints: hintsOf(row, carriers),
    nextSteps: row.nextSteps.map((nextStep) => nextStepSeen(nextStep, scope)),
    decisions: row.decisions.map((decision) => decisionSeen(decision, scope)),
    late: isLate({ phase, dueDay: row.dueDay, openStepDueDays: openDueDaysOf(row.steps) }, today),
    stale: isStale({ phase, lastActivityDay }, today, scope.staleAfterDays),
    staleDays: Math.max(0, daysBetween(lastActivityDay, today)),
    stepCount: steps.length,
    stepsSettled: steps.filter(({ state }) => state !== 'OPEN').length,
    availableMoves: availableMoves(facts, actor),
    mayEdit: row.loopStage !== 'CLOSED' && mayEditMeasure(actor, people),
    undoTo: undoTarget(facts, lastMove, actor),
  };
}

export function decisionSeen(row: DecisionRow, scope: WorkspaceScope): WorkspaceDecision {
  return { ...row, nextSteps: row.nextSteps.map((nextStep) => nextStepSeen(nextStep, scope)) };
}

function hintsOf(
  { phase, loopStage, loopNumber, owner }: MeasureRow,
  carriers: MeasureRow['carriers'],
): WorkspaceMeasureHint[] {
  const owned = owner !== null;
  return measureHints({ phase, loopStage, loopNumber, owned, carriers }).map(({ kind, of }) => ({
    kind,
    personId: of?.id ?? null,
    name: of?.name ?? null,
    loopNumber:
      kind === 'TERM_BEGINS_LATER'
        ? (of?.termFirstLoop ?? null)
        : kind === 'TERM_ENDS_EARLIER'
          ? (of?.termLastLoop ?? null)
          : null,
    openMeasures: kind === 'TOO_MANY_MEASURES' ? (of?.openMeasures ?? null) : null,
  }));
}

function nextStepSeen(row: NextStepRow, { today }: WorkspaceScope): WorkspaceNextStep {
  return { ...row, overdue: isOverdue(row, today) };
}

function openDueDaysOf(steps: readonly StepRow[]): (LocalDay | null)[] {
  return steps.filter(({ state }) => state === 'OPEN').map(({ dueDay }) => dueDay);
}
