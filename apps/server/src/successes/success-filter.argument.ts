import type { ArgsOptions } from '@nestjs/graphql';
import { SuccessFilterInput } from './success-filter.input.js';

/** The argument `filter` of fields that answer successes; SuccessFilterPipe fills it up. */
export const FILTER = {
  type: () => SuccessFilterInput,
  nullable: true,
  defaultValue: null,
  description: 'Which successes are asked for; all without it.',
} satisfies ArgsOptions;
