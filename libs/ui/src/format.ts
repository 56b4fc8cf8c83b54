import { locales, messagesFor } from './messages/translate.js';
import type { Language, LoopView } from './views.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  language: Language,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], options);
    formatters.set(key, formatter);
  }
  return formatter;
}

const numberFormats: Record<Language, Intl.NumberFormat> = {
  de: new Intl.NumberFormat(locales.de),
  en: new Intl.NumberFormat(locales.en),
};
const listFormats: Record<Language, Intl.ListFormat> = {
  de: new Intl.ListFormat(locales.de, { type: 'conjunction' }),
  en: new Intl.ListFormat(locales.en, { type: 'conjunction' }),
};

/** Noon, so that no zone moves the day. */
const noonOf = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** "5. Dezember 2025" for a day as YYYY-MM-DD. */
export function formatDay(day: string, language: Language): string {
  return dateFormat(language, 'day', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noonOf(day));
}

/** "5. Dezember" for a day of the same year as `today`, else with its year; both as YYYY-MM-DD. */
export function formatNearDay(day: string, today: string, language: Language): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, language);
  return dateFormat(language, 'near day', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(noonOf(day));
}

function formatMonth(day: string, language: Language, withYear: boolean): string {
  return withYear
    ? dateFormat(language, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        noonOf(day),
      )
    : dateFormat(language, 'month alone', { month: 'long', timeZone: 'UTC' }).format(noonOf(day));
}

/** The day of an instant (ISO 8601, UTC) in a time zone, written out. */
export function formatDayOf(instant: string, timeZone: string, language: Language): string {
  return dateFormat(language, `day ${timeZone}`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(new Date(instant));
}

/** "14. November 2025, 07:00 Uhr" for an instant (ISO 8601, UTC) in a time zone. */
export function formatInstant(instant: string, timeZone: string, language: Language): string {
  const time = dateFormat(language, `time ${timeZone}`, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
  return messagesFor(language)('instant', { day: formatDayOf(instant, timeZone, language), time });
}

/** The day of an instant (ISO 8601, UTC) in a time zone, as YYYY-MM-DD; sorts as text. */
export function dayIn(timeZone: string, instant: string): string {
  // Swedish writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
}

/** Keeps the parts of a date on one line. */
const unbroken = (date: string): string => date.replaceAll(' ', '\u00a0');

/**
 * When a loop was or is: whole months for a closed one ("Januar bis April 2024"), days for one that is planned,
 * runs or is in review ("15. September 2025 bis 30. Januar 2026"). Either day may be unknown; null when both are.
 * Lines break between the dates and not inside them.
 */
export function formatPeriod(
  loop: Pick<LoopView, 'startDay' | 'endDay' | 'stage'>,
  language: Language,
): string | null {
  const t = messagesFor(language);
  const { startDay, endDay, stage } = loop;
  const closed = stage === 'CLOSED';
  const say = (day: string): string =>
    unbroken(closed ? formatMonth(day, language, true) : formatDay(day, language));
  if (startDay === null) return endDay === null ? null : t('period.until', { to: say(endDay) });
  if (endDay === null)
    return t(stage === 'PLANNED' ? 'period.planned' : 'period.from', { from: say(startDay) });
  if (!closed) return t('period.range', { from: say(startDay), to: say(endDay) });
  if (startDay.slice(0, 7) === endDay.slice(0, 7)) return say(endDay);
  const sameYear = startDay.slice(0, 4) === endDay.slice(0, 4);
  const from = unbroken(formatMonth(startDay, language, !sameYear));
  return t('period.range', { from, to: say(endDay) });
}

export function formatNumber(number: number, language: Language): string {
  return numberFormats[language].format(number);
}

/** "1, 2 und 5", and "1 bis 4 und 6" where three or more follow each other; the numbers are whole and ascending. */
export function formatRow(numbers: readonly number[], language: Language): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const say = (number: number): string => formatNumber(number, language);
  const parts = runs.flatMap((run) =>
    run.length < 3
      ? run.map(say)
      : messagesFor(language)('loop.row', { from: say(run[0] ?? 0), to: say(run.at(-1) ?? 0) }),
  );
  return formatList(parts, language);
}

/** "a, b und c". */
export function formatList(items: readonly string[], language: Language): string {
  return listFormats[language].format(items);
}
