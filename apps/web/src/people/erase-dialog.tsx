import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWords } from '../language.js';
import { ERASE, type OnePerson } from './person-query.js';

/** Asks before a person is erased: by the name, because it can't be undone. */
export function EraseDialog({
  person,
  onClose,
}: {
  readonly person: OnePerson;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={t('persons.erase.title', { name: person.name })}
      submit={t('persons.erase.submit')}
      done={t('persons.erase.done')}
      busy={writes.busy || name.trim() !== person.name}
      onClose={onClose}
      onSubmit={() => writes.send(ERASE, { personId: person.id })}
    >
      <p>{t('persons.erase.text')}</p>
      <Field name="name" label={t('persons.erase.name', { name: person.name })}>
        {(tied) => (
          <input
            {...tied}
            required
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
