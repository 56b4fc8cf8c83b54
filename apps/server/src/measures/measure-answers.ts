import { Inject, Injectable } from '@nestjs/common';
import type { BulkAnswer } from '#application/measures/in-turn.js';
import type { MeasureRefusal } from '#application/measures/measure-refusal.js';
import type { Caller } from '#application/shared/caller.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { MeasuresReader } from '#application/workspace/measures-reader.js';
import type { WorkspaceMeasure } from '#application/workspace/measure-rows.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import type { Result } from '#domain/shared/result.js';
import { WRITING } from '../database/writing.js';
import { toRefusal } from '../graphql/to-refusal.js';
import type { Refusal } from '../graphql/user-error.js';
import { callerOf, type WriteInput } from '../graphql/write-input.js';

type Outcome = Result<{ readonly measureId: string }, MeasureRefusal>;
type Answer = WorkspaceMeasure | Refusal;

/** Runs use cases about measures, and reads what they answer as the caller sees it afterwards. */
@Injectable()
export class MeasureAnswers {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly measures: MeasuresReader,
  ) {}

  async write<Input extends WriteInput>(
    useCase: (writing: Writing, caller: Caller, input: Input) => Promise<Outcome>,
    accountId: string | null,
    input: Input,
  ): Promise<Answer> {
    const caller = callerOf(accountId, input);
    return this.#answerOf(caller, await useCase(this.writing, caller, input));
  }

  /** One answer for each measure, in the order in which they were named. */
  async writeAll<Input extends WriteInput>(
    useCase: (writing: Writing, caller: Caller, input: Input) => Promise<readonly BulkAnswer[]>,
    accountId: string | null,
    input: Input,
  ): Promise<{ measureId: string; answer: Answer }[]> {
    const caller = callerOf(accountId, input);
    const answers = [];
    for (const { measureId, outcome } of await useCase(this.writing, caller, input))
      answers.push({ measureId, answer: await this.#answerOf(caller, outcome) });
    return answers;
  }

  async #answerOf({ accountId }: Caller, outcome: Outcome): Promise<Answer> {
    if (!outcome.ok) return toRefusal(outcome.error);
    const { measureId } = outcome.value;
    const slug = await this.measures.programmeOf(measureId);
    const scope = slug === null ? null : await this.workspaces.enter(accountId, slug);
    const measure = scope && (await this.measures.measure(scope, measureId));
    // Somebody else may have blocked the caller, or removed the programme, since the write.
    return measure ?? { code: 'NOT_FOUND' };
  }
}
