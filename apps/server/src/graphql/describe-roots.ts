import type { GraphQLSchema } from 'graphql';

/** Describes the root types, which have no class that could carry a description. */
export function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query)
    query.description =
      'What anyone may read: published records, and nothing personal without consent.';
  return schema;
}
