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
  type FieldNode,
  type GraphQLField,
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
  for (const { field, node } of fieldsWithArguments(schema, document, operation))
    checkField(field, node, variables);
  const cost = costOf(schema, document, operation, variables);
  if (cost > HIGHEST_COST)
    throw badUserInput(
      `The query costs ${cost}, more than ${HIGHEST_COST}: ask for smaller pages or fewer fields.`,
    );
}

export type FieldWithArguments = {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
};

/** Apollo parses the same query once and keeps the document, so going through it once is enough as well. */
const found = new WeakMap<OperationDefinitionNode, readonly FieldWithArguments[]>();

/** The fields of the operation and its fragments that take arguments. The document is valid in the one schema. */
export function fieldsWithArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly FieldWithArguments[] {
  const known = found.get(operation);
  if (known !== undefined) return known;
  const types = new TypeInfo(schema);
  const fields: FieldWithArguments[] = [];
  visit(
    separateOperations(document)[operation.name?.value ?? ''] ?? document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const field = types.getFieldDef();
        if (field && field.args.length > 0) fields.push({ field, node });
      },
    }),
  );
  found.set(operation, fields);
  return fields;
}

/** Throws what is wrong with an argument of one field, given as a literal or by a variable. */
export function checkField(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const values = valuesOf(() => getArgumentValues(field, node, variables));
  for (const argument of field.args) {
    const fault = argumentFault(field, argument, values[argument.name]);
    if (fault !== null) throw badUserInput(fault);
  }
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
