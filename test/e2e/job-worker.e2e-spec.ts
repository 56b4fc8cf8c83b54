import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { JobWorker } from '#application/jobs/job-worker.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

const AT_ONCE = 4;

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await startTestDatabase();
  source = database.source;
});
afterAll(() => database?.stop());

const count = async (where: string): Promise<number> => {
  const [row] = await source.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM graphile_worker.jobs WHERE ${where}`,
  );
  return row?.count ?? NaN;
};

describe('a worker that is stopped', () => {
  it('has noted what became of each job when it says that it has ended', async () => {
    const errors: string[] = [];
    const stopping = Promise.withResolvers<undefined>();
    let begun = 0;
    const worker = new JobWorker({
      tasks: {
        good: async () => {
          begun += 1;
          await stopping.promise;
        },
        bad: async () => {
          begun += 1;
          await stopping.promise;
          throw new Error('bad');
        },
      },
      daily: {},
      onFault: () => undefined,
      onError: (reason) => void errors.push(reason),
    });
    await source.query(
      `SELECT graphile_worker.add_job(name) FROM unnest(ARRAY['good', 'bad', 'good', 'bad']) name`,
    );
    worker.start(source);
    while (begun < AT_ONCE) await pause(20);
    const stopped = worker.stop();
    stopping.resolve(undefined);
    await stopped;
    expect(await count('locked_at IS NOT NULL')).toBe(0);
    // The bad ones wait for their next try.
    expect(await count(`task_identifier = 'good'`)).toBe(0);
    expect(await count(`task_identifier = 'bad' AND attempts = 1`)).toBe(2);
    expect(errors).toEqual([]);
  });
});
