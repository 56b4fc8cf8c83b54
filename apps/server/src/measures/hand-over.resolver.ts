import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { handOverMeasures, type HandedOver } from '#application/measures/hand-over-measures.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import type { WorkspaceMeasure } from '#application/workspace/measure-rows.js';
import { MeasuresReader } from '#application/workspace/measures-reader.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { callerOf } from '../graphql/write-input.js';
import { HandOverAnswer, HandOverMeasuresInput } from './hand-over.type.js';

@SignedIn()
@Resolver()
export class HandOverResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly measures: MeasuresReader,
  ) {}

  @Mutation(() => HandOverAnswer, {
    description:
      'Gives measures of one owner to another, who is asked to accept each; all or none. The owner’s and the circle’s to do.',
  })
  handOverMeasures(
    @Args('input', INPUT) input: HandOverMeasuresInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(handOverMeasures(this.writing, caller, input), (done) =>
      this.#seen(caller.accountId, done),
    );
  }

  async #seen(
    accountId: string,
    { programme, measureIds }: HandedOver,
  ): Promise<{ measures: WorkspaceMeasure[] } | null> {
    const scope = await this.workspaces.enter(accountId, programme);
    return scope && { measures: await this.measures.byIds(scope, measureIds) };
  }
}
