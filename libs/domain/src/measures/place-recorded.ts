import {
  hasLaterSuccessor,
  missingOf,
  needsOf,
  PDCA_MOVES,
  type Requirement,
} from '../pdca/pdca-moves.js';
import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';
import type { MeasureFacts } from './measure.record.js';

/** A measure from a file. `phase` is what the file claims; `reason` why it was stopped or carried over. */
export type ImportedMeasureFacts = MeasureFacts & { readonly reason: string | null };

/** Where an imported measure stands, and what to say about it. */
export type Placement = {
  readonly phase: PdcaPhase;
  /** The phase to which a STOPPED measure may return; null when `phase` is another one. */
  readonly stoppedIn: PdcaPhase | null;
  /** True for an end state in a closed loop that was accepted in spite of gaps. */
  readonly recorded: boolean;
  /** Everything that is missing on the way to the claimed phase, for the circle; each once. */
  readonly gaps: readonly Requirement[];
  /** Set when the measure doesn't stand where the file claims. */
  readonly lowered: { readonly from: PdcaPhase; readonly to: PdcaPhase } | null;
};

export type PlacementRefusal = {
  readonly code: 'MEASURE_OPEN_IN_CLOSED_LOOP';
  readonly phase: PdcaPhase;
};

/** The way of a measure that goes through all of its cycle. */
const WAY = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'] as const satisfies readonly PdcaPhase[];

/** The phases in which a measure may be stopped, in the order of the way. */
const STOPPABLE = WAY.filter((phase) => PDCA_MOVES[phase].some(({ to }) => to === 'STOPPED'));

/**
 * Decides where an imported measure stands. What was done before is recorded, not moved: nobody's right to
 * move is asked for. Pure: reads no clock and no store.
 *
 * - In a CLOSED loop an end state is accepted as claimed. It is `recorded` when something is missing on the
 *   way there, and `gaps` names it: for DONE all along PLAN, DO, CHECK, ACT, DONE; for STOPPED its reason; for
 *   CARRIED_OVER its reason and its successor in a later loop (LATER_LOOP).
 * - In another loop, a measure on the way stands in the furthest phase up to the claimed one whose needs, and
 *   those of each phase before it, it meets.
 * - In another loop, STOPPED stands with a reason, CARRIED_OVER with a reason and a successor in a later loop.
 *   Without them the measure is lowered to the furthest phase that it reaches up to `stoppedIn`, or to PLAN
 *   when `stoppedIn` is unknown, and not to the furthest of all: no file claims more than that.
 * - Where a STOPPED measure of such a loop may return is held to the same needs, so that stopping it is no way
 *   around them; unknown is PLAN.
 *
 * Refusals: MEASURE_OPEN_IN_CLOSED_LOOP when a closed loop's measure is claimed to be in PLAN, DO, CHECK or ACT.
 * Never throws. Source: docs/spec/pdca.md §7.
 */
export function placeImported(measure: ImportedMeasureFacts): Result<Placement, PlacementRefusal> {
  const { phase: claimed } = measure;
  if (measure.loopStage === 'CLOSED') return placeInClosedLoop(measure);
  if (claimed === 'STOPPED' || claimed === 'CARRIED_OVER') return ok(placeEnded(measure, claimed));

  const phase = furthestUpTo(measure, claimed);
  return ok({
    phase,
    stoppedIn: null,
    recorded: false,
    gaps: gapsUpTo(measure, claimed),
    lowered: phase === claimed ? null : { from: claimed, to: phase },
  });
}

function placeInClosedLoop(measure: ImportedMeasureFacts): Result<Placement, PlacementRefusal> {
  const { phase } = measure;
  if (!isEndPhase(phase)) return err({ code: 'MEASURE_OPEN_IN_CLOSED_LOOP', phase });

  const gaps =
    phase === 'STOPPED' || phase === 'CARRIED_OVER'
      ? endGaps(measure, phase)
      : gapsUpTo(measure, phase);
  const stoppedIn = phase === 'STOPPED' ? measure.stoppedIn : null;
  return ok({ phase, stoppedIn, recorded: gaps.length > 0, gaps, lowered: null });
}

function placeEnded(measure: ImportedMeasureFacts, claimed: 'STOPPED' | 'CARRIED_OVER'): Placement {
  const before = STOPPABLE.find((phase) => phase === measure.stoppedIn) ?? 'PLAN';
  const reached = furthestUpTo(measure, before);
  const gaps = endGaps(measure, claimed);
  if (gaps.length > 0) {
    return {
      phase: reached,
      stoppedIn: null,
      recorded: false,
      gaps: [...gaps, ...gapsUpTo(measure, before)],
      lowered: { from: claimed, to: reached },
    };
  }
  const stoppedIn = claimed === 'STOPPED' ? reached : null;
  return { phase: claimed, stoppedIn, recorded: false, gaps, lowered: null };
}

function endGaps(
  measure: ImportedMeasureFacts,
  claimed: 'STOPPED' | 'CARRIED_OVER',
): readonly Requirement[] {
  const gaps: Requirement[] = [];
  if (!isWritten(measure.reason)) gaps.push('REASON');
  if (claimed === 'CARRIED_OVER' && !hasLaterSuccessor(measure)) gaps.push('LATER_LOOP');
  return gaps;
}

function furthestUpTo(measure: ImportedMeasureFacts, claimed: PdcaPhase): PdcaPhase {
  const phases = wayUpTo(claimed);
  const blocked = phases.findIndex((phase) => gapsInto(measure, phase).length > 0);
  return (blocked === -1 ? phases.at(-1) : phases[blocked - 1]) ?? 'PLAN';
}

function gapsUpTo(measure: ImportedMeasureFacts, claimed: PdcaPhase): readonly Requirement[] {
  return wayUpTo(claimed).flatMap((phase) => gapsInto(measure, phase));
}

function gapsInto(measure: ImportedMeasureFacts, phase: PdcaPhase): readonly Requirement[] {
  const before = WAY[WAY.findIndex((candidate) => candidate === phase) - 1];
  const move = before && PDCA_MOVES[before].find(({ to }) => to === phase);
  if (!move) return [];
  // The decision that a measure waits for is asked for here too; the stage of its loop is judged apart.
  const needs = needsOf(move, measure).filter((need) => need !== 'LOOP_NOT_CLOSED');
  return missingOf(needs, measure, { reason: measure.reason, targetLoop: null });
}

function wayUpTo(claimed: PdcaPhase): readonly PdcaPhase[] {
  return WAY.slice(0, WAY.findIndex((phase) => phase === claimed) + 1);
}
