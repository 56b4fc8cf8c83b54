import { ApolloServer } from '@apollo/server';
import { describe, expect, it, jest } from '@jest/globals';
import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { compileQuery } from 'graphql-jit';
import { compiledQueries, type Compile } from './compiled-queries.js';

const field = {
  type: GraphQLString,
  args: { text: { type: new GraphQLNonNull(GraphQLString) }, times: { type: GraphQLInt } },
  resolve: (_: unknown, { text, times }: { text: string; times?: number }) => {
    if (text === 'fault') throw new Error('That went wrong.');
    return text.repeat(times ?? 1);
  },
};
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { echo: field } }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields: { echo: field } }),
});

function aServer() {
  const compile = jest.fn((...given: Parameters<Compile>) => compileQuery(...given));
  const server = new ApolloServer({
    schema,
    plugins: [compiledQueries({ debug: () => undefined }, compile)],
  });
  const ask = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const { body } = await server.executeOperation({ query, ...(variables && { variables }) });
    return body.kind === 'single' ? structuredClone(body.singleResult) : body;
  };
  return { compile, ask };
}

const ECHO = 'query Echo($text: String!, $times: Int = 2) { echo(text: $text, times: $times) }';

describe('compiledQueries', () => {
  it('compiles what is asked for the third time, once, and answers the same', async () => {
    const { compile, ask } = aServer();
    const answers = [];
    for (let at = 1; at <= 5; at++) {
      answers.push(await ask(ECHO, { text: 'a' }));
      expect(compile).toHaveBeenCalledTimes(at < 3 ? 0 : 1);
    }
    expect(answers).toEqual(Array(5).fill({ data: { echo: 'aa' } }));
    expect(await ask(ECHO, { text: 'b', times: 1 })).toEqual({ data: { echo: 'b' } });
  });

  it.each([
    ['a fault', { text: 'fault' }],
    ['a variable that is missing', {}],
    ['one of another type', { text: 1 }],
  ])('says of %s what was said before it was compiled', async (_what, variables) => {
    const { ask } = aServer();
    const before = await ask(ECHO, variables);
    for (let at = 0; at < 5; at++) await ask(ECHO, { text: 'a' });
    expect(before).toHaveProperty('errors');
    expect(await ask(ECHO, variables)).toEqual(before);
  });

  it.each([
    ['changes', 'mutation M($text: String!) { echo(text: $text) }'],
    ['texts of the sender', 'query Q($text: String!) { echo(text: $text) other: echo(text: "a") }'],
  ])('never compiles %s', async (_what, query) => {
    const { compile, ask } = aServer();
    for (let at = 0; at < 5; at++) await ask(query, { text: 'a' });
    expect(compile).not.toHaveBeenCalled();
  });
});
