import { UseFilters } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loop } from '#application/published/programme-reader.js';
import type { Measure } from '#application/published/records-reader.js';
import type { SuccessFilter, Topic } from '#application/published/successes-reader.js';
import { Public } from '../auth/public.js';
import { PublishedReaders } from '../database/published-readers.js';
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
    @Context('published') { records }: PublishedReaders,
  ) {
    const [page] = await records.feeds('slug', [slug], wanted, {
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
    @Context('published') { successes }: PublishedReaders,
  ) {
    const success = await successes.byId(id, wanted);
    return success && { ...success, wanted };
  }

  // A success knows much of its topic, loop and measure already. The rest stands below as getters, which GraphQL asks
  // where the field is selected: so the usual feed needs no further statement.

  @ResolveField(() => TopicType, { description: 'The topic that it belongs to.' })
  topic(@Parent() success: WantedSuccess, @Context('loaders') loaders: Loaders) {
    const { topicId, topicKey, topicTitle, wanted } = success;
    const whole = (): Promise<Topic> => loaders.inLanguage(wanted).topics.load(topicId);
    return {
      id: topicId,
      key: topicKey,
      title: topicTitle,
      wanted,
      get description() {
        return whole().then(({ description }) => description);
      },
      get path() {
        return whole().then(({ path }) => path);
      },
    };
  }

  @ResolveField(() => LearningLoopType, { description: 'The loop that it was reached in.' })
  loop(@Parent() success: WantedSuccess, @Context('loaders') loaders: Loaders) {
    const { loopId, loopNumber, loopStage } = success;
    const whole = (): Promise<Loop> => loaders.loops.load(loopId);
    return {
      id: loopId,
      number: loopNumber,
      stage: loopStage,
      get startDay() {
        return whole().then(({ startDay }) => startDay);
      },
      get endDay() {
        return whole().then(({ endDay }) => endDay);
      },
      get counts() {
        return whole().then(({ counts }) => counts);
      },
      get total() {
        return whole().then(({ total }) => total);
      },
    };
  }

  @ResolveField(() => MeasureType, {
    description: 'The measure that led to it, with its chain through the loops.',
  })
  measure(@Parent() success: WantedSuccess, @Context('loaders') loaders: Loaders) {
    const { measureId, measureTitle, measureDescription, wanted } = success;
    const whole = (): Promise<Measure> => loaders.inLanguage(wanted).measures.load(measureId);
    return {
      id: measureId,
      key: success.key,
      title: measureTitle,
      description: measureDescription,
      phase: success.phase,
      goals: success.goals,
      steps: success.steps,
      nextSteps: success.nextSteps,
      guides: success.guides,
      topicId: success.topicId,
      loopId: success.loopId,
      wanted,
      get results() {
        return whole().then(({ results }) => results);
      },
      get actionField() {
        return whole().then(({ actionField }) => actionField);
      },
    };
  }
}
