import { UseFilters } from '@nestjs/common';
import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../auth/public.js';
import type { FieldRules } from '../graphql/argument-rules.js';
import { MOST_MEASURES, type Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { LearningLoopType } from '../programmes/learning-loop.type.js';
import { TopicType, type WantedTopic } from '../programmes/topic.type.js';
import { ActionFieldType, type WantedActionField } from './measure-parts.type.js';
import { MeasureType } from './measure.type.js';

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => TopicType)
export class TopicActionFieldsResolver {
  @Extensions({ usualLength: 3 } satisfies FieldRules)
  @ResolveField(() => [ActionFieldType], {
    description: 'Its action fields with a published result, oldest loop first.',
  })
  async actionFields(@Parent() { id, wanted }: WantedTopic, @Context('loaders') loaders: Loaders) {
    const fields = await loaders.inLanguage(wanted).actionFieldsOf.load(id);
    return fields.map((field) => ({ ...field, wanted }));
  }
}

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => ActionFieldType)
export class ActionFieldsResolver {
  @ResolveField(() => LearningLoopType, { description: 'The loop that asked.' })
  loop(@Parent() { loopId }: WantedActionField, @Context('loaders') loaders: Loaders) {
    return loaders.loops.load(loopId);
  }

  @Extensions({ usualLength: 2 } satisfies FieldRules)
  @ResolveField(() => [MeasureType], {
    description: `Its measures with a published result, in editorial order; in one answer at most ${MOST_MEASURES} of all action fields together.`,
  })
  async measures(
    @Parent() { id, wanted }: WantedActionField,
    @Context('loaders') loaders: Loaders,
  ) {
    const measures = await loaders.inLanguage(wanted).measuresOf.load(id);
    return measures.map((measure) => ({ ...measure, wanted }));
  }
}
