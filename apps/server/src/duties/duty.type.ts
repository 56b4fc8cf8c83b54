import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Duty } from '#application/duties/duties-reader.js';
import { DUTY_KINDS, type DutyKind } from '#domain/duties/duty.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { enumOf } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';

export const DutyKindEnum = enumOf('DutyKind', 'What waits for a person.', DUTY_KINDS, {
  ACCEPT_OWNERSHIP: 'To accept a measure, or to decline it.',
  DO_STEP: 'A step of a measure that one owns.',
  CHECK: 'To judge a measure: as its checker, or as the circle where it has none.',
  PUBLISH_RESULT: 'To publish a drafted result, or to keep it internal. The circle’s.',
  DECIDE: 'A measure that waits for a decision. The circle’s.',
  TAKE_OVER: 'To take the outcome of a measure over, as its commissioner.',
  NEXT_STEP: 'A next step that one is addressed by.',
  HELP: 'Somebody asks for help with a measure. The circle’s.',
});

@ObjectType('Duty', { description: 'Something that waits for the caller.' })
export class DutyType implements Duty {
  @Field(() => DutyKindEnum, { description: 'What kind of duty.' }) kind!: DutyKind;
  @Field(() => ID, { description: 'The measure that it is about.' }) measureId!: string;
  @Field(() => Int, { description: 'Number of that measure’s loop.' }) loopNumber!: number;
  @Field(() => String, { description: 'That measure’s title.' }) title!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The step, the next step, the help that is wanted or the drafted result, its first 300 characters; null where the kind says all.',
  })
  detail!: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'By when: the step’s or next step’s due day, else the measure’s.',
  })
  dueDay!: LocalDay | null;
  @Field(() => Boolean, { description: 'Whether that day has passed.' }) overdue!: boolean;
}
