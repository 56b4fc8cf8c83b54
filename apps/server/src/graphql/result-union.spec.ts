import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import {
  Field,
  GraphQLSchemaBuilderModule,
  GraphQLSchemaFactory,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { graphql, type GraphQLSchema } from 'graphql';
import { COMMON_REFUSALS } from './common-refusals.type.js';
import { resultUnion } from './result-union.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

@ObjectType('Door')
class DoorType {
  @Field(() => Int) version!: number;
}

const OpenDoorResult = resultUnion<'STALE_VERSION' | 'NOT_ALLOWED' | 'INVALID_INPUT'>({
  name: 'OpenDoorResult',
  description: 'What opening a door brings about.',
  success: DoorType,
  refusals: COMMON_REFUSALS,
});

@Resolver()
class DoorsResolver {
  @Query(() => Int) doors() {
    return 1;
  }
  @Mutation(() => OpenDoorResult) openDoor() {
    return null;
  }
}

let schema: GraphQLSchema;
beforeAll(async () => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: ['error'],
  });
  schema = await app.get(GraphQLSchemaFactory).create([DoorsResolver], SCHEMA_OPTIONS);
  await app.close();
});

/** What a client reads when the use case answers `outcome`. */
async function answer(outcome: object, languages: string): Promise<unknown> {
  const req = {
    path: '/graphql',
    acceptsLanguages: ([...ours]: string[]) => ours.find((one) => one === languages) ?? false,
  };
  const { data, errors } = await graphql({
    schema,
    source: `mutation { openDoor {
      __typename
      ... on Door { version }
      ... on UserError { code message field }
      ... on InvalidInput { faults { field problem message limit } }
      ... on StaleVersion { currentVersion }
    } }`,
    rootValue: { openDoor: () => outcome },
    contextValue: { req },
  });
  expect(errors).toBeUndefined();
  return data?.['openDoor'];
}

describe('the union that a mutation answers', () => {
  it('answers what was brought about as it is', async () => {
    expect(await answer({ version: 4 }, 'de')).toEqual({ __typename: 'Door', version: 4 });
  });

  it('gives a refusal its type by its code, and its sentence in the language of the reader', async () => {
    const outcome = {
      code: 'STALE_VERSION',
      currentVersion: 7,
    };
    const facts = {
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      field: null,
      currentVersion: 7,
    };
    expect(await answer(outcome, 'de')).toEqual({
      ...facts,
      message:
        'Das wurde inzwischen geändert. Bitte laden Sie es neu und prüfen Sie Ihre Änderung.',
    });
    expect(await answer(outcome, 'en')).toEqual({
      ...facts,
      message: 'This has been changed meanwhile. Please load it again and check your change.',
    });
  });

  it('names every faulty field, and the first of them for clients that know no more', async () => {
    const faults = [
      { field: 'input.steps[2].text', problem: 'MISSING' },
      { field: 'input.title', problem: 'TOO_LONG', limit: 300 },
    ];
    expect(await answer({ code: 'INVALID_INPUT', faults }, 'en')).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'Some of the entries can’t be used yet.',
      field: 'input.steps[2].text',
      faults: [
        {
          field: 'input.steps[2].text',
          problem: 'MISSING',
          message: 'This entry is missing.',
          limit: null,
        },
        {
          field: 'input.title',
          problem: 'TOO_LONG',
          message: 'At most 300 characters are possible.',
          limit: 300,
        },
      ],
    });
  });

  it('holds each type once, and its refusals implement UserError', () => {
    const union = schema.getType('OpenDoorResult');
    if (!union || !('getTypes' in union)) throw new Error('OpenDoorResult is no union');
    const names = union.getTypes().map(({ name }) => name);
    expect(names).toEqual(['Door', 'InvalidInput', 'NotAllowed', 'NotFound', 'StaleVersion']);
    const [, ...refusals] = union.getTypes();
    for (const type of refusals)
      expect(type.getInterfaces().map(({ name }) => name)).toEqual(['UserError']);
  });
});
