import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { importProgramme } from '#application/programme-files/import-programme.js';
import type { DatabaseAddress } from '#persistence/data-source.js';
import { growth } from '../../scripts/bench/figures.js';
import { BENCH_SEED, generateProgramme } from '../../scripts/bench/generate-programme.js';
import { buffersOfReadings } from '../../scripts/bench/growth.js';
import { READINGS, type Reading } from '../../scripts/bench/reader-statements.js';
import { startTestDatabase } from '../support/test-database.js';

/** What a reading costs, in pages of the database and not in time: the same on each machine. */

const [SMALL, LARGE] = [500, 5_000];
let small: ReadonlyMap<Reading, number>;
let large: ReadonlyMap<Reading, number>;
beforeAll(async () => {
  small = await buffersAt(SMALL);
  large = await buffersAt(LARGE);
});

const clientOf = (address: DatabaseAddress): Client =>
  new Client(
    address.kind === 'url'
      ? { connectionString: address.url }
      : { host: address.folder, database: 'postgres', user: 'postgres', password: 'postgres' },
  );

async function buffersAt(measures: number): Promise<ReadonlyMap<Reading, number>> {
  const database = await startTestDatabase();
  const client = clientOf(database.address);
  try {
    const file = generateProgramme(measures, BENCH_SEED);
    const done = await importProgramme(
      database.source,
      { file, faultAt: (path, reason) => ({ line: 0, key: path.join('.'), reason }) },
      { dryRun: false, at: new Date() },
    );
    expect(done.ok).toBe(true);
    await client.connect();
    await client.query('VACUUM ANALYZE');
    return await buffersOfReadings(client);
  } finally {
    await client.end();
    await database.stop();
  }
}

describe('what is read for one answer', () => {
  it.each(READINGS)('hardly grows with the programme: %s', (reading) => {
    const [from, to] = [small.get(reading) ?? NaN, large.get(reading) ?? NaN];
    expect(from).toBeGreaterThan(0);
    expect({
      reading,
      from,
      to,
      small: growth({ n: SMALL, cost: from }, { n: LARGE, cost: to }) <= 0.15,
    }).toEqual({
      reading,
      from,
      to,
      small: true,
    });
  });
});
