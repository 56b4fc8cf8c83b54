import type { InputFault } from '#application/shared/refusals.js';
import {
  ideaFields,
  type IdeaFault,
  type IdeaField,
  type IdeaFields,
  type IdeaIntent,
} from '#ui/ideas/ideas-view.js';
import { badTextOf } from '../../http/bad-text.js';

const INTENTS = ['submit', 'edit', 'withdraw'] as const satisfies readonly IdeaIntent[];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a form of the page has sent. */
export type SentIdea = {
  readonly intent: IdeaIntent;
  /** The own idea that is meant; null for none, and for what can't be one. */
  readonly ideaId: string | null;
  readonly fields: IdeaFields;
};

/** Reads the body of a form: each name has a text, or a list of texts where it came several times. */
export function readForm(body: unknown): SentIdea {
  const sent = (body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const one = (name: string): string =>
    // As text areas have them: browsers send two characters for each line's end.
    ([sent[name] ?? []].flat()[0] ?? '').replaceAll('\r\n', '\n');
  const intent = one(ideaFields.intent);
  return {
    intent: INTENTS.find((known) => known === intent) ?? 'submit',
    ideaId: idOf(one(ideaFields.idea)),
    fields: {
      name: one(ideaFields.name),
      title: one(ideaFields.title),
      text: one(ideaFields.text),
      topicId: one(ideaFields.topic),
    },
  };
}

/** A text as an id; null for what can't be one. */
export function idOf(text: unknown): string | null {
  return typeof text === 'string' && UUID.test(text) ? text.toLowerCase() : null;
}

/** What was sent that can't be asked of the database. */
export function badFields({ fields }: SentIdea): IdeaFault[] {
  const texts = ['name', 'title', 'text'] as const;
  const faults: IdeaFault[] = texts
    .filter((field) => badTextOf(fields[field], field) !== null)
    .map((field) => ({ field, problem: 'BAD_CHARACTER' }));
  if (fields.topicId !== '' && idOf(fields.topicId) === null)
    faults.push({ field: 'topic', problem: 'UNKNOWN' });
  return faults;
}

const ORDER: Readonly<Record<string, IdeaField>> = {
  name: 'name',
  title: 'title',
  text: 'text',
  topicId: 'topic',
};

/** The faults of an input as those of the form's fields, in the order of the form. */
export function formFaults(faults: readonly InputFault[]): IdeaFault[] {
  return Object.entries(ORDER).flatMap(([input, field]) =>
    faults
      .filter((fault) => fault.field === input)
      .slice(0, 1)
      .map((fault) => ({ ...fault, field })),
  );
}
