import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { useRecordWrites } from '../forms/write-record.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { WRITES } from './measure-writes.js';

/** Begins a measure that answers one of these questions; `onMade` hears its id. */
export function NewMeasureDialog({
  questions,
  onMade,
  onClose,
}: {
  /** At least one; with more than one, it is asked which. */
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly topic?: { readonly title: string };
  }[];
  readonly onMade: (measureId: string, title: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [only, second] = questions;
  const [actionFieldId, setActionFieldId] = useState(second === undefined ? (only?.id ?? '') : '');
  const [title, setTitle] = useState('');
  return (
    <FormDialog
      title={t('newMeasure.title')}
      submit={t('topics.measure.submit')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await writes.send(WRITES.createMeasure, { actionFieldId, title });
        if (outcome.kind === 'DONE') onMade(outcome.shown, title);
        return outcome;
      }}
    >
      {second === undefined ? (
        <p>{only?.question}</p>
      ) : (
        <Field name="actionFieldId" label={t('newMeasure.question')}>
          {(tied) => (
            <select
              {...tied}
              required
              value={actionFieldId}
              onChange={({ target }) => setActionFieldId(target.value)}
            >
              <option value="">{t('people.pick')}</option>
              {questions.map(({ id, question, topic }) => (
                <option key={id} value={id}>
                  {topic === undefined ? question : `${topic.title}: ${question}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field name="title" label={t('facts.name')} hint={t('newMeasure.hint')}>
        {(tied) => (
          <input
            {...tied}
            required
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
