import { isDeepStrictEqual } from 'node:util';
import { figure, median, medianAndRange } from './figures.js';
import { freeFormFeed, readFeed, trustedFeed } from './feed-document.js';
import { askForBytes } from './load.js';
import type { Options } from './options.js';
import { openPostGraphile } from './postgraphile.js';
import type { ProgrammeDatabase } from './programme-database.js';
import { table, type Part, type Row } from './report.js';
import { contest, ratios, type Contender, type Results } from './rounds.js';
import { reasonOf } from './say.js';
import { Servers } from './servers.js';
import { callsBetween, countStatements } from './statement-counter.js';
import type { ChildServer } from './child-server.js';

const BARE = 'bare server, one prepared statement';
const TRUSTED = 'trusted document, made anew';
const FREE_FORM = 'free-form query through Apollo';
const POSTGRAPHILE = 'PostGraphile 5';

const MOST_MEGABYTES = 250;
const MADE_ANEW = 20;

/** The newest 20 successes with all their parts, uncached: who answers most a second? */
export async function contestFeeds(
  database: ProgrammeDatabase,
  options: Options,
  postgraphileFolder: string | Error,
): Promise<Part> {
  const servers = new Servers();
  try {
    const bare = await servers.reference(['feed'], database.url);
    const product = await servers.uncached(database.url);
    const right = readFeed(await askForBytes(bare.origin, trustedFeed()));
    const check = (bytes: Buffer): void => {
      if (!isDeepStrictEqual(readFeed(bytes), right))
        throw new Error(`The answer isn't the bare server's: ${bytes.toString().slice(0, 200)}`);
    };
    const contenders: Contender[] = [
      { name: BARE, server: bare, question: trustedFeed(), check },
      { name: FREE_FORM, server: product, question: freeFormFeed(), check },
    ];
    const out = new Map<string, string>();
    try {
      await assureMadeAnew(product, database);
      contenders.push({ name: TRUSTED, server: product, question: trustedFeed(), check });
    } catch (error) {
      process.exitCode = 1;
      out.set(TRUSTED, reasonOf(error));
    }
    try {
      if (postgraphileFolder instanceof Error) throw postgraphileFolder;
      const {
        question,
        check: checkNodes,
        ...other
      } = await openPostGraphile(postgraphileFolder, database.url, servers);
      contenders.push({
        name: POSTGRAPHILE,
        question,
        ...other,
        check: (bytes) => checkNodes(bytes, right),
      });
    } catch (error) {
      out.set(POSTGRAPHILE, reasonOf(error));
    }
    const results = await contest(contenders, options);
    for (const [name, { fault }] of results) if (fault !== null) out.set(name, fault);
    const memory = product.memory();
    return {
      rows: [
        ratioRow(
          'feed by trusted document (GET, hash), made anew each time, against the bare server',
          3.5,
          results,
          TRUSTED,
          out,
        ),
        ratioRow(
          'free-form GraphQL feed through Apollo, against the same',
          0.6,
          results,
          FREE_FORM,
          out,
        ),
        {
          work: 'memory of the server under that load',
          target: `≤ ${MOST_MEGABYTES} MB`,
          measured: `${figure(memory.now)} MB, at most ${figure(memory.most)} MB`,
          reached: memory.most <= MOST_MEGABYTES,
        },
      ],
      details: [
        `#### The feed, ${database.measures.toLocaleString('en')} measures`,
        '',
        ...table(
          [
            '',
            'answers/s',
            'against the bare server',
            'p50, ms',
            'p99, ms',
            'CPU of its process, ms',
            'memory, MB',
            'answer, KB',
          ],
          [BARE, TRUSTED, FREE_FORM, POSTGRAPHILE].map((name) => lineOf(name, results, out)),
        ),
      ],
    };
  } finally {
    await servers.stop();
  }
}

/** Throws when the server answers from memory. */
async function assureMadeAnew(
  { origin }: ChildServer,
  { client }: ProgrammeDatabase,
): Promise<void> {
  const count = await countStatements(client);
  await askForBytes(origin, trustedFeed());
  const before = await count();
  for (let at = 0; at < MADE_ANEW; at++) await askForBytes(origin, trustedFeed());
  const calls = [...callsBetween(before, await count()).values()].reduce(
    (sum, one) => sum + one,
    0,
  );
  if (calls < MADE_ANEW)
    throw new Error('The server answers from memory: HOT_BYTES=0 doesn’t switch that off.');
}

function ratioRow(
  work: string,
  least: number,
  results: ReadonlyMap<string, Results>,
  name: string,
  out: ReadonlyMap<string, string>,
): Row {
  const found = ratios(results.get(name), results.get(BARE), ({ perSecond }) => perSecond);
  return {
    work,
    target: `≥ ${least}`,
    measured:
      found.length === 0
        ? `failed: ${out.get(name) ?? out.get(BARE) ?? ''}`
        : medianAndRange(found),
    reached: median(found) >= least,
  };
}

function lineOf(
  name: string,
  results: ReadonlyMap<string, Results>,
  out: ReadonlyMap<string, string>,
): string[] {
  const result = results.get(name);
  const reason = out.get(name);
  if (result === undefined || reason !== undefined)
    return [name, `out: ${(reason ?? '').slice(0, 200)}`, '', '', '', '', '', ''];
  const of = (pick: (round: Results['rounds'][number]) => number): string =>
    medianAndRange(result.rounds.map(pick));
  return [
    name,
    of(({ perSecond }) => perSecond),
    medianAndRange(ratios(result, results.get(BARE), ({ perSecond }) => perSecond)),
    of(({ p50 }) => p50),
    of(({ p99 }) => p99),
    of(({ cpu }) => cpu),
    of(({ memory }) => memory),
    of(({ bytes }) => bytes / 1_000),
  ];
}
