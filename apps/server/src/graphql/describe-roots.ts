import type { GraphQLSchema } from 'graphql';

/** Describes the root types, which have no class that could carry a description. */
export function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query)
    query.description =
      'What anyone may read: published records, and nothing personal without consent.';
  const mutation = schema.getMutationType();
  if (mutation)
    mutation.description =
      'What members of a programme may change. Refusals are members of the answers; a request id makes a repeated request harmless.';
  return schema;
}
