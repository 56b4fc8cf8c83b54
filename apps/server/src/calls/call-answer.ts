import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CallStateRefusal } from '#application/calls/change-call-state.js';
import type { ApplyRefusal, OwnApplicationRefusal } from '#application/calls/apply-to-call.js';
import type { SelectionRefusal } from '#application/calls/select-applicants.js';
import type { CallState } from '#domain/calls/call.record.js';
import type { CallIntent, CallRequirement } from '#domain/calls/decide-call.js';
import { COMMON_REFUSALS } from '../graphql/common-refusals.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { UserError } from '../graphql/user-error.js';
import { MyApplicationType, WorkspaceApplicationType } from './application.type.js';
import {
  CallIntentEnum,
  CallRequirementEnum,
  CallStateEnum,
  WorkspaceCallType,
} from './workspace-call.type.js';

@ObjectType('CallMoveNotAllowed', {
  implements: () => UserError,
  description: 'The call isn’t in a state for this.',
})
export class CallMoveNotAllowed extends UserError {
  @Field(() => CallStateEnum, { description: 'Where the call stands.' }) from!: CallState;
  @Field(() => CallIntentEnum, { description: 'What was asked for.' }) intent!: CallIntent;
}

@ObjectType('CallNotReady', {
  implements: () => UserError,
  description: 'The call lacks something for this; all of it is told at once.',
})
export class CallNotReady extends UserError {
  @Field(() => [CallRequirementEnum], { description: 'All that is missing; at least one.' })
  missing!: readonly CallRequirement[];
}

@ObjectType('SelectionNotAllowed', {
  implements: () => UserError,
  description: 'This can’t be said of the application now; `code` says why.',
})
export class SelectionNotAllowed extends UserError {}

@ObjectType('NoSeatLeft', {
  implements: () => UserError,
  description: 'As many applicants are chosen as there are seats.',
})
export class NoSeatLeft extends UserError {
  @Field(() => Int, { description: 'How many seats the call has.' }) seats!: number;
}

@ObjectType('ApplicationNotPossible', {
  implements: () => UserError,
  description: 'This can’t be done with the own application now; `code` says why.',
})
export class ApplicationNotPossible extends UserError {}

/** What mutations about a call answer. */
export const CallAnswer = resultUnion<Exclude<CallStateRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'CallAnswer',
  description: 'The call as it is now, or why nothing was written.',
  success: WorkspaceCallType,
  refusals: {
    ...COMMON_REFUSALS,
    CALL_MOVE_NOT_ALLOWED: CallMoveNotAllowed,
    CALL_NOT_READY: CallNotReady,
  },
});

/** What mutations of the circle about an application answer. */
export const ApplicantAnswer = resultUnion<Exclude<SelectionRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'ApplicantAnswer',
  description: 'The application as it is now, or why nothing was written.',
  success: WorkspaceApplicationType,
  refusals: {
    ...COMMON_REFUSALS,
    APPLICATION_WITHDRAWN: SelectionNotAllowed,
    CALL_IS_DECIDED: SelectionNotAllowed,
    CALL_NOT_CLOSED: SelectionNotAllowed,
    NO_SEAT_LEFT: NoSeatLeft,
  },
});

/** What mutations of an applicant answer. */
export const MyApplicationAnswer = resultUnion<
  Exclude<(ApplyRefusal | OwnApplicationRefusal)['code'], 'REQUEST_REUSED'>
>({
  name: 'MyApplicationAnswer',
  description: 'The own application as it is now, or why nothing was written.',
  success: MyApplicationType,
  refusals: {
    INVALID_INPUT: COMMON_REFUSALS.INVALID_INPUT,
    NOT_FOUND: COMMON_REFUSALS.NOT_FOUND,
    APPLICATION_EXISTS: ApplicationNotPossible,
    APPLICATION_WITHDRAWN: ApplicationNotPossible,
    CALL_IS_DECIDED: ApplicationNotPossible,
    CALL_NOT_OPEN: ApplicationNotPossible,
  },
});
