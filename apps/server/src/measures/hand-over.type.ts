import { Field, ID, InputType, ObjectType, type MiddlewareContext } from '@nestjs/graphql';
import type {
  HandOverObstacle,
  HandOverRefusal,
} from '#application/measures/hand-over-measures.js';
import { HAND_OVER_OBSTACLES, type HandOverObstacleCode } from '#domain/measures/hand-over.js';
import { messagesFor } from '#ui/messages/translate.js';
import { InvalidInput, NotAllowed, NotFound } from '../graphql/common-refusals.type.js';
import type { GraphqlContext } from '../graphql/context.js';
import { enumOf } from '../graphql/enums.js';
import { resultUnion } from '../graphql/result-union.js';
import { UserError } from '../graphql/user-error.js';
import { WriteInput } from '../graphql/write-input.js';
import { languageOf } from '../pages/language.js';
import { MeasureVersionInput } from './measure.input.js';
import { WorkspaceMeasureType } from './workspace-measure.type.js';

@InputType('HandOverMeasuresInput', { description: 'Measures that change hands, and why.' })
export class HandOverMeasuresInput extends WriteInput {
  @Field(() => ID, { description: 'Who owns them, whether this person has accepted or not.' })
  fromPersonId!: string;
  @Field(() => ID, { description: 'Who is asked to own them: a guide or someone of the circle.' })
  toPersonId!: string;
  @Field(() => [MeasureVersionInput], { description: 'The measures; at most 100.' })
  measures!: MeasureVersionInput[];
  @Field(() => String, { description: 'Why; the history of each measure keeps it.' })
  reason!: string;
}

export const HandOverObstacleCodeEnum = enumOf(
  'HandOverObstacleCode',
  'Why a measure can’t be handed over.',
  HAND_OVER_OBSTACLES,
  {
    CHANGED: 'It was changed since the caller read it.',
    LOOP_CLOSED: 'Its loop is closed.',
    ENDED: 'It has ended.',
    OTHER_OWNER: 'Somebody else owns it by now, or nobody.',
    CHECKED_BY_THEM: 'Who is asked to own it checks it.',
  },
);

function sentenceOf({ source, context }: MiddlewareContext<HandOverObstacle, GraphqlContext>) {
  return messagesFor(languageOf(context.req))(`handOver.${source.code}`);
}

@ObjectType('HandOverObstacle', { description: 'A measure that can’t be handed over, and why.' })
export class HandOverObstacleType implements HandOverObstacle {
  @Field(() => ID, { description: 'UUID of the measure.' }) measureId!: string;
  @Field(() => String, { description: 'Its title.' }) title!: string;
  @Field(() => HandOverObstacleCodeEnum, { description: 'Why, for programs.' })
  code!: HandOverObstacleCode;
  @Field(() => String, {
    description: 'Why, for people, in the language of the header Accept-Language.',
    middleware: [sentenceOf],
  })
  message!: string;
}

@ObjectType('HandOverBlocked', {
  implements: () => UserError,
  description: 'Nothing was handed over: all measures that stand in the way are named.',
})
export class HandOverBlocked extends UserError {
  @Field(() => [HandOverObstacleType], { description: 'All of them; at least one.' })
  inTheWay!: readonly HandOverObstacleType[];
}

@ObjectType('HandedOver', { description: 'What was handed over; the new owner is asked.' })
export class HandedOverType {
  @Field(() => [WorkspaceMeasureType], { description: 'The measures as they are now.' })
  measures!: readonly WorkspaceMeasureType[];
}

export const HandOverAnswer = resultUnion<Exclude<HandOverRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'HandOverAnswer',
  description: 'What was handed over, or why nothing was.',
  success: HandedOverType,
  refusals: {
    HAND_OVER_BLOCKED: HandOverBlocked,
    INVALID_INPUT: InvalidInput,
    NOT_ALLOWED: NotAllowed,
    NOT_FOUND: NotFound,
  },
});
