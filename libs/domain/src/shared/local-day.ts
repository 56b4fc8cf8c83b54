import { err, ok, type Result } from './result.js';

declare const brand: unique symbol;

/** A calendar day without a time zone, written `YYYY-MM-DD`. Sorts correctly as text. */
export type LocalDay = string & { readonly [brand]: 'LocalDay' };

/** The only way to obtain a `LocalDay`; everything after the edge may trust the type. */
export function parseLocalDay(text: string): Result<LocalDay, 'LOCAL_DAY_MALFORMED'> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err('LOCAL_DAY_MALFORMED');
  const midnight = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime())) return err('LOCAL_DAY_MALFORMED');
  // `Date` rolls 2026-02-30 over to 2 March.
  return midnight.getUTCDate() === Number(text.slice(8))
    ? ok(text as LocalDay)
    : err('LOCAL_DAY_MALFORMED');
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
