import type { IncomingMessage, ServerResponse } from 'node:http';
import { getVariableValues, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ReadyAnswer } from '#application/published/ready-answer.js';
import { checkField, fieldsWithArguments } from '../graphql/checked-arguments.js';
import { GRAPHQL_PATH, letIn, type GetRequest } from '../graphql/door.js';
import { answerKept, type Listener } from '../hot/hot-answers.js';
import { etagOf } from '../http/etag.js';
import { logWhenAnswered, requestIdOf } from '../http/request-log.js';
import type { SecurityHeaders } from '../http/security-headers.js';
import { DOCUMENTS, type DocumentName } from './documents.js';

type Variables = Readonly<Record<string, unknown>>;

/** How each document is answered from what is kept ready; null where that has no answer. */
export type Answers = Readonly<
  Record<DocumentName, (variables: Variables) => Promise<ReadyAnswer | null>>
>;

/** A request for a document, or what is wrong with it. */
type Asked = { readonly name: DocumentName; readonly variables: Variables } | GetRequest;

const NAMES = new Map(
  Object.entries(DOCUMENTS).map(([name, { hash }]) => [hash, name as DocumentName]),
);

/**
 * Answers `GET /graphql?documentId=sha256:…&variables={…}` for the documents that the server knows, ahead of Express.
 * Whatever isn't ready-made, faults and nulls alike, is answered as the POST of the same document would be.
 */
export class TrustedDocuments {
  constructor(
    private readonly schema: () => GraphQLSchema,
    private readonly answers: Answers,
    private readonly securityHeaders: SecurityHeaders,
    private readonly log: Logger,
  ) {}

  /** Whether a GET of this address asks for one of the documents. */
  static readonly knows = (url: string): boolean => {
    const asked = askedBy(url);
    return asked !== null && 'name' in asked;
  };

  readonly handle: Listener = (request, response, next) => {
    const { method, url = '' } = request;
    const asked = method === 'GET' || method === 'HEAD' ? askedBy(url) : null;
    if (asked === null) return next();
    if (!('name' in asked)) {
      letIn(request, asked);
      return next();
    }
    const { name, variables } = asked;
    const goOn = (): void => {
      letIn(request, { query: DOCUMENTS[name].text, variables });
      next();
    };
    this.#readyAnswer(name, variables).then(
      (ready) => (ready === null ? goOn() : this.#send(request, response, ready)),
      // The ordinary way fails as well, and says and logs how.
      goOn,
    );
  };

  /** Rejects where a variable or an argument can't be used, or the database doesn't answer. */
  async #readyAnswer(name: DocumentName, variables: Variables): Promise<ReadyAnswer | null> {
    const schema = this.schema();
    const { document, operation } = DOCUMENTS[name];
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced === undefined) return null;
    for (const { field, node } of fieldsWithArguments(schema, document, operation))
      checkField(field, node, coerced);
    return this.answers[name](coerced);
  }

  #send(request: IncomingMessage, response: ServerResponse, ready: ReadyAnswer): void {
    const requestId = requestIdOf(request);
    logWhenAnswered(this.log, request, response, requestId, GRAPHQL_PATH);
    const body = Buffer.from(`{"data":${ready.data}}\n`);
    this.securityHeaders(request, response, () => {
      response.setHeader('X-Request-Id', requestId);
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.setHeader('Cache-Control', 'public, no-cache');
      response.setHeader('ETag', etagOf(body));
      answerKept(request, response, ready, body);
    });
  }
}

/** What an address of the door asks for; null when it is no request for a document. */
function askedBy(url: string): Asked | null {
  if (!url.startsWith(`${GRAPHQL_PATH}?`)) return null;
  const query = new URLSearchParams(url.slice(GRAPHQL_PATH.length + 1));
  // Free queries are refused, with a hash beside them or without.
  if (query.has('query')) return null;
  const hash = hashIn(query);
  if (hash === null) return null;
  const name = NAMES.get(hash);
  if (name === undefined)
    return {
      status: 404,
      message:
        'documentId: is the hash of no document that this server knows; see docs/graphql.md.',
      code: 'PERSISTED_QUERY_NOT_FOUND',
    };
  const variables = objectIn(query.get('variables') ?? '{}');
  return variables === null
    ? { status: 400, message: 'variables: must be a JSON object.', code: 'BAD_REQUEST' }
    : { name, variables };
}

/** `documentId=sha256:…`, or the older `extensions={"persistedQuery":{"version":1,"sha256Hash":"…"}}`. */
function hashIn(query: URLSearchParams): string | null {
  const id = query.get('documentId');
  if (id !== null) return id.replace(/^sha256:/, '');
  const { persistedQuery } = objectIn(query.get('extensions') ?? '') ?? {};
  if (typeof persistedQuery !== 'object' || persistedQuery === null) return null;
  const { sha256Hash } = persistedQuery as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}

function objectIn(text: string): Variables | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Variables)
      : null;
  } catch {
    return null;
  }
}
