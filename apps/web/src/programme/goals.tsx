import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog, RemoveDialog } from '../forms/form-dialog.js';
import { useSeenVersion } from '../forms/seen-version.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWorkspace } from '../shell/workspace.js';
import { CREATE_GOAL, EDIT_GOAL, REMOVE_GOAL, type Goal } from './programme-query.js';

type Asked = { readonly what: 'ADD' } | { readonly what: 'EDIT' | 'REMOVE'; readonly goal: Goal };

/** The goals that measures serve. */
export function Goals({
  goals,
  editable,
}: {
  readonly goals: readonly Goal[];
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  return (
    <section className="ws-sec" aria-labelledby="goals">
      <h2 id="goals">{t('goals.title')}</h2>
      {goals.length === 0 ? <p className="ls-muted">{t('goals.none')}</p> : null}
      <ul className="ws-rows ls-list">
        {goals.map((goal) => (
          <li key={goal.id}>
            <span>{goal.title}</span>
            {editable ? (
              <span className="ws-actions">
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => setAsked({ what: 'EDIT', goal })}
                >
                  {t('people.change')}
                  <span className="kern-sr-only"> {goal.title}</span>
                </button>
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => setAsked({ what: 'REMOVE', goal })}
                >
                  {t('records.remove.ask')}
                  <span className="kern-sr-only"> {goal.title}</span>
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => setAsked({ what: 'ADD' })}>
            <Icon name="add" small />
            {t('goals.add')}
          </button>
        </div>
      ) : null}
      {asked?.what === 'REMOVE' ? (
        <RemoveDialog
          title={t('records.remove.title', { name: asked.goal.title })}
          text={t('goals.remove.text')}
          busy={writes.busy}
          onSubmit={() => writes.send(REMOVE_GOAL, { goalId: asked.goal.id })}
          onClose={close}
        />
      ) : asked === null ? null : (
        <GoalDialog goal={asked.what === 'EDIT' ? asked.goal : null} onClose={close} />
      )}
    </section>
  );
}

function GoalDialog({
  goal,
  onClose,
}: {
  readonly goal: Goal | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { version, heard } = useSeenVersion(goal?.version ?? 0);
  const [title, setTitle] = useState(goal?.title ?? '');
  return (
    <FormDialog
      title={t(goal === null ? 'goals.add.title' : 'goals.edit.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={async () =>
        goal === null
          ? writes.send(CREATE_GOAL, { programme: slug, title })
          : heard(await writes.send(EDIT_GOAL, { goalId: goal.id, version, title }))
      }
    >
      <Field name="title" label={t('goals.field')}>
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
