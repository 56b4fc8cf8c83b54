import { useState, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../language.js';
import { Dialog } from '../parts/dialog.js';
import { showToast } from '../parts/toasts.js';
import { Form } from './form.js';
import { useOutcome, type WriteOutcome } from './outcome-note.js';

/** A form in a dialog, which closes when the server has taken it. */
export function FormDialog({
  title,
  submit,
  children,
  busy = false,
  done,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly submit: string;
  readonly children: ReactNode;
  readonly busy?: boolean;
  /** What a toast says afterwards; left out where the change is seen at once, or told otherwise. */
  readonly done?: string;
  readonly onSubmit: () => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { outcome, keep } = useOutcome();
  const [sending, setSending] = useState(false);
  const save = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    const outcome = await onSubmit().finally(() => setSending(false));
    if (!keep(outcome)) return;
    onClose();
    if (done !== undefined) showToast({ text: done });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        className="ws-form"
        outcome={outcome}
        onSubmit={() => void save()}
        actions={
          <div className="ws-actions">
            <button className="ws-btn ws-btn--main" type="submit" disabled={busy || sending}>
              {submit}
            </button>
            <button className="ws-btn" type="button" onClick={onClose}>
              {t('workspace.cancel')}
            </button>
          </div>
        }
      >
        {children}
      </Form>
    </Dialog>
  );
}

/** Asks before a record is taken away. */
export function RemoveDialog({
  text,
  ...rest
}: {
  readonly title: string;
  readonly text: string;
  readonly busy: boolean;
  readonly onSubmit: () => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  return (
    <FormDialog {...rest} submit={t('records.remove')} done={t('records.removed')}>
      <p>{text}</p>
    </FormDialog>
  );
}
