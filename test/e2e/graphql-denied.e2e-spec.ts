import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '#server/auth/public.js';
import { GraphqlModule } from '#server/graphql/graphql.module.js';
import { LearningLoopType } from '#server/programmes/learning-loop.type.js';
import { ask } from '../support/graphql.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** As someone writes it who forgets the rule. */
@Resolver()
class ForgottenQueryResolver {
  @Query(() => String)
  forgotten() {
    return 'kept';
  }
}

@Resolver(() => LearningLoopType)
class ForgottenFieldResolver {
  @ResolveField(() => String, { nullable: true })
  forgottenField() {
    return 'kept';
  }

  @Public()
  @ResolveField(() => String)
  openField() {
    return 'open';
  }
}

let server: TestServer;
beforeAll(async () => {
  // As if they stood in the module of the server, with its options and its guard.
  const providers = Reflect.getMetadata('providers', GraphqlModule) as Type[];
  providers.push(ForgottenQueryResolver, ForgottenFieldResolver);
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
});
afterAll(() => server.stop());

const codesOf = (answer: Awaited<ReturnType<typeof ask>>): unknown[] =>
  answer.errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']]);

describe('what nobody has opened', () => {
  it('is refused as a query', async () => {
    const answer = await ask(server, '{ forgotten }');
    expect(answer.data).toBeNull();
    expect(codesOf(answer)).toEqual([['forgotten', 'FORBIDDEN']]);
    expect(answer.text).not.toContain('kept');
  });

  it('is refused as a field of a type that is open, and what stands beside it is answered', async () => {
    const answer = await ask(
      server,
      '{ programme(slug: "probe") { loops { number openField forgottenField } } }',
    );
    expect(answer.data).toEqual({
      programme: {
        loops: [1, 2].map((number) => ({ number, openField: 'open', forgottenField: null })),
      },
    });
    expect(codesOf(answer)).toEqual([
      ['programme.loops.0.forgottenField', 'FORBIDDEN'],
      ['programme.loops.1.forgottenField', 'FORBIDDEN'],
    ]);
    expect(answer.text).not.toContain('kept');
  });
});
