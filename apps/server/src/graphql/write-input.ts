import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Caller } from '#application/shared/caller.js';

/** What every input of a mutation may carry. */
@InputType({ isAbstract: true })
export abstract class WriteInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID that the client makes for one intent: the same one sent twice does its work once, and both get its answer.',
  })
  requestId?: string | null;
}

/** What an input of a mutation about one measure carries. */
@InputType({ isAbstract: true })
export abstract class MeasureInput extends WriteInput {
  @Field(() => ID, { description: 'The measure.' }) measureId!: string;
  @Field(() => Int, {
    description: 'The version of the measure that the caller saw; an older one is refused.',
  })
  version!: number;
}

/** Who asks for a write; the guard has seen to it that somebody is signed in. */
export function callerOf(accountId: string | null, input: WriteInput): Caller {
  if (accountId === null) throw new Error('A mutation without @SignedIn()');
  return { accountId, requestId: input.requestId ?? null };
}
