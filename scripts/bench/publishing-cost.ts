import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { figure, median, medianAndRange } from './figures.js';
import { BENCH_SLUG } from './generate-programme.js';
import { ask } from './load.js';
import type { Options } from './options.js';
import { openProgrammeDatabase, type ProgrammeDatabase } from './programme-database.js';
import type { Part } from './report.js';
import { Servers } from './servers.js';
import { signInCircle } from './session.js';

const RESULTS = 10;
const FUNCTION_OF_TRIGGERS = 'note_public_change';

/**
 * What keeping the projection costs whoever publishes: results withdrawn and published through GraphQL, and a programme
 * imported, on two databases with the same records, one of which has the triggers of the projection switched off.
 */
export async function comparePublishing(
  postgresUrl: string,
  withProjection: ProgrammeDatabase,
  options: Options,
): Promise<Part> {
  const without = await openProgrammeDatabase(
    postgresUrl,
    'without_projection',
    withProjection.measures,
    { prepare: switchProjectionOff },
  );
  const servers = new Servers();
  try {
    const publishers = {
      kept: await publisherOf(withProjection, servers),
      off: await publisherOf(without, servers),
    };
    // The first ones make connections and compile what they need.
    for (const publisher of Object.values(publishers)) await publisher.publishAnew();
    const rounds: { readonly kept: number; readonly off: number }[] = [];
    for (let at = 0; at < options.rounds; at++)
      rounds.push({
        kept: median(await publishers.kept.publishAnew()),
        off: median(await publishers.off.publishAnew()),
      });
    const imports = withProjection.importTook / without.importTook;
    return {
      rows: [
        {
          work: 'what the projection adds to publishing',
          target: 'reported',
          measured:
            `publishing a result ${figure(median(rounds.map(({ kept }) => kept)))} ms with it, ${figure(median(rounds.map(({ off }) => off)))} ms without: ` +
            `${medianAndRange(rounds.map(({ kept, off }) => kept / off))} times; ` +
            `importing ${withProjection.measures.toLocaleString('en')} measures ${figure(withProjection.importTook)} s and ${figure(without.importTook)} s: ${figure(imports)} times`,
          reached: null,
        },
      ],
      details: [],
    };
  } finally {
    await servers.stop();
    await without.drop();
  }
}

async function switchProjectionOff(client: Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS sql
     FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = $1`,
    [FUNCTION_OF_TRIGGERS],
  );
  if (rows.length === 0) throw new Error('There are no triggers that keep a projection.');
  for (const { sql } of rows) await client.query(sql);
}

type Publisher = {
  /** Milliseconds of each publishing; every result was withdrawn before. */
  publishAnew(): Promise<number[]>;
};

/** Someone of the circle, and some published results of the running loop. */
async function publisherOf(
  { url, client }: ProgrammeDatabase,
  servers: Servers,
): Promise<Publisher> {
  const { origin } = await servers.product(url);
  const { cookie } = await signInCircle(client);
  const { rows } = await client.query<{ measureId: string; resultId: string; version: number }>(
    `SELECT m.id AS "measureId", r.id AS "resultId", m.version
     FROM result r JOIN measure m ON m.id = r.measure_id JOIN learning_loop l ON l.id = m.loop_id
     JOIN programme p ON p.id = m.programme_id
     WHERE p.slug = $1 AND l.stage = 'RUNNING' AND r.state = 'PUBLISHED' ORDER BY m.key LIMIT $2`,
    [BENCH_SLUG, RESULTS],
  );
  /** Sends a mutation; answers the measure's new version and the milliseconds that it took. */
  const send = async (
    mutation: 'publishResult' | 'withdrawResult',
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly version: number; readonly took: number }> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation Change($input: ${type}) { ${mutation}(input: $input) { __typename ... on WorkspaceMeasure { version } } }`;
    const body = JSON.stringify({
      query,
      variables: { input: { ...input, requestId: randomUUID() } },
    });
    const from = performance.now();
    const { bytes } = await ask(origin, { path: '/graphql', body, headers: { cookie } });
    const took = performance.now() - from;
    const answer = JSON.parse(bytes.toString()) as {
      readonly data?: Readonly<Record<string, { readonly version?: number } | null>> | null;
    };
    const version = answer.data?.[mutation]?.version;
    if (version === undefined) throw new Error(`${mutation}: ${bytes.toString().slice(0, 300)}`);
    return { version, took };
  };
  const publishOne = async (result: (typeof rows)[number]): Promise<number> => {
    const { measureId, resultId } = result;
    const withdrawn = await send('withdrawResult', {
      measureId,
      resultId,
      version: result.version,
      reason: 'Messung',
    });
    const published = await send('publishResult', {
      measureId,
      resultId,
      version: withdrawn.version,
    });
    result.version = published.version;
    return published.took;
  };
  return {
    publishAnew: async () => {
      const times: number[] = [];
      for (const result of rows) times.push(await publishOne(result));
      return times;
    },
  };
}
