import { Field, InterfaceType, type MiddlewareContext } from '@nestjs/graphql';
import { messagesFor } from '#ui/messages/translate.js';
import { languageOf } from '../pages/language.js';
import type { GraphqlContext } from './context.js';
import { enumOf } from './enums.js';

/** Every code that a refusal may carry. A mutation with a refusal of its own adds its code here and its sentence to the catalogue. */
export const USER_ERROR_CODES = [
  'APPLICATION_EXISTS',
  'APPLICATION_WITHDRAWN',
  'CALL_IS_DECIDED',
  'CALL_MOVE_NOT_ALLOWED',
  'CALL_NOT_CLOSED',
  'CALL_NOT_OPEN',
  'CALL_NOT_READY',
  'HAND_OVER_BLOCKED',
  'ERASURE_NOT_READY',
  'IDEAS_NOT_OPEN',
  'IDEA_MOVE_NOT_ALLOWED',
  'INVALID_INPUT',
  'IN_USE',
  'LOOP_FROZEN',
  'LOOP_NOT_READY',
  'LOOP_STAGE_NOT_ALLOWED',
  'MEASURE_HAS_SUCCESSOR',
  'MOVE_NOT_ALLOWED',
  'MOVE_NOT_READY',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'NO_SEAT_LEFT',
  'STALE_VERSION',
  'VOICE_MOVE_NOT_ALLOWED',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

export const UserErrorCodeEnum = enumOf(
  'UserErrorCode',
  'Names a refusal. A code never changes its meaning; new ones are added.',
  USER_ERROR_CODES,
  {
    APPLICATION_EXISTS: 'The caller has applied to this call already.',
    APPLICATION_WITHDRAWN: 'The application was withdrawn.',
    CALL_IS_DECIDED: 'The call is decided; only from its waitlist applicants may still be chosen.',
    CALL_MOVE_NOT_ALLOWED: 'The call isn’t in a state for this.',
    CALL_NOT_CLOSED: 'The call can still be answered; applicants are chosen once it is closed.',
    CALL_NOT_OPEN: 'The call can’t be answered today.',
    CALL_NOT_READY: 'The call lacks something for this; all of it is told.',
    ERASURE_NOT_READY: 'Something has to be handed over before; all of it is told.',
    IDEAS_NOT_OPEN: 'The programme takes no ideas.',
    IDEA_MOVE_NOT_ALLOWED: 'The idea isn’t in a state for this.',
    NO_SEAT_LEFT: 'As many applicants are chosen as there are seats.',
    HAND_OVER_BLOCKED:
      'Measures stand in the way; nothing was handed over, and all of them are named.',
    INVALID_INPUT: 'The input can’t be used; each faulty field is named.',
    IN_USE: 'Another record still names it, or already has its name.',
    LOOP_FROZEN: 'The learning loop is closed; what belongs to it changes no more.',
    LOOP_NOT_READY: 'Something stands in the way of that stage; all of it is told.',
    LOOP_STAGE_NOT_ALLOWED: 'That stage doesn’t follow the loop’s own.',
    MEASURE_HAS_SUCCESSOR: 'The measure goes on in a later loop already.',
    MOVE_NOT_ALLOWED: 'No such move leaves the measure’s phase.',
    MOVE_NOT_READY: 'The move lacks something; all of it is told.',
    NOT_ALLOWED: 'The caller may see this, but not do it.',
    NOT_FOUND: 'There is nothing of this id that the caller may know of.',
    STALE_VERSION: 'It was changed since the caller read it; nothing was written.',
    VOICE_MOVE_NOT_ALLOWED: 'The voice isn’t in a state for this.',
  },
);

/** What a use case answers as a refusal: its code, and further facts under the names of its type's fields. */
export type Refusal<Code extends UserErrorCode = UserErrorCode> = { readonly code: Code };

/** The sentence comes from the catalogue, so that a use case answers codes and facts only (docs/adr/0011). */
function sentenceOf({ source, context }: MiddlewareContext<Refusal, GraphqlContext>): string {
  return messagesFor(languageOf(context.req))(`refusal.${source.code}`);
}

/** What every refusal in a result union shares, so that a client survives a new member (docs/adr/0004). */
@InterfaceType('UserError', {
  description:
    'A refusal that the caller can act on: a member of the unions that mutations answer.',
})
export abstract class UserError implements Refusal {
  @Field(() => UserErrorCodeEnum, { description: 'Names the refusal for programs.' })
  code!: UserErrorCode;
  @Field(() => String, {
    description:
      'Says it to people, in the language of the header Accept-Language: German or English.',
    middleware: [sentenceOf],
  })
  message!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Path of the faulty input, such as `input.steps[2].text`; null when it isn’t about one field.',
  })
  field!: string | null;
}
