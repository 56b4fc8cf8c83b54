import type { ApolloServerPlugin } from '@apollo/server';
import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { argumentFault } from './argument-rules.js';
import { badUserInput } from './bad-user-input.js';
import type { GraphqlContext } from './context.js';
import { costOf, HIGHEST_COST } from './query-cost.js';

/** Before anything runs: what can't be used is refused with its argument's name, and what costs too much with its cost. */
export const CHECKED_ARGUMENTS: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operation, request, schema }) => {
        // Without an operation the execution says which name is missing.
        if (operation) checkOperation(schema, document, operation, request.variables ?? {});
        return Promise.resolve();
      },
    }),
};

function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): void {
  if (!schema.getRootType(operation.operation))
    throw badUserInput(`This API has no ${operation.operation}.`);
  const { coerced: variables } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    given,
  );
  // Variables of a wrong type are told by the execution, all of them at once.
  if (variables === undefined) return;
  checkArguments(schema, document, operation, variables);
  const cost = costOf(schema, document, operation, variables);
  if (cost > HIGHEST_COST)
    throw badUserInput(
      `The query costs ${cost}, more than ${HIGHEST_COST}: ask for smaller pages or fewer fields.`,
    );
}

/** Every argument of the operation and its fragments, as literals and as variables alike. */
function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const types = new TypeInfo(schema);
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  visit(
    own,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const field = types.getFieldDef();
        if (!field) return;
        const values = valuesOf(() => getArgumentValues(field, node, variables));
        for (const argument of field.args) {
          const fault = argumentFault(field, argument, values[argument.name]);
          if (fault !== null) throw badUserInput(fault);
        }
      },
    }),
  );
}

/** A variable that is null where a field wants a value shows only here; GraphQL's message names the argument. */
function valuesOf(
  read: () => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError) throw badUserInput(error.message);
    throw error;
  }
}
