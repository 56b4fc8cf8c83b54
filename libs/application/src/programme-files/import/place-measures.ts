import type { Ruling } from '#domain/decisions/ruling.js';
import { placeImported, type Placement } from '#domain/measures/place-recorded.js';
import type { FileMeasure, ProgrammeFile } from '../programme-file.js';

/** Where each measure of a file stands under the rules, by key; a text where the rules refuse it. */
export function placeMeasures(file: ProgrammeFile): ReadonlyMap<string, Placement | string> {
  const loops = new Map((file.loops ?? []).map((loop) => [loop.number, loop]));
  const fields = new Map((file.actionFields ?? []).map((field) => [field.key, field.loop]));
  const measures = file.measures ?? [];
  const successors = new Map(measures.map((measure) => [measure.carriedFrom, measure]));
  const rulings = rulingsOf(file);
  const loopNumberOf = (measure: FileMeasure): number => fields.get(measure.actionField) ?? 0;

  return new Map(
    measures.map((measure) => {
      const loopNumber = loopNumberOf(measure);
      const successor = successors.get(measure.key);
      const placed = placeImported({
        phase: measure.phase,
        stoppedIn: measure.stoppedIn ?? null,
        reason: measure.reason ?? null,
        loopNumber,
        loopStage: loops.get(loopNumber)?.stage ?? 'PLANNED',
        ownerId: measure.owner ?? null,
        ownerAccepted: measure.ownerAccepted ?? false,
        successCriterion: measure.successCriterion ?? null,
        dueDay: measure.due ?? null,
        steps: (measure.steps ?? []).map((step) => ({
          state: step.state,
          dropReason: step.reason ?? null,
        })),
        resultStates: (measure.results ?? []).map((result) => result.state),
        verdict: measure.verdict ?? null,
        lesson: measure.lesson ?? null,
        commissionerId: measure.commissioner ?? null,
        checkerId: measure.checker ?? null,
        commissionerTookOver: measure.commissionerTookOver ?? false,
        nextStepCount: measure.nextSteps?.length ?? 0,
        noNextStepNeeded: measure.noNextStepNeeded ?? false,
        anchoredIn: measure.anchoredIn ?? null,
        decisionRequiredFor: measure.decisionRequiredFor ?? null,
        rulings: rulings.get(measure.key) ?? [],
        successor: successor ? { loopNumber: loopNumberOf(successor) } : null,
      });
      return [
        measure.key,
        placed.ok
          ? placed.value
          : `is ${placed.error.phase} in a closed loop: end it as DONE, STOPPED or CARRIED_OVER, or leave the loop open`,
      ];
    }),
  );
}

/** How the file's decisions ruled, by the keys of the measures that they are about. */
function rulingsOf({ decisions = [] }: ProgrammeFile): ReadonlyMap<string, readonly Ruling[]> {
  const rulings = new Map<string, Ruling[]>();
  for (const { ruling, measures = [] } of decisions)
    for (const key of measures) rulings.set(key, [...(rulings.get(key) ?? []), ruling]);
  return rulings;
}
