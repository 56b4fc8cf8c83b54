import type { Actor } from '../people/actor.js';
import type { PdcaPhase } from '../pdca/pdca-phase.js';
import { parseLocalDay, type LocalDay } from '../shared/local-day.js';
import type { CarriedStepFacts } from './carry-over.js';
import type { MeasureFacts } from './measure.record.js';

export const OWNER_ID = 'owner';
export const CHECKER_ID = 'checker';

export const A_CIRCLE_MEMBER: Actor = { personId: 'circle-member', roles: ['CIRCLE'] };
export const AN_ADMINISTRATOR: Actor = { personId: 'administrator', roles: ['ADMINISTRATOR'] };
export const THE_OWNER: Actor = { personId: OWNER_ID, roles: ['GUIDE'] };
export const THE_CHECKER: Actor = { personId: CHECKER_ID, roles: ['GUIDE'] };
export const A_STRANGER: Actor = { personId: 'stranger', roles: ['EMPLOYEE', 'GUIDE'] };

/** For tests: a day that is known to be one. Throws when it isn't. */
export function day(text: string): LocalDay {
  const parsed = parseLocalDay(text);
  if (!parsed.ok) throw new Error(`${text} is no day`);
  return parsed.value;
}

/** For tests: a measure of running loop 2 with nothing but a phase; a stopped one was stopped in DO. */
export function aBareMeasure(facts: Partial<MeasureFacts> = {}): MeasureFacts {
  return {
    phase: 'PLAN',
    stoppedIn: whereStopped(facts.phase),
    loopNumber: 2,
    loopStage: 'RUNNING',
    ownerId: null,
    ownerAccepted: false,
    successCriterion: null,
    dueDay: null,
    steps: [],
    resultStates: [],
    verdict: null,
    lesson: null,
    commissionerId: null,
    checkerId: null,
    commissionerTookOver: false,
    nextStepCount: 0,
    noNextStepNeeded: false,
    anchoredIn: null,
    successor: null,
    decisionRequiredFor: null,
    rulings: [],
    ...facts,
  };
}

/** For tests: a measure of running loop 2 that meets everything that any move asks of the measure itself. */
export function aMeasure(facts: Partial<MeasureFacts> = {}): MeasureFacts {
  return {
    phase: 'PLAN',
    stoppedIn: whereStopped(facts.phase),
    loopNumber: 2,
    loopStage: 'RUNNING',
    ownerId: OWNER_ID,
    ownerAccepted: true,
    successCriterion: 'Each newcomer has a guide in the first week.',
    dueDay: day('2026-06-30'),
    steps: [
      { state: 'DONE', dropReason: null },
      { state: 'DROPPED', dropReason: 'The other unit did it.' },
    ],
    resultStates: ['PUBLISHED', 'INTERNAL'],
    verdict: 'ADOPT',
    lesson: 'Ask the newcomers first.',
    commissionerId: 'commissioner',
    checkerId: CHECKER_ID,
    commissionerTookOver: true,
    nextStepCount: 1,
    noNextStepNeeded: false,
    anchoredIn: 'The induction handbook',
    successor: null,
    decisionRequiredFor: null,
    rulings: [],
    ...facts,
  };
}

/** For tests: an open step with the id and the text that its position gives it. */
export function aStep(position: number, facts: Partial<CarriedStepFacts> = {}): CarriedStepFacts {
  return {
    id: `step-${position}`,
    position,
    text: `Step ${position}`,
    stage: null,
    dueDay: null,
    state: 'OPEN',
    dropReason: null,
    ...facts,
  };
}

function whereStopped(phase: PdcaPhase | undefined): PdcaPhase | null {
  return phase === 'STOPPED' ? 'DO' : null;
}
