import { Field, Int, ObjectType, type MiddlewareContext } from '@nestjs/graphql';
import {
  INPUT_PROBLEMS,
  type InputFault as Fault,
  type InputProblem,
} from '#application/shared/refusals.js';
import { messagesFor } from '#ui/messages/translate.js';
import { languageOf } from '../pages/language.js';
import type { GraphqlContext } from './context.js';
import { enumOf } from './enums.js';
import { UserError } from './user-error.js';

export const InputProblemEnum = enumOf(
  'InputProblem',
  'What is wrong with a field of an input.',
  INPUT_PROBLEMS,
  {
    MISSING: 'It is empty, and must not be.',
    TOO_LONG: 'It is longer than `limit` characters.',
    MALFORMED: 'It isn’t of the form that its description asks for.',
    UNKNOWN: 'It names something that doesn’t exist, or that can’t stand here.',
    OUT_OF_RANGE: 'It lies outside of what is possible, such as an end before its beginning.',
    WRONG_STATE: 'It names something that isn’t in a state for this, such as a step that is done.',
    CHECKER_IS_OWNER: 'Who owns a measure can’t check it.',
    LAST_ADMINISTRATOR: 'The programme would be left without an administrator.',
    REUSED: 'The id was given to another request before.',
    DOMAIN_NOT_ALLOWED: 'Addresses of this domain may not apply.',
    FEWER_THAN_CHOSEN: 'More applicants are chosen than that.',
    NOT_AGREED: 'Whoever wrote it hasn’t agreed that it may stand in public.',
    TOO_OFTEN: 'So much of it came within a day that more has to wait for tomorrow.',
    OWN_CONSENT_NEEDED: 'The person has signed in, and can alone let more of the name be public.',
  },
);

/** A faulty field, as a use case answers it. */
export type InputFault = Omit<Fault, 'limit'> & { readonly limit?: number | null };

function sentenceOf({ source, context }: MiddlewareContext<InputFault, GraphqlContext>): string {
  const say = messagesFor(languageOf(context.req));
  return say(`fault.${source.problem}`, { limit: source.limit ?? 0 });
}

@ObjectType('InputFault', { description: 'One faulty field of an input.' })
export class InputFaultType implements InputFault {
  @Field(() => String, { description: 'Path of the field, such as `input.steps[2].text`.' })
  field!: string;
  @Field(() => InputProblemEnum, { description: 'What is wrong, for programs.' })
  problem!: InputProblem;
  @Field(() => String, {
    description: 'What is wrong, for people, in the language of the header Accept-Language.',
    middleware: [sentenceOf],
  })
  message!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Most characters that the field may hold; null where that isn’t the problem.',
  })
  limit!: number | null;
}

@ObjectType('InvalidInput', {
  implements: () => UserError,
  description: 'The input can’t be used; all that is wrong with it is told at once.',
})
export class InvalidInput extends UserError {
  @Field(() => [InputFaultType], { description: 'Every faulty field; at least one.' })
  faults!: readonly InputFaultType[];
  @Field(() => String, {
    nullable: true,
    description: 'Path of the first faulty field.',
    middleware: [
      ({ source }: MiddlewareContext<{ readonly faults: readonly InputFault[] }>) =>
        source.faults[0]?.field ?? null,
    ],
  })
  declare field: string | null;
}

@ObjectType('NotAllowed', {
  implements: () => UserError,
  description: 'The caller may see this, but not do it.',
})
export class NotAllowed extends UserError {}

@ObjectType('NotFound', {
  implements: () => UserError,
  description: 'There is nothing of this id that the caller may know of.',
})
export class NotFound extends UserError {}

@ObjectType('StaleVersion', {
  implements: () => UserError,
  description: 'It was changed since the caller read it. Nothing was written: read it again.',
})
// What was changed by whom stands in `changes`, which history/ resolves.
export class StaleVersion extends UserError {
  @Field(() => Int, { description: 'The version that it has now.' }) currentVersion!: number;
}

@ObjectType('LoopFrozen', {
  implements: () => UserError,
  description: 'The learning loop is closed; what belongs to it changes no more.',
})
export class LoopFrozen extends UserError {
  @Field(() => Int, { description: 'Number of the loop.' }) loopNumber!: number;
}

/** What nearly every mutation may answer: `{ ...COMMON_REFUSALS, … }` in the union of its results. */
export const COMMON_REFUSALS = {
  INVALID_INPUT: InvalidInput,
  NOT_ALLOWED: NotAllowed,
  NOT_FOUND: NotFound,
  STALE_VERSION: StaleVersion,
} as const;
