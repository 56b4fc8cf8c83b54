import { describe, expect, it } from '@jest/globals';

import { A_CIRCLE_MEMBER, AN_ADMINISTRATOR, THE_OWNER } from '../measures/measure-facts.builder.js';
import { LOOP_STAGES, type LoopStage } from '../measures/measure.record.js';
import type { Actor } from '../people/actor.js';
import { err, ok } from '../shared/result.js';
import {
  availableLoopStages,
  decideLoopStage,
  type LoopFacts,
  type LoopStageRequest,
} from './decide-loop-stage.js';

/** Copied by hand from docs/spec/pdca.md §5. REVIEW>RUNNING is not among them. */
const SPEC = ['PLANNED>RUNNING', 'RUNNING>REVIEW', 'REVIEW>CLOSED', 'CLOSED>REVIEW'];
const EVERY_PAIR = LOOP_STAGES.flatMap((from) => LOOP_STAGES.map((to) => [from, to] as const));
const AT = new Date('2026-03-02T09:00:00Z');

const aLoop = (facts: Partial<LoopFacts> = {}): LoopFacts => ({
  number: 2,
  stage: 'REVIEW',
  reflection: 'We asked too late.',
  otherRunningLoopNumber: null,
  measures: [
    { id: 'a', title: 'Done', phase: 'DONE' },
    { id: 'b', title: 'Stopped', phase: 'STOPPED' },
    { id: 'c', title: 'Carried over', phase: 'CARRIED_OVER' },
  ],
  ...facts,
});
const request = (
  to: LoopStage,
  actor: Actor = AN_ADMINISTRATOR,
  reason: string | null = ' A figure was wrong. ',
): LoopStageRequest => ({ to, actor, reason, at: AT });

describe.each(EVERY_PAIR)('loop %s > %s', (from, to) => {
  const inSpec = SPEC.includes(`${from}>${to}`);
  const noSuchMove = err({ code: 'LOOP_MOVE_NOT_ALLOWED', from, to });

  it('is decided as the spec says', () => {
    expect(decideLoopStage(aLoop({ stage: from }), request(to))).toEqual(
      inSpec
        ? ok({ from, to, reason: 'A figure was wrong.', changedBy: 'administrator', at: AT })
        : noSuchMove,
    );
  });

  it('is not a guide’s to decide', () => {
    expect(decideLoopStage(aLoop({ stage: from }), request(to, THE_OWNER))).toEqual(
      inSpec ? err({ code: 'LOOP_NOT_PERMITTED' }) : noSuchMove,
    );
  });

  it('is the circle’s to decide, except reopening', () => {
    const decision = decideLoopStage(aLoop({ stage: from }), request(to, A_CIRCLE_MEMBER));
    expect(decision.ok).toBe(inSpec && from !== 'CLOSED');
  });
});

describe('what stands in the way of a loop', () => {
  const obstacles = (loop: LoopFacts, to: LoopStage, reason: string | null = null): unknown => {
    const decision = decideLoopStage(loop, request(to, AN_ADMINISTRATOR, reason));
    return decision.ok ? [] : decision.error;
  };

  it('is another running loop, when it is to run', () => {
    const loop = aLoop({ stage: 'PLANNED', otherRunningLoopNumber: 1 });
    expect(obstacles(loop, 'RUNNING')).toEqual({
      code: 'LOOP_NOT_READY',
      obstacles: [{ code: 'OTHER_LOOP_RUNNING', loopNumber: 1 }],
    });
  });

  it('is each open measure and the missing reflection, all at once, when it is to close', () => {
    const measures = (['PLAN', 'DO', 'CHECK', 'ACT'] as const).map((phase) => ({
      id: phase.toLowerCase(),
      title: `In ${phase}`,
      phase,
    }));
    const loop = aLoop({ reflection: ' ', measures: [...aLoop().measures, ...measures] });
    expect(obstacles(loop, 'CLOSED')).toEqual({
      code: 'LOOP_NOT_READY',
      obstacles: [
        { code: 'MEASURE_OPEN', measureId: 'plan', title: 'In PLAN', phase: 'PLAN' },
        { code: 'MEASURE_OPEN', measureId: 'do', title: 'In DO', phase: 'DO' },
        { code: 'MEASURE_OPEN', measureId: 'check', title: 'In CHECK', phase: 'CHECK' },
        { code: 'MEASURE_OPEN', measureId: 'act', title: 'In ACT', phase: 'ACT' },
        { code: 'REFLECTION_MISSING' },
      ],
    });
  });

  it('is a missing reason, when it is to be reopened', () => {
    expect(obstacles(aLoop({ stage: 'CLOSED' }), 'REVIEW', ' ')).toEqual({
      code: 'LOOP_NOT_READY',
      obstacles: [{ code: 'REASON_MISSING' }],
    });
  });

  it('is nothing else: open measures don’t keep a loop from its review, nor another loop from the close', () => {
    const open = [{ id: 'a', title: 'Open', phase: 'DO' }] as const;
    expect(
      obstacles(aLoop({ stage: 'RUNNING', measures: open, reflection: null }), 'REVIEW'),
    ).toEqual([]);
    expect(obstacles(aLoop({ otherRunningLoopNumber: 3 }), 'CLOSED')).toEqual([]);
    expect(obstacles(aLoop({ measures: [] }), 'CLOSED')).toEqual([]);
  });

  it('is shown beside the stage before anyone asks for it', () => {
    expect(availableLoopStages(aLoop({ stage: 'CLOSED' }), A_CIRCLE_MEMBER)).toEqual([
      { to: 'REVIEW', permitted: false, obstacles: [{ code: 'REASON_MISSING' }] },
    ]);
  });
});
