import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  VoicesReader,
  type VoiceTheme,
  type WorkspaceThanks,
} from '#application/voices/voices-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import type { VoiceState } from '#domain/voices/voice.record.js';
import { SignedIn } from '../auth/signed-in.js';
import { AFTER, FIRST } from '../graphql/arguments.js';
import { badUserInput } from '../graphql/bad-user-input.js';
import { connectionOf } from '../graphql/page-info.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import {
  VoiceStateEnum,
  WorkspaceThanksType,
  WorkspaceVoiceConnectionType,
  WorkspaceVoiceThemeType,
} from './voice.type.js';

const ALL = { nullable: true, defaultValue: null };

/** What readers ask and say, and thanks, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceVoicesResolver {
  constructor(private readonly reader: VoicesReader) {}

  @ResolveField(() => WorkspaceVoiceConnectionType, {
    description: 'What readers have asked and said of successes, newest first.',
  })
  async voices(
    @Parent() scope: WorkspaceScope,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER) after: string | null,
    @Args('state', {
      type: () => VoiceStateEnum,
      ...ALL,
      description: 'Only of this state; null for all.',
    })
    state: VoiceState | null,
    @Args('themeId', { type: () => ID, ...ALL, description: 'Only of this theme; null for all.' })
    themeId: string | null,
    @Args('measureId', {
      type: () => ID,
      ...ALL,
      description: 'Only about this measure; null for all.',
    })
    measureId: string | null,
  ) {
    const filter = { state, themeId, measureId };
    const rows = await this.reader.voices(scope, filter, first + 1, after);
    if (rows === null) throw badUserInput('after: is not a cursor of this list.');
    return connectionOf(rows, first, after, ({ id }) => id);
  }

  @ResolveField(() => Int, { description: 'How many voices nobody has dealt with yet.' })
  openVoices(@Parent() scope: WorkspaceScope): Promise<number> {
    return this.reader.openVoices(scope);
  }

  @ResolveField(() => [WorkspaceVoiceThemeType], {
    description: 'The themes of voices, by name; at most 200.',
  })
  voiceThemes(@Parent() scope: WorkspaceScope): Promise<VoiceTheme[]> {
    return this.reader.themes(scope);
  }

  @ResolveField(() => [WorkspaceThanksType], {
    description: 'Thanks to the people of a measure, newest first; at most 100.',
  })
  thanks(
    @Parent() scope: WorkspaceScope,
    @Args('measureId', { type: () => ID, description: 'UUID of the measure.' }) measureId: string,
  ): Promise<WorkspaceThanks[]> {
    return this.reader.thanks(scope, measureId);
  }
}
