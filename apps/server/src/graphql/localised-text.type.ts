import { Field, ObjectType } from '@nestjs/graphql';
import type { Text } from '#application/published/in-language.js';
import { LanguageEnum } from './enums.js';
import { Plain } from './plain-types.js';

@Plain()
@ObjectType('LocalisedText', {
  description:
    'A text and the language it is in: the wanted one where there is a translation, else the programme’s own.',
})
export class LocalisedTextType implements Text {
  @Field(() => String, { description: 'The text.' }) text!: string;
  @Field(() => LanguageEnum, { description: 'The language that `text` is in.' })
  language!: string;
}
