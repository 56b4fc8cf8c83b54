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

/** "14. November 2025 um 07:00" for an instant (ISO 8601, UTC) in a time zone. */
export function formatInstant(instant: string, timeZone: string, language: Language): string {
  return dateFormat(language, `instant ${timeZone}`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/**
 * When a loop was or is: whole months for a closed one ("Januar bis April 2024"), days for one that is planned,
 * runs or is in review ("15. September 2025 bis 30. Januar 2026"). Either day may be unknown.
 */
export function formatPeriod(
  loop: Pick<LoopView, 'startDay' | 'endDay' | 'stage'>,
  language: Language,
): string {
  const t = messagesFor(language);
  const { startDay, endDay, stage } = loop;
  const closed = stage === 'CLOSED';
  const say = (day: string): string =>
    closed ? formatMonth(day, language, true) : formatDay(day, language);
  if (startDay === null && endDay === null) return t('period.unknown');
  if (startDay === null) return t('period.until', { to: say(endDay ?? '') });
  if (endDay === null)
    return t(stage === 'PLANNED' ? 'period.planned' : 'period.from', { from: say(startDay) });
  if (!closed) return t('period.range', { from: say(startDay), to: say(endDay) });
  if (startDay.slice(0, 7) === endDay.slice(0, 7)) return say(endDay);
  const sameYear = startDay.slice(0, 4) === endDay.slice(0, 4);
  return t('period.range', { from: formatMonth(startDay, language, !sameYear), to: say(endDay) });
}

export function formatNumber(number: number, language: Language): string {
  return numberFormats[language].format(number);
}

/** "a, b und c". */
export function formatList(items: readonly string[], language: Language): string {
  return listFormats[language].format(items);
}
