import type { EntityManager } from 'typeorm';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { termOf } from '#domain/calls/decide-application.js';
import { isWritten } from '#domain/shared/text.js';
import type { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { given, textFaults } from '../shared/check-texts.js';
import type { InputFault } from '../shared/refusals.js';
import type { AnswerableCall } from './answerable-call.js';

/** What an applicant writes. */
export type ApplicationTexts = {
  readonly name?: string | null | undefined;
  readonly motivation?: string | null | undefined;
  /** Those of the call that fit. */
  readonly qualifications?: readonly string[] | null | undefined;
  /** Public topics that the applicant would like to guide. */
  readonly topicIds?: readonly string[] | null | undefined;
  /** Number of the last loop that the applicant offers; null for the least term. */
  readonly lastLoop?: number | null | undefined;
  /** To the call's own questions. */
  readonly answers?:
    readonly { readonly questionId: string; readonly text: string }[] | null | undefined;
};

/** In characters, as they are stored. */
const LONGEST_ANSWERS = 90_000;
const LAST_LOOP = 10_000;

/** Every fault of what an applicant writes; what is left out has none. */
export async function applicationFaults(
  em: EntityManager,
  call: AnswerableCall,
  texts: ApplicationTexts,
): Promise<InputFault[]> {
  const { name, motivation, lastLoop } = texts;
  const faults = textFaults(
    { field: 'name', text: name, longest: LIMITS.name, required: true },
    { field: 'motivation', text: motivation, longest: LIMITS.text, required: true },
    ...(texts.answers ?? []).map(({ text }, at) => ({
      field: `answers[${at}].text`,
      text,
      longest: LIMITS.text,
    })),
  );
  const unknown = (field: string, values: readonly string[], known: ReadonlySet<string>): void => {
    for (const [at, value] of values.entries())
      if (!known.has(value))
        faults.push({ field: field.replace('@', `[${at}]`), problem: 'UNKNOWN' });
  };
  unknown('qualifications@', texts.qualifications ?? [], new Set(call.qualifications));
  unknown(
    'answers@.questionId',
    idsOf(texts.answers?.map(({ questionId }) => questionId)),
    new Set(call.questions.map(({ id }) => id)),
  );
  unknown('topicIds@', idsOf(texts.topicIds), await publicTopics(em, call.programmeId));
  if (JSON.stringify(answersOf(texts.answers ?? [])).length > LONGEST_ANSWERS)
    faults.push({ field: 'answers', problem: 'TOO_LONG', limit: LONGEST_ANSWERS });
  const least = termOf(call, null).lastLoop;
  if (typeof lastLoop === 'number' && (lastLoop < least || lastLoop > LAST_LOOP))
    faults.push({ field: 'lastLoop', problem: 'OUT_OF_RANGE' });
  return faults;
}

/** A consent is to the present text, or it is none. */
export function consentFaults(version: string | null | undefined): InputFault[] {
  if (version === APPLICATION_CONSENT) return [];
  return [{ field: 'consentVersion', problem: isWritten(version ?? null) ? 'UNKNOWN' : 'MISSING' }];
}

/** The columns of what is given; it has no fault. */
export function contentOf(texts: ApplicationTexts): Partial<ApplicationEntity> {
  const { qualifications, topicIds, answers } = texts;
  return given({
    name: texts.name ?? undefined,
    motivation: texts.motivation ?? undefined,
    qualifications: qualifications === undefined ? undefined : [...new Set(qualifications)],
    topicIds: topicIds === undefined ? undefined : [...new Set(idsOf(topicIds))],
    lastLoop: texts.lastLoop,
    answers: answers === undefined ? undefined : answersOf(answers ?? []),
  });
}

/** By the id of the question; blank answers are none. */
function answersOf(
  answers: readonly { readonly questionId: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(
    answers
      .filter(({ text }) => isWritten(text))
      .map(({ questionId, text }) => [questionId.toLowerCase(), text]),
  );
}

/** Ids as the database writes them. */
function idsOf(ids: readonly string[] | null | undefined): string[] {
  return (ids ?? []).map((id) => id.toLowerCase());
}

async function publicTopics(em: EntityManager, programmeId: string): Promise<Set<string>> {
  const rows = await em.query<{ id: string }[]>(
    'SELECT id FROM published_topic WHERE programme_id = $1',
    [programmeId],
  );
  return new Set(rows.map(({ id }) => id));
}
