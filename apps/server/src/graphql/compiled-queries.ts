import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { isFitToCompile } from './fit-to-compile.js';

/** Compiling takes as long as answering a few times, so what is asked once or twice isn't worth it. */
const SEEN_OFTEN = 3;
/** How many queries are remembered. The largest that is compiled takes some 2 MB, the feed a tenth of it. */
const MOST_REMEMBERED = 50;

export type Compile = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: string | undefined,
) => CompiledQuery | ExecutionResult;

type Remembered = { seen: number; compiled: CompiledQuery | null };

/**
 * Queries that are asked again and again are compiled (docs/adr/0021): into one function for the query, instead of a
 * walk through it with each answer. Where that one ends with an error, or there is none, GraphQL executes the query as
 * ever, and so says what is wrong. Changes are never compiled, so that none is done twice. What an argument may be is
 * checked before (checked-arguments.ts): compiled code checks less.
 */
export function compiledQueries(
  log: Pick<Logger, 'debug'>,
  compile: Compile = compileQuery,
): ApolloServerPlugin {
  // Apollo parses the same text once and keeps the document, so an operation stands for its text.
  const remembered = new LRUCache<OperationDefinitionNode, Remembered>({ max: MOST_REMEMBERED });
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ document, schema, request, contextValue, ...context }) => {
          // Missing where the request names an operation that the document hasn't.
          const operation = context.operation as OperationDefinitionNode | undefined;
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          const query = remembered.get(operation) ?? { seen: 0, compiled: null };
          query.seen++;
          if (query.seen === 1) remembered.set(operation, query);
          if (query.seen === SEEN_OFTEN && isFitToCompile(document)) {
            const made = compile(schema, document, operation.name?.value);
            if (isCompiledQuery(made)) query.compiled = made;
            log.debug({ compiled: query.compiled !== null }, 'query asked often');
          }
          const { variables = {} } = request;
          // What GraphQL refuses is told by its execution; compiled code looks less closely.
          if (
            query.compiled === null ||
            getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors
          )
            return null;
          const { data, errors } = await query.compiled.query(undefined, contextValue, variables);
          if (!data || errors) return null;
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data } },
          };
        },
      }),
  };
}
