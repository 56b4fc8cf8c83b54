import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { useSeenVersion } from '../forms/seen-version.js';
import { touched } from '../forms/touched.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWorkspace } from '../shell/workspace.js';
import { EDIT, GRADES, INVITE, ROLES, type OnePerson } from './person-query.js';

type Role = (typeof ROLES)[number];
type Grade = (typeof GRADES)[number];

/** Invites a person, or changes one. */
export function PersonDialog({
  person,
  roleFixed,
  onClose,
}: {
  /** Null for an invitation. */
  readonly person: OnePerson | null;
  /** The role can't be changed: nobody else would be left to administer the programme. */
  readonly roleFixed: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const { version, heard } = useSeenVersion(person?.version ?? 0);
  const [name, setName] = useState(person?.name ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'GUIDE');
  const [unitId, setUnitId] = useState(person?.unit?.id ?? '');
  const [publicName, setPublicName] = useState<Grade>(person?.publicName ?? 'HIDDEN');
  const [first, setFirst] = useState(String(person?.termFirstLoop ?? ''));
  const [last, setLast] = useState(String(person?.termLastLoop ?? ''));
  const own = { name, email: email.trim() || null, role, unitId: unitId || null };
  const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
  const edit = async (one: OnePerson): Promise<WriteOutcome> => {
    const changed = touched(
      {
        name: one.name,
        email: one.email,
        role: one.role,
        unitId: one.unit?.id ?? null,
        publicName: one.publicName,
        termFirstLoop: one.termFirstLoop,
        termLastLoop: one.termLastLoop,
      },
      { ...own, publicName, termFirstLoop: numberOf(first), termLastLoop: numberOf(last) },
    );
    return heard(await writes.send(EDIT, { ...changed, personId: one.id, version }));
  };
  return (
    <FormDialog
      title={
        person === null ? t('persons.invite.title') : t('persons.edit.title', { name: person.name })
      }
      submit={t(person === null ? 'persons.invite.submit' : 'workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        person === null ? writes.send(INVITE, { ...own, programme: slug }) : edit(person)
      }
    >
      <Field name="name" label={t('persons.name')}>
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
      <Field name="email" label={t('persons.email')} hint={t('persons.email.hint')}>
        {(tied) => (
          <input
            {...tied}
            type="email"
            autoComplete="off"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <Field
        name="role"
        label={t('persons.role')}
        hint={
          roleFixed ? t('persons.role.last') : person === null ? undefined : t('persons.role.hint')
        }
      >
        {(tied) => (
          <select
            {...tied}
            disabled={roleFixed}
            value={role}
            onChange={({ target }) => setRole(target.value as Role)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`workspace.role.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="unitId" label={t('facts.unit')}>
        {(tied) => (
          <select {...tied} value={unitId} onChange={({ target }) => setUnitId(target.value)}>
            <option value="">{t('facts.noUnit')}</option>
            {frame.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {person === null ? null : (
        <>
          <Field
            name="publicName"
            label={t('persons.grade')}
            hint={t(
              person.publicNameChoices.length < GRADES.length
                ? 'persons.grade.theirs'
                : 'persons.grade.hint',
            )}
          >
            {(tied) => (
              <select
                {...tied}
                value={publicName}
                onChange={({ target }) => setPublicName(target.value as Grade)}
              >
                {person.publicNameChoices.map((one) => (
                  <option key={one} value={one}>
                    {t(`persons.grade.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="ws-narrow">
            <Field name="termFirstLoop" label={t('persons.termFirst')}>
              {(tied) => (
                <input
                  {...tied}
                  type="number"
                  min={1}
                  value={first}
                  onChange={({ target }) => setFirst(target.value)}
                />
              )}
            </Field>
            <Field name="termLastLoop" label={t('persons.termLast')}>
              {(tied) => (
                <input
                  {...tied}
                  type="number"
                  min={1}
                  value={last}
                  onChange={({ target }) => setLast(target.value)}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </FormDialog>
  );
}
