import { UseFilters, type Type } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../auth/public.js';
import { PublishedReaders } from '../database/published-readers.js';
import { IN_LANGUAGE } from '../graphql/arguments.js';
import type { Language } from '../graphql/enums.js';
import type { Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { LearningLoopType } from '../programmes/learning-loop.type.js';
import { TopicType } from '../programmes/topic.type.js';
import { ActionFieldType } from './measure-parts.type.js';
import { ChainedMeasureType, MeasureType, type WantedMeasure } from './measure.type.js';

/** What both types of measure answer through loaders. */
function measureRelations(type: Type) {
  @Resolver(() => type, { isAbstract: true })
  abstract class MeasureRelations {
    @ResolveField(() => TopicType, { description: 'The topic that it belongs to.' })
    async topic(
      @Parent() { topicId, wanted }: WantedMeasure,
      @Context('loaders') loaders: Loaders,
    ) {
      return { ...(await loaders.inLanguage(wanted).topics.load(topicId)), wanted };
    }

    @ResolveField(() => ActionFieldType, { description: 'The question that it tries to answer.' })
    async actionField(@Parent() { actionField, wanted }: WantedMeasure) {
      return { ...(await actionField), wanted };
    }

    @ResolveField(() => LearningLoopType, { description: 'The loop that it belongs to.' })
    loop(@Parent() { loopId }: WantedMeasure, @Context('loaders') loaders: Loaders) {
      return loaders.loops.load(loopId);
    }
  }
  return MeasureRelations;
}

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => MeasureType)
export class MeasuresResolver extends measureRelations(MeasureType) {
  @Query(() => MeasureType, {
    nullable: true,
    description: 'A measure with a published result; null when there is no such measure.',
  })
  async measure(
    @Args('id', { type: () => ID, description: 'UUID of the measure.' }) id: string,
    @Args('language', IN_LANGUAGE) wanted: Language | null,
    @Context('published') { records }: PublishedReaders,
  ) {
    const [measure] = await records.measures([id], wanted);
    return measure ? { ...measure, wanted } : null;
  }

  @ResolveField(() => [ChainedMeasureType], {
    description:
      'The published measures of its chain through the loops, itself among them, oldest loop first.',
  })
  async chain(@Parent() { id, wanted }: WantedMeasure, @Context('loaders') loaders: Loaders) {
    const chain = await loaders.inLanguage(wanted).chains.load(id);
    return chain.map((measure) => ({ ...measure, wanted }));
  }
}

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => ChainedMeasureType)
export class ChainedMeasuresResolver extends measureRelations(ChainedMeasureType) {}
