import type { TestServer } from './start-server.js';

export type GraphqlError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
};
// A test knows the shape of what it asked for; a type for each query would say it a second time.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

/** What a client reads of one request to /graphql. */
export type GraphqlAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Data;
  readonly errors: readonly GraphqlError[];
};

/** Sends a body as it is. */
export async function send(
  server: TestServer,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GraphqlError[] };
  return { status: response.status, headers: response.headers, text, data, errors };
}

export function ask(
  server: TestServer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlAnswer> {
  return send(server, JSON.stringify({ query, variables }), headers);
}

/** The data of an answer without errors; throws with the errors of one that has some. */
export async function read(
  server: TestServer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { status, data, errors } = await ask(server, query, variables);
  if (status !== 200 || errors.length > 0) throw new Error(`${status} ${JSON.stringify(errors)}`);
  return data;
}
