import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../auth/public.js';
import type { Loaders } from '../graphql/loaders.js';
import { ProgrammeType, type WantedProgramme } from '../programmes/programme.type.js';
import { VolunteerCallType } from './call.type.js';

/** What anyone may read of calls. */
@Public()
@Resolver(() => ProgrammeType)
export class OpenCallResolver {
  @ResolveField(() => VolunteerCallType, {
    nullable: true,
    description: 'The call for guides that can be answered today; null when there is none.',
  })
  openCall(@Parent() { id }: WantedProgramme, @Context('loaders') loaders: Loaders) {
    return loaders.openCallOf.load(id);
  }
}
