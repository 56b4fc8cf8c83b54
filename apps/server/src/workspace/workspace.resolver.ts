import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { WorkspaceReader, type WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { markdownToHtml } from '#ui/markdown.js';
import { CurrentAccount } from '../auth/current-account.js';
import { Public } from '../auth/public.js';
import { MeType } from './me.type.js';
import { WorkspaceType } from './workspace.type.js';

/** Open to anyone: who may not enter is answered as if there were nothing. */
@Public()
@Resolver(() => WorkspaceType)
export class WorkspaceResolver {
  constructor(private readonly workspaces: WorkspaceReader) {}

  @Query(() => MeType, {
    nullable: true,
    description: 'Who is signed in; null for anonymous readers.',
  })
  async me(@CurrentAccount() accountId: string | null): Promise<MeType | null> {
    return accountId === null
      ? null
      : { memberships: await this.workspaces.memberships(accountId) };
  }

  @Query(() => WorkspaceType, {
    nullable: true,
    description:
      'The workspace of a programme; null when there is none, or none that the caller may enter.',
  })
  workspace(
    @Args('programme', { type: () => String, description: 'Slug of the programme.' }) slug: string,
    @CurrentAccount() accountId: string | null,
  ): Promise<WorkspaceScope | null> {
    return this.workspaces.enter(accountId, slug);
  }

  @ResolveField(() => String, {
    description: 'HTML of a Markdown text as the public page would show it; nothing is stored.',
  })
  preview(
    @Args('text', { type: () => String, description: 'Markdown.' })
    text: string,
  ): string {
    return markdownToHtml(text);
  }
}
