import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DutiesReader, type Duty } from '#application/duties/duties-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { SignedIn } from '../auth/signed-in.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { DutyType } from './duty.type.js';

@SignedIn()
@Resolver(() => WorkspaceType)
export class DutiesResolver {
  constructor(private readonly reader: DutiesReader) {}

  @ResolveField(() => [DutyType], {
    description: 'What waits for the caller: overdue first, then by due day.',
  })
  duties(@Parent() scope: WorkspaceScope): Promise<Duty[]> {
    return this.reader.duties(scope);
  }
}
