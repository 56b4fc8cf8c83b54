import { useSyncExternalStore } from 'react';

/**
 * What happens when the session ends while somebody works: every request waits until they have signed in again, in
 * another tab, so that nothing that was typed is lost. The dialog shows as long as somebody waits.
 */
let waiting: { readonly promise: Promise<void>; readonly resume: () => void } | null = null;
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

/** Resolves once somebody is signed in again. */
export function signedInAgain(): Promise<void> {
  if (waiting === null) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    waiting = { promise, resume: () => resolve(undefined) };
    tell();
  }
  return waiting.promise;
}

export function resumeSession(): void {
  const { resume } = waiting ?? {};
  waiting = null;
  tell();
  resume?.();
}

/** Whether requests wait for a new sign-in. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => waiting !== null,
  );
}

/** Tabs tell each other of a sign-in. */
export const sessionChannel = new BroadcastChannel('lernschleife-session');
