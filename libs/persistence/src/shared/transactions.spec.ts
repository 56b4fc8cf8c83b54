import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { err, ok } from '#domain/shared/result.js';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { createDataSource } from '../data-source.js';
import { startEmbeddedDatabase } from '../embedded/embedded-database.js';
import { migrate } from '../migrate.js';
import { PROCESS_FILE } from '../../../../test/support/test-database.js';
import { Transactions } from './transactions.js';

let database: TestDatabase;
beforeAll(async () => void (database = await startTestDatabase()));
afterAll(() => database.stop());
afterEach(() => database.source.query('DELETE FROM programme'));

const ADD = `INSERT INTO programme (id, slug, organisation, title, purpose, contact_address, default_language, time_zone)
  VALUES ($1, $2, 'A', 'B', 'C', 'd@example.org', 'de', 'Europe/Berlin')`;
const slugs = async (): Promise<string[]> =>
  (await database.source.query<{ slug: string }[]>('SELECT slug FROM programme ORDER BY slug')).map(
    ({ slug }) => slug,
  );

describe('a transaction', () => {
  it('keeps what was written when the work is ok', async () => {
    const result = await new Transactions(database.source).run(async (em) => {
      await em.query(ADD, [randomUUID(), 'bleibt']);
      return ok(1);
    });
    expect(result).toEqual(ok(1));
    expect(await slugs()).toEqual(['bleibt']);
  });

  it('leaves nothing of a refusal, whatever was written before', async () => {
    const result = await new Transactions(database.source).run(async (em) => {
      await em.query(ADD, [randomUUID(), 'geht']);
      return err('REFUSED');
    });
    expect(result).toEqual(err('REFUSED'));
    expect(await slugs()).toEqual([]);
  });

  it('leaves nothing of a throw, and gives its connection back', async () => {
    for (let at = 0; at < 8; at += 1) {
      const work = new Transactions(database.source).run(async (em) => {
        await em.query(ADD, [randomUUID(), 'geht']);
        throw new Error('out of luck');
      });
      await expect(work).rejects.toThrow('out of luck');
    }
    expect(await slugs()).toEqual([]);
  });
});

describe('the database itself', () => {
  const add = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ');
    const values = Object.keys(row)
      .map((_column, at) => `$${at + 1}`)
      .join(', ');
    await database.source.query(
      `INSERT INTO ${table} (${columns}) VALUES (${values})`,
      Object.values(row),
    );
    return String(row['id']);
  };
  const programme = async (): Promise<string> => {
    const id = randomUUID();
    await database.source.query(ADD, [id, `p-${id}`]);
    return id;
  };
  const measure = async (): Promise<{ programme_id: string; measure_id: string }> => {
    const programme_id = await programme();
    const loop_id = await add('learning_loop', {
      id: randomUUID(),
      programme_id,
      number: 1,
      stage: 'RUNNING',
    });
    const topic_id = await add('topic', {
      id: randomUUID(),
      programme_id,
      key: 't',
      title: 'T',
      position: 0,
    });
    const field = {
      id: randomUUID(),
      programme_id,
      topic_id,
      loop_id,
      key: 'f',
      question: 'F?',
      position: 0,
    };
    const action_field_id = await add('action_field', field);
    const measure_id = await add('measure', {
      id: randomUUID(),
      programme_id,
      action_field_id,
      loop_id,
      key: 'm',
      title: 'M',
      position: 0,
    });
    return { programme_id, measure_id };
  };

  it('refuses a second running loop of a programme, and takes one of another', async () => {
    const [one, other] = [await programme(), await programme()];
    const loop = (programme_id: string, number: number): Promise<string> =>
      add('learning_loop', { id: randomUUID(), programme_id, number, stage: 'RUNNING' });
    await loop(one, 1);
    await expect(loop(one, 2)).rejects.toThrow('learning_loop_one_running');
    await loop(other, 1);
  });

  it('never changes history but for the name behind it', async () => {
    const programme_id = await programme();
    const actor_id = await add('person', {
      id: randomUUID(),
      programme_id,
      key: 'p',
      name: 'P',
      role: 'CIRCLE',
      position: 0,
    });
    await add('history_entry', {
      id: randomUUID(),
      programme_id,
      subject: 'LOOP',
      subject_id: randomUUID(),
      way: 'API',
      field: 'stage',
      actor_id,
    });
    for (const change of [
      `field = 'start'`,
      `reason = 'Doch'`,
      `at = now() + interval '1 day'`,
      `actor_id = NULL, to_value = 'x'`,
    ])
      await expect(database.source.query(`UPDATE history_entry SET ${change}`)).rejects.toThrow(
        'history is never changed',
      );
    await database.source.query('DELETE FROM person');
    expect(await database.source.query('SELECT field, actor_id FROM history_entry')).toEqual([
      { field: 'stage', actor_id: null },
    ]);
  });

  it('wants the instant of a published result', async () => {
    const ids = await measure();
    const result = (row: object): Promise<string> =>
      add('result', {
        id: randomUUID(),
        ...ids,
        key: randomUUID(),
        text: 'T',
        position: 0,
        ...row,
      });
    await expect(result({ state: 'PUBLISHED' })).rejects.toThrow(/result_published/);
    await result({ state: 'PUBLISHED', published_at: new Date() });
    await expect(result({ state: 'INTERNAL' })).rejects.toThrow(/result_internal/);
    await result({ state: 'INTERNAL', internal_reason: 'Namen' });
  });

  it('wants the reason of a dropped step, and of no other', async () => {
    const { measure_id } = await measure();
    const step = (position: number, row: object): Promise<string> =>
      add('measure_step', { id: randomUUID(), measure_id, position, text: 'T', ...row });
    await expect(step(0, { state: 'DROPPED' })).rejects.toThrow('measure_step_dropped_with_reason');
    await expect(step(0, { state: 'OPEN', drop_reason: 'Zeit' })).rejects.toThrow(
      'measure_step_dropped_with_reason',
    );
    await step(0, { state: 'DROPPED', drop_reason: 'Zeit' });
  });
});

describe('migrations', () => {
  it('are applied once each when four servers start at once', async () => {
    const empty = await startEmbeddedDatabase({ dataFolder: null, processFile: PROCESS_FILE });
    const sources = await Promise.all(
      [1, 2, 3, 4].map(() => createDataSource(empty.address, 3).initialize()),
    );
    try {
      const applied = await Promise.all(sources.map((source) => migrate(source)));
      expect(applied.filter((count) => count > 0)).toHaveLength(1);
      const names = await sources[0]?.query<{ name: string }[]>('SELECT name FROM migrations');
      expect(new Set(names?.map(({ name }) => name)).size).toBe(names?.length);
      expect(await migrate(sources[0] ?? createDataSource(empty.address, 1))).toBe(0);
    } finally {
      for (const source of sources) await source.destroy();
      await empty.stop();
    }
  });
});
