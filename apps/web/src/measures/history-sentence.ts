import { formatDay, formatDayOf } from '#ui/format.js';
import { locales } from '#ui/messages/translate.js';
import {
  isWorkspaceMessage,
  type WorkspaceMessageKey,
  type WorkspaceTranslate,
} from '#ui/messages/workspace.js';
import type { Language } from '#ui/views.js';
import type { HistoryParts } from '../graphql/refusals.js';

/** What the values of a field are, where they aren't read as they stand. */
const KINDS: Readonly<Record<string, 'DAY' | 'TOLD' | `${string}.`>> = {
  'MEASURE.phase': 'workspace.phase.',
  'MEASURE.stoppedIn': 'workspace.phase.',
  'MEASURE.decisionRequiredFor': 'workspace.phase.',
  'MEASURE.verdict': 'verdict.',
  'MEASURE.dueDay': 'DAY',
  'MEASURE.result.day': 'DAY',
  'MEASURE.step.changed': 'TOLD',
  'MEASURE.nextStep.changed': 'TOLD',
  'LOOP.stage': 'loopPage.stage.',
  'LOOP.startDay': 'DAY',
  'LOOP.endDay': 'DAY',
  'RESULT.day': 'DAY',
  'DECISION.created': 'ruling.',
  'DECISION.ruling': 'ruling.',
  'DECISION.day': 'DAY',
  'PERSON.created': 'workspace.role.',
  'PERSON.role': 'workspace.role.',
  'CALL.closesOn': 'DAY',
  'CALL.opened': 'DAY',
  'CALL.extended': 'DAY',
};
/** Fields whose texts are too long for a sentence; they stand below it. */
const LONG: ReadonlySet<string> = new Set([
  'MEASURE.description',
  'MEASURE.successCriterion',
  'MEASURE.anchoredIn',
  'MEASURE.lesson',
  'MEASURE.endReason',
  'MEASURE.step.reordered',
  'MEASURE.result.drafted',
  'MEASURE.result.changed',
  'MEASURE.result.removed',
  'LOOP.reflection',
  'RESULT.text',
  'RESULT.internalReason',
  'DECISION.note',
  'TOPIC.description',
  'CALL.text',
  'PROGRAMME.purpose',
  'PROGRAMME.accessibilityText',
  'PROGRAMME.privacyText',
]);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Who made an entry of the history. */
export function whoChanged(entry: HistoryParts, t: WorkspaceTranslate): string {
  if (entry.actor !== null) return entry.actor;
  if (entry.formerMember) return t('history.former');
  return t(entry.way === 'IMPORT' ? 'history.file' : 'history.someone');
}

/** The key of the sentence that tells of a field; null for one that the workspace has no words for. */
export function sentenceOf(subject: string, field: string): WorkspaceMessageKey | null {
  const key = `history.${subject}.${field}`;
  return isWorkspaceMessage(key) ? key : null;
}

/** A value as it is read: a day, a phase, a name. */
function told(
  value: string | null,
  kind: string | undefined,
  t: WorkspaceTranslate,
  language: Language,
): string {
  if (value === null || kind === undefined) return value ?? '';
  const asDay = (text: string): string => (DAY.test(text) ? formatDay(text, language) : text);
  if (kind === 'DAY') return asDay(value);
  // Words, stage and days of a step, as the server joins them.
  if (kind === 'TOLD') return value.split(' · ').map(asDay).join(' · ');
  const key = `${kind}${value}`;
  return isWorkspaceMessage(key) ? t(key) : value;
}

/** One entry of a history as a sentence: who did what, from what to what. */
export function historySentence(
  entry: HistoryParts,
  t: WorkspaceTranslate,
  language: Language,
): string {
  const who = whoChanged(entry, t);
  const key = sentenceOf(entry.subject, entry.field);
  if (key === null) return t('history.changed', { who });
  const kind = KINDS[`${entry.subject}.${entry.field}`];
  const left = t('history.formerOne');
  const from = entry.fromFormerMember ? left : told(entry.from, kind, t, language);
  const to = entry.toFormerMember ? left : told(entry.to, kind, t, language);
  const change = from === '' ? 'set' : to === '' ? 'removed' : 'changed';
  return t(key, {
    who,
    from,
    to,
    change,
    fromCode: entry.from ?? 'none',
    toCode: entry.to ?? 'none',
    self: entry.to === entry.actor ? 'yes' : 'no',
    same: from === to ? 'yes' : 'no',
  });
}

/** The texts before and after, where they are too long for the sentence; null where the sentence says it all. */
export function textsOf(
  entry: HistoryParts,
): { readonly before: string | null; readonly after: string | null } | null {
  const long = LONG.has(`${entry.subject}.${entry.field}`);
  return long ? { before: entry.from, after: entry.to } : null;
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
