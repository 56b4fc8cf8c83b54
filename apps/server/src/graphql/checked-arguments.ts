import type { ApolloServerPlugin } from '@apollo/server';
import { BadRequestException } from '@nestjs/common';
import { valueFromASTUntyped, visit } from 'graphql';
import { refuseBadText } from '../http/bad-text.js';
import { badUserInput } from './bad-user-input.js';
import type { GraphqlContext } from './context.js';
import { costOf, HIGHEST_COST } from './query-cost.js';

/** Before anything runs: text that can't be stored is refused with its argument's name, and what costs too much with its cost. */
export const CHECKED_ARGUMENTS: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operation, request, schema }) => {
        const variables = request.variables ?? {};
        visit(document, {
          Argument: ({ name, value }) => refuse(valueFromASTUntyped(value, variables), name.value),
          VariableDefinition: ({ variable, defaultValue }) =>
            defaultValue && refuse(valueFromASTUntyped(defaultValue), variable.name.value),
        });
        const cost = operation === undefined ? 0 : costOf(schema, document, operation, variables);
        if (cost > HIGHEST_COST)
          throw badUserInput(
            `The query costs ${cost}, more than ${HIGHEST_COST}: ask for smaller pages or fewer fields.`,
          );
        return Promise.resolve();
      },
    }),
};

function refuse(value: unknown, name: string): undefined {
  try {
    refuseBadText(value, name);
  } catch (error) {
    if (error instanceof BadRequestException) throw badUserInput(error.message);
    throw error;
  }
}
