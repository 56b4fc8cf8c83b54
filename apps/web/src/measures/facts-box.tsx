import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeen, useTouched } from '../forms/seen.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import type { MeasureWrites } from './write-measure.js';

/** Title, due day, unit and goals; changed together in one dialog. */
export function FactsBox({
  measure,
  writes,
  editable,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const [editing, setEditing] = useState(false);
  // A measure is late by a step as well; here only its own day counts.
  const passed = measure.late && measure.dueDay !== null && measure.dueDay < frame.today;
  return (
    <section className="ws-box" aria-labelledby="due">
      <h2 id="due">{t('facts.title')}</h2>
      <dl className="ws-people">
        <dt>{t('facts.due')}</dt>
        <dd>
          {measure.dueDay === null ? (
            <span className="ls-muted">{t('measure.notYet')}</span>
          ) : (
            <span className={passed ? 'ws-mark ws-mark--late' : undefined}>
              {passed ? <Icon name="warning" small /> : null}
              <time dateTime={measure.dueDay}>
                {formatNearDay(measure.dueDay, frame.today, language)}
              </time>
            </span>
          )}
        </dd>
        <dt>{t('facts.unit')}</dt>
        <dd>{measure.unit?.name ?? <span className="ls-muted">{t('measure.notYet')}</span>}</dd>
        <dt>{t('facts.goals')}</dt>
        <dd>
          {measure.goals.length === 0 ? (
            <span className="ls-muted">{t('facts.noGoals')}</span>
          ) : (
            measure.goals.map(({ title }) => title).join(' · ')
          )}
        </dd>
      </dl>
      {editable ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => setEditing(true)}>
          {t('facts.edit')}
        </button>
      ) : null}
      {editing ? (
        <FactsDialog measure={measure} writes={writes} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

type Facts = {
  readonly title: string;
  readonly dueDay: string | null;
  readonly unitId: string | null;
  readonly goalIds: string[];
};

function FactsDialog({
  measure,
  writes,
  onClose,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const asSeen = useSeen(measure.version);
  const { values, touched, touch } = useTouched<Facts>({
    title: measure.title,
    dueDay: measure.dueDay,
    unitId: measure.unit?.id ?? null,
    goalIds: measure.goals.map(({ id }) => id),
  });
  const { title, dueDay, unitId, goalIds } = values;
  return (
    <FormDialog
      title={t('facts.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => asSeen((seen) => writes.send(WRITES.editMeasure, touched, seen))}
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
      <Field name="dueDay" label={t('facts.due')}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            value={dueDay ?? ''}
            onChange={({ target }) => touch({ dueDay: target.value || null })}
          />
        )}
      </Field>
      <Field name="unitId" label={t('facts.unit')}>
        {(tied) => (
          <select
            {...tied}
            value={unitId ?? ''}
            onChange={({ target }) => touch({ unitId: target.value || null })}
          >
            <option value="">{t('facts.noUnit')}</option>
            {frame.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {frame.goals.length === 0 ? null : (
        <fieldset className="ws-choices">
          <legend>{t('facts.goals')}</legend>
          {frame.goals.map((goal) => (
            <label key={goal.id} className="ws-checkline">
              <input
                className="ws-check"
                type="checkbox"
                checked={goalIds.includes(goal.id)}
                onChange={({ target }) =>
                  touch({
                    goalIds: target.checked
                      ? [...goalIds, goal.id]
                      : goalIds.filter((id) => id !== goal.id),
                  })
                }
              />
              {goal.title}
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
