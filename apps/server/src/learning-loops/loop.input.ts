import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { WriteInput } from '../graphql/write-input.js';

/** What an input of a mutation about one loop carries. */
@InputType({ isAbstract: true })
abstract class LoopInput extends WriteInput {
  @Field(() => ID, { description: 'The loop.' }) loopId!: string;
  @Field(() => Int, {
    description: 'The version of the loop that the caller saw; an older one is refused.',
  })
  version!: number;
}

@InputType('PlanLoopInput', { description: 'The programme’s next loop.' })
export class PlanLoopInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day.' })
  startDay?: LocalDay | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'Last day, not before the first.' })
  endDay?: LocalDay | null;
}

@InputType('EditLoopInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditLoopInput extends LoopInput {
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day.' })
  startDay?: LocalDay | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'Last day, not before the first.' })
  endDay?: LocalDay | null;
  @Field(() => String, { nullable: true, description: 'What was learned, in Markdown.' })
  reflection?: string | null;
}

@InputType('LoopStageInput', { description: 'The next stage of a loop.' })
export class LoopStageInput extends LoopInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why; a loop that is reopened needs it. It is kept in the history.',
  })
  reason?: string | null;
}

@InputType('RemoveLoopInput', {
  description: 'The last loop, only planned, and without a question, measure or volunteer call.',
})
export class RemoveLoopInput extends WriteInput {
  @Field(() => ID, { description: 'The loop.' }) loopId!: string;
  @Field(() => Int, {
    description: 'The version of the loop that the caller saw; an older one is refused.',
  })
  version!: number;
}
