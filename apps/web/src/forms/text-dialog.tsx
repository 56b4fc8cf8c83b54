import { useState, type ReactElement } from 'react';
import { Field } from './field.js';
import { FormDialog } from './form-dialog.js';
import type { WriteOutcome } from './outcome-note.js';

/** Asks for one text, such as a reason. */
export function TextDialog({
  name = 'reason',
  label,
  hint,
  onSubmit,
  ...rest
}: {
  readonly title: string;
  /** As the input of the mutation names the text. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  readonly busy?: boolean;
  readonly onSubmit: (text: string) => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const [text, setText] = useState('');
  return (
    <FormDialog {...rest} onSubmit={() => onSubmit(text)}>
      <Field name={name} label={label} hint={hint}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
