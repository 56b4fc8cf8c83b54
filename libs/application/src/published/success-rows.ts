import type { LoopStage, NextStepState, StepState } from '#domain/measures/measure.record.js';
import type { AttachmentKind } from '#domain/measures/attachment.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import {
  inLanguage,
  inLanguageOrNull,
  type Languages,
  type StoredTranslations,
  type Text,
} from './in-language.js';

/** A success as faces show it; see libs/ui/src/views.ts for the words. */
export type Success = {
  readonly id: string;
  readonly measureId: string;
  readonly key: string;
  readonly topicId: string;
  readonly topicKey: string;
  readonly topicTitle: Text;
  readonly loopId: string;
  readonly loopNumber: number;
  readonly loopStage: LoopStage;
  readonly phase: PdcaPhase;
  readonly question: Text;
  readonly measureTitle: Text;
  readonly measureDescription: Text | null;
  readonly steps: readonly SuccessStep[];
  readonly result: Text;
  readonly resultDay: string | null;
  readonly publishedAt: string;
  readonly attachments: readonly SuccessAttachment[];
  readonly nextSteps: readonly SuccessNextStep[];
  readonly guides: readonly SuccessGuide[];
  readonly goals: readonly Text[];
  readonly continuedFrom: ChainLink | null;
  readonly continuedIn: ChainLink | null;
};
export type SuccessStep = {
  readonly id: string;
  readonly text: Text;
  readonly stage: Text | null;
  readonly state: StepState;
  readonly dueDay: string | null;
};
export type SuccessAttachment = {
  readonly kind: AttachmentKind;
  readonly title: Text;
  readonly address: string;
  readonly alternativeText: Text | null;
  readonly transcript: Text | null;
};
export type SuccessNextStep = {
  readonly id: string;
  readonly text: Text;
  readonly state: NextStepState;
  readonly overdue: boolean;
  readonly dueFrom: string | null;
  readonly dueDay: string | null;
  readonly doneDay: string | null;
  readonly addressee: Text | null;
  readonly takenUp: {
    readonly loopNumber: number;
    readonly topicKey: string;
    readonly successKey: string | null;
  } | null;
};
export type SuccessGuide = { readonly name: string | null; readonly unit: string | null };
export type ChainLink = { readonly loopNumber: number; readonly successKey: string | null };

type Named = { name: string; translations: StoredTranslations };

/** What `successColumns` answers for one success. */
export type SuccessRow = {
  id: string;
  measure_id: string;
  measure_key: string;
  topic_id: string;
  topic_key: string;
  topic_title: string;
  topic_translations: StoredTranslations;
  loop_id: string;
  loop_number: number;
  loop_stage: LoopStage;
  phase: PdcaPhase;
  question: string;
  action_field_translations: StoredTranslations;
  measure_title: string;
  measure_description: string | null;
  measure_translations: StoredTranslations;
  text: string;
  translations: StoredTranslations;
  day: string | null;
  published_at: Date;
  steps: {
    id: string;
    text: string;
    stage: string | null;
    state: StepState;
    due_day: string | null;
    translations: StoredTranslations;
  }[];
  attachments: {
    kind: AttachmentKind;
    title: string;
    address: string;
    alternative_text: string | null;
    transcript: string | null;
    translations: StoredTranslations;
  }[];
  next_steps: {
    id: string;
    text: string;
    state: NextStepState;
    due_from: string | null;
    due_day: string | null;
    done_day: string | null;
    translations: StoredTranslations;
    unit: Named | null;
    person: string | null;
    taken_up_loop: number | null;
    taken_up_topic: string | null;
    taken_up_key: string | null;
  }[];
  guides: { name: string | null; unit: Named | null }[];
  goals: { title: string; translations: StoredTranslations }[];
  continued_from: { loop: number; key: string | null } | null;
  continued_in: { loop: number; key: string | null } | null;
  /** The programme's day, by which a next step is overdue. */
  today: string;
};

/** SQL: the day in the time zone of the programme `p`. */
export const TODAY = '(now() AT TIME ZONE p.time_zone)::date';

/** SQL: the columns of a success `s` of published_success; `today` is SQL for the day of its programme. */
export const successColumns = (today: string): string => `
  s.id, s.measure_id, s.measure_key, s.topic_id, s.topic_key, s.topic_title, s.topic_translations, s.loop_id, s.loop_number,
  s.loop_stage, s.phase, s.question, s.action_field_translations, s.measure_title, s.measure_description,
  s.measure_translations, s.text, s.translations, s.day, s.published_at,
  s.steps, s.next_steps, s.guides, s.goals, s.attachments, s.continued_from, s.continued_in, ${today} AS today`;

/** The same where all successes are of the programme whose id is $1. */
export const SUCCESS_COLUMNS = successColumns(
  `(SELECT ${TODAY} FROM published_programme p WHERE p.id = $1)`,
);

const named = (languages: Languages, value: Named | null): Text | null =>
  value && inLanguage(languages, 'name', value.name, value.translations);

/** The parts of a measure in the reader's language. */
export function measurePartsOf(
  row: Pick<SuccessRow, 'steps' | 'next_steps' | 'guides' | 'goals' | 'today'>,
  languages: Languages,
): Pick<Success, 'steps' | 'nextSteps' | 'guides' | 'goals'> {
  return {
    steps: row.steps.map((step) => ({
      id: step.id,
      text: inLanguage(languages, 'text', step.text, step.translations),
      stage: inLanguageOrNull(languages, 'stage', step.stage, step.translations),
      state: step.state,
      dueDay: step.due_day,
    })),
    nextSteps: row.next_steps.map((next) => ({
      id: next.id,
      text: inLanguage(languages, 'text', next.text, next.translations),
      state: next.state,
      overdue: next.state === 'OPEN' && next.due_day !== null && next.due_day < row.today,
      dueFrom: next.due_from,
      dueDay: next.due_day,
      doneDay: next.done_day,
      addressee:
        named(languages, next.unit) ??
        (next.person === null ? null : { text: next.person, language: languages.wanted }),
      takenUp:
        next.taken_up_loop === null || next.taken_up_topic === null
          ? null
          : {
              loopNumber: next.taken_up_loop,
              topicKey: next.taken_up_topic,
              successKey: next.taken_up_key,
            },
    })),
    guides: row.guides.map((guide) => ({
      name: guide.name,
      unit: named(languages, guide.unit)?.text ?? null,
    })),
    goals: row.goals.map((goal) => inLanguage(languages, 'title', goal.title, goal.translations)),
  };
}

/** The attachments of a result in the reader's language. */
export function attachmentsOf(
  files: SuccessRow['attachments'],
  languages: Languages,
): readonly SuccessAttachment[] {
  return files.map((file) => ({
    kind: file.kind,
    title: inLanguage(languages, 'title', file.title, file.translations),
    address: file.address,
    alternativeText: inLanguageOrNull(
      languages,
      'alternativeText',
      file.alternative_text,
      file.translations,
    ),
    transcript: inLanguageOrNull(languages, 'transcript', file.transcript, file.translations),
  }));
}

/** A row in the reader's language. */
export function successOf(row: SuccessRow, languages: Languages): Success {
  const link = (value: { loop: number; key: string | null } | null): ChainLink | null =>
    value && { loopNumber: value.loop, successKey: value.key };
  return {
    id: row.id,
    measureId: row.measure_id,
    key: row.measure_key,
    topicId: row.topic_id,
    topicKey: row.topic_key,
    topicTitle: inLanguage(languages, 'title', row.topic_title, row.topic_translations),
    loopId: row.loop_id,
    loopNumber: row.loop_number,
    loopStage: row.loop_stage,
    phase: row.phase,
    question: inLanguage(languages, 'question', row.question, row.action_field_translations),
    measureTitle: inLanguage(languages, 'title', row.measure_title, row.measure_translations),
    measureDescription: inLanguageOrNull(
      languages,
      'description',
      row.measure_description,
      row.measure_translations,
    ),
    ...measurePartsOf(row, languages),
    result: inLanguage(languages, 'text', row.text, row.translations),
    resultDay: row.day,
    publishedAt: row.published_at.toISOString(),
    attachments: attachmentsOf(row.attachments, languages),
    continuedFrom: link(row.continued_from),
    continuedIn: link(row.continued_in),
  };
}
