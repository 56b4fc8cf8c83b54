import { registerEnumType } from '@nestjs/graphql';
import { CONTENT_LANGUAGES } from '#application/programme-files/programme-file.js';
import type { PathDot } from '#application/published/successes-reader.js';
import { ATTACHMENT_KINDS } from '#domain/measures/attachment.js';
import { LOOP_STAGES, NEXT_STEP_STATES, STEP_STATES } from '#domain/measures/measure.record.js';
import { PDCA_PHASES } from '#domain/pdca/pdca-phase.js';

/** Registers an enum from a list of the domain; each value must be described, or it doesn't compile. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  descriptions: Readonly<Record<Value, string>>,
): Record<Value, Value> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  registerEnumType(members, {
    name,
    description,
    valuesMap: Object.fromEntries(
      values.map((value) => [value, { description: descriptions[value] }]),
    ) as Record<Value, { description: string }>,
  });
  return members;
}

export const PdcaPhaseEnum = enumOf(
  'PdcaPhase',
  'Where a measure stands in its cycle of plan, do, check and act, or how it ended.',
  PDCA_PHASES,
  {
    PLAN: 'Is being planned.',
    DO: 'Is being carried out.',
    CHECK: 'Its result is being checked.',
    ACT: 'Conclusions are being drawn from the check.',
    DONE: 'Has ended; what came of it is kept.',
    STOPPED: 'Was stopped; what was learnt is kept.',
    CARRIED_OVER: 'Goes on as a measure of a later loop.',
  },
);

export const LoopStageEnum = enumOf('LoopStage', 'The stage of a learning loop.', LOOP_STAGES, {
  PLANNED: 'Not begun; never among published loops.',
  RUNNING: 'Measures are at work.',
  REVIEW: 'Results are being checked.',
  CLOSED: 'All measures have ended.',
});

export const StepStateEnum = enumOf('StepState', 'The state of a step of a measure.', STEP_STATES, {
  OPEN: 'Still to do.',
  DONE: 'Done.',
  DROPPED: 'Will not be done.',
});

export const NextStepStateEnum = enumOf(
  'NextStepState',
  'The state of a next step.',
  NEXT_STEP_STATES,
  {
    OPEN: 'Still to do.',
    DONE: 'Done.',
    DROPPED: 'Will not be done.',
    BECAME_MEASURE: 'Was taken up as a measure of its own.',
  },
);

export const AttachmentKindEnum = enumOf(
  'AttachmentKind',
  'What an attachment is.',
  ATTACHMENT_KINDS,
  {
    FIGURE: 'A picture or diagram; has an alternative text.',
    FILE: 'A document.',
    VIDEO: 'A film; has a transcript.',
  },
);

export const LanguageEnum = enumOf(
  'Language',
  'A language of content. The value is the BCP 47 tag, fit for the HTML attribute `lang`.',
  CONTENT_LANGUAGES,
  { de: 'German.', en: 'English.', nl: 'Dutch.', da: 'Danish.', sv: 'Swedish.', fi: 'Finnish.' },
);
export type Language = keyof typeof LanguageEnum;

/** The readers' small letters, as an enum is written. */
export const TopicLoopStateEnum = {
  NONE: 'none',
  ENTRY: 'entry',
  SUCCESS: 'success',
} as const satisfies Record<Uppercase<PathDot['state']>, PathDot['state']>;
registerEnumType(TopicLoopStateEnum, {
  name: 'TopicLoopState',
  description: 'What a topic has in one loop.',
  valuesMap: {
    NONE: { description: 'No action field of the topic.' },
    ENTRY: { description: 'An action field, but nothing published yet.' },
    SUCCESS: { description: 'At least one published success.' },
  },
});
