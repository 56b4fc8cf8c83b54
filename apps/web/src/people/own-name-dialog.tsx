import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { CHOOSE_PUBLIC_NAME, GRADES, type OnePerson } from './person-query.js';

type Grade = (typeof GRADES)[number];

/** Lets one say how much of one's own name the public pages show. */
export function OwnNameDialog({
  person,
  onClose,
}: {
  readonly person: OnePerson;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const [publicName, setPublicName] = useState<Grade>(person.publicName);
  return (
    <FormDialog
      title={t('persons.ownName.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => writes.send(CHOOSE_PUBLIC_NAME, { programme: slug, publicName })}
    >
      <Field name="publicName" label={t('persons.grade')} hint={t('persons.ownName.hint')}>
        {(tied) => (
          <select
            {...tied}
            value={publicName}
            onChange={({ target }) => setPublicName(target.value as Grade)}
          >
            {GRADES.map((one) => (
              <option key={one} value={one}>
                {t(`persons.grade.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
