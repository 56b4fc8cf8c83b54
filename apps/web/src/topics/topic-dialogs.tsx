import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeenVersion } from '../forms/seen-version.js';
import { touched } from '../forms/touched.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useWorkspace } from '../shell/workspace.js';
import {
  ASK_QUESTION,
  CREATE_TOPIC,
  EDIT_QUESTION,
  EDIT_TOPIC,
  type ActionField,
  type Topic,
} from './topic-query.js';

/** Makes a topic, or changes one. */
export function TopicDialog({
  topic,
  onClose,
}: {
  /** Null for a new one. */
  readonly topic: Topic | null;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { version, heard } = useSeenVersion(topic?.version ?? 0);
  const [title, setTitle] = useState(topic?.title ?? '');
  const [description, setDescription] = useState(topic?.description ?? '');
  const own = { title, description: description.trim() === '' ? null : description };
  return (
    <FormDialog
      title={t(topic === null ? 'topics.add.title' : 'topics.edit.title')}
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={async () =>
        topic === null
          ? writes.send(CREATE_TOPIC, { ...own, programme: slug })
          : heard(
              await writes.send(EDIT_TOPIC, {
                ...touched({ title: topic.title, description: topic.description }, own),
                topicId: topic.id,
                version,
              }),
            )
      }
    >
      <Field name="title" label={t('topics.title')}>
        {(tied) => (
          <input
            {...tied}
            required
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field
        name="description"
        label={t('measure.description')}
        hint={t('topics.description.hint')}
      >
        {(tied) => (
          <textarea
            {...tied}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

/** Asks a question of a topic, puts one anew in a later loop, or puts one in other words. */
export function QuestionDialog({
  topic,
  field,
  before,
  onClose,
}: {
  readonly topic: Topic;
  /** The question that is put in other words; its loop stays. */
  readonly field?: ActionField;
  /** The question that is put anew; its old wording stays with its loop. */
  readonly before?: ActionField;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const writes = useRecordWrites();
  const open = frame.loops.filter(
    ({ stage, number }) => stage !== 'CLOSED' && number > (before?.loopNumber ?? 0),
  );
  const [loopNumber, setLoopNumber] = useState(open[0]?.number ?? 0);
  const { version, heard } = useSeenVersion(field?.version ?? 0);
  const [question, setQuestion] = useState((field ?? before)?.question ?? '');
  return (
    <FormDialog
      title={
        field
          ? t('topics.editQuestion.title')
          : t(before ? 'topics.askAnew.title' : 'topics.question.title', { topic: topic.title })
      }
      submit={t('workspace.save')}
      done={t('workspace.saved')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={async () =>
        field
          ? heard(await writes.send(EDIT_QUESTION, { actionFieldId: field.id, version, question }))
          : writes.send(ASK_QUESTION, { topicId: topic.id, loopNumber, question })
      }
    >
      {field ? null : (
        <Field name="loopNumber" label={t('successes.loop')}>
          {(tied) => (
            <select
              {...tied}
              value={loopNumber}
              onChange={({ target }) => setLoopNumber(Number(target.value))}
            >
              {open.map(({ number }) => (
                <option key={number} value={number}>
                  {t('loop.name', { number })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        name="question"
        label={t('topics.question.text')}
        hint={t(before ? 'topics.askAnew.hint' : 'topics.question.hint')}
      >
        {(tied) => (
          <textarea
            {...tied}
            required
            value={question}
            onChange={({ target }) => setQuestion(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
