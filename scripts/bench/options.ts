import { parseArgs } from 'node:util';

export type Options = {
  readonly quick: boolean;
  /** Numbers of measures, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Length of one contender's part of a round, without its warm-up. */
  readonly seconds: number;
  /** Whether the table in docs/performance.md becomes this run's. */
  readonly write: boolean;
  /** Parts to measure; empty for all. */
  readonly only: readonly string[];
};

/** Where the feed's contenders are compared and most else is measured. */
export const USUAL_SIZE = 5_000;

/** Reads the command line. Throws with one sentence that names what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string' },
      sizes: { type: 'string' },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const { quick, write } = values;
  const rounds = Number(values.rounds);
  const seconds = Number(values.seconds ?? (quick ? 0.5 : 3));
  const sizes = (values.sizes ?? (quick ? '500,5000' : '500,5000,50000')).split(',').map(Number);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error('--rounds must be a whole number from 1.');
  if (!(seconds > 0)) throw new Error('--seconds must be a number above 0.');
  if (sizes.some((size) => !(size > 0) || size % 50 !== 0))
    throw new Error('--sizes must be multiples of 50 with commas between, such as 500,5000.');
  return {
    quick,
    write,
    rounds,
    seconds,
    sizes: sizes.toSorted((one, other) => one - other),
    only: values.only.split(',').filter(Boolean),
  };
}
