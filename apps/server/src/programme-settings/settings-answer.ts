import type { EditProgrammeRefusal } from '#application/programmes/edit-programme.js';
import { COMMON_REFUSALS } from '../graphql/common-refusals.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { WorkspaceGoalType } from './goal.type.js';
import { WorkspaceProgrammeType } from './programme.type.js';
import { WorkspaceUnitType } from './unit.type.js';

export const ProgrammeAnswer = resultUnion<Exclude<EditProgrammeRefusal['code'], 'REQUEST_REUSED'>>(
  {
    name: 'ProgrammeAnswer',
    description: 'What the programme is set to now, or why nothing was written.',
    success: WorkspaceProgrammeType,
    refusals: COMMON_REFUSALS,
  },
);

export const UnitAnswer = resultUnion<
  'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'UnitAnswer',
  description: 'The unit as it is now, or why nothing was written.',
  success: WorkspaceUnitType,
  refusals: COMMON_REFUSALS,
});

export const GoalAnswer = resultUnion<
  'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'GoalAnswer',
  description: 'The goal as it is now, or why nothing was written.',
  success: WorkspaceGoalType,
  refusals: COMMON_REFUSALS,
});
