import { describe, expect, it } from '@jest/globals';
import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldResolver,
} from 'graphql';
import { readPlainTypes } from './plain-types.js';

type Value = Readonly<Record<string, unknown>>;

function resolverAfterwards(
  resolve: GraphQLFieldResolver<Value, unknown>,
  extensions: Value = { plain: true },
): unknown {
  const fields = { name: { type: GraphQLString, resolve } };
  const query = new GraphQLObjectType<Value>({ name: 'Query', fields, extensions });
  return readPlainTypes(new GraphQLSchema({ query })).getQueryType()?.getFields()['name']?.resolve;
}

describe('readPlainTypes', () => {
  const read = (value: Value): unknown => value['name'];

  it('takes the resolvers of plain types that read a value, and of no others', () => {
    expect(resolverAfterwards(read)).toBeUndefined();
    expect(resolverAfterwards(read, {})).toBe(read);
  });

  it.each<[string, GraphQLFieldResolver<Value, unknown>]>([
    ['answers something else', () => 'a name'],
    ['reads another value', (value) => value['title']],
    ['answers later', (value) => Promise.resolve(value['name'])],
  ])('refuses a plain type with a field that %s', (_what, resolve) => {
    expect(() => resolverAfterwards(resolve)).toThrow('Query isn’t plain: name');
  });
});
