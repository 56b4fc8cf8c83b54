import { COMMON_REFUSALS, LoopFrozen } from '../graphql/common-refusals.type.js';
import { InUse } from '../graphql/removal.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { WorkspaceActionFieldType } from '../workspace/action-field.type.js';
import { WorkspaceTopicType } from '../workspace/topic.type.js';

const { INVALID_INPUT, NOT_ALLOWED, NOT_FOUND, STALE_VERSION } = COMMON_REFUSALS;

/** What mutations about a topic answer. */
export const TopicAnswer = resultUnion<
  'INVALID_INPUT' | 'IN_USE' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'TopicAnswer',
  description: 'The topic as it is now, or why nothing was written.',
  success: WorkspaceTopicType,
  refusals: { INVALID_INPUT, IN_USE: InUse, NOT_ALLOWED, NOT_FOUND, STALE_VERSION },
});

/** What mutations about a question answer. */
export const ActionFieldAnswer = resultUnion<
  'INVALID_INPUT' | 'LOOP_FROZEN' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'ActionFieldAnswer',
  description: 'The action field as it is now, or why nothing was written.',
  success: WorkspaceActionFieldType,
  refusals: { INVALID_INPUT, LOOP_FROZEN: LoopFrozen, NOT_ALLOWED, NOT_FOUND, STALE_VERSION },
});
