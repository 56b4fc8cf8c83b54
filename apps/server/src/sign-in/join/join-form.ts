import type { SeenApplication } from '#application/calls/confirm-applications.js';
import type { ApplicationTexts } from '#application/calls/application-faults.js';
import type { ApplyCommand } from '#application/calls/apply-to-call.js';
import type { OpenCall } from '#application/published/open-calls-reader.js';
import type { InputFault } from '#application/shared/refusals.js';
import {
  answerField,
  joinFields,
  type JoinFault,
  type JoinField,
  type JoinFields,
  type JoinIntent,
} from '#ui/calls/join-view.js';
import { badTextOf } from '../../http/bad-text.js';

const INTENTS = [
  'apply',
  'edit',
  'withdraw',
  'confirm',
  'discard',
] as const satisfies readonly JoinIntent[];
const ANSWER = answerField('');
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a form of the page has sent. */
export type SentForm = {
  readonly intent: JoinIntent;
  readonly fields: JoinFields;
  /** Version of the text that is agreed to; empty for none. */
  readonly consent: string;
  /** Whether the field that people don't see was filled in. */
  readonly trapped: boolean;
  /** What is to be confirmed or thrown away; null where nothing is named. */
  readonly seen: SeenApplication | null;
};

/** Reads the body of a form: each name has a text, or a list of texts where it came several times. */
export function readForm(body: unknown): SentForm {
  const sent = (body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const all = (name: string): readonly string[] =>
    // As text areas have them: browsers send two characters for each line's end.
    [sent[name] ?? []].flat().map((text) => text.replaceAll('\r\n', '\n'));
  const one = (name: string): string => all(name)[0] ?? '';
  const consent = one(joinFields.consent);
  const intent = one(joinFields.intent);
  return {
    intent: INTENTS.find((known) => known === intent) ?? 'apply',
    fields: {
      name: one(joinFields.name),
      email: one(joinFields.email).trim(),
      motivation: one(joinFields.motivation),
      qualifications: all(joinFields.qualification),
      topicIds: all(joinFields.topic),
      lastLoop: one(joinFields.lastLoop).trim(),
      answers: Object.fromEntries(
        Object.keys(sent)
          .filter((name) => name.startsWith(ANSWER))
          .map((name) => [name.slice(ANSWER.length), one(name)]),
      ),
      consent: consent !== '',
    },
    consent,
    trapped: one(joinFields.trap) !== '',
    seen: seenOf(one(joinFields.application), one(joinFields.version)),
  };
}

function seenOf(applicationId: string, version: string): SeenApplication | null {
  if (!UUID.test(applicationId) || !/^\d{1,9}$/.test(version)) return null;
  return { applicationId, version: Number(version) };
}

/** What is written, as the use cases take it. */
export function textsOf(
  { fields }: SentForm,
  call: OpenCall,
): ApplicationTexts & Pick<ApplyCommand, 'name' | 'motivation'> {
  const { name, motivation, qualifications, topicIds, lastLoop } = fields;
  return {
    name,
    motivation,
    qualifications,
    topicIds,
    // Whatever is no number lies outside of what can be chosen.
    lastLoop: lastLoop === '' ? null : /^\d{1,5}$/.test(lastLoop) ? Number(lastLoop) : 0,
    answers: call.questions.map(({ id }) => ({ questionId: id, text: fields.answers[id] ?? '' })),
  };
}

/** The fields with characters that can't be stored. */
export function badCharacters({ fields }: SentForm): JoinFault[] {
  const texts: (readonly [JoinField, readonly string[]])[] = [
    ['name', [fields.name]],
    ['email', [fields.email]],
    ['motivation', [fields.motivation]],
    ['qualifications', fields.qualifications],
    ['topics', fields.topicIds],
    ...Object.entries(fields.answers).map(([id, text]) => [answerField(id), [text]] as const),
  ];
  return texts
    .filter(([field, values]) => values.some((value) => badTextOf(value, field) !== null))
    .map(([field]) => ({ field, problem: 'BAD_CHARACTER' }));
}

const FIELDS: Readonly<Record<string, JoinField>> = {
  name: 'name',
  email: 'email',
  motivation: 'motivation',
  qualifications: 'qualifications',
  topicIds: 'topics',
  lastLoop: 'lastLoop',
  consentVersion: 'consent',
};

/** The faults of an input as those of the form's fields, one each, in the order of the form. */
export function formFaults(faults: readonly InputFault[], call: OpenCall): JoinFault[] {
  const fieldOf = (name: string): JoinField => {
    const [, input = '', at = '0'] = /^(\w+)(?:\[(\d+)\])?/.exec(name) ?? [];
    return FIELDS[input] ?? answerField(call.questions[Number(at)]?.id ?? '');
  };
  const order: readonly JoinField[] = [
    'name',
    'email',
    'motivation',
    'qualifications',
    'topics',
    'lastLoop',
    ...call.questions.map(({ id }) => answerField(id)),
    'consent',
  ];
  const found = new Map<JoinField, JoinFault>();
  for (const { field: name, ...fault } of faults) {
    const field = fieldOf(name);
    if (!found.has(field)) found.set(field, { field, ...fault });
  }
  return [...found.values()].sort(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
  );
}
