import type { ReactElement, ReactNode } from 'react';
import { Field } from '../forms/field.js';
import { useTouched } from '../forms/seen.js';
import { useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import type { NextStep } from './measure-query.js';

type Wanted = Pick<NextStep, 'text' | 'dueFrom' | 'dueDay' | 'addresseeUnit' | 'addresseePerson'>;

type Own = {
  readonly text: string;
  readonly dueFrom: string | null;
  readonly dueDay: string | null;
  readonly addresseeUnitId: string | null;
  readonly addresseePersonId: string | null;
};

/** What a next step says, as the input of its mutations names it, and the fields in which it is written. */
export function useNextStep(step: Wanted | null): {
  readonly own: Own;
  /** The part of it that was touched. */
  readonly changed: Partial<Own>;
  /** `from` says what the next step comes from; `between` stands after the text. */
  readonly fields: (more?: { readonly from: string; readonly between: ReactNode }) => ReactElement;
} {
  const t = useWords();
  const { frame } = useWorkspace();
  const { values, touched, touch } = useTouched<Own>({
    text: step?.text ?? '',
    dueFrom: step?.dueFrom ?? null,
    dueDay: step?.dueDay ?? null,
    addresseeUnitId: step?.addresseeUnit?.id ?? null,
    addresseePersonId: step?.addresseePerson?.id ?? null,
  });
  const { text, dueFrom, dueDay, addresseeUnitId, addresseePersonId } = values;
  const address = (addressee: string): void => {
    const [kind, id = null] = addressee.split(' ');
    touch({
      addresseeUnitId: kind === 'unit' ? id : null,
      addresseePersonId: kind === 'person' ? id : null,
    });
  };
  return {
    own: values,
    changed: touched,
    fields: (more) => (
      <>
        <Field name="text" label={t('nextSteps.text')} hint={more?.from}>
          {(tied) => (
            <textarea
              {...tied}
              required
              value={text}
              onChange={({ target }) => touch({ text: target.value })}
            />
          )}
        </Field>
        {more?.between}
        <Field name="dueFrom" label={t('nextSteps.from')} hint={t('nextSteps.from.hint')}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={dueFrom ?? ''}
              onChange={({ target }) => touch({ dueFrom: target.value || null })}
            />
          )}
        </Field>
        <Field name="dueDay" label={t('steps.due')}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={dueDay ?? ''}
              onChange={({ target }) => touch({ dueDay: target.value || null })}
            />
          )}
        </Field>
        <Field
          name={addresseeUnitId === null ? 'addresseePersonId' : 'addresseeUnitId'}
          label={t('nextSteps.addressee')}
        >
          {(tied) => (
            <select
              {...tied}
              value={
                addresseeUnitId !== null
                  ? `unit ${addresseeUnitId}`
                  : addresseePersonId !== null
                    ? `person ${addresseePersonId}`
                    : ''
              }
              onChange={({ target }) => address(target.value)}
            >
              <option value="">{t('nextSteps.noAddressee')}</option>
              <optgroup label={t('board.filter.unit')}>
                {frame.units.map((unit) => (
                  <option key={unit.id} value={`unit ${unit.id}`}>
                    {unit.name}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('workspace.nav.people')}>
                {frame.people
                  .filter(({ blocked }) => !blocked)
                  .map((person) => (
                    <option key={person.id} value={`person ${person.id}`}>
                      {person.name}
                    </option>
                  ))}
              </optgroup>
            </select>
          )}
        </Field>
      </>
    ),
  };
}
