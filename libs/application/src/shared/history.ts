import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  HistoryEntryEntity,
  type HISTORY_SUBJECTS,
} from '#persistence/history/history-entry.entity.js';

/** One change before it is written; `field` names what happened, e.g. `phase` or `step.done`. */
export type HistoryDraft = {
  readonly field: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
};

/** What was changed, by whom and when; `version` is the subject's after the change. */
export type HistoryFrame = {
  readonly programmeId: string;
  readonly subject: (typeof HISTORY_SUBJECTS)[number];
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly version: number | null;
};

/** Writes history in the transaction of the change itself. */
export async function keepHistory(
  em: EntityManager,
  frame: HistoryFrame,
  drafts: readonly HistoryDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  await em.insert(
    HistoryEntryEntity,
    drafts.map(({ field, from = null, to = null, reason = null }) => ({
      ...frame,
      id: uuidv7(),
      way: 'API' as const,
      field,
      fromValue: from,
      toValue: to,
      reason,
    })),
  );
}

/** A draft for each of `changed` whose value is another than before. */
export function differences(
  before: object,
  changed: Readonly<Record<string, unknown>>,
): HistoryDraft[] {
  const values = before as Readonly<Record<string, unknown>>;
  return Object.entries(changed)
    .filter(([field, value]) => asText(values[field]) !== asText(value))
    .map(([field, value]) => ({ field, from: asText(values[field]), to: asText(value) }));
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
