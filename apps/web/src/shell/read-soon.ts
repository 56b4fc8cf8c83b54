import type { QueryClient } from '@tanstack/react-query';
import { keys } from './workspace.js';

/** Several changes of one moment are read once, so many ms after the last … */
const QUIET_MS = 250;
/** … and while one change follows another, so many ms after the first. */
const AT_THE_LATEST_MS = 2_000;

type Wait = { readonly latest: number; readonly timer: ReturnType<typeof setTimeout> };
const waits = new Map<string, Wait>();

/** Has what is shown of a workspace read anew, once for all changes of a moment, whoever made them. */
export function readSoon(client: QueryClient, slug: string): void {
  const now = Date.now();
  const before = waits.get(slug);
  clearTimeout(before?.timer);
  const latest = before?.latest ?? now + AT_THE_LATEST_MS;
  const timer = setTimeout(
    () => {
      waits.delete(slug);
      // A read that is under way may not have seen the change, but is let end: else none would while changes go on.
      if (client.isFetching({ queryKey: keys.all(slug) }) > 0) readSoon(client, slug);
      else void client.invalidateQueries({ queryKey: keys.all(slug) });
    },
    Math.min(QUIET_MS, Math.max(latest - now, 0)),
  );
  waits.set(slug, { latest, timer });
}
