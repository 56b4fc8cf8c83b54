import type { EntityManager } from 'typeorm';
import { ENTITIES } from '#persistence/entities.js';
import type { Row } from './row.js';

/** Rows of a programme by table, each under the same name that a file gives it (see rows-of-file.ts). */
export type StoredRows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

type Source = { table: string; name: string; join: string; where: string; order: string };

/** For each kind: table, how its rows are named, and what belongs to the programme. */
const SOURCES: Readonly<Record<string, Source>> = {
  programme: { table: 'programme', name: 'x.slug', join: '', where: 'x.id = $1', order: 'x.slug' },
  unit: keyed('organisational_unit'),
  goal: keyed('strategic_goal'),
  person: keyed('person'),
  loop: {
    table: 'learning_loop',
    name: 'x.number::text',
    join: '',
    where: 'x.programme_id = $1',
    order: 'x.number',
  },
  topic: keyed('topic'),
  actionField: keyed('action_field'),
  measure: keyed('measure'),
  step: part('measure_step', `m.key || '/' || x.position`, 'm.position, m.key, x.position'),
  result: { ...keyed('result'), order: 'x.position, x.key' },
  attachment: {
    table: 'result_attachment',
    name: `r.key || '/' || x.position`,
    join: 'JOIN result r ON r.id = x.result_id',
    where: 'r.programme_id = $1',
    order: 'r.key, x.position',
  },
  nextStep: { ...keyed('next_step'), order: 'x.position, x.key' },
  contributor: link('measure_contributor', 'JOIN person p ON p.id = x.person_id'),
  guide: link('measure_guide', 'JOIN person p ON p.id = x.person_id'),
  decision: { ...keyed('decision'), order: 'x.day, x.key' },
  decisionMeasure: {
    table: 'decision_measure',
    name: `d.key || '/' || m.key`,
    join: 'JOIN decision d ON d.id = x.decision_id JOIN measure m ON m.id = x.measure_id',
    where: 'd.programme_id = $1',
    order: 'd.key, m.position, m.key',
  },
  measureGoal: link('measure_goal', 'JOIN strategic_goal p ON p.id = x.goal_id'),
};

function keyed(table: string): Source {
  return {
    table,
    name: 'x.key',
    join: '',
    where: 'x.programme_id = $1',
    order: 'x.position, x.key',
  };
}

function part(table: string, name: string, order: string): Source {
  return {
    table,
    name,
    join: 'JOIN measure m ON m.id = x.measure_id',
    where: 'm.programme_id = $1',
    order,
  };
}

function link(table: string, join: string): Source {
  const row = part(table, `m.key || '/' || p.key`, 'm.key, p.position, p.key');
  return { ...row, join: `${row.join} ${join}` };
}

/** Reads all records of a programme, one statement a table, in the order of a file. */
export async function readStoredRows(em: EntityManager, programmeId: string): Promise<StoredRows> {
  const stored = new Map<string, ReadonlyMap<string, Row>>();
  for (const [kind, { table, name, join, where, order }] of Object.entries(SOURCES)) {
    const entity = ENTITIES.find((one) => em.dataSource.getMetadata(one).tableName === table);
    if (!entity) throw new Error(`No entity for the table ${table}`);
    const columns = em.dataSource.getMetadata(entity).columns;
    const list = columns
      .map((column) => `x."${column.databaseName}" AS "${column.propertyName}"`)
      .join(', ');
    const rows = await em.query<(Row & { readonly __name: string })[]>(
      `SELECT ${name} AS "__name", ${list} FROM ${table} x ${join} WHERE ${where} ORDER BY ${order}`,
      [programmeId],
    );
    stored.set(kind, new Map(rows.map((row) => [row.__name, row])));
  }
  return stored;
}
