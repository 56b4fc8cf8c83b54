import { describe, expect, it } from '@jest/globals';

import { day } from './measure-facts.builder.js';
import { isLate, isOverdue, isStale } from './progress.js';

const TODAY = day('2026-03-10');
const YESTERDAY = day('2026-03-09');
const TOMORROW = day('2026-03-11');

describe('a late measure', () => {
  it.each([
    ['its due day has passed', YESTERDAY, [], true],
    ['it is due today', TODAY, [TODAY], false],
    ['an open step is late', TOMORROW, [TOMORROW, YESTERDAY], true],
    ['no days are known', null, [null], false],
  ])('when %s', (_when, dueDay, openStepDueDays, late) => {
    expect(isLate({ phase: 'DO', dueDay, openStepDueDays }, TODAY)).toBe(late);
  });

  it.each(['DONE', 'STOPPED', 'CARRIED_OVER'] as const)('is none in %s', (phase) => {
    expect(isLate({ phase, dueDay: YESTERDAY, openStepDueDays: [] }, TODAY)).toBe(false);
  });
});

describe('a stale measure', () => {
  it('is one on which nothing happened for so many days, and not a day earlier', () => {
    const measure = { phase: 'DO', lastActivityDay: day('2026-02-08') } as const;
    expect(isStale(measure, TODAY)).toBe(true);
    expect(isStale(measure, YESTERDAY)).toBe(false);
    expect(isStale(measure, YESTERDAY, 29)).toBe(true);
  });

  it('is none when it has ended', () => {
    expect(isStale({ phase: 'DONE', lastActivityDay: day('2020-01-01') }, TODAY)).toBe(false);
  });
});

describe('an overdue next step', () => {
  it('is an open one whose day has passed', () => {
    expect(isOverdue({ state: 'OPEN', dueDay: YESTERDAY }, TODAY)).toBe(true);
    expect(isOverdue({ state: 'OPEN', dueDay: TODAY }, TODAY)).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueDay: null }, TODAY)).toBe(false);
  });

  it.each(['DONE', 'DROPPED', 'BECAME_MEASURE'] as const)('is none when %s', (state) => {
    expect(isOverdue({ state, dueDay: YESTERDAY }, TODAY)).toBe(false);
  });
});
