import type { ChildServer } from './child-server.js';
import { median, percentile } from './figures.js';
import { askForBytes, load } from './load.js';
import type { Question } from './question.js';
import { say } from './say.js';

/** Something that answers a question, and how its right answers look. */
export type Contender = {
  readonly name: string;
  readonly server: ChildServer;
  readonly question: Question;
  /** Throws when the answer isn't right. */
  readonly check: (bytes: Buffer) => unknown;
};

/** What one contender did in one round. */
export type Round = {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU that the server's own process took for each answer. */
  readonly cpu: number;
  /** MB of resident memory at the end of the round. */
  readonly memory: number;
  readonly bytes: number;
};

/** All rounds of a contender; with a fault it is out, and its rounds don't count. */
export type Results = { readonly rounds: readonly Round[]; readonly fault: string | null };

export type RoundOptions = {
  readonly rounds: number;
  readonly seconds: number;
};

/** As many as the load generator of the reference figures had. */
export const CONNECTIONS = 16;
const WARM_UP_S = 0.5;

/**
 * Lets the contenders take turns: in each round every one answers for `seconds`, after a warm-up of half a second, and
 * each round begins with another one. Who gives a wrong answer is out, and the benchmark's exit code is 1.
 */
export async function contest<Name extends string>(
  contenders: readonly (Contender & { readonly name: Name })[],
  { rounds, seconds }: RoundOptions,
): Promise<Map<Name, Results>> {
  const results = new Map<Name, { rounds: Round[]; fault: string | null }>(
    contenders.map(({ name }) => [name, { rounds: [], fault: null }]),
  );
  for (let at = 0; at < rounds; at++) {
    const first = at % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const result = results.get(contender.name);
      if (result === undefined || result.fault !== null) continue;
      say(`  round ${at + 1} of ${rounds}: ${contender.name}`);
      try {
        result.rounds.push(await playRound(contender, seconds));
      } catch (error) {
        result.fault = error instanceof Error ? error.message : String(error);
        say(`  out: ${result.fault}`);
        process.exitCode = 1;
      }
    }
  }
  return results;
}

async function playRound(contender: Contender, seconds: number): Promise<Round> {
  const { server, question, check } = contender;
  const { length } = await askForBytes(server.origin, question);
  await load(server.origin, question, check, CONNECTIONS, WARM_UP_S);
  const cpuBefore = server.cpuSeconds();
  const {
    answers,
    seconds: took,
    times,
  } = await load(server.origin, question, check, CONNECTIONS, seconds);
  return {
    perSecond: answers / took,
    p50: median(times),
    p99: percentile(times, 0.99),
    cpu: ((server.cpuSeconds() - cpuBefore) * 1_000) / answers,
    memory: server.memory().now,
    bytes: length,
  };
}

/** Of each round what a contender has against another one, by `pick`. */
export function ratios(
  of: Results | undefined,
  to: Results | undefined,
  pick: (round: Round) => number,
): number[] {
  if (of === undefined || to === undefined || of.fault !== null || to.fault !== null) return [];
  return of.rounds.flatMap((round, at) => {
    const other = to.rounds[at];
    return other === undefined ? [] : [pick(round) / pick(other)];
  });
}
