import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { WriteInput } from '../graphql/write-input.js';

@InputType({ isAbstract: true })
abstract class VoiceInput extends WriteInput {
  @Field(() => ID, { description: 'The voice.' }) voiceId!: string;
  @Field(() => Int, {
    description: 'The version of the voice that the caller saw; an older one is refused.',
  })
  version!: number;
}

@InputType('AnswerVoiceInput', { description: 'The answer to a voice, or other words for it.' })
export class AnswerVoiceInput extends VoiceInput {
  @Field(() => String, { description: 'The answer, in plain text.' }) answer!: string;
  @Field(() => Boolean, {
    description:
      'Whether it is to stand beneath the success with what the reader has written: the circle’s to say, and only where the sender has agreed.',
  })
  inPublic!: boolean;
}

@InputType('SetAsideVoiceInput', { description: 'A voice that gets no answer, and why.' })
export class SetAsideVoiceInput extends VoiceInput {
  @Field(() => String, { description: 'Why; only the workspace reads it.' }) reason!: string;
}

@InputType('ReopenVoiceInput', { description: 'A voice that was set aside.' })
export class ReopenVoiceInput extends VoiceInput {}

@InputType('SortVoiceInput', { description: 'What is left out stays as it is; null empties it.' })
export class SortVoiceInput extends VoiceInput {
  @Field(() => ID, { nullable: true, description: 'What it is about.' }) themeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The measure that came of it.' })
  ledToMeasureId?: string | null;
}

@InputType('AddVoiceThemeInput', { description: 'A theme to sort voices by.' })
export class AddVoiceThemeInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Name; unique in the programme.' }) name!: string;
}

@InputType('RenameVoiceThemeInput', { description: 'Another name for a theme.' })
export class RenameVoiceThemeInput extends WriteInput {
  @Field(() => ID, { description: 'The theme.' }) themeId!: string;
  @Field(() => String, { description: 'Name; unique in the programme.' }) name!: string;
}

@InputType('ThankForMeasureInput', { description: 'Thanks to the people of a measure.' })
export class ThankForMeasureInput extends WriteInput {
  @Field(() => ID, { description: 'The measure.' }) measureId!: string;
  @Field(() => String, { description: 'A sentence.' }) text!: string;
}

@InputType('TakeBackThanksInput', { description: 'The own thanks.' })
export class TakeBackThanksInput extends WriteInput {
  @Field(() => ID, { description: 'The thanks.' }) thanksId!: string;
}
