import type { Client } from 'pg';
import { figure, growth } from './figures.js';
import { buffersOf, READINGS, statementsOfReaders, type Reading } from './reader-statements.js';
import { NOTHING, table, type Part } from './report.js';

/** Buffers that each reading touches: number of measures → reading → buffers. */
export type BuffersBySize = ReadonlyMap<number, ReadonlyMap<Reading, number>>;

const MOST_GROWTH = 0.15;

/** Buffers of all statements of each reading on one database. */
export async function buffersOfReadings(client: Client): Promise<ReadonlyMap<Reading, number>> {
  const buffers = new Map<Reading, number>();
  for (const [reading, statements] of await statementsOfReaders(client)) {
    let sum = 0;
    for (const statement of statements) sum += await buffersOf(client, statement);
    buffers.set(reading, sum);
  }
  return buffers;
}

/** How what a request reads grows from the smallest to the largest size. */
export function reportGrowth(bySize: BuffersBySize): Part {
  const sizes = [...bySize.keys()].toSorted((one, other) => one - other);
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return NOTHING;
  const at = (n: number, reading: Reading): number => bySize.get(n)?.get(reading) ?? NaN;
  const exponents = READINGS.map((reading) =>
    growth(
      { n: smallest, cost: at(smallest, reading) },
      { n: largest, cost: at(largest, reading) },
    ),
  );
  const named = (n: number): string => n.toLocaleString('en');
  return {
    rows: [
      {
        work: `growth of feed, topic history and progress from ${named(smallest)} to ${named(largest)} measures, buffers read per request`,
        target: `exponent ≤ ${MOST_GROWTH} each`,
        measured: READINGS.map(
          (reading, index) => `${reading} ${figure(exponents[index] ?? NaN)}`,
        ).join(', '),
        reached: exponents.every((exponent) => exponent <= MOST_GROWTH),
      },
    ],
    details: [
      '#### Growth: shared buffers that one request reads',
      '',
      ...table(
        ['measures', ...READINGS],
        [
          ...sizes.map((n) => [named(n), ...READINGS.map((reading) => figure(at(n, reading)))]),
          ['exponent', ...exponents.map(figure)],
        ],
      ),
    ],
  };
}
