import { UseFilters } from '@nestjs/common';
import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../auth/public.js';
import type { Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import type { SuccessConnection } from './success-node.js';
import { SuccessConnectionType } from './success.type.js';

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => SuccessConnectionType)
export class SuccessConnectionResolver {
  @ResolveField(() => Int, {
    description:
      'How many successes the filter lets through, on all pages. Costs a count: select it once.',
  })
  totalCount(
    @Parent() { programmeId, filter }: SuccessConnection,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.counts.load({ programmeId, filter });
  }
}
