import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DecisionsReader } from '#application/decisions/decisions-reader.js';
import {
  editDecision,
  recordDecision,
  removeDecision,
} from '#application/decisions/write-decisions.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { AFTER, FIRST, INPUT } from '../graphql/arguments.js';
import { badUserInput } from '../graphql/bad-user-input.js';
import { connectionOf } from '../graphql/page-info.type.js';
import { RemovalAnswer } from '../graphql/removal.type.js';
import { callerOf } from '../graphql/write-input.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { DecisionAnswer } from './decision-answer.js';
import { WorkspaceDecisionConnectionType } from './decision-connection.type.js';
import { EditDecisionInput, RecordDecisionInput, RemoveDecisionInput } from './decision.input.js';

/** The decisions of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceDecisionsResolver {
  constructor(private readonly reader: DecisionsReader) {}

  @ResolveField(() => WorkspaceDecisionConnectionType, {
    description: 'All decisions, newest meeting first.',
  })
  async decisions(
    @Parent() scope: WorkspaceScope,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER) after: string | null,
  ) {
    const rows = await this.reader.decisions(scope, first + 1, after);
    if (rows === null) throw badUserInput('after: is not a cursor of this list.');
    return connectionOf(rows, first, after, ({ id }) => id);
  }
}

@SignedIn()
@Resolver()
export class DecisionWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly decisions: DecisionsReader,
  ) {}

  @Mutation(() => DecisionAnswer, {
    description: 'Records how a body ruled on a point. The circle’s to do.',
  })
  recordDecision(
    @Args('input', INPUT) input: RecordDecisionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(recordDecision(this.writing, caller, input), ({ decisionId }) =>
      this.decisions.written(caller.accountId, decisionId),
    );
  }

  @Mutation(() => DecisionAnswer, { description: 'Changes a decision. The circle’s to do.' })
  editDecision(
    @Args('input', INPUT) input: EditDecisionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(editDecision(this.writing, caller, input), ({ decisionId }) =>
      this.decisions.written(caller.accountId, decisionId),
    );
  }

  @Mutation(() => RemovalAnswer, {
    description: 'Takes a decision away that was recorded by mistake. The circle’s to do.',
  })
  removeDecision(
    @Args('input', INPUT) input: RemoveDecisionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(removeDecision(this.writing, caller, input), (removed) =>
      Promise.resolve(removed),
    );
  }
}
