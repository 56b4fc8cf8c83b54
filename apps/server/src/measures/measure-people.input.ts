import { Field, ID, InputType } from '@nestjs/graphql';
import { MeasureInput } from '../graphql/write-input.js';

@InputType('AssignOwnerInput', { description: 'Who is asked to own a measure.' })
export class AssignOwnerInput extends MeasureInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A guide or someone of the circle, not the checker; null takes the owner away.',
  })
  personId?: string | null;
}

@InputType('AcceptOwnershipInput', { description: 'The measure that its owner accepts.' })
export class AcceptOwnershipInput extends MeasureInput {}

@InputType('DeclineOwnershipInput', { description: 'The measure that its owner gives back.' })
export class DeclineOwnershipInput extends MeasureInput {
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('AssignCheckerInput', { description: 'Who judges a measure’s result.' })
export class AssignCheckerInput extends MeasureInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A guide or someone of the circle, not the owner; null for nobody.',
  })
  personId?: string | null;
}

@InputType('AssignCommissionerInput', { description: 'Who asked for a measure.' })
export class AssignCommissionerInput extends MeasureInput {
  @Field(() => ID, { nullable: true, description: 'The person; null for nobody.' })
  personId?: string | null;
}

@InputType('TakeOverOutcomeInput', { description: 'The measure whose outcome is taken over.' })
export class TakeOverOutcomeInput extends MeasureInput {}

@InputType('AddContributorInput', { description: 'Who helps the owner from now on.' })
export class AddContributorInput extends MeasureInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('RemoveContributorInput', { description: 'Who no longer helps the owner.' })
export class RemoveContributorInput extends MeasureInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('AddGuideInput', { description: 'Who guides a measure from now on.' })
export class AddGuideInput extends MeasureInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('RemoveGuideInput', { description: 'Who no longer guides a measure.' })
export class RemoveGuideInput extends MeasureInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('RequestHelpInput', { description: 'A call for help on a measure.' })
export class RequestHelpInput extends MeasureInput {
  @Field(() => String, { description: 'What help is wanted.' }) text!: string;
}

@InputType('WithdrawHelpInput', { description: 'The measure that needs help no more.' })
export class WithdrawHelpInput extends MeasureInput {}
