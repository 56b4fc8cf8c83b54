import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PDCA_PHASES } from '../pdca/pdca-phase.js';
import { err, ok } from '../shared/result.js';
import { decideCarryOver, type CarriedMeasureFacts, type CarryOverRequest } from './carry-over.js';
import {
  A_CIRCLE_MEMBER,
  aBareMeasure,
  aMeasure,
  aStep,
  day,
  THE_OWNER,
} from './measure-facts.builder.js';
import { STEP_STATES } from './measure.record.js';

const AT = new Date('2026-03-02T09:00:00Z');
const REQUEST: CarryOverRequest = {
  targetLoop: { number: 4, stage: 'PLANNED' },
  reason: ' Too few guides. ',
  successorId: 'successor',
  actor: A_CIRCLE_MEMBER,
  at: AT,
};
const aCarriedMeasure = (facts: Partial<CarriedMeasureFacts> = {}): CarriedMeasureFacts => ({
  ...aMeasure({ phase: 'DO' }),
  id: 'old',
  title: 'Guides for newcomers',
  description: 'Each newcomer gets one.',
  steps: [
    aStep(3, { dueDay: day('2026-05-01'), stage: 'Second unit' }),
    aStep(1, { state: 'DONE' }),
    aStep(2),
    aStep(4, { state: 'DROPPED', dropReason: 'Not needed.' }),
  ],
  ...facts,
});

describe('carrying over', () => {
  it('ends the measure where it is and begins a successor in PLAN with the open steps', () => {
    expect(decideCarryOver(aCarriedMeasure(), REQUEST)).toEqual(
      ok({
        end: {
          from: 'DO',
          to: 'CARRIED_OVER',
          reason: 'Too few guides.',
          stoppedIn: null,
          movedBy: 'circle-member',
          at: AT,
        },
        successor: {
          id: 'successor',
          phase: 'PLAN',
          loopNumber: 4,
          carriedFrom: 'old',
          carriedReason: 'Too few guides.',
          title: 'Guides for newcomers',
          description: 'Each newcomer gets one.',
          successCriterion: 'Each newcomer has a guide in the first week.',
          ownerId: 'owner',
          ownerAccepted: false,
          commissionerId: 'commissioner',
          dueDay: null,
          steps: [
            {
              copyOf: 'step-2',
              position: 1,
              text: 'Step 2',
              stage: null,
              dueDay: null,
              state: 'OPEN',
            },
            {
              copyOf: 'step-3',
              position: 2,
              text: 'Step 3',
              stage: 'Second unit',
              dueDay: '2026-05-01',
              state: 'OPEN',
            },
          ],
        },
      }),
    );
  });

  it.each(PDCA_PHASES)('from %s is allowed from PLAN, DO, CHECK and ACT only', (phase) => {
    const decision = decideCarryOver(aCarriedMeasure({ phase }), REQUEST);
    expect(decision.ok).toBe(['PLAN', 'DO', 'CHECK', 'ACT'].includes(phase));
  });

  it('says all that is missing', () => {
    const closed = aCarriedMeasure({ loopStage: 'CLOSED' });
    expect(decideCarryOver(closed, { ...REQUEST, targetLoop: null, reason: '' })).toEqual(
      err({ code: 'MOVE_NOT_READY', missing: ['REASON', 'LATER_LOOP', 'LOOP_NOT_CLOSED'] }),
    );
  });

  it('is the circle’s, not the owner’s', () => {
    expect(decideCarryOver(aCarriedMeasure(), { ...REQUEST, actor: THE_OWNER })).toEqual(
      err({ code: 'MOVE_NOT_PERMITTED' }),
    );
  });

  it('makes no second successor', () => {
    expect(decideCarryOver(aCarriedMeasure({ successor: { loopNumber: 3 } }), REQUEST)).toEqual(
      err({ code: 'MEASURE_HAS_SUCCESSOR', loopNumber: 3 }),
    );
  });

  it('takes every open step and no other, in order, and leaves the old measure as it is', () => {
    const steps = fc
      .array(fc.constantFrom(...STEP_STATES))
      .map((states) => states.map((state, index) => aStep(index + 1, { state })));
    fc.assert(
      fc.property(steps, (given) => {
        const before = structuredClone(given);
        const measure = { ...aCarriedMeasure(), ...aBareMeasure({ phase: 'PLAN' }), steps: given };
        const decision = decideCarryOver(measure, REQUEST);
        const copies = decision.ok ? decision.value.successor.steps : [];
        expect(copies.map(({ copyOf }) => copyOf)).toEqual(
          before.filter(({ state }) => state === 'OPEN').map(({ id }) => id),
        );
        expect(copies.map(({ position }) => position)).toEqual(
          copies.map((_copy, index) => index + 1),
        );
        expect(given).toEqual(before);
      }),
    );
  });
});
