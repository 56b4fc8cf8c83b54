import { useState, type ReactElement } from 'react';
import { FormDialog } from './form-dialog.js';
import type { WriteOutcome } from './outcome-note.js';

/** Asks for one text, such as a reason. */
export function TextDialog({
  title,
  label,
  hint,
  submit,
  text: first = '',
  long = true,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  readonly text?: string;
  readonly long?: boolean;
  readonly onSubmit: (text: string) => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const [text, setText] = useState(first);
  return (
    <FormDialog title={title} submit={submit} onSubmit={() => onSubmit(text)} onClose={onClose}>
      <label className="ws-field">
        <span>{label}</span>
        {hint === undefined ? null : <small>{hint}</small>}
        {long ? (
          <textarea required value={text} onChange={({ target }) => setText(target.value)} />
        ) : (
          <input required value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </label>
    </FormDialog>
  );
}
