import { Field, ID, Int, ObjectType, type MiddlewareContext } from '@nestjs/graphql';
import type { OpenCall } from '#application/published/open-calls-reader.js';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { messagesFor } from '#ui/messages/translate.js';
import type { GraphqlContext } from '../graphql/context.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { languageOf } from '../pages/language.js';

@ObjectType('CallQuestion', { description: 'A question that a call asks beside the usual ones.' })
export class CallQuestionType {
  @Field(() => ID, { description: 'UUID of the question; an answer names it.' }) id!: string;
  @Field(() => String, { description: 'The question.' }) text!: string;
}

@ObjectType('VolunteerCall', {
  description: 'A call for transformation guides, as those read it who may answer it.',
})
export class VolunteerCallType implements OpenCall {
  @Field(() => ID, { description: 'UUID of the call.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses; unique in the programme.' }) key!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { description: 'What is asked, in Markdown.' }) text!: string;
  @Field(() => LocalDayScalar, { description: 'First day on which it can be answered.' })
  opensOn!: LocalDay;
  @Field(() => LocalDayScalar, { description: 'Last day on which it can be answered.' })
  closesOn!: LocalDay;
  @Field(() => Int, { description: 'How many guides are sought.' }) seats!: number;
  @Field(() => Int, { description: 'Least length of a guide’s term, in loops.' })
  minimumTerm!: number;
  @Field(() => Int, { description: 'Number of the loop with which the terms begin.' })
  firstLoop!: number;
  @Field(() => [String], { description: 'What helps, each in a word or two.' })
  qualifications!: readonly string[];
  @Field(() => [CallQuestionType], { description: 'Questions beside the usual ones.' })
  questions!: readonly CallQuestionType[];
  @Field(() => String, {
    description: 'Version of the text that an applicant has to agree to; an application names it.',
    middleware: [() => APPLICATION_CONSENT],
  })
  consentVersion!: string;
  @Field(() => String, {
    description: 'That text, in the language of the header Accept-Language.',
    middleware: [
      ({ context }: MiddlewareContext<unknown, GraphqlContext>) =>
        messagesFor(languageOf(context.req))(`consent.${APPLICATION_CONSENT}`),
    ],
  })
  consentText!: string;
}
