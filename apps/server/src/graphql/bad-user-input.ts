import { GraphQLError } from 'graphql';

/** The answer to an argument that can't be used; `message` begins with the argument's name. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
