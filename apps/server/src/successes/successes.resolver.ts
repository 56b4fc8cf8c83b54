import { UseFilters } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RecordsReader } from '#application/published/records-reader.js';
import { SuccessesReader, type SuccessFilter } from '#application/published/successes-reader.js';
import { Public } from '../auth/public.js';
import { AFTER, FIRST, IN_LANGUAGE } from '../graphql/arguments.js';
import type { Language } from '../graphql/enums.js';
import type { Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { LearningLoopType } from '../programmes/learning-loop.type.js';
import { TopicType } from '../programmes/topic.type.js';
import { MeasureType } from './measure.type.js';
import { FILTER } from './success-filter.argument.js';
import { SuccessFilterPipe } from './success-filter.pipe.js';
import {
  SuccessConnectionType,
  SuccessType,
  successConnectionOf,
  type WantedSuccess,
} from './success.type.js';

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => SuccessType)
export class SuccessesResolver {
  constructor(
    private readonly records: RecordsReader,
    private readonly successes: SuccessesReader,
  ) {}

  @Query(() => SuccessConnectionType, {
    nullable: true,
    description:
      'The successes of a published programme, newest first; null when there is no such programme.',
  })
  async successesFeed(
    @Args('programme', { type: () => String, description: 'Slug of the programme.' }) slug: string,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after: string | null,
    @Args('filter', FILTER, SuccessFilterPipe) filter: SuccessFilter,
    @Args('language', IN_LANGUAGE) wanted: Language | null,
  ) {
    const [page] = await this.records.feeds('slug', [slug], wanted, {
      filter,
      first: first + 1,
      after,
    });
    return page
      ? successConnectionOf(page.successes, {
          programmeId: page.programmeId,
          filter,
          first,
          after,
          wanted,
        })
      : null;
  }

  @Query(() => SuccessType, {
    nullable: true,
    description: 'A success by the id of its result; null when there is no such published one.',
  })
  async success(
    @Args('id', { type: () => ID, description: 'UUID of the result.' }) id: string,
    @Args('language', IN_LANGUAGE) wanted: Language | null,
  ) {
    const success = await this.successes.byId(id, wanted);
    return success && { ...success, wanted };
  }

  @ResolveField(() => TopicType, { description: 'The topic that it belongs to.' })
  async topic(@Parent() { topicId, wanted }: WantedSuccess, @Context('loaders') loaders: Loaders) {
    return { ...(await loaders.inLanguage(wanted).topics.load(topicId)), wanted };
  }

  @ResolveField(() => LearningLoopType, { description: 'The loop that it was reached in.' })
  loop(@Parent() { loopId }: WantedSuccess, @Context('loaders') loaders: Loaders) {
    return loaders.loops.load(loopId);
  }

  @ResolveField(() => MeasureType, {
    description: 'The measure that led to it, with its chain through the loops.',
  })
  async measure(
    @Parent() { measureId, wanted }: WantedSuccess,
    @Context('loaders') loaders: Loaders,
  ) {
    return { ...(await loaders.inLanguage(wanted).measures.load(measureId)), wanted };
  }
}
