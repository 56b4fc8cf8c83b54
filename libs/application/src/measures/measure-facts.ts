import type { EntityManager } from 'typeorm';
import type { Ruling } from '#domain/decisions/ruling.js';
import type { MeasureFacts, ResultState, StepState } from '#domain/measures/measure.record.js';
import type { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import type { MeasureEntity } from '#persistence/measures/measure.entity.js';

type PartsRow = {
  readonly steps: readonly { readonly state: StepState; readonly dropReason: string | null }[];
  readonly results: readonly ResultState[];
  readonly next_steps: number;
  readonly successor: number | null;
  readonly rulings: readonly Ruling[];
  readonly contributors: readonly string[];
};

const PARTS = `SELECT
  (SELECT coalesce(json_agg(json_build_object('state', s.state, 'dropReason', s.drop_reason) ORDER BY s.position), '[]')
     FROM measure_step s WHERE s.measure_id = $1) AS steps,
  (SELECT coalesce(json_agg(r.state), '[]') FROM result r WHERE r.measure_id = $1) AS results,
  (SELECT count(*)::int FROM next_step n WHERE n.measure_id = $1) AS next_steps,
  (SELECT l.number FROM measure m JOIN learning_loop l ON l.id = m.loop_id WHERE m.carried_from_id = $1) AS successor,
  (SELECT coalesce(json_agg(d.ruling), '[]') FROM decision_measure dm JOIN decision d ON d.id = dm.decision_id
     WHERE dm.measure_id = $1) AS rulings,
  (SELECT coalesce(json_agg(c.person_id), '[]') FROM measure_contributor c WHERE c.measure_id = $1) AS contributors`;

/** Everything that the rules ask of a measure, in one statement beside its own row. */
export async function readMeasureFacts(
  em: EntityManager,
  measure: MeasureEntity,
  loop: LearningLoopEntity,
): Promise<{ facts: MeasureFacts; contributorIds: readonly string[] }> {
  const [parts] = await em.query<PartsRow[]>(PARTS, [measure.id]);
  if (parts === undefined) throw new Error('A statement without FROM gave no row');
  return {
    facts: {
      phase: measure.phase,
      stoppedIn: measure.stoppedIn,
      ownerId: measure.ownerId,
      ownerAccepted: measure.ownerAccepted,
      successCriterion: measure.successCriterion,
      dueDay: measure.dueDay,
      verdict: measure.verdict,
      lesson: measure.lesson,
      commissionerId: measure.commissionerId,
      checkerId: measure.checkerId,
      commissionerTookOver: measure.commissionerTookOver,
      noNextStepNeeded: measure.noNextStepNeeded,
      anchoredIn: measure.anchoredIn,
      decisionRequiredFor: measure.decisionRequiredFor,
      loopNumber: loop.number,
      loopStage: loop.stage,
      steps: parts.steps,
      resultStates: parts.results,
      nextStepCount: parts.next_steps,
      successor: parts.successor === null ? null : { loopNumber: parts.successor },
      rulings: parts.rulings,
    },
    contributorIds: parts.contributors,
  };
}
