import { Field, ID, InputType } from '@nestjs/graphql';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { MeasureInput } from '../graphql/write-input.js';

@InputType('AddNextStepInput', { description: 'A next step at the end of a measure.' })
export class AddNextStepInput extends MeasureInput {
  @Field(() => String, { description: 'What is to be done.' }) text!: string;
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day of a due period.' })
  dueFrom?: LocalDay | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'By when; the last day of a due period.',
  })
  dueDay?: LocalDay | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that it is for; never together with a person.',
  })
  addresseeUnitId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The person that it is for; never together with a unit.',
  })
  addresseePersonId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that made it.' })
  decisionId?: string | null;
}

@InputType('EditNextStepInput', {
  description: 'What is left out stays as it is; null empties it.',
})
export class EditNextStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The next step.' }) nextStepId!: string;
  @Field(() => String, { nullable: true, description: 'What is to be done; can’t be emptied.' })
  text?: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day of a due period.' })
  dueFrom?: LocalDay | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'By when; the last day of a due period.',
  })
  dueDay?: LocalDay | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that it is for; never together with a person.',
  })
  addresseeUnitId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The person that it is for; never together with a unit.',
  })
  addresseePersonId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that made it.' })
  decisionId?: string | null;
}

@InputType('CompleteNextStepInput', { description: 'A next step that is done.' })
export class CompleteNextStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The next step.' }) nextStepId!: string;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'When it was done; left out, today.',
  })
  day?: LocalDay | null;
}

@InputType('ReopenNextStepInput', { description: 'A next step that is to be done after all.' })
export class ReopenNextStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The next step.' }) nextStepId!: string;
}

@InputType('DropNextStepInput', { description: 'A next step that won’t be done.' })
export class DropNextStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The next step.' }) nextStepId!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('TakeUpNextStepInput', { description: 'A next step that becomes a measure.' })
export class TakeUpNextStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The next step.' }) nextStepId!: string;
  @Field(() => ID, {
    description: 'The question that the new measure is to answer; its loop isn’t closed.',
  })
  actionFieldId!: string;
}
