import { Icon } from '#ui/parts/icon.js';
import { useRef, useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { Form } from '../forms/form.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { useWords } from '../language.js';
import { announce } from '../parts/announcer.js';
import { WRITES, type Call } from './call-query.js';
import type { CallWrites } from './write-call.js';

/** What helps, each in a word or two; added and removed one by one. */
export function QualificationsSection({
  call,
  writes,
  editable,
}: {
  readonly call: Call;
  readonly writes: CallWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const { qualifications } = call;
  const added = useOutcome();
  const removed = useOutcome();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = async (): Promise<void> => {
    const asked = writes.send(WRITES.edit, { qualifications: [...qualifications, name.trim()] });
    if (!added.keep(await asked)) return;
    announce(t('calls.addedOne', { name: name.trim() }));
    setName('');
    field.current?.focus();
  };
  const remove = async (one: string): Promise<void> => {
    const rest = qualifications.filter((other) => other !== one);
    if (!removed.keep(await writes.send(WRITES.edit, { qualifications: rest }))) return;
    announce(t('calls.removedOne', { name: one }));
    // Its button has gone with it.
    field.current?.focus();
  };
  return (
    <section className="ws-sec" aria-labelledby="qualifications">
      <h2 id="qualifications">{t('calls.qualifications')}</h2>
      <p className="ls-muted">{t('calls.qualifications.lead')}</p>
      {qualifications.length === 0 ? <p>{t('calls.qualifications.none')}</p> : null}
      <ul className="ws-tags ls-list">
        {qualifications.map((one) => (
          <li key={one}>
            <span>{one}</span>
            {editable ? (
              <button
                className="ws-tags__remove"
                type="button"
                disabled={writes.busy}
                onClick={() => void remove(one)}
              >
                <Icon name="close" small />
                <span className="kern-sr-only">{t('calls.removeOne', { name: one })}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <OutcomeNote outcome={removed.outcome} />
      {editable ? (
        <Form
          className="ws-oneline"
          outcome={added.outcome}
          onSubmit={() => void add()}
          actions={
            <button className="ws-btn" type="submit" disabled={writes.busy}>
              <Icon name="add" small />
              {t('calls.qualifications.add')}
            </button>
          }
        >
          <Field
            name={`qualifications[${qualifications.length}]`}
            label={t('calls.qualifications.field')}
            hint={t('calls.qualifications.hint')}
          >
            {(tied) => (
              <input
                {...tied}
                ref={field}
                required
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
        </Form>
      ) : null}
    </section>
  );
}
