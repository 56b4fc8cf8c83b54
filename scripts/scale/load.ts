import { Agent, request } from 'node:http';

/** A request: a GET, or with a body a POST of JSON. */
export type Question = {
  readonly path: string;
  readonly body?: string;
  readonly cookie?: string;
};

/** `status` is 0 when there was no whole answer; times are in ms on the clock that doesn't jump. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly begunAt: number;
  readonly endedAt: number;
};

const TIMEOUT_MS = 20_000;

/** Asks once. Never rejects. */
export function ask(origin: string, question: Question, agent?: Agent): Promise<Answer> {
  const { path, body, cookie } = question;
  const begunAt = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, text: string): void =>
      resolve({ status, text, begunAt, endedAt: performance.now() });
    const asked = request(new URL(path, origin), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      timeout: TIMEOUT_MS,
      ...(agent === undefined ? {} : { agent }),
    });
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => end(response.complete ? (response.statusCode ?? 0) : 0, text));
      response.once('error', (error) => end(0, error.message));
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.once('error', (error) => end(0, error.message));
    asked.end(body);
  });
}

/** A load that runs until it is stopped. */
export type Load = { stop(): Promise<readonly Answer[]> };

/** So many connections ask without a pause; `hear` is told of each answer. */
export function startLoad(
  origin: string,
  connections: number,
  next: () => Question,
  hear: (question: Question, answer: Answer) => void = () => undefined,
): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Answer[] = [];
  let over = false;
  const loops = Array.from({ length: connections }, async () => {
    while (!over) {
      const question = next();
      const answer = await ask(origin, question, agent);
      hear(question, answer);
      // The texts of a long load would fill the memory.
      answers.push({ ...answer, text: answer.status === 200 ? '' : answer.text.slice(0, 200) });
      // Who is refused at once comes again a little later, as people do.
      if (answer.status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  return {
    stop: async () => {
      over = true;
      await Promise.all(loops);
      agent.destroy();
      return answers;
    },
  };
}

export const failed = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ status }) => status !== 200);
