import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { Failure, Loading } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { TOPICS } from '../topics/topic-query.js';
import type { NextStep } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import type { MeasureWrites } from './write-measure.js';

/** Makes a measure of a next step: in answer to a question of a loop that isn't closed. */
export function TakeUpDialog({
  step,
  writes,
  onClose,
}: {
  readonly step: NextStep;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const [actionFieldId, setActionFieldId] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'topics'),
    queryFn: () => ask(TOPICS, { programme: slug }),
  });
  const topics = data?.workspace?.topics;
  const loops = frame.loops.filter(({ stage }) => stage !== 'CLOSED');
  return (
    <FormDialog
      title={t('nextSteps.takeUp.title')}
      submit={t('nextSteps.takeUp.submit')}
      busy={writes.busy || topics === undefined}
      onClose={onClose}
      onSubmit={() => writes.send(WRITES.takeUpNextStep, { nextStepId: step.id, actionFieldId })}
    >
      <p>{t('nextSteps.takeUp.text', { text: step.text })}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {topics === undefined && !error ? <Loading /> : null}
      <Field
        name="actionFieldId"
        label={t('newMeasure.question')}
        hint={t('nextSteps.takeUp.hint')}
      >
        {(tied) => (
          <select
            {...tied}
            required
            value={actionFieldId}
            onChange={({ target }) => setActionFieldId(target.value)}
          >
            <option value="">{t('people.pick')}</option>
            {loops.map(({ number }) => (
              <optgroup key={number} label={t('loop.name', { number })}>
                {(topics ?? []).flatMap(({ title, actionFields }) =>
                  actionFields
                    .filter(({ loopNumber }) => loopNumber === number)
                    .map(({ id, question }) => (
                      <option key={id} value={id}>{`${title}: ${question}`}</option>
                    )),
                )}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
