import type { DataSource } from 'typeorm';

/** A word that stands nowhere but in one row of one column. It is a key, a name and a text alike. */
export const CANARY = /geheim[a-z0-9]+qx/;

/**
 * Columns that anyone may read, by table, and the rows of `probe` in which anyone may: SQL about the row `r`, whose
 * programme is `pr`. Whatever text isn't here is private, so that a new column is private from its first day.
 */
const PUBLIC: Readonly<Record<string, { readonly columns: string; readonly rows: string }>> = {
  programme: {
    columns:
      'slug organisation title purpose contact_address accessibility_text privacy_text translations',
    rows: 'true',
  },
  organisational_unit: { columns: 'key name translations', rows: 'true' },
  strategic_goal: { columns: 'key title translations', rows: 'true' },
  person: { columns: 'name', rows: `r.public_name IN ('NAME', 'NAME_AND_UNIT')` },
  topic: {
    columns: 'key title description translations',
    rows: `r.key IN ('telefon', 'formulare')`,
  },
  action_field: {
    columns: 'key question translations',
    rows: `r.key IN ('telefon-1', 'telefon-2', 'telefon-4', 'formulare-2')`,
  },
  measure: { columns: 'key title description translations', rows: `r.key <> ALL ($2)` },
  measure_step: { columns: 'text stage translations', rows: `m.key <> ALL ($2)` },
  next_step: { columns: 'text translations', rows: `m.key <> ALL ($2)` },
  voice: { columns: 'text answer', rows: 'r.in_public' },
  // Known to readers once a voice that counts has it.
  voice_theme: { columns: 'name', rows: `r.name = 'Wartezeiten'` },
  volunteer_call: { columns: 'key title text qualifications questions', rows: `r.state = 'OPEN'` },
  result: { columns: 'text translations', rows: `r.state = 'PUBLISHED'` },
  result_attachment: {
    columns: 'title address alternative_text transcript translations',
    rows: `o.state = 'PUBLISHED'`,
  },
};

/** How a row comes to its programme, where it doesn't name it. */
const THROUGH: Readonly<Record<string, string>> = {
  programme: 'JOIN programme pr ON pr.id = r.id',
  measure_step: 'JOIN measure m ON m.id = r.measure_id JOIN programme pr ON pr.id = m.programme_id',
  next_step: 'JOIN measure m ON m.id = r.measure_id JOIN programme pr ON pr.id = m.programme_id',
  result_attachment:
    'JOIN result o ON o.id = r.result_id JOIN programme pr ON pr.id = o.programme_id',
};

/** Text by which the server reckons, so that no word can stand there. */
const RECKONED = ['programme.time_zone'];
/** The list of migrations belongs to the program and not to what is kept. */
const NO_RECORDS = ['migrations'];

/**
 * Tables that are worked out: `published_x` holds what the view `computed_x` says of the records, and an unlogged one what
 * a transaction has noted for that. A canary put there would be overwritten by the next change, and show nothing: it
 * belongs into the records that the views read. What has come from those into the kept tables is for the test to say.
 */
const COMPUTED = `SELECT c.relname FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND (c.relpersistence = 'u' OR EXISTS (
    SELECT FROM pg_class v WHERE v.relkind = 'v' AND v.relnamespace = c.relnamespace
      AND v.relname = regexp_replace(c.relname, '^published_', 'computed_')))`;

/** Tables that keep what is worked out of records, by name. */
export async function computedTables(source: DataSource): Promise<string[]> {
  const tables = await source.query<{ relname: string }[]>(`${COMPUTED} ORDER BY 1`);
  return tables.map(({ relname }) => relname);
}

type Column = { readonly table: string; readonly column: string; readonly type: string };

/** All columns of the database that can hold words, whatever they are there for. */
export async function textColumns(source: DataSource): Promise<Column[]> {
  const columns = await source.query<(Column & { readonly checks: string })[]>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type,
       (SELECT coalesce(string_agg(pg_get_constraintdef(k.oid), ' '), '') FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ALL (k.conkey)
        WHERE k.contype = 'c' AND k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
          AND a.attname = c.column_name) AS checks
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
       AND c.table_name <> ALL ($1) AND c.table_name::name NOT IN (${COMPUTED})
       AND c.data_type <> ALL ('{uuid,boolean,smallint,integer,bigint,numeric,date}')
       AND c.udt_name <> '_uuid' AND c.data_type NOT LIKE 'timestamp%'
     ORDER BY 1, 2`,
    [NO_RECORDS],
  );
  // A column with a list of its values can hold no other word.
  const isClosed = ({ checks }: { readonly checks: string }): boolean =>
    /= ANY \(+ARRAY\[/.test(checks);
  return columns
    .filter((column) => !isClosed(column) && !RECKONED.includes(`${column.table}.${column.column}`))
    .map(({ table, column, type }) => ({ table, column, type }));
}

/**
 * Puts a canary into each private text of the database: of the published programme `probe`, where `hiddenMeasures`
 * (keys) have no published result, and of all that isn't of it. Answers the columns and how many canaries each holds.
 */
export async function putCanaries(
  source: DataSource,
  hiddenMeasures: readonly string[],
): Promise<Map<string, number>> {
  const columns = await textColumns(source);
  // Keys last: by them, rows are told to be public.
  const isName = ({ column }: Column): boolean => column === 'key' || column === 'slug';
  const inOrder = [
    ...columns.filter((one) => !isName(one)),
    ...columns.filter((one) => isName(one) && one.table !== 'programme'),
    ...columns.filter((one) => isName(one) && one.table === 'programme'),
  ];
  await source.query('ALTER TABLE history_entry DISABLE TRIGGER USER');
  const put = new Map<string, number>();
  for (const one of inOrder)
    put.set(`${one.table}.${one.column}`, await putInto(source, one, hiddenMeasures));
  await source.query('ALTER TABLE history_entry ENABLE TRIGGER USER');
  return put;
}

async function putInto(
  source: DataSource,
  { table, column, type }: Column,
  hiddenMeasures: readonly string[],
): Promise<number> {
  const open = PUBLIC[table];
  const isOpen = open?.columns.split(' ').includes(column) === true;
  const publicRows = isOpen
    ? `SELECT r.ctid FROM ${table} r ${THROUGH[table] ?? 'JOIN programme pr ON pr.id = r.programme_id'}
       WHERE pr.slug = $1 AND (${open.rows})`
    : 'SELECT NULL::tid AS ctid WHERE $1::text IS NULL';
  const word = `'geheim${`${table}${column}`.replaceAll('_', '')}' || c.number || 'qx'`;
  const forms = type.startsWith('json')
    ? [
        `json_build_object('en', json_build_object('title', ${word}))::${type}`,
        `json_build_array(json_build_object('id', gen_random_uuid(), 'text', ${word}))::${type}`,
      ]
    : type === 'ARRAY'
      ? [`ARRAY[${word}]`]
      : [word, `'https://example.org/' || ${word}`];
  // What is empty is filled where the table lets it be, so that each row has as many canaries as it can hold.
  for (const rows of [`r."${column}" IS NOT NULL`, `r."${column}" IS NULL`])
    for (const form of forms) {
      const filled = await source
        .query(
          `WITH published AS (${publicRows}),
             c AS (SELECT r.ctid AS at, row_number() OVER () AS number FROM ${table} r
               WHERE ${rows} AND r.ctid NOT IN (SELECT ctid FROM published) AND $2::text[] IS NOT NULL)
           UPDATE ${table} t SET "${column}" = ${form} FROM c WHERE t.ctid = c.at`,
          ['probe', hiddenMeasures],
        )
        .then(
          () => true,
          () => false,
        );
      if (filled) break;
    }
  const [row] = await source.query<{ count: string }[]>(
    `SELECT count(*) FROM ${table} WHERE "${column}"::text ~ $1`,
    [CANARY.source],
  );
  return Number(row?.count);
}
