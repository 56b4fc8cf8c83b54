import autocannon from 'autocannon';
import type { ChildServer } from './child-server.js';

/** Something that answers a request, and how its right answers look. */
export type Contender = {
  readonly name: string;
  readonly server: ChildServer;
  readonly path: string;
  /** The body of a POST; null for a GET. */
  readonly request: string | null;
  /** A text that is in every right answer. */
  readonly marker: string;
  /** Length of a right answer in characters. */
  readonly length: number;
};

export type Round = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** MiB. */
  readonly memory: number;
};

const CONNECTIONS = 10;
const TIMEOUT_S = 60;
const WARM_UP_S = 1;
const JSON_BODY = { 'content-type': 'application/json' };

/** One answer, as text. Throws unless its status is 200. */
export async function ask(origin: string, path: string, request: string | null): Promise<string> {
  const response = await fetch(
    origin + path,
    request === null ? {} : { method: 'POST', headers: JSON_BODY, body: request },
  );
  const body = await response.text();
  if (response.status !== 200)
    throw new Error(`${path} answered ${response.status}: ${body.slice(0, 500)}`);
  return body;
}

/** Throws when an answer isn't the one that the contender must give. */
export function checkAnswer({ name, marker, length }: Contender, body: string): void {
  if (body.length !== length || !body.includes(marker))
    throw new Error(`${name} gave a wrong answer of ${body.length} characters, not of ${length}.`);
}

/** A right answer as autocannon reads it: it decodes piece by piece, so a letter between two pieces counts as up to four. */
function isWhole(body: string, { marker, length }: Contender): boolean {
  const surplus = body.length - length;
  return surplus >= 0 && surplus <= length / 500 && body.includes(marker);
}

/** One round: a warm-up, then `seconds` of ten connections that ask without a pause. Throws on any wrong answer. */
export async function runRound(contender: Contender, seconds: number): Promise<Round> {
  const { name, server, path, request } = contender;
  const load = async (duration: number): Promise<Awaited<ReturnType<typeof autocannon>>> => {
    const run = await autocannon({
      url: server.origin + path,
      ...(request === null ? {} : { method: 'POST', headers: JSON_BODY, body: request }),
      connections: CONNECTIONS,
      duration,
      timeout: TIMEOUT_S,
      verifyBody: (body) => isWhole(body, contender),
    });
    const wrong = run.non2xx + run.errors + run.timeouts + run.mismatches;
    if (wrong > 0)
      throw new Error(
        `${name}: ${run.non2xx} answers were not 200, ${run.mismatches} had the wrong content, ${run.errors} failed, ${run.timeouts} took longer than ${TIMEOUT_S} s.`,
      );
    return run;
  };
  await load(WARM_UP_S);
  const start = performance.now();
  await ask(server.origin, path, request);
  const oneSeconds = (performance.now() - start) / 1_000;
  // Slow answers get the time for a few of them on every connection.
  const run = await load(Math.ceil(Math.min(15, Math.max(seconds, oneSeconds * CONNECTIONS * 2))));
  if (run['2xx'] === 0) throw new Error(`${name}: no answer within ${run.duration} s.`);
  return {
    perSecond: run['2xx'] / run.duration,
    p50: run.latency.p50,
    p99: run.latency.p99,
    memory: server.memory(),
  };
}
