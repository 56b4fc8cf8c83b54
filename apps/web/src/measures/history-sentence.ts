import { formatDayOf } from '#ui/format.js';
import { locales } from '#ui/messages/translate.js';
import type { WorkspaceTranslate } from '#ui/messages/workspace.js';
import type { Language } from '#ui/views.js';
import type { HistoryParts } from '../graphql/refusals.js';

const PHASES = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE', 'STOPPED', 'CARRIED_OVER'] as const;
const SINGLE = [
  'title',
  'description',
  'successCriterion',
  'dueDay',
  'owner',
  'ownerAccepted',
  'verdict',
] as const;
const GROUPS = ['help', 'step', 'result', 'nextStep'] as const;
const PEOPLE = /^(checker|commissioner|contributor|guide)/;

/** What was changed, as the object of a sentence: "den Termin". */
export function changedThing(field: string, t: WorkspaceTranslate): string {
  const single = SINGLE.find((one) => one === field);
  if (single) return t(`history.field.${single}`);
  if (PEOPLE.test(field)) return t('history.field.people');
  const group = GROUPS.find((one) => field.startsWith(`${one}.`));
  return t(`history.field.${group ?? 'other'}`);
}

/** Who made an entry of the history. */
export function whoChanged(entry: HistoryParts, t: WorkspaceTranslate): string {
  if (entry.actor !== null) return entry.actor;
  if (entry.formerMember) return t('history.former');
  return t(entry.way === 'IMPORT' ? 'history.file' : 'history.someone');
}

/** One entry of a history as a sentence. */
export function historySentence(entry: HistoryParts, t: WorkspaceTranslate): string {
  const who = whoChanged(entry, t);
  const from = PHASES.find((phase) => phase === entry.from);
  const to = PHASES.find((phase) => phase === entry.to);
  if (entry.field === 'phase' && from && to)
    return t('history.moved', {
      who,
      from: t(`workspace.phase.${from}`),
      to: t(`workspace.phase.${to}`),
    });
  return t('history.changed', { who, what: changedThing(entry.field, t) });
}

/** "12. November 2025, 09:15" of an instant, where the programme is. */
export function historyMoment(
  at: string,
  timeZone: string,
  language: Language,
  t: WorkspaceTranslate,
): string {
  const time = new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
  return t('history.when', { day: formatDayOf(at, timeZone, language), time });
}
