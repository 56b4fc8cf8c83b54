import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Writing } from '#application/shared/unit-of-work.js';
import { takeBackThanks, thankForMeasure } from '#application/voices/thanks.js';
import { addVoiceTheme, renameVoiceTheme } from '#application/voices/voice-themes.js';
import { VoicesReader } from '#application/voices/voices-reader.js';
import {
  answerVoice,
  reopenVoice,
  setAsideVoice,
  sortVoice,
} from '#application/voices/write-voice.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { RemovalAnswer } from '../graphql/removal.type.js';
import { callerOf } from '../graphql/write-input.js';
import { ThanksAnswer, VoiceAnswer, VoiceThemeAnswer } from './voice-answer.js';
import {
  AddVoiceThemeInput,
  AnswerVoiceInput,
  RenameVoiceThemeInput,
  ReopenVoiceInput,
  SetAsideVoiceInput,
  SortVoiceInput,
  TakeBackThanksInput,
  ThankForMeasureInput,
} from './voice.input.js';

@SignedIn()
@Resolver()
export class VoiceWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly voices: VoicesReader,
  ) {}

  @Mutation(() => VoiceAnswer, {
    description:
      'Answers a reader: by mail where the reader wants it, in public where reader and circle agree. For who edits the measure; an answer that is there is the circle’s to change, and is mailed no second time.',
  })
  answerVoice(
    @Args('input', INPUT) input: AnswerVoiceInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(answerVoice(this.writing, caller, input), ({ voiceId }) =>
      this.voices.written(caller.accountId, voiceId),
    );
  }

  @Mutation(() => VoiceAnswer, {
    description:
      'Says that a voice gets no answer, and why; the sender’s address is deleted. The circle’s to do.',
  })
  setAsideVoice(
    @Args('input', INPUT) input: SetAsideVoiceInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(setAsideVoice(this.writing, caller, input), ({ voiceId }) =>
      this.voices.written(caller.accountId, voiceId),
    );
  }

  @Mutation(() => VoiceAnswer, {
    description: 'Takes a voice up again that was set aside. The circle’s to do.',
  })
  reopenVoice(
    @Args('input', INPUT) input: ReopenVoiceInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(reopenVoice(this.writing, caller, input), ({ voiceId }) =>
      this.voices.written(caller.accountId, voiceId),
    );
  }

  @Mutation(() => VoiceAnswer, {
    description: 'Says what a voice is about, and which measure came of it. The circle’s to do.',
  })
  sortVoice(@Args('input', INPUT) input: SortVoiceInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(sortVoice(this.writing, caller, input), ({ voiceId }) =>
      this.voices.written(caller.accountId, voiceId),
    );
  }

  @Mutation(() => VoiceThemeAnswer, {
    description: 'Names a theme to sort voices by. The circle’s to do.',
  })
  addVoiceTheme(
    @Args('input', INPUT) input: AddVoiceThemeInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(addVoiceTheme(this.writing, caller, input), ({ themeId }) =>
      this.voices.writtenTheme(caller.accountId, themeId),
    );
  }

  @Mutation(() => VoiceThemeAnswer, {
    description: 'Gives a theme another name. The circle’s to do.',
  })
  renameVoiceTheme(
    @Args('input', INPUT) input: RenameVoiceThemeInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(renameVoiceTheme(this.writing, caller, input), ({ themeId }) =>
      this.voices.writtenTheme(caller.accountId, themeId),
    );
  }

  @Mutation(() => ThanksAnswer, {
    description:
      'Thanks the people of a measure in a sentence, which they are told by mail. For everyone of the programme who may see the measure, employees where it has a published result.',
  })
  thankForMeasure(
    @Args('input', INPUT) input: ThankForMeasureInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(thankForMeasure(this.writing, caller, input), ({ thanksId }) =>
      this.voices.writtenThanks(caller.accountId, thanksId),
    );
  }

  @Mutation(() => RemovalAnswer, { description: 'Takes the own thanks back.' })
  takeBackThanks(
    @Args('input', INPUT) input: TakeBackThanksInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(takeBackThanks(this.writing, caller, input), (removed) =>
      Promise.resolve(removed),
    );
  }
}
