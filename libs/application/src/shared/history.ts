import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { HistoryField, HistorySubject } from '#domain/history/history-fields.js';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';

/** One change before it is written; `field` names what happened, e.g. `phase` or `step.done`. */
export type HistoryDraft<Subject extends HistorySubject = HistorySubject> = {
  readonly field: HistoryField<Subject>;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  /** Id of the part of the subject that it is about. */
  readonly part?: string | null;
};

/** What was changed, by whom and when; `version` is the subject's after the change, or its part's own. */
export type HistoryFrame<Subject extends HistorySubject = HistorySubject> = {
  readonly programmeId: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly version: number | null;
};

/** Writes history in the transaction of the change itself. */
export async function keepHistory<Subject extends HistorySubject>(
  em: EntityManager,
  frame: HistoryFrame<Subject>,
  drafts: readonly HistoryDraft<NoInfer<Subject>>[],
): Promise<void> {
  if (drafts.length === 0) return;
  await em.insert(
    HistoryEntryEntity,
    drafts.map(({ field, from = null, to = null, reason = null, part = null }) => ({
      ...frame,
      id: uuidv7(),
      way: 'API' as const,
      field,
      fromValue: from,
      toValue: to,
      reason,
      partId: part,
    })),
  );
}

/** A draft for each of `changed` whose value is another than before. */
export function differences<Field extends string>(
  before: object,
  changed: Readonly<Partial<Record<Field, unknown>>>,
): { readonly field: Field; readonly from: string | null; readonly to: string | null }[] {
  const values = before as Readonly<Record<string, unknown>>;
  return (Object.entries(changed) as [Field, unknown][])
    .filter(([field, value]) => asText(values[field]) !== asText(value))
    .map(([field, value]) => ({ field, from: asText(values[field]), to: asText(value) }));
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
