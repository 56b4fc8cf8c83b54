import { ProgrammesResolver } from '../programmes/programmes.resolver.js';
import { ChainedMeasuresResolver, MeasuresResolver } from '../successes/measures.resolver.js';
import { ProgrammeSuccessesResolver } from '../successes/programme-successes.resolver.js';
import { SuccessConnectionResolver } from '../successes/success-connection.resolver.js';
import { SuccessesResolver } from '../successes/successes.resolver.js';

/** Every resolver class: the module provides them, and scripts/print-schema.ts prints their schema. */
export const RESOLVERS = [
  ChainedMeasuresResolver,
  MeasuresResolver,
  ProgrammeSuccessesResolver,
  ProgrammesResolver,
  SuccessConnectionResolver,
  SuccessesResolver,
];
