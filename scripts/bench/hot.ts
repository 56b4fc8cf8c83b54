import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readFeed, trustedFeed } from './feed-document.js';
import { medianAndRange, median } from './figures.js';
import { BENCH_SLUG } from './generate-programme.js';
import { ask } from './load.js';
import type { Question } from './question.js';
import type { Options } from './options.js';
import type { ProgrammeDatabase } from './programme-database.js';
import { table, type Part } from './report.js';
import { contest, ratios, type Contender, type Results } from './rounds.js';
import type { ChildServer } from './child-server.js';
import { Servers } from './servers.js';

const LEAST_RATIO = 0.8;

const PAGE = `/de/${BENCH_SLUG}/erfolge`;
const isPage = (bytes: Buffer): void => {
  if (!bytes.includes('m-0-')) throw new Error('The page shows no success of the programme.');
};
const ASKED: readonly {
  readonly name: string;
  readonly question: () => Question;
  readonly check: (bytes: Buffer) => unknown;
}[] = [
  { name: 'page', question: () => ({ path: PAGE, body: null }), check: isPage },
  {
    name: 'page in brotli',
    question: () => ({
      path: PAGE,
      body: null,
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    }),
    check: (bytes) => isPage(brotliDecompressSync(bytes)),
  },
  { name: 'feed', question: () => trustedFeed(), check: (bytes) => readFeed(bytes) },
];

/** CPU that the server takes to answer what it holds ready, against a bare server that sends the same bytes. */
export async function contestHot(database: ProgrammeDatabase, options: Options): Promise<Part> {
  const servers = new Servers();
  try {
    const product = await servers.product(database.url);
    const contenders: Contender[] = [];
    const pairs: { readonly name: string; readonly ours: string; readonly bare: string }[] = [];
    const missing: string[] = [];
    for (const { name, question: questionOf, check } of ASKED) {
      const question = questionOf();
      const pair = { name, ours: `${name}: hot`, bare: `${name}: the same bytes from memory` };
      pairs.push(pair);
      const bare = await sameBytes(product, question, servers);
      if (bare === null) {
        process.exitCode = 1;
        missing.push(name);
        continue;
      }
      contenders.push(
        { name: pair.ours, server: product, question, check },
        { name: pair.bare, server: bare, question, check },
      );
    }
    const results = await contest(contenders, options);
    const cpuRatios = pairs.map(({ name, ours, bare }) => ({
      name,
      // The bare server's CPU by ours: more is better, as in the other lines.
      found: ratios(results.get(bare), results.get(ours), ({ cpu }) => cpu),
      fault: missing.includes(name)
        ? 'not answered'
        : (results.get(ours)?.fault ?? results.get(bare)?.fault ?? null),
    }));
    return {
      rows: [
        {
          work: 'hot page and hot feed, server CPU per request, bare `node:http` with the same bytes = 1',
          target: `≥ ${LEAST_RATIO}`,
          measured: cpuRatios
            .map(
              ({ name, found, fault }) =>
                `${name} ${fault === null ? medianAndRange(found) : `failed: ${fault}`}`,
            )
            .join(', '),
          reached: cpuRatios.every(({ found }) => median(found) >= LEAST_RATIO),
        },
      ],
      details: [
        `#### Hot answers, ${database.measures.toLocaleString('en')} measures`,
        '',
        ...table(
          ['', 'CPU of the server, ms', 'answers/s', 'p99, ms', 'memory, MB', 'answer, KB'],
          contenders.map(({ name }) => [name, ...figuresOf(results.get(name))]),
        ),
      ],
    };
  } finally {
    await servers.stop();
  }
}

/** A bare server that sends what the product answers, with its type and encoding; null when that isn't an answer. */
async function sameBytes(
  product: ChildServer,
  question: Question,
  servers: Servers,
): Promise<ChildServer | null> {
  // The first answer may be one that is still being made ready.
  await ask(product.origin, question);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { status, headers, bytes } = await ask(product.origin, question);
  if (status !== 200) return null;
  const file = join(servers.folder, `answer-${bytes.length}`);
  writeFileSync(file, bytes);
  const encoding = headers['content-encoding'] ?? '';
  return servers.reference(['bytes', file, headers['content-type'] ?? '', encoding]);
}

function figuresOf(result: Results | undefined): string[] {
  if (result === undefined || result.fault !== null)
    return [`out: ${result?.fault ?? ''}`, '', '', '', ''];
  const of = (pick: (round: Results['rounds'][number]) => number): string =>
    medianAndRange(result.rounds.map(pick));
  return [
    of(({ cpu }) => cpu),
    of(({ perSecond }) => perSecond),
    of(({ p99 }) => p99),
    of(({ memory }) => memory),
    of(({ bytes }) => bytes / 1_000),
  ];
}
