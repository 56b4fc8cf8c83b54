import { describe, expect, it } from '@jest/globals';
import { PDCA_PHASES } from '../pdca/pdca-phase.js';
import { err } from '../shared/result.js';
import type { CarriedMeasureFacts } from './carry-over.js';
import { aMeasure, aStep } from './measure-facts.builder.js';
import type { MeasureFacts } from './measure.record.js';
import { decideSuccessor } from './plan-successor.js';

const circle = { personId: 'circle', roles: ['CIRCLE'] } as const;
const toAdapt = (facts: Partial<MeasureFacts> = {}): CarriedMeasureFacts => ({
  ...aMeasure({ phase: 'ACT', verdict: 'ADAPT', ...facts }),
  id: 'measure',
  title: 'Welcome newcomers',
  description: null,
  steps: [aStep(1), aStep(2, { state: 'DONE' }), aStep(3)],
});
const request = {
  targetLoop: { number: 3, stage: 'PLANNED' },
  reason: ' It needs another round. ',
  successorId: 'successor',
  actor: circle,
  at: new Date('2026-03-02T09:00:00Z'),
} as const;

describe('planning the successor of a measure that is to be adapted', () => {
  it('begins it in the later loop with the open steps', () => {
    expect(decideSuccessor(toAdapt(), request)).toMatchObject({
      ok: true,
      value: {
        id: 'successor',
        phase: 'PLAN',
        loopNumber: 3,
        carriedFrom: 'measure',
        ownerAccepted: false,
        dueDay: null,
        steps: [
          { copyOf: 'step-1', position: 1 },
          { copyOf: 'step-3', position: 2 },
        ],
      },
    });
  });

  it.each(PDCA_PHASES.filter((phase) => phase !== 'ACT'))('isn’t done in %s', (from) => {
    expect(decideSuccessor(toAdapt({ phase: from }), request)).toEqual(
      err({ code: 'MOVE_NOT_ALLOWED', from, to: 'PLAN' }),
    );
  });

  it('is the circle’s', () => {
    const guide = { personId: 'guide', roles: ['GUIDE'] } as const;
    expect(decideSuccessor(toAdapt(), { ...request, actor: guide })).toEqual(
      err({ code: 'MOVE_NOT_PERMITTED' }),
    );
  });

  it('is told all that is missing', () => {
    const measure = toAdapt({ verdict: 'ADOPT', loopStage: 'CLOSED' });
    expect(decideSuccessor(measure, { ...request, reason: ' ', targetLoop: null })).toEqual(
      err({
        code: 'MOVE_NOT_READY',
        missing: ['VERDICT', 'REASON', 'LATER_LOOP', 'LOOP_NOT_CLOSED'],
      }),
    );
  });

  it('is done once', () => {
    expect(decideSuccessor(toAdapt({ successor: { loopNumber: 3 } }), request)).toEqual(
      err({ code: 'MEASURE_HAS_SUCCESSOR', loopNumber: 3 }),
    );
  });
});
