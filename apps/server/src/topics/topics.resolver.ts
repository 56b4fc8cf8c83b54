import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Writing } from '#application/shared/unit-of-work.js';
import { TopicsReader } from '#application/topics/topics-reader.js';
import { askQuestion, editQuestion, removeQuestion } from '#application/topics/write-questions.js';
import { createTopic, editTopic, removeTopic } from '#application/topics/write-topics.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { RemovalAnswer } from '../graphql/removal.type.js';
import { callerOf } from '../graphql/write-input.js';
import { ActionFieldAnswer, TopicAnswer } from './topic-answer.js';
import {
  AskQuestionInput,
  CreateTopicInput,
  EditQuestionInput,
  EditTopicInput,
  RemoveQuestionInput,
  RemoveTopicInput,
} from './topic.input.js';

@SignedIn()
@Resolver()
export class TopicWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly topics: TopicsReader,
  ) {}

  @Mutation(() => TopicAnswer, { description: 'Adds a topic to a programme. The circle’s to do.' })
  createTopic(
    @Args('input', INPUT) input: CreateTopicInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(createTopic(this.writing, caller, input), ({ topicId }) =>
      this.topics.writtenTopic(caller.accountId, topicId),
    );
  }

  @Mutation(() => TopicAnswer, { description: 'Changes a topic. The circle’s to do.' })
  editTopic(@Args('input', INPUT) input: EditTopicInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(editTopic(this.writing, caller, input), ({ topicId }) =>
      this.topics.writtenTopic(caller.accountId, topicId),
    );
  }

  @Mutation(() => RemovalAnswer, {
    description: 'Takes a topic away that no question was ever asked of. The circle’s to do.',
  })
  removeTopic(
    @Args('input', INPUT) input: RemoveTopicInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(removeTopic(this.writing, caller, input), (removed) =>
      Promise.resolve(removed),
    );
  }

  @Mutation(() => ActionFieldAnswer, {
    description: 'Asks a question of a topic in a loop that isn’t closed. The circle’s to do.',
  })
  askQuestion(
    @Args('input', INPUT) input: AskQuestionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(askQuestion(this.writing, caller, input), ({ actionFieldId }) =>
      this.topics.writtenField(caller.accountId, actionFieldId),
    );
  }

  @Mutation(() => ActionFieldAnswer, {
    description:
      'Puts a question in other words, as long as its loop isn’t closed. The circle’s to do.',
  })
  editQuestion(
    @Args('input', INPUT) input: EditQuestionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(editQuestion(this.writing, caller, input), ({ actionFieldId }) =>
      this.topics.writtenField(caller.accountId, actionFieldId),
    );
  }

  @Mutation(() => RemovalAnswer, {
    description: 'Takes a question away that no measure answers. The circle’s to do.',
  })
  removeQuestion(
    @Args('input', INPUT) input: RemoveQuestionInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(removeQuestion(this.writing, caller, input), (removed) =>
      Promise.resolve(removed),
    );
  }
}
