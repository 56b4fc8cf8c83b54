import { Icon } from '#ui/parts/icon.js';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../language.js';

/**
 * A modal dialog of the browser's own: it keeps the focus inside, beginning with the first field, link or button of
 * its body, closes on Escape, and gives the focus back. It is open as long as it is rendered.
 */
export function Dialog({
  title,
  children,
  onClose,
  locked = false,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Can't be closed by the reader. */
  readonly locked?: boolean;
}): ReactElement {
  const t = useWords();
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    dialog
      .querySelector('.ws-dialog__body')
      ?.querySelector<HTMLElement>('input, select, textarea, a[href], button:enabled')
      ?.focus();
    return () => {
      dialog.close();
      // React removes the dialog before the browser could give the focus back.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className="ws-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current && !locked) onClose();
      }}
    >
      <div className="ws-dialog__box">
        <header className="ws-dialog__head">
          <h2 id={titleId}>{title}</h2>
          {locked ? null : (
            <button className="ws-icon-btn" type="button" onClick={onClose}>
              <Icon name="close" />
              <span className="kern-sr-only">{t('workspace.close')}</span>
            </button>
          )}
        </header>
        <div className="ws-dialog__body">{children}</div>
      </div>
    </dialog>
  );
}
