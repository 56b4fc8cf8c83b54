import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  A_CIRCLE_MEMBER,
  A_STRANGER,
  aBareMeasure,
  aMeasure,
  OWNER_ID,
  THE_CHECKER,
  THE_OWNER,
} from '../measures/measure-facts.builder.js';
import { LOOP_STAGES, type MeasureFacts } from '../measures/measure.record.js';
import { err, ok } from '../shared/result.js';
import { availableMoves } from './available-moves.js';
import { decideMove, type MoveRequest } from './decide-move.js';
import { MOVE_CASES } from './move-cases.builder.js';
import { PDCA_MOVES, REQUIREMENTS, type Requirement } from './pdca-moves.js';
import { PDCA_PHASES, type PdcaPhase } from './pdca-phase.js';

const AT = new Date('2026-03-02T09:00:00Z');

describe('the table of cases', () => {
  it.each(MOVE_CASES)('$name', ({ measure, to, actor, reason, targetLoop, expected }) => {
    const { phase: from } = measure;
    const decision = decideMove(measure, { to, actor, at: AT, reason, targetLoop });
    if (expected === 'MOVED')
      expect(decision).toEqual(
        ok({
          from,
          to,
          reason: 'It turned out otherwise.',
          stoppedIn: to === 'STOPPED' ? from : null,
          movedBy: actor.personId,
          at: AT,
        }),
      );
    else if (expected === 'MOVE_NOT_ALLOWED')
      expect(decision).toEqual(err({ code: expected, from, to }));
    else if (expected === 'MOVE_NOT_PERMITTED') expect(decision).toEqual(err({ code: expected }));
    else expect(decision).toEqual(err({ code: 'MOVE_NOT_READY', missing: expected }));
  });

  it('asks for every move, names every requirement singly, and knows no further pair', () => {
    const moved = MOVE_CASES.filter(({ expected }) => expected === 'MOVED');
    const pairs = PDCA_PHASES.flatMap((from) => PDCA_MOVES[from].map(({ to }) => `${from}>${to}`));
    expect(
      [...new Set(moved.map(({ measure, to }) => `${measure.phase}>${to}`))].toSorted(),
    ).toEqual(pairs.toSorted());
    const single = MOVE_CASES.map(({ expected }) => expected).filter(({ length }) => length === 1);
    expect([...new Set(single.flat())].toSorted()).toEqual(Object.keys(REQUIREMENTS).toSorted());
  });
});

describe('a right', () => {
  it('is no checker’s who owns the measure', () => {
    const own = aMeasure({ phase: 'CHECK', checkerId: OWNER_ID });
    expect(availableMoves(own, THE_OWNER).filter(({ permitted }) => permitted)).toEqual([]);
  });

  it('is nobody’s as owner of a measure without one', () => {
    const own = aMeasure({ ownerId: null });
    expect(availableMoves(own, THE_OWNER).filter(({ permitted }) => permitted)).toEqual([]);
  });
});

/** What no row of the database can hold, but a file or a later way into the data might say. */
describe('a requirement', () => {
  const decide = (
    facts: Partial<MeasureFacts>,
    to: PdcaPhase,
    targetLoop: MoveRequest['targetLoop'] = { number: 3, stage: 'PLANNED' },
  ): unknown =>
    decideMove(aMeasure(facts), { to, actor: A_CIRCLE_MEMBER, at: AT, reason: 'So.', targetLoop });

  it.each<[string, Partial<MeasureFacts>, PdcaPhase, Requirement]>([
    ['a blank criterion', { successCriterion: '  ' }, 'DO', 'SUCCESS_CRITERION'],
    [
      'a step dropped silently',
      { phase: 'DO', steps: [{ state: 'DROPPED', dropReason: ' ' }] },
      'CHECK',
      'STEPS_SETTLED',
    ],
    ['a blank lesson', { phase: 'CHECK', lesson: '' }, 'ACT', 'LESSON'],
    ['no result to settle', { phase: 'ACT', resultStates: [] }, 'DONE', 'RESULT_SETTLED'],
  ])('is not met by %s', (_what, facts, to, name) => {
    expect(decide(facts, to)).toEqual(err({ code: 'MOVE_NOT_READY', missing: [name] }));
  });

  it('is met by no step at all that could be unsettled', () => {
    expect(decide({ phase: 'DO', steps: [] }, 'CHECK')).toMatchObject({ ok: true });
  });

  it('LATER_LOOP is not met by no loop', () => {
    expect(decide({}, 'CARRIED_OVER', null)).toEqual(
      err({ code: 'MOVE_NOT_READY', missing: ['LATER_LOOP'] }),
    );
  });
});

describe('available moves', () => {
  it('shows a blocked move with all that it lacks, and with the actor’s right', () => {
    expect(availableMoves(aBareMeasure(), THE_OWNER)).toEqual([
      {
        to: 'DO',
        permitted: false,
        missing: ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY'],
      },
      { to: 'STOPPED', permitted: false, missing: ['REASON'] },
      { to: 'CARRIED_OVER', permitted: false, missing: ['REASON', 'LATER_LOOP'] },
    ]);
  });

  it('lets every phase but CARRIED_OVER be left, and every phase be reached', () => {
    const edges = PDCA_PHASES.flatMap((from) =>
      availableMoves(aMeasure({ phase: from }), A_CIRCLE_MEMBER).map(
        ({ to }) => [from, to] as const,
      ),
    );
    expect(new Set(edges.map(([from]) => from))).toEqual(
      new Set(['PLAN', 'DO', 'CHECK', 'ACT', 'DONE', 'STOPPED']),
    );
    expect(new Set(edges.map(([, to]) => to))).toEqual(new Set(PDCA_PHASES));
  });
});

describe('whatever the measure', () => {
  const measures = fc
    .record({
      phase: fc.constantFrom(...PDCA_PHASES),
      stoppedIn: fc.constantFrom(...PDCA_PHASES, null),
      loopStage: fc.constantFrom(...LOOP_STAGES),
      ownerAccepted: fc.boolean(),
      lesson: fc.constantFrom(null, '', 'A lesson'),
      verdict: fc.constantFrom('ADOPT', 'ADAPT', 'STOP', null),
      nextStepCount: fc.nat(2),
      commissionerTookOver: fc.boolean(),
    })
    .map((facts) => aMeasure(facts));
  const requests = fc.record({
    to: fc.constantFrom(...PDCA_PHASES),
    actor: fc.constantFrom(A_CIRCLE_MEMBER, THE_OWNER, THE_CHECKER, A_STRANGER),
    at: fc.constant(AT),
    reason: fc.constantFrom(null, ' ', 'A reason'),
    targetLoop: fc.constantFrom(
      null,
      { number: 1, stage: 'RUNNING' } as const,
      { number: 3, stage: 'PLANNED' } as const,
    ),
  });

  it('decides as the offered moves say', () => {
    fc.assert(
      fc.property(measures, requests, (measure, request) => {
        const offered = availableMoves(measure, request.actor, request).find(
          ({ to }) => to === request.to,
        );
        const ready = offered !== undefined && offered.permitted && offered.missing.length === 0;
        expect(decideMove(measure, request).ok).toBe(ready);
      }),
    );
  });

  it('never moves anything in a closed loop', () => {
    fc.assert(
      fc.property(measures, requests, (measure, request) => {
        expect(decideMove({ ...measure, loopStage: 'CLOSED' }, request).ok).toBe(false);
      }),
    );
  });

  it('names only what is not met', () => {
    fc.assert(
      fc.property(measures, requests, (measure, request) => {
        const decision = decideMove(measure, request);
        if (decision.ok || decision.error.code !== 'MOVE_NOT_READY') return;
        expect(
          decision.error.missing.filter((name) => REQUIREMENTS[name](measure, request)),
        ).toEqual([]);
      }),
    );
  });
});
