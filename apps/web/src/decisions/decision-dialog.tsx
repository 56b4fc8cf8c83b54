import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { currentLoop } from '../shell/frame-query.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import {
  EDIT_DECISION,
  LOOP_MEASURES,
  RECORD_DECISION,
  RULINGS,
  type Decision,
  type Ruling,
} from './decision-query.js';

/** A measure that a decision is about. */
export type Linked = {
  readonly measureId: string;
  readonly title: string;
  readonly loopNumber: number;
};

/** Records a decision, or changes one. */
export function DecisionDialog({
  decision,
  measures,
  onClose,
}: {
  /** Null for a new one. */
  readonly decision: Decision | null;
  /** The measures that it is about to begin with. */
  readonly measures: readonly Linked[];
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const [body, setBody] = useState(decision?.body ?? t('decisions.body.usual'));
  const [day, setDay] = useState<string>(decision?.day ?? frame.today);
  const [point, setPoint] = useState(decision?.point ?? '');
  const [ruling, setRuling] = useState<Ruling>(decision?.ruling ?? 'APPROVED');
  const [note, setNote] = useState(decision?.note ?? '');
  const [linked, setLinked] = useState(measures);
  const own = {
    body,
    day,
    point,
    ruling,
    note: note.trim() === '' ? null : note,
    measureIds: linked.map(({ measureId }) => measureId),
  };
  return (
    <FormDialog
      title={t(decision === null ? 'decisions.add.title' : 'decisions.edit.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        decision === null
          ? writes.send(RECORD_DECISION, { ...own, programme: slug })
          : writes.send(EDIT_DECISION, {
              ...own,
              decisionId: decision.id,
              version: decision.version,
            })
      }
    >
      <Field name="point" label={t('decisions.point')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={point}
            onChange={({ target }) => setPoint(target.value)}
          />
        )}
      </Field>
      <Field name="ruling" label={t('decisions.ruling')}>
        {(tied) => (
          <select
            {...tied}
            value={ruling}
            onChange={({ target }) => setRuling(target.value as Ruling)}
          >
            {RULINGS.map((one) => (
              <option key={one} value={one}>
                {t(`ruling.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="body" label={t('decisions.body')}>
        {(tied) => (
          <input {...tied} required value={body} onChange={({ target }) => setBody(target.value)} />
        )}
      </Field>
      <Field name="day" label={t('decisions.day')}>
        {(tied) => (
          <input
            {...tied}
            required
            type="date"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
      </Field>
      <Field name="note" label={t('decisions.note')}>
        {(tied) => (
          <textarea {...tied} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      <LinkedMeasures linked={linked} onChange={setLinked} />
    </FormDialog>
  );
}

/** The measures that the decision is about; more are found by their loop. */
function LinkedMeasures({
  linked,
  onChange,
}: {
  readonly linked: readonly Linked[];
  readonly onChange: (linked: readonly Linked[]) => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const [loop, setLoop] = useState(currentLoop(frame.loops)?.number ?? 0);
  const { data } = useQuery({
    queryKey: keys.list(slug, `measures of ${loop}`),
    queryFn: () => ask(LOOP_MEASURES, { programme: slug, loop }),
    enabled: loop > 0,
  });
  const choices = (data?.workspace?.board ?? []).filter(
    ({ id }) => !linked.some(({ measureId }) => measureId === id),
  );
  const add = (id: string): void => {
    const measure = choices.find((one) => one.id === id);
    if (measure) onChange([...linked, { measureId: id, title: measure.title, loopNumber: loop }]);
  };
  return (
    <fieldset className="ws-choices">
      <legend>{t('decisions.measures')}</legend>
      {linked.length === 0 ? (
        <p className="ls-muted">{t('decisions.noMeasure')}</p>
      ) : (
        <ul className="ws-rows ls-list">
          {linked.map(({ measureId, title, loopNumber }) => (
            <li key={measureId}>
              <span>
                {title} <small className="ls-muted">{t('loop.name', { number: loopNumber })}</small>
              </span>
              <button
                className="ws-icon-btn"
                type="button"
                onClick={() => onChange(linked.filter((one) => one.measureId !== measureId))}
              >
                <Icon name="close" small />
                <span className="kern-sr-only">
                  {t('people.remove')} {title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {loop === 0 ? null : (
        <div className="ws-narrow">
          <Field label={t('successes.loop')}>
            {(tied) => (
              <select
                {...tied}
                value={loop}
                onChange={({ target }) => setLoop(Number(target.value))}
              >
                {frame.loops.toReversed().map(({ number }) => (
                  <option key={number} value={number}>
                    {t('loop.name', { number })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('decisions.addMeasure')}>
            {(tied) => (
              <select {...tied} value="" onChange={({ target }) => add(target.value)}>
                <option value="">
                  {t(choices.length === 0 ? 'decisions.noChoice' : 'people.pick')}
                </option>
                {choices.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
    </fieldset>
  );
}
