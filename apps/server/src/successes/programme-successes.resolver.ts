import { UseFilters } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SuccessFilter } from '#application/published/successes-reader.js';
import { Public } from '../auth/public.js';
import { AFTER, FIRST } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { PassErrorsOn } from '../graphql/pass-errors-on.js';
import { ProgrammeType, type WantedProgramme } from '../programmes/programme.type.js';
import { FILTER } from './success-filter.argument.js';
import { SuccessFilterPipe } from './success-filter.pipe.js';
import { successConnectionOf } from './success-node.js';
import { SuccessConnectionType } from './success.type.js';

@Public()
@UseFilters(PassErrorsOn)
@Resolver(() => ProgrammeType)
export class ProgrammeSuccessesResolver {
  @ResolveField(() => SuccessConnectionType, {
    description: 'The programme’s successes, newest first.',
  })
  async successes(
    @Parent() { id: programmeId, wanted }: WantedProgramme,
    @Args('first', FIRST) first: number,
    @Args('after', AFTER) after: string | null,
    @Args('filter', FILTER, SuccessFilterPipe) filter: SuccessFilter,
    @Context('loaders') loaders: Loaders,
  ) {
    const rows = await loaders
      .inLanguage(wanted)
      .successes.load({ programmeId, filter, first, after });
    return successConnectionOf(rows, { programmeId, filter, first, after, wanted }, loaders);
  }
}
