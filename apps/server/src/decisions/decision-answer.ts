import { COMMON_REFUSALS } from '../graphql/common-refusals.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { WorkspaceDecisionType } from '../workspace/decision.type.js';

/** What mutations about a decision answer. */
export const DecisionAnswer = resultUnion<
  'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'DecisionAnswer',
  description: 'The decision as it is now, or why nothing was written.',
  success: WorkspaceDecisionType,
  refusals: COMMON_REFUSALS,
});
