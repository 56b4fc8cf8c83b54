import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { FormDialog } from './form-dialog.js';
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
  const [title, setTitle] = useState(measure.title);
  const [dueDay, setDueDay] = useState(measure.dueDay ?? '');
  const [unitId, setUnitId] = useState(measure.unit?.id ?? '');
  const [goalIds, setGoalIds] = useState<readonly string[]>(measure.goals.map(({ id }) => id));
  return (
    <FormDialog
      title={t('facts.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        writes.send(WRITES.editMeasure, {
          title,
          dueDay: dueDay || null,
          unitId: unitId || null,
          goalIds: [...goalIds],
        })
      }
    >
      <label className="ws-field">
        <span>{t('facts.name')}</span>
        <input required value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('facts.due')}</span>
        <input type="date" value={dueDay} onChange={({ target }) => setDueDay(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('facts.unit')}</span>
        <select value={unitId} onChange={({ target }) => setUnitId(target.value)}>
          <option value="">{t('facts.noUnit')}</option>
          {frame.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
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
                  setGoalIds(
                    target.checked ? [...goalIds, goal.id] : goalIds.filter((id) => id !== goal.id),
                  )
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
