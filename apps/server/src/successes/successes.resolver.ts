import { UseFilters } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { SuccessFilter } from '#application/published/successes-reader.js';
import { Public } from '../auth/public.js';
import { PublishedReaders } from '../database/published-readers.js';
import { AFTER, FIRST, IN_LANGUAGE } from '../graphql/arguments.js';
import type { Language } from '../graphql/enums.js';
import type { Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { FILTER } from './success-filter.argument.js';
import { SuccessFilterPipe } from './success-filter.pipe.js';
import { successConnectionOf, successNode } from './success-node.js';
import { SuccessConnectionType, SuccessType } from './success.type.js';

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
    @Context('loaders') loaders: Loaders,
  ) {
    const [page] = await records.feeds('slug', [slug], wanted, {
      filter,
      first: first + 1,
      after,
    });
    return page
      ? successConnectionOf(
          page.successes,
          { programmeId: page.programmeId, filter, first, after, wanted },
          loaders,
        )
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
    @Context('loaders') loaders: Loaders,
  ) {
    const success = await successes.byId(id, wanted);
    return success && successNode(success, wanted, loaders);
  }
}
