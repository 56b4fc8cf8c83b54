import { Field, ID, InputType } from '@nestjs/graphql';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { MeasureInput } from '../graphql/write-input.js';

@InputType('AddStepInput', { description: 'A step at the end of a measure.' })
export class AddStepInput extends MeasureInput {
  @Field(() => String, { description: 'What is to be done.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Stage of a staged roll-out.' })
  stage?: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay?: LocalDay | null;
}

@InputType('EditStepInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
  @Field(() => String, { nullable: true, description: 'What is to be done; can’t be emptied.' })
  text?: string | null;
  @Field(() => String, { nullable: true, description: 'Stage of a staged roll-out.' })
  stage?: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay?: LocalDay | null;
}

@InputType('CompleteStepInput', { description: 'A step that is done.' })
export class CompleteStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'When it was done; left out, today.',
  })
  day?: LocalDay | null;
}

@InputType('ReopenStepInput', { description: 'A step that is to be done after all.' })
export class ReopenStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
}

@InputType('DropStepInput', { description: 'A step that won’t be done.' })
export class DropStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('RemoveStepInput', { description: 'A step that was never meant.' })
export class RemoveStepInput extends MeasureInput {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
}

@InputType('ReorderStepsInput', { description: 'A new order of the steps.' })
export class ReorderStepsInput extends MeasureInput {
  @Field(() => [ID], { description: 'All steps of the measure in their new order.' })
  stepIds!: string[];
}
