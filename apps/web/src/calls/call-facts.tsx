import { formatDay } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeen, useTouched } from '../forms/seen.js';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { WRITES, type Call } from './call-query.js';
import type { CallWrites } from './write-call.js';

type Props = { readonly call: Call; readonly writes: CallWrites };

/** Days, seats and term of a call; changed together in one dialog, title included. */
export function CallFacts({
  call,
  writes,
  editable,
}: Props & { readonly editable: boolean }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { opensOn, closesOn, seats, minimumTerm, firstLoop } = call;
  const day = (one: string): ReactElement => <time dateTime={one}>{formatDay(one, language)}</time>;
  const facts = [
    [
      'calls.opens',
      opensOn === null ? <span className="ls-muted">{t('calls.opens.later')}</span> : day(opensOn),
    ],
    ['calls.closes', closesOn && day(closesOn)],
    ['calls.seatCount', seats],
    ['calls.term', minimumTerm && t('calls.term.loops', { count: minimumTerm })],
    ['calls.firstLoop', firstLoop && t('loop.name', { number: firstLoop })],
  ] as const;
  return (
    <section className="ws-box" aria-labelledby="facts">
      <h2 id="facts">{t('facts.title')}</h2>
      <dl className="ws-people">
        {facts.map(([label, fact]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{fact ?? <span className="ls-muted">{t('measure.notYet')}</span>}</dd>
          </div>
        ))}
      </dl>
      {editable ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => setEditing(true)}>
          {t('facts.edit')}
        </button>
      ) : null}
      {editing ? (
        <FactsDialog call={call} writes={writes} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

/** Once the call was opened, title and seats alone can be changed: people have answered to the rest. */
function FactsDialog({
  call,
  writes,
  onClose,
}: Props & { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const draft = call.state === 'DRAFT';
  const asSeen = useSeen(call.version);
  const { values, touched, touch } =
    useTouched<Pick<Call, 'title' | 'closesOn' | 'seats' | 'minimumTerm' | 'firstLoopId'>>(call);
  const { title, closesOn, seats, minimumTerm, firstLoopId } = values;
  const numberOf = (text: string): number | null => (text === '' ? null : Number(text));
  const loops = frame.loops.filter(
    ({ id, stage }) => stage !== 'CLOSED' || id === call.firstLoopId,
  );
  return (
    <FormDialog
      title={t('facts.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => asSeen((seen) => writes.send(WRITES.edit, touched, seen))}
    >
      <Field name="title" label={t('facts.name')}>
        {(tied) => (
          <input
            {...tied}
            required
            value={title}
            onChange={({ target }) => touch({ title: target.value })}
          />
        )}
      </Field>
      <Field name="seats" label={t('calls.seatCount')}>
        {(tied) => (
          <input
            {...tied}
            type="number"
            min={1}
            max={1000}
            required={!draft}
            value={seats ?? ''}
            onChange={({ target }) => touch({ seats: numberOf(target.value) })}
          />
        )}
      </Field>
      {draft ? (
        <>
          <Field name="closesOn" label={t('calls.closes')}>
            {(tied) => (
              <input
                {...tied}
                type="date"
                value={closesOn ?? ''}
                onChange={({ target }) => touch({ closesOn: target.value || null })}
              />
            )}
          </Field>
          <Field name="minimumTerm" label={t('calls.term.field')}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={1}
                max={100}
                value={minimumTerm ?? ''}
                onChange={({ target }) => touch({ minimumTerm: numberOf(target.value) })}
              />
            )}
          </Field>
          <Field name="firstLoopId" label={t('calls.firstLoop')}>
            {(tied) => (
              <select
                {...tied}
                value={firstLoopId ?? ''}
                onChange={({ target }) => touch({ firstLoopId: target.value || null })}
              >
                <option value="">{t('calls.firstLoop.none')}</option>
                {loops.map(({ id, number }) => (
                  <option key={id} value={id}>
                    {t('loop.name', { number })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      ) : (
        <p className="ls-muted">{t('calls.fixed')}</p>
      )}
    </FormDialog>
  );
}
