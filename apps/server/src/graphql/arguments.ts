import { Int, type ArgsOptions } from '@nestjs/graphql';
import { LARGEST_PAGE } from './argument-rules.js';
import { LanguageEnum } from './enums.js';

/** Arguments that many fields share; their checks are in argument-rules.ts. */
export const FIRST = {
  type: () => Int,
  defaultValue: 20,
  description: `Size of the page, 1 to ${LARGEST_PAGE}.`,
} satisfies ArgsOptions;

export const AFTER = {
  type: () => String,
  nullable: true,
  defaultValue: null,
  description: 'Cursor of the edge before the page; null for the first page.',
} satisfies ArgsOptions;

export const AFTER_ENTRY = {
  ...AFTER,
  description: 'Id of the entry before the page, so that older ones follow; null for the newest.',
} satisfies ArgsOptions;

export const IN_LANGUAGE = {
  type: () => LanguageEnum,
  nullable: true,
  defaultValue: null,
  description:
    'The language wanted; texts without a translation, and all by default, come in the programme’s own.',
} satisfies ArgsOptions;

/** The one argument of a mutation. */
export const INPUT = { description: 'What is asked for.' } satisfies ArgsOptions;
