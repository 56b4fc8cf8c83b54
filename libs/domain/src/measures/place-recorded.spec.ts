import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { decideMove } from '../pdca/decide-move.js';
import { PDCA_PHASES, type PdcaPhase } from '../pdca/pdca-phase.js';
import { err, ok } from '../shared/result.js';
import { A_CIRCLE_MEMBER, aBareMeasure, aMeasure } from './measure-facts.builder.js';
import type { MeasureFacts } from './measure.record.js';
import { placeImported, type ImportedMeasureFacts } from './place-recorded.js';

const imported = (measure: MeasureFacts, reason: string | null = null): ImportedMeasureFacts => ({
  ...measure,
  reason,
});
const asClaimed = (phase: PdcaPhase, stoppedIn: PdcaPhase | null = null): unknown =>
  ok({ phase, stoppedIn, recorded: false, gaps: [], lowered: null });

describe('an imported measure of a closed loop', () => {
  it('is accepted as DONE with nothing known, marked as recorded, its gaps listed', () => {
    expect(placeImported(imported(aBareMeasure({ phase: 'DONE', loopStage: 'CLOSED' })))).toEqual(
      ok({
        phase: 'DONE',
        stoppedIn: null,
        recorded: true,
        gaps: [
          'OWNER_ACCEPTED',
          'SUCCESS_CRITERION',
          'STEP',
          'DUE_DAY',
          'RESULT',
          'VERDICT',
          'LESSON',
          'RESULT_SETTLED',
          'COMMISSIONER_TOOK_OVER',
          'NEXT_STEPS_SETTLED',
        ],
        lowered: null,
      }),
    );
  });

  it('is not marked when nothing is missing', () => {
    const measure = aMeasure({ phase: 'DONE', loopStage: 'CLOSED' });
    expect(placeImported(imported(measure))).toEqual(asClaimed('DONE'));
  });

  it.each([
    ['STOPPED', ['REASON']],
    ['CARRIED_OVER', ['REASON', 'LATER_LOOP']],
  ] as const)('is accepted as %s, and asked only for what that end needs', (phase, gaps) => {
    const measure = aBareMeasure({ phase, stoppedIn: null, loopStage: 'CLOSED' });
    expect(placeImported(imported(measure))).toEqual(
      ok({ phase, stoppedIn: null, recorded: true, gaps, lowered: null }),
    );
    const explained = { ...measure, successor: { loopNumber: 3 } };
    expect(placeImported(imported(explained, 'No time.'))).toEqual(asClaimed(phase));
  });

  it.each(['PLAN', 'DO', 'CHECK', 'ACT'] as const)('is refused in %s', (phase) => {
    expect(placeImported(imported(aMeasure({ phase, loopStage: 'CLOSED' })))).toEqual(
      err({ code: 'MEASURE_OPEN_IN_CLOSED_LOOP', phase }),
    );
  });
});

describe('an imported measure of a loop that is not closed', () => {
  it.each(['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'] as const)('stands in %s when it may', (phase) => {
    expect(placeImported(imported(aMeasure({ phase })))).toEqual(asClaimed(phase));
  });

  it.each<[PdcaPhase, Partial<MeasureFacts>, PdcaPhase, readonly string[]]>([
    ['DONE', { commissionerTookOver: false }, 'ACT', ['COMMISSIONER_TOOK_OVER']],
    ['DONE', { lesson: null }, 'CHECK', ['LESSON']],
    ['ACT', { resultStates: [] }, 'DO', ['RESULT']],
    ['CHECK', { dueDay: null }, 'PLAN', ['DUE_DAY']],
    ['DONE', { dueDay: null, verdict: null }, 'PLAN', ['DUE_DAY', 'VERDICT']],
  ])('claimed %s with %j stands in %s', (claimed, facts, phase, gaps) => {
    expect(placeImported(imported(aMeasure({ ...facts, phase: claimed })))).toEqual(
      ok({ phase, stoppedIn: null, recorded: false, gaps, lowered: { from: claimed, to: phase } }),
    );
  });

  it('stands STOPPED with a reason, and may return as far as it had come', () => {
    const stopped = aMeasure({ phase: 'STOPPED', stoppedIn: 'CHECK' });
    expect(placeImported(imported(stopped, 'No time.'))).toEqual(asClaimed('STOPPED', 'CHECK'));
    expect(placeImported(imported({ ...stopped, resultStates: [] }, 'No time.'))).toEqual(
      asClaimed('STOPPED', 'DO'),
    );
    expect(placeImported(imported({ ...stopped, stoppedIn: null }, 'No time.'))).toEqual(
      asClaimed('STOPPED', 'PLAN'),
    );
  });

  it('is lowered from STOPPED without a reason, no further up than where it was stopped', () => {
    const stopped = aMeasure({ phase: 'STOPPED', stoppedIn: 'DO' });
    expect(placeImported(imported(stopped))).toEqual(
      ok({
        phase: 'DO',
        stoppedIn: null,
        recorded: false,
        gaps: ['REASON'],
        lowered: { from: 'STOPPED', to: 'DO' },
      }),
    );
    expect(placeImported(imported({ ...stopped, stoppedIn: null }))).toMatchObject({
      value: { phase: 'PLAN' },
    });
  });

  it('stands CARRIED_OVER with a reason and a later successor, else in PLAN', () => {
    const carried = aMeasure({ phase: 'CARRIED_OVER', successor: { loopNumber: 3 } });
    expect(placeImported(imported(carried, 'No time.'))).toEqual(asClaimed('CARRIED_OVER'));
    const inSameLoop = { ...carried, successor: { loopNumber: 2 } };
    expect(placeImported(imported(inSameLoop))).toEqual(
      ok({
        phase: 'PLAN',
        stoppedIn: null,
        recorded: false,
        gaps: ['REASON', 'LATER_LOOP'],
        lowered: { from: 'CARRIED_OVER', to: 'PLAN' },
      }),
    );
  });

  it('stands where the moves themselves would have brought it', () => {
    const way = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'] as const;
    const measures = fc
      .record({
        ownerAccepted: fc.boolean(),
        resultStates: fc.constantFrom([], ['DRAFT'], ['PUBLISHED']),
        lesson: fc.constantFrom(null, 'A lesson'),
        noNextStepNeeded: fc.boolean(),
        nextStepCount: fc.nat(1),
      })
      .map((facts) => aMeasure(facts));
    fc.assert(
      fc.property(measures, fc.constantFrom(...way), (measure, claimed) => {
        let phase: PdcaPhase = 'PLAN';
        for (const to of way.slice(1, way.indexOf(claimed) + 1)) {
          const request = {
            to,
            actor: A_CIRCLE_MEMBER,
            at: new Date(0),
            reason: null,
            targetLoop: null,
          };
          if (!decideMove({ ...measure, phase }, request).ok) break;
          phase = to;
        }
        expect(placeImported(imported({ ...measure, phase: claimed }))).toMatchObject({
          value: { phase },
        });
      }),
    );
  });

  it('is never recorded: that is for closed loops', () => {
    for (const phase of PDCA_PHASES) {
      expect(placeImported(imported(aBareMeasure({ phase })))).toMatchObject({
        value: { recorded: false },
      });
    }
  });
});
