import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { LOOP_MEASURES } from '../decisions/decision-query.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { Failure, Loading } from '../parts/states.js';
import { currentLoop } from '../shell/frame-query.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { TOPICS } from '../topics/topic-query.js';
import { TAKE_UP_IDEA, type Idea } from './idea-query.js';

/** Takes an idea up: in a new measure, which answers a question, or in one of the current loop. */
export function TakeUpIdeaDialog({
  idea,
  onClose,
}: {
  readonly idea: Idea;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const writes = useRecordWrites();
  const [where, setWhere] = useState<'NEW' | 'EXISTING'>('NEW');
  const [actionFieldId, setActionFieldId] = useState('');
  const [title, setTitle] = useState(idea.title ?? '');
  const [measureId, setMeasureId] = useState('');
  const loop = currentLoop(frame.loops)?.number ?? null;
  const topics = useQuery({
    queryKey: keys.list(slug, 'topics'),
    queryFn: () => ask(TOPICS, { programme: slug }),
  });
  const measures = useQuery({
    queryKey: keys.list(slug, `measures of ${loop ?? 0}`),
    queryFn: () => ask(LOOP_MEASURES, { programme: slug, loop: loop ?? 0 }),
    enabled: loop !== null && where === 'EXISTING',
  });
  const asked = where === 'NEW' ? topics : measures;
  const loops = frame.loops.filter(({ stage }) => stage !== 'CLOSED');
  const input = where === 'NEW' ? { actionFieldId, title } : { measureId };
  return (
    <FormDialog
      title={t('ideas.takeUp.title')}
      submit={t('ideas.takeUp.submit')}
      done={t('ideas.takeUp.done')}
      busy={writes.busy || asked.data === undefined}
      onClose={onClose}
      onSubmit={() =>
        writes.send(TAKE_UP_IDEA, { ideaId: idea.id, version: idea.version, ...input })
      }
    >
      <p>{idea.title}</p>
      <Field label={t('ideas.takeUp.where')}>
        {(tied) => (
          <select
            {...tied}
            value={where}
            onChange={({ target }) => setWhere(target.value === 'NEW' ? 'NEW' : 'EXISTING')}
          >
            <option value="NEW">{t('ideas.takeUp.new')}</option>
            <option value="EXISTING">{t('ideas.takeUp.existing')}</option>
          </select>
        )}
      </Field>
      {asked.error ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.data === undefined && !asked.error ? <Loading /> : null}
      {where === 'NEW' ? (
        <>
          <Field
            name="actionFieldId"
            label={t('newMeasure.question')}
            hint={t('ideas.takeUp.hint')}
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
                    {(topics.data?.workspace?.topics ?? []).flatMap((topic) =>
                      topic.actionFields
                        .filter(({ loopNumber }) => loopNumber === number)
                        .map(({ id, question }) => (
                          <option key={id} value={id}>{`${topic.title}: ${question}`}</option>
                        )),
                    )}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <Field name="title" label={t('ideas.takeUp.name')} hint={t('ideas.takeUp.name.hint')}>
            {(tied) => (
              <input
                {...tied}
                required
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
        </>
      ) : (
        <Field name="measureId" label={t('entry.measure')}>
          {(tied) => (
            <select
              {...tied}
              required
              value={measureId}
              onChange={({ target }) => setMeasureId(target.value)}
            >
              <option value="">{t('people.pick')}</option>
              {(measures.data?.workspace?.board ?? []).map((measure) => (
                <option key={measure.id} value={measure.id}>
                  {measure.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </FormDialog>
  );
}
