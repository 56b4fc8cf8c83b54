import { describe, expect, it } from '@jest/globals';
import { err, ok } from '../shared/result.js';
import { NEXT_STEP_STATES, RESULT_STATES, STEP_STATES } from './measure.record.js';
import {
  decidePartMove,
  isReordering,
  NEXT_STEP_MOVES,
  RESULT_MOVES,
  STEP_MOVES,
} from './part-moves.js';

/** By hand: what leads where. All that isn't here is refused. */
const SPEC: Readonly<Record<string, string>> = {
  'step OPEN COMPLETE': 'DONE',
  'step OPEN DROP': 'DROPPED',
  'step DONE REOPEN': 'OPEN',
  'step DROPPED REOPEN': 'OPEN',
  'result DRAFT PUBLISH': 'PUBLISHED',
  'result INTERNAL PUBLISH': 'PUBLISHED',
  'result PUBLISHED WITHDRAW': 'DRAFT',
  'result INTERNAL WITHDRAW': 'DRAFT',
  'result DRAFT KEEP_INTERNAL': 'INTERNAL',
  'result PUBLISHED KEEP_INTERNAL': 'INTERNAL',
  'next step OPEN COMPLETE': 'DONE',
  'next step OPEN DROP': 'DROPPED',
  'next step DONE REOPEN': 'OPEN',
  'next step DROPPED REOPEN': 'OPEN',
  'next step OPEN TAKE_UP': 'BECAME_MEASURE',
};
type Moves = Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>;
const PARTS: readonly (readonly [string, readonly string[], Moves])[] = [
  ['step', STEP_STATES, STEP_MOVES],
  ['result', RESULT_STATES, RESULT_MOVES],
  ['next step', NEXT_STEP_STATES, NEXT_STEP_MOVES],
];
const EVERY = PARTS.flatMap(([part, states, moves]) =>
  states.flatMap((state) =>
    Object.entries(moves).map(([name, move]) => ({ part, state, name, move })),
  ),
);

describe('the parts of a measure', () => {
  it.each(EVERY)(
    'let $part $state $name as the specification says',
    ({ part, state, name, move }) => {
      const to = SPEC[`${part} ${state} ${name}`];
      expect(decidePartMove(state, move)).toEqual(to === undefined ? err('WRONG_STATE') : ok(to));
    },
  );

  it('have no other moves than those', () => {
    expect(EVERY.filter(({ part, state, name }) => SPEC[`${part} ${state} ${name}`])).toHaveLength(
      Object.keys(SPEC).length,
    );
  });
});

describe('another order', () => {
  it.each([
    [['a', 'b', 'c'], true],
    [['c', 'a', 'b'], true],
    [['a', 'b'], false],
    [['a', 'b', 'b'], false],
    [['a', 'b', 'c', 'c'], false],
    [['a', 'b', 'd'], false],
    [[], false],
  ])('%j holds each of a, b and c once: %s', (wanted, expected) => {
    expect(isReordering(['a', 'b', 'c'], wanted)).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(isReordering([], [])).toBe(true);
  });
});
