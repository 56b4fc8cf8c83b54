import { useSyncExternalStore, type ReactElement } from 'react';

let said = { text: '', count: 0 };
const watchers = new Set<() => void>();

/** Tells screen readers what just happened, without moving the focus. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 };
  for (const watcher of watchers) watcher();
}

/** The live region; stands once in the page, from the beginning. */
export function Announcer(): ReactElement {
  const { text, count } = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => said,
  );
  return (
    <p className="kern-sr-only" role="status" aria-live="polite">
      {/* A new element, so that the same words are read out again. */}
      <span key={count}>{text}</span>
    </p>
  );
}
