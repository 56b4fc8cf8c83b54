import type { BuildSchemaOptions } from '@nestjs/graphql';
import { COMMON_REFUSALS } from './common-refusals.type.js';

/** How the schema is built, by the server and by scripts/print-schema.ts alike. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = {
  // No field answers them by itself: they belong to the unions of mutations.
  orphanedTypes: Object.values(COMMON_REFUSALS),
};
