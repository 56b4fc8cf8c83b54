import { describe, expect, it } from '@jest/globals';
import { figure, growth, median, medianAndRange, percentile } from '../../scripts/bench/figures.js';
import { generateProgramme } from '../../scripts/bench/generate-programme.js';
import { readOptions } from '../../scripts/bench/options.js';
import { callsBetween } from '../../scripts/bench/statement-counter.js';

describe('a generated programme', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generateProgramme(100, 7)).toEqual(generateProgramme(100, 7));
    expect(generateProgramme(100, 7)).not.toEqual(generateProgramme(100, 8));
  });

  it.each([
    [50, 5, 1],
    [500, 10, 5],
    [5_000, 25, 20],
  ])('of %i measures has %i topics with %i a loop', (count, topics, perTopicAndLoop) => {
    const programme = generateProgramme(count, 1);
    expect(programme.measures).toHaveLength(count);
    expect(programme.topics).toHaveLength(topics);
    const first = programme.actionFields?.filter(
      ({ topic, loop }) => topic === 't-0' && loop === 1,
    );
    expect(first).toHaveLength(perTopicAndLoop);
  });

  it.each([0, -50, 75, NaN])('is refused with %p measures', (count) => {
    expect(() => generateProgramme(count, 1)).toThrow('must be a multiple of 50');
  });
});

describe('figures', () => {
  it('are medians with their range, and three digits long', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(medianAndRange([1.23456, 12_345.6, 2])).toBe('2 (1.23–12,346)');
    expect(medianAndRange([5, 5])).toBe('5');
    expect(medianAndRange([])).toBe('–');
    expect(figure(0.012345)).toBe('0.0123');
  });

  it('have percentiles that are among them', () => {
    const values = Array.from({ length: 200 }, (_, at) => 200 - at);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile(values, 1)).toBe(200);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('grow by an exponent', () => {
    expect(growth({ n: 500, cost: 40 }, { n: 50_000, cost: 4_000 })).toBeCloseTo(1);
    expect(growth({ n: 500, cost: 40 }, { n: 50_000, cost: 40 })).toBe(0);
    expect(growth({ n: 500, cost: 40 }, { n: 50_000, cost: 80 })).toBeCloseTo(0.1505, 3);
  });
});

describe('calls between two counts', () => {
  it('are those that came, also of new statements', () => {
    const before = new Map([
      ['a', 3],
      ['b', 5],
    ]);
    const after = new Map([
      ['a', 3],
      ['b', 7],
      ['c', 1],
    ]);
    expect([...callsBetween(before, after)]).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
  });
});

describe('the command line', () => {
  it('takes five rounds at least by default, and sizes in ascending order', () => {
    expect(readOptions([])).toMatchObject({ rounds: 5, seconds: 3, sizes: [500, 5_000, 50_000] });
    expect(readOptions(['--quick'])).toMatchObject({
      rounds: 5,
      seconds: 0.5,
      sizes: [500, 5_000],
    });
    expect(readOptions(['--sizes', '1000,50']).sizes).toEqual([50, 1_000]);
  });

  it.each([
    [['--rounds', '0'], '--rounds must be'],
    [['--seconds', 'two'], '--seconds must be'],
    [['--sizes', '500,7'], '--sizes must be'],
    [['--fast'], '--fast'],
  ])('refuses %j', (args, said) => {
    expect(() => readOptions(args)).toThrow(said);
  });
});
