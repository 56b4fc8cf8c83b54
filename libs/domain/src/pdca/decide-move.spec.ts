import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  A_CIRCLE_MEMBER,
  A_STRANGER,
  aBareMeasure,
  aMeasure,
  AN_ADMINISTRATOR,
  OWNER_ID,
  THE_CHECKER,
  THE_OWNER,
} from '../measures/measure-facts.builder.js';
import { LOOP_STAGES, type MeasureFacts } from '../measures/measure.record.js';
import type { Actor } from '../people/actor.js';
import { err, ok } from '../shared/result.js';
import { availableMoves } from './available-moves.js';
import { decideMove, type MoveRequest } from './decide-move.js';
import { REQUIREMENTS, type Requirement } from './pdca-moves.js';
import { PDCA_PHASES, type PdcaPhase } from './pdca-phase.js';

/** Copied by hand from docs/spec/pdca.md §2: a test that read the table would agree with any table. */
const SPEC: Readonly<Record<string, readonly Requirement[]>> = {
  'PLAN>DO': ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY'],
  'PLAN>STOPPED': ['REASON'],
  'PLAN>CARRIED_OVER': ['REASON', 'LATER_LOOP'],
  'DO>PLAN': ['REASON'],
  'DO>CHECK': ['STEPS_SETTLED', 'RESULT'],
  'DO>STOPPED': ['REASON'],
  'DO>CARRIED_OVER': ['REASON', 'LATER_LOOP'],
  'CHECK>DO': ['REASON'],
  'CHECK>ACT': ['VERDICT', 'LESSON'],
  'CHECK>STOPPED': ['REASON'],
  'CHECK>CARRIED_OVER': ['REASON', 'LATER_LOOP'],
  'ACT>CHECK': ['REASON'],
  'ACT>DONE': [
    'RESULT_SETTLED',
    'COMMISSIONER_TOOK_OVER',
    'NEXT_STEPS_SETTLED',
    'SUCCESSOR',
    'ANCHORED',
  ],
  'ACT>CARRIED_OVER': ['REASON', 'LATER_LOOP'],
  'DONE>ACT': ['REASON'],
  // The builders' stopped measures were stopped in DO; the other two ways back have tests of their own.
  'STOPPED>DO': ['REASON'],
};

/** What a measure with nothing at all meets all the same: both ask only after a verdict. */
const MET_WITHOUT_VERDICT: readonly Requirement[] = ['SUCCESSOR', 'ANCHORED'];

const EVERY_PAIR = PDCA_PHASES.flatMap((from) => PDCA_PHASES.map((to) => [from, to] as const));
const AT = new Date('2026-03-02T09:00:00Z');

const silently = (to: PdcaPhase, actor: Actor = A_CIRCLE_MEMBER): MoveRequest => ({
  to,
  actor,
  at: AT,
  reason: null,
  targetLoop: null,
});
const withAllSaid = (to: PdcaPhase, actor: Actor = A_CIRCLE_MEMBER): MoveRequest => ({
  to,
  actor,
  at: AT,
  reason: ' It turned out otherwise. ',
  targetLoop: { number: 3, stage: 'PLANNED' },
});
/** A measure with an unsettled step, where nothing else is there. */
const withOpenStep = (phase: PdcaPhase): MeasureFacts =>
  aBareMeasure({ phase, steps: phase === 'DO' ? [{ state: 'OPEN', dropReason: null }] : [] });

describe.each(EVERY_PAIR)('%s > %s', (from, to) => {
  const needs = SPEC[`${from}>${to}`];
  const noSuchEdge = err({ code: 'MOVE_NOT_ALLOWED', from, to });

  it('asks a bare measure for all that the spec asks for', () => {
    const missing = needs?.filter((need) => !MET_WITHOUT_VERDICT.includes(need));
    expect(decideMove(withOpenStep(from), silently(to))).toEqual(
      needs ? err({ code: 'MOVE_NOT_READY', missing }) : noSuchEdge,
    );
  });

  it('lets a complete measure pass, and says who, when, from, to and why', () => {
    expect(decideMove(aMeasure({ phase: from }), withAllSaid(to))).toEqual(
      needs
        ? ok({
            from,
            to,
            reason: 'It turned out otherwise.',
            stoppedIn: to === 'STOPPED' ? from : null,
            movedBy: 'circle-member',
            at: AT,
          })
        : noSuchEdge,
    );
  });

  it('refuses in a closed loop what it allows elsewhere', () => {
    const frozen = aMeasure({ phase: from, loopStage: 'CLOSED' });
    expect(decideMove(frozen, withAllSaid(to))).toEqual(
      needs ? err({ code: 'MOVE_NOT_READY', missing: ['LOOP_NOT_CLOSED'] }) : noSuchEdge,
    );
  });

  it('refuses a stranger', () => {
    expect(decideMove(aMeasure({ phase: from }), withAllSaid(to, A_STRANGER))).toEqual(
      needs ? err({ code: 'MOVE_NOT_PERMITTED' }) : noSuchEdge,
    );
  });
});

describe('who may move', () => {
  /** Copied by hand from docs/spec/pdca.md §2: pairs that aren't the circle's alone. */
  const OWNERS = ['PLAN>DO', 'DO>PLAN', 'DO>CHECK'];
  const CHECKERS = ['CHECK>DO', 'CHECK>ACT'];
  const mayMove = (from: PdcaPhase, actor: Actor, facts: Partial<MeasureFacts> = {}): string[] =>
    availableMoves(aMeasure({ phase: from, ...facts }), actor)
      .filter(({ permitted }) => permitted)
      .map(({ to }) => `${from}>${to}`);

  it('lets the owner make the moves of planning and doing, and no others', () => {
    expect(PDCA_PHASES.flatMap((from) => mayMove(from, THE_OWNER))).toEqual(OWNERS);
  });

  it('lets the checker judge, and nothing else', () => {
    expect(PDCA_PHASES.flatMap((from) => mayMove(from, THE_CHECKER))).toEqual(CHECKERS);
  });

  it.each([A_CIRCLE_MEMBER, AN_ADMINISTRATOR])('lets $personId make every move', (actor) => {
    expect(PDCA_PHASES.flatMap((from) => mayMove(from, actor)).toSorted()).toEqual(
      Object.keys(SPEC).toSorted(),
    );
  });

  it('lets no owner judge the own measure, whether of the circle or entered as checker', () => {
    const ownerInCircle: Actor = { personId: OWNER_ID, roles: ['CIRCLE', 'ADMINISTRATOR'] };
    expect(mayMove('CHECK', ownerInCircle)).not.toContain('CHECK>ACT');
    expect(mayMove('CHECK', ownerInCircle)).toContain('CHECK>DO');
    expect(mayMove('CHECK', THE_OWNER, { checkerId: OWNER_ID })).toEqual([]);
  });

  it('takes nobody for the owner of a measure without one', () => {
    expect(mayMove('PLAN', THE_OWNER, { ownerId: null })).toEqual([]);
  });
});

describe('the way back from STOPPED', () => {
  it.each(['PLAN', 'DO', 'CHECK'] as const)('leads to %s when it was stopped there', (phase) => {
    const stopped = aMeasure({ phase: 'STOPPED', stoppedIn: phase });
    expect(availableMoves(stopped, A_CIRCLE_MEMBER).map(({ to }) => to)).toEqual([phase]);
    expect(decideMove(stopped, withAllSaid(phase))).toMatchObject({
      ok: true,
      value: { to: phase, stoppedIn: null },
    });
  });

  it('leads nowhere when nobody knows where it was stopped', () => {
    const stopped = aMeasure({ phase: 'STOPPED', stoppedIn: null });
    expect(availableMoves(stopped, A_CIRCLE_MEMBER)).toEqual([]);
  });
});

describe('a requirement', () => {
  const missing = (
    facts: Partial<MeasureFacts>,
    to: PdcaPhase,
    said: Partial<MoveRequest> = {},
  ): unknown => {
    const decision = decideMove(aMeasure(facts), { ...withAllSaid(to), ...said });
    return decision.ok ? [] : decision.error;
  };
  const lacks = (...names: Requirement[]): unknown => ({ code: 'MOVE_NOT_READY', missing: names });

  it.each<[string, Partial<MeasureFacts>, PdcaPhase, Requirement]>([
    ['an owner who has not accepted', { ownerAccepted: false }, 'DO', 'OWNER_ACCEPTED'],
    ['an acceptance without an owner', { ownerId: null }, 'DO', 'OWNER_ACCEPTED'],
    ['a blank criterion', { successCriterion: '  ' }, 'DO', 'SUCCESS_CRITERION'],
    ['no step', { steps: [] }, 'DO', 'STEP'],
    ['no due day', { dueDay: null }, 'DO', 'DUE_DAY'],
    [
      'an open step',
      { phase: 'DO', steps: [{ state: 'OPEN', dropReason: null }] },
      'CHECK',
      'STEPS_SETTLED',
    ],
    [
      'a step dropped silently',
      { phase: 'DO', steps: [{ state: 'DROPPED', dropReason: ' ' }] },
      'CHECK',
      'STEPS_SETTLED',
    ],
    ['no result', { phase: 'DO', resultStates: [] }, 'CHECK', 'RESULT'],
    ['no verdict', { phase: 'CHECK', verdict: null }, 'ACT', 'VERDICT'],
    ['a blank lesson', { phase: 'CHECK', lesson: '' }, 'ACT', 'LESSON'],
    [
      'a draft beside a published result',
      { phase: 'ACT', resultStates: ['PUBLISHED', 'DRAFT'] },
      'DONE',
      'RESULT_SETTLED',
    ],
    ['no result to settle', { phase: 'ACT', resultStates: [] }, 'DONE', 'RESULT_SETTLED'],
    [
      'nobody to take over',
      { phase: 'ACT', commissionerId: null },
      'DONE',
      'COMMISSIONER_TOOK_OVER',
    ],
    [
      'a commissioner who has not',
      { phase: 'ACT', commissionerTookOver: false },
      'DONE',
      'COMMISSIONER_TOOK_OVER',
    ],
    ['no next step, and no word', { phase: 'ACT', nextStepCount: 0 }, 'DONE', 'NEXT_STEPS_SETTLED'],
    ['ADAPT without a successor', { phase: 'ACT', verdict: 'ADAPT' }, 'DONE', 'SUCCESSOR'],
    [
      'ADAPT, successor in the same loop',
      { phase: 'ACT', verdict: 'ADAPT', successor: { loopNumber: 2 } },
      'DONE',
      'SUCCESSOR',
    ],
    ['ADOPT without an anchor', { phase: 'ACT', anchoredIn: null }, 'DONE', 'ANCHORED'],
  ])('is not met by %s', (_what, facts, to, name) => {
    expect(missing(facts, to)).toEqual(lacks(name));
  });

  it.each<[string, Partial<MeasureFacts>, PdcaPhase]>([
    ['a result kept internal', { phase: 'ACT', resultStates: ['INTERNAL'] }, 'DONE'],
    [
      'the word that no next step is needed',
      { phase: 'ACT', nextStepCount: 0, noNextStepNeeded: true },
      'DONE',
    ],
    [
      'ADAPT with a later successor and no anchor',
      { phase: 'ACT', verdict: 'ADAPT', successor: { loopNumber: 3 }, anchoredIn: null },
      'DONE',
    ],
    ['STOP with neither', { phase: 'ACT', verdict: 'STOP', anchoredIn: null }, 'DONE'],
    ['no step at all that could be unsettled', { phase: 'DO', steps: [] }, 'CHECK'],
  ])('is met by %s', (_what, facts, to) => {
    expect(missing(facts, to)).toEqual([]);
  });

  it.each<[string, MoveRequest['targetLoop']]>([
    ['no loop', null],
    ['the same loop', { number: 2, stage: 'RUNNING' }],
    ['an earlier loop', { number: 1, stage: 'REVIEW' }],
    ['a closed loop', { number: 3, stage: 'CLOSED' }],
  ])('LATER_LOOP is not met by %s', (_what, targetLoop) => {
    expect(missing({}, 'CARRIED_OVER', { targetLoop })).toEqual(lacks('LATER_LOOP'));
  });

  it('REASON is not met by blanks', () => {
    expect(missing({}, 'STOPPED', { reason: ' \n' })).toEqual(lacks('REASON'));
  });

  it('comes in the order of the spec, and LOOP_NOT_CLOSED last', () => {
    const bare = aBareMeasure({ phase: 'ACT', verdict: 'ADAPT', loopStage: 'CLOSED' });
    expect(decideMove(bare, silently('DONE'))).toEqual(
      err(
        lacks(
          'RESULT_SETTLED',
          'COMMISSIONER_TOOK_OVER',
          'NEXT_STEPS_SETTLED',
          'SUCCESSOR',
          'LOOP_NOT_CLOSED',
        ),
      ),
    );
  });
});

describe('available moves', () => {
  it('shows a blocked move with all that it lacks, and with the actor’s right', () => {
    expect(availableMoves(aBareMeasure(), THE_OWNER)).toEqual([
      { to: 'DO', permitted: false, missing: SPEC['PLAN>DO'] },
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
