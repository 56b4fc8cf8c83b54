import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  HISTORY_SUBJECTS,
  HISTORY_WAYS,
  type HistoryLine,
} from '#application/workspace/history-reader.js';
import { enumOf } from '../graphql/enums.js';
import { DateTime } from '../graphql/scalars.js';

export const HistorySubjectEnum = enumOf(
  'HistorySubject',
  'What kind of record was changed.',
  HISTORY_SUBJECTS,
  {
    PROGRAMME: 'The programme itself.',
    LOOP: 'A learning loop.',
    MEASURE: 'A measure, or a part of it.',
    RESULT: 'A result.',
    DECISION: 'A decision.',
    TOPIC: 'A topic or a question of it.',
    PERSON: 'A person.',
    CALL: 'A volunteer call.',
  },
);

export const HistoryWayEnum = enumOf('HistoryWay', 'On which way it was changed.', HISTORY_WAYS, {
  IMPORT: 'By a programme file.',
  API: 'By a person, in the workspace or by a program.',
});

@ObjectType('HistoryEntry', { description: 'One change. It is kept for good and never altered.' })
export class HistoryEntryType implements HistoryLine {
  @Field(() => ID, { description: 'UUID of the entry.' }) id!: string;
  @Field(() => DateTime, { description: 'When.' }) at!: Date;
  @Field(() => HistorySubjectEnum, { description: 'What kind of record.' })
  subject!: HistoryLine['subject'];
  @Field(() => String, {
    nullable: true,
    description: 'Name of who did it; null for a file, the command line, or a former member.',
  })
  actor!: string | null;
  @Field(() => Boolean, {
    description: 'Whether somebody did it who has left the programme: then the name isn’t told.',
  })
  formerMember!: boolean;
  @Field(() => HistoryWayEnum, { description: 'On which way.' }) way!: HistoryLine['way'];
  @Field(() => String, { description: 'What was changed, such as `phase` or `step.done`.' })
  field!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What it was before; the name, where it was a person, and null for a former member.',
  })
  from!: string | null;
  @Field(() => String, { nullable: true, description: 'What it became; as with `from`.' })
  to!: string | null;
  @Field(() => Boolean, { description: 'Whether `from` was a person who has left.' })
  fromFormerMember!: boolean;
  @Field(() => Boolean, { description: 'Whether `to` became a person who has left.' })
  toFormerMember!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, where it was said.' })
  reason!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The record’s version after the change; null where it has none.',
  })
  version!: number | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'UUID of the part of the record that was changed, such as a result or a next step of a measure; null for the whole.',
  })
  partId!: string | null;
}
