import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Requirement } from '#domain/pdca/pdca-moves.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { PdcaPhaseEnum } from '../graphql/enums.js';
import { UserError } from '../graphql/user-error.js';
import { RequirementEnum } from './measure-parts.type.js';

@ObjectType('MoveNotAllowed', {
  implements: () => UserError,
  description: 'The rules hold no such move.',
})
export class MoveNotAllowed extends UserError {
  @Field(() => PdcaPhaseEnum, { description: 'The phase in which the measure is.' })
  from!: PdcaPhase;
  @Field(() => PdcaPhaseEnum, { description: 'The phase that was asked for.' }) to!: PdcaPhase;
}

@ObjectType('MoveNotReady', {
  implements: () => UserError,
  description: 'The move lacks something; all of it is told at once.',
})
export class MoveNotReady extends UserError {
  @Field(() => [RequirementEnum], { description: 'All that is missing; at least one.' })
  missing!: readonly Requirement[];
}

@ObjectType('MeasureHasSuccessor', {
  implements: () => UserError,
  description: 'The measure goes on in a later loop already: a chain has no forks.',
})
export class MeasureHasSuccessor extends UserError {
  @Field(() => Int, { description: 'Number of the loop in which it goes on.' }) loopNumber!: number;
}
