import { type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
import { useWords } from '../language.js';
import { Dialog } from '../parts/dialog.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from './outcome-note.js';

/** A form in a dialog: stays open, with what was typed, until the server has taken it. */
export function FormDialog({
  title,
  submit,
  children,
  busy = false,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly submit: string;
  readonly children: ReactNode;
  readonly busy?: boolean;
  readonly onSubmit: () => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { outcome, keep } = useOutcome();
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (keep(await onSubmit())) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        {children}
        <OutcomeNote outcome={outcome} />
        <div className="ws-actions">
          <button className="ws-btn ws-btn--main" type="submit" disabled={busy}>
            {submit}
          </button>
          <button className="ws-btn" type="button" onClick={onClose}>
            {t('workspace.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
