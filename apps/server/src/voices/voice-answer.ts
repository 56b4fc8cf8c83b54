import { Field, ObjectType } from '@nestjs/graphql';
import type { VoiceWriteRefusal } from '#application/voices/write-voice.js';
import type { VoiceState } from '#domain/voices/voice.record.js';
import { COMMON_REFUSALS } from '../graphql/common-refusals.type.js';
import { InUse } from '../graphql/removal.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { UserError } from '../graphql/user-error.js';
import {
  VoiceStateEnum,
  WorkspaceThanksType,
  WorkspaceVoiceThemeType,
  WorkspaceVoiceType,
} from './voice.type.js';

const { INVALID_INPUT, NOT_ALLOWED, NOT_FOUND } = COMMON_REFUSALS;

@ObjectType('VoiceMoveNotAllowed', {
  implements: () => UserError,
  description: 'The voice isn’t in a state for this.',
})
export class VoiceMoveNotAllowed extends UserError {
  @Field(() => VoiceStateEnum, { description: 'What has become of the voice.' })
  state!: VoiceState;
}

/** What mutations about a voice answer. */
export const VoiceAnswer = resultUnion<Exclude<VoiceWriteRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'VoiceAnswer',
  description: 'The voice as it is now, or why nothing was written.',
  success: WorkspaceVoiceType,
  refusals: { ...COMMON_REFUSALS, VOICE_MOVE_NOT_ALLOWED: VoiceMoveNotAllowed },
});

/** What mutations about a theme answer. */
export const VoiceThemeAnswer = resultUnion<
  'INVALID_INPUT' | 'IN_USE' | 'NOT_ALLOWED' | 'NOT_FOUND'
>({
  name: 'VoiceThemeAnswer',
  description: 'The theme as it is now, or why nothing was written.',
  success: WorkspaceVoiceThemeType,
  refusals: { INVALID_INPUT, IN_USE: InUse, NOT_ALLOWED, NOT_FOUND },
});

/** What giving thanks answers. */
export const ThanksAnswer = resultUnion<'INVALID_INPUT' | 'NOT_FOUND'>({
  name: 'ThanksAnswer',
  description: 'The thanks as they stand, or why nothing was written.',
  success: WorkspaceThanksType,
  refusals: { INVALID_INPUT, NOT_FOUND },
});
