import { Extensions, Field, InputType, Int } from '@nestjs/graphql';
import { NO_FILTER, type SuccessFilter } from '#application/published/successes-reader.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { FieldRules } from '../graphql/argument-rules.js';
import { PdcaPhaseEnum } from '../graphql/enums.js';

@InputType('SuccessFilter', {
  description:
    'Which successes are asked for. What is left out or empty lets all through; the rest must all match.',
})
export class SuccessFilterInput implements Partial<Record<keyof SuccessFilter, unknown>> {
  @Field(() => [Int], { nullable: true, description: 'Of one of these loops, by number.' }) loops?:
    number[] | null;
  @Field(() => [String], { nullable: true, description: 'Of one of these topics, by key.' })
  topics?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Serving one of these strategic goals, by key.',
  })
  goals?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Of one of these organisational units, by key.',
  })
  units?: string[] | null;
  @Field(() => [PdcaPhaseEnum], {
    nullable: true,
    description: 'Whose measure stands in one of these phases.',
  })
  phases?: PdcaPhase[] | null;
  @Extensions({ longest: 200 } satisfies FieldRules)
  @Field(() => String, {
    nullable: true,
    description:
      'Words that must all be found in question, measure, result or topic, in any language; case doesn’t count. At most 200 characters.',
  })
  search?: string | null;
}

/** The filter with everything that was left out. */
export function filterOf(input: SuccessFilterInput | null): SuccessFilter {
  return {
    loops: input?.loops ?? NO_FILTER.loops,
    topics: input?.topics ?? NO_FILTER.topics,
    goals: input?.goals ?? NO_FILTER.goals,
    units: input?.units ?? NO_FILTER.units,
    phases: input?.phases ?? NO_FILTER.phases,
    search: input?.search ?? NO_FILTER.search,
  };
}
