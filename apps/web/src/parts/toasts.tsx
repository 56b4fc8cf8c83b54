import { Icon } from '#ui/parts/icon.js';
import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '../language.js';

/** Time to read and to act, in ms; it stands still while the pointer or the focus is on the toast. */
const STAYS_MS = 15_000;

export type Toast = {
  readonly text: string;
  /** What can be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

let current: (Toast & { readonly id: number }) | null = null;
let count = 0;
const watchers = new Set<() => void>();

/** Says what was done, and offers to take it back. A new toast takes the place of the one before. */
export function showToast(toast: Toast | null): void {
  count += 1;
  current = toast === null ? null : { ...toast, id: count };
  for (const watcher of watchers) watcher();
}

/** The place of the toasts; stands once in the page. */
export function Toasts(): ReactElement {
  const t = useWords();
  const [held, setHeld] = useState(false);
  const toast = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => current,
  );
  useEffect(() => {
    if (toast === null || held) return;
    const timer = setTimeout(() => showToast(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <section className="ws-toasts" aria-label={t('workspace.messages')} aria-live="polite">
      {toast === null ? null : (
        <div
          className="ws-toast"
          key={toast.id}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{toast.text}</p>
          {toast.action ? (
            <button
              className="ws-btn"
              type="button"
              onClick={() => {
                showToast(null);
                setHeld(false);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          ) : null}
          <button
            className="ws-icon-btn"
            type="button"
            onClick={() => {
              showToast(null);
              setHeld(false);
            }}
          >
            <Icon name="close" small />
            <span className="kern-sr-only">{t('workspace.close')}</span>
          </button>
        </div>
      )}
    </section>
  );
}
