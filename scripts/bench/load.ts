import { request, type Agent, type IncomingMessage } from 'node:http';
import { KeepAliveConnection } from './keep-alive-connection.js';
import type { Question } from './question.js';

/** The answer to a question, its bytes as they came. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<IncomingMessage['headers']>;
  readonly bytes: Buffer;
};

/** What came of asking for a while without a pause. */
export type LoadFigures = {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
};

const TIMEOUT_MS = 60_000;
const JSON_BODY = { 'content-type': 'application/json' };

/** One answer, whatever its status. Throws when there is none. */
export function ask(origin: string, question: Question, agent?: Agent): Promise<Answer> {
  const { path, body, headers } = question;
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        // Where all servers listen that are measured, whatever they call themselves.
        host: '127.0.0.1',
        port,
        path,
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...(body === null ? {} : { ...JSON_BODY, 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
        timeout: TIMEOUT_MS,
        ...(agent === undefined ? {} : { agent }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.once('timeout', () => sent.destroy(new Error(`No answer within ${TIMEOUT_MS} ms`)));
    sent.once('error', reject);
    sent.end(body ?? undefined);
  });
}

/** The bytes of an answer with status 200; throws on any other. */
export async function askForBytes(origin: string, question: Question): Promise<Buffer> {
  const { status, bytes } = await ask(origin, question);
  if (status !== 200)
    throw new Error(
      `${question.path.split('?')[0] ?? ''} answered ${status}: ${bytes.toString().slice(0, 300)}`,
    );
  return bytes;
}

/**
 * `connections` ask for `seconds`, each anew as soon as it is answered. Only right answers count: it throws at the first
 * that hasn't status 200 and neither the bytes of the right answer before it nor others that `check` lets through, such
 * as those of a page that says as of which minute it is.
 */
export async function load(
  origin: string,
  question: Question,
  check: (bytes: Buffer) => unknown,
  connections: number,
  seconds: number,
): Promise<LoadFigures> {
  const times: number[] = [];
  let right: Buffer | null = null;
  const start = performance.now();
  const end = start + seconds * 1_000;
  const askOn = async (connection: KeepAliveConnection): Promise<void> => {
    for (let from = start; from < end;) {
      const { status, body } = await connection.ask();
      if (status !== 200) throw new Error(`answered ${status}: ${body.toString().slice(0, 200)}`);
      if (right === null || !body.equals(right)) {
        check(body);
        right = body;
      }
      const now = performance.now();
      times.push(now - from);
      from = now;
    }
  };
  const all = Array.from({ length: connections }, () => new KeepAliveConnection(origin, question));
  try {
    await Promise.all(all.map(askOn));
    return { answers: times.length, seconds: (performance.now() - start) / 1_000, times };
  } finally {
    for (const connection of all) connection.close();
  }
}
