import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Row } from '../rows/row.js';

type Entity = EntityTarget<ObjectLiteral>;

/** Rows in one statement: so many that its own cost doesn't count, and so few that their texts fit the memory. */
const ROWS_PER_STATEMENT = 1_000;

/** Writes a new row for each of `items`; all rows have the properties of the first. */
export async function insertRows<Item>(
  em: EntityManager,
  entity: Entity,
  items: readonly Item[],
  rowOf: (item: Item) => Row,
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const properties = Object.keys(rowOf(first));
  const { table, columns, wanted, send } = describe(em, entity, properties);
  await send(items, rowOf, `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM ${wanted}`);
}

/** Writes properties of stored rows, found by their id; where rows have a version, it goes up by one. */
export async function updateRows(
  em: EntityManager,
  entity: Entity,
  changes: readonly { readonly id: unknown; readonly columns: Row }[],
): Promise<void> {
  const alike = Map.groupBy(changes, ({ columns }) => Object.keys(columns).join(' '));
  for (const group of alike.values()) {
    const properties = Object.keys(group[0]?.columns ?? {});
    const { table, columns, version, wanted, send } = describe(em, entity, ['id', ...properties]);
    const values = columns.slice(1).map((column) => `${column} = wanted.${column}`);
    await send(
      group,
      (change) => ({ id: change.id, ...change.columns }),
      `UPDATE ${table} stored SET ${[...values, ...version].join(', ')}
       FROM ${wanted} wanted (${columns.join(', ')}) WHERE stored.id = wanted.id`,
    );
  }
}

/** Deletes stored rows, found by their primary keys. */
export async function deleteRows(
  em: EntityManager,
  entity: Entity,
  rows: readonly Row[],
): Promise<void> {
  const { table, columns, wanted, send } = describe(em, entity, keysOf(em, entity));
  await send(
    rows,
    (row) => row,
    `DELETE FROM ${table} WHERE (${columns.join(', ')}) IN (SELECT * FROM ${wanted})`,
  );
}

/** The properties that are a row's primary key. */
export function keysOf(em: EntityManager, entity: Entity): readonly string[] {
  const { primaryColumns } = em.dataSource.getMetadata(entity);
  return primaryColumns.map(({ propertyName }) => propertyName);
}

type Description = {
  readonly table: string;
  /** Names of the columns, quoted, in the order of the properties. */
  readonly columns: readonly string[];
  /** Raises the version, where there is one. */
  readonly version: readonly string[];
  /** The rows that `send` hands over, as a table with these columns. */
  readonly wanted: string;
  readonly send: <Item>(
    items: readonly Item[],
    rowOf: (item: Item) => Row,
    sql: string,
  ) => Promise<void>;
};

/**
 * Each column goes over as one array: the statement has few parameters and one text whatever the number of rows,
 * and nothing handles single values.
 */
function describe(em: EntityManager, entity: Entity, properties: readonly string[]): Description {
  const metadata = em.dataSource.getMetadata(entity);
  const columns = properties.map((property) => {
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.tableName} has no property ${property}`);
    return { name: `"${column.databaseName}"`, type: em.dataSource.driver.normalizeType(column) };
  });
  const version = metadata.versionColumn && `"${metadata.versionColumn.databaseName}"`;
  return {
    table: `"${metadata.tableName}"`,
    columns: columns.map(({ name }) => name),
    version: version === undefined ? [] : [`${version} = stored.${version} + 1`],
    wanted: `unnest(${columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')})`,
    send: async (items, rowOf, sql) => {
      for (let from = 0; from < items.length; from += ROWS_PER_STATEMENT) {
        const some = items.slice(from, from + ROWS_PER_STATEMENT).map(rowOf);
        await em.query(
          sql,
          properties.map((property) => some.map((row) => row[property] ?? null)),
        );
      }
    },
  };
}
