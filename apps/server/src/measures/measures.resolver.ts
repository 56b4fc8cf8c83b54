import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  carryOverMeasure,
  carryOverMeasures,
  planSuccessor,
} from '#application/measures/carry-over-measure.js';
import { createMeasure } from '#application/measures/create-measure.js';
import { editMeasure } from '#application/measures/edit-measure.js';
import { moveMeasure, moveMeasures } from '#application/measures/move-measure.js';
import { undoLastMove } from '#application/measures/undo-last-move.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { INPUT } from '../graphql/arguments.js';
import { BulkMeasureAnswerType, MeasureAnswer } from './measure-answer.js';
import { MeasureAnswers } from './measure-answers.js';
import {
  CarryOverMeasureInput,
  CarryOverMeasuresInput,
  CreateMeasureInput,
  EditMeasureInput,
  MoveMeasureInput,
  MoveMeasuresInput,
  PlanSuccessorInput,
  UndoLastMoveInput,
} from './measure.input.js';

@SignedIn()
@Resolver()
export class WorkspaceMeasureWritesResolver {
  constructor(private readonly measures: MeasureAnswers) {}

  @Mutation(() => MeasureAnswer, { description: 'Makes a measure. The circle’s to do.' })
  createMeasure(
    @Args('input', INPUT) input: CreateMeasureInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(createMeasure, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Changes what is written about a measure.' })
  editMeasure(
    @Args('input', INPUT) input: EditMeasureInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(editMeasure, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Moves a measure to another phase of its cycle; availableMoves says which.',
  })
  moveMeasure(
    @Args('input', INPUT) input: MoveMeasureInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(moveMeasure, account, input);
  }

  @Mutation(() => [BulkMeasureAnswerType], {
    description:
      'Moves several measures, each by itself: a refusal of one leaves the others moved.',
  })
  moveMeasures(
    @Args('input', INPUT) input: MoveMeasuresInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.writeAll(moveMeasures, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Takes the last move back, where the rules hold a way back for the caller.',
  })
  undoLastMove(
    @Args('input', INPUT) input: UndoLastMoveInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(undoLastMove, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description:
      'Ends a measure in its loop and begins its successor in a later one; answers the successor.',
  })
  carryOverMeasure(
    @Args('input', INPUT) input: CarryOverMeasureInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(carryOverMeasure, account, input);
  }

  @Mutation(() => [BulkMeasureAnswerType], {
    description: 'Carries several measures over, each by itself; answers their successors.',
  })
  carryOverMeasures(
    @Args('input', INPUT) input: CarryOverMeasuresInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.writeAll(carryOverMeasures, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description:
      'Begins the successor of a measure in ACT that is to be adapted, which stays in ACT; answers the successor.',
  })
  planSuccessor(
    @Args('input', INPUT) input: PlanSuccessorInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(planSuccessor, account, input);
  }
}
