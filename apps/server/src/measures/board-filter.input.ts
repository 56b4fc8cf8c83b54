import { Extensions, Field, ID, InputType } from '@nestjs/graphql';
import type { BoardFilter } from '#application/workspace/measures-reader.js';
import type { FieldRules } from '../graphql/argument-rules.js';

@InputType('BoardFilter', {
  description:
    'Which measures of a loop are asked for. What is left out or empty lets all through; the rest must all match.',
})
export class BoardFilterInput implements BoardFilter {
  @Field(() => [String], { nullable: true, description: 'Of one of these topics, by key.' })
  topics?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of one of these units, by key.' })
  units?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Guided by one of these people.' })
  guides?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Serving one of these goals, by key.' })
  goals?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'Owned by this person.' })
  owner?: string | null;
  @Extensions({ longest: 200 } satisfies FieldRules)
  @Field(() => String, {
    nullable: true,
    description:
      'Words that must all be found in title, description, question or topic; case doesn’t count. At most 200 characters.',
  })
  search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those that ask for help.' })
  helpWanted?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those that are late.' })
  late?: boolean | null;
}
