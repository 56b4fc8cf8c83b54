import type { Client } from 'pg';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { RecordsReader } from '#application/published/records-reader.js';
import type { NamedSqlReader } from '#application/published/sql-reader.js';
import { NO_FILTER, SuccessesReader } from '#application/published/successes-reader.js';
import { FEED_PAGE } from './feed-document.js';
import { BENCH_SLUG } from './generate-programme.js';
import type { DocumentName } from './trusted-document.js';

export type Statement = { readonly sql: string; readonly values: readonly unknown[] };

/** What is read by trusted document, and, in brackets, for a free-form query or a page. */
export const READINGS = [
  'feed',
  'topic history',
  'progress',
  '(feed)',
  '(topic history)',
  '(progress)',
] as const;
export type Reading = (typeof READINGS)[number];

/** Successes of the topic that its history begins with. */
const SHOWN_OF_TOPIC = 8;

/** A database that notes the statements that it is asked. */
class RecordingReader implements NamedSqlReader {
  readonly statements: Statement[] = [];
  constructor(private readonly client: Client) {}

  async query<Rows>(sql: string, values: unknown[] = []): Promise<Rows> {
    this.statements.push({ sql, values });
    return (await this.client.query(sql, values)).rows as Rows;
  }

  queryByName<Rows>(_name: string, sql: string, values: unknown[]): Promise<Rows> {
    return this.query<Rows>(sql, values);
  }
}

/** Calls the reader of a trusted document: `feed` is FeedDocumentReader in feed-document-reader.js. */
async function readDocument(
  reader: NamedSqlReader,
  document: DocumentName,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const readers = (await import(`#application/published/${document}-document-reader.js`)) as Record<
    string,
    new (
      database: NamedSqlReader,
    ) => Record<string, (...args: readonly unknown[]) => Promise<unknown>>
  >;
  const name = Object.keys(readers).find((one) => one.endsWith('DocumentReader'));
  const read = name === undefined ? undefined : readers[name];
  if (read === undefined) throw new Error(`There is no reader of the document ${document}.`);
  const documentReader = new read(reader);
  return documentReader[method]?.(...args);
}

/** The statements that the readers of the server send for each reading, noted while they read. */
export async function statementsOfReaders(
  client: Client,
): Promise<ReadonlyMap<Reading, readonly Statement[]>> {
  const { rows } = await client.query<{ programme_id: string; key: string }>(
    `SELECT t.programme_id, t.key FROM topic t JOIN programme p ON p.id = t.programme_id
     WHERE p.slug = $1 ORDER BY t.position LIMIT 1`,
    [BENCH_SLUG],
  );
  const [topic] = rows;
  if (topic === undefined) throw new Error('The programme has no topic.');
  const scope = { programmeId: topic.programme_id, wanted: 'de', written: 'de' };
  const read: Record<Reading, (reader: NamedSqlReader) => Promise<unknown>> = {
    feed: (reader) => readDocument(reader, 'feed', 'feed', [BENCH_SLUG, null, FEED_PAGE, null]),
    'topic history': (reader) =>
      readDocument(reader, 'topic-history', 'history', [
        BENCH_SLUG,
        topic.key,
        null,
        FEED_PAGE,
        null,
      ]),
    progress: (reader) => readDocument(reader, 'progress', 'progress', [BENCH_SLUG]),
    '(feed)': (reader) =>
      new RecordsReader(reader).feeds('slug', [BENCH_SLUG], null, {
        filter: NO_FILTER,
        first: FEED_PAGE + 1,
        after: null,
      }),
    '(topic history)': (reader) =>
      new SuccessesReader(reader).topics(
        scope,
        { ...NO_FILTER, topics: [topic.key] },
        { first: 1, after: null, perTopic: SHOWN_OF_TOPIC },
      ),
    '(progress)': (reader) => new ProgrammeReader(reader).loops([topic.programme_id]),
  };
  const statements = new Map<Reading, readonly Statement[]>();
  for (const reading of READINGS) {
    const reader = new RecordingReader(client);
    const answer = await read[reading](reader);
    if (answer === null || answer === undefined || (Array.isArray(answer) && answer.length === 0))
      throw new Error(`${reading}: the reader found nothing.`);
    statements.set(reading, reader.statements);
  }
  return statements;
}

/** Shared buffers, found in memory or read, that a statement touches. It is run; the second run counts. */
export async function buffersOf(client: Client, { sql, values }: Statement): Promise<number> {
  const explain = async (): Promise<number> => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanBuffers }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? NaN) + (plan?.['Shared Read Blocks'] ?? NaN);
  };
  await explain();
  return explain();
}

/** The node at the top of a plan counts what the nodes below it touched, too. */
type PlanBuffers = { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
