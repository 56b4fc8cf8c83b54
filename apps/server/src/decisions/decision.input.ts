import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Ruling } from '#domain/decisions/ruling.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { WriteInput } from '../graphql/write-input.js';
import { RulingEnum } from '../workspace/decision.type.js';

@InputType('RecordDecisionInput', { description: 'How a body ruled on a point.' })
export class RecordDecisionInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Who ruled.' }) body!: string;
  @Field(() => LocalDayScalar, { description: 'Day of the meeting.' }) day!: LocalDay;
  @Field(() => String, { description: 'What was to be ruled on.' }) point!: string;
  @Field(() => RulingEnum, { description: 'The ruling.' }) ruling!: Ruling;
  @Field(() => String, {
    nullable: true,
    description: 'What was said besides, such as the changes with which it was approved.',
  })
  note?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The measures that it is about.' })
  measureIds?: string[] | null;
}

@InputType('EditDecisionInput', { description: 'What is left out stays as it is.' })
export class EditDecisionInput extends WriteInput {
  @Field(() => ID, { description: 'The decision.' }) decisionId!: string;
  @Field(() => Int, {
    description: 'The version of the decision that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'Who ruled; can’t be emptied.' })
  body?: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'Day of the meeting; can’t be emptied.',
  })
  day?: LocalDay | null;
  @Field(() => String, {
    nullable: true,
    description: 'What was to be ruled on; can’t be emptied.',
  })
  point?: string | null;
  @Field(() => RulingEnum, { nullable: true, description: 'The ruling; can’t be emptied.' })
  ruling?: Ruling | null;
  @Field(() => String, { nullable: true, description: 'What was said besides; null empties it.' })
  note?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'The measures that it is about, all of them; an empty list for none.',
  })
  measureIds?: string[] | null;
}

@InputType('RemoveDecisionInput', {
  description: 'A decision that was recorded by mistake, and that no next step follows from.',
})
export class RemoveDecisionInput extends WriteInput {
  @Field(() => ID, { description: 'The decision.' }) decisionId!: string;
  @Field(() => Int, {
    description: 'The version of the decision that the caller saw; an older one is refused.',
  })
  version!: number;
}
