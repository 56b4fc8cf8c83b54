import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { FormDialog } from '../measures/form-dialog.js';
import { TextDialog } from '../measures/text-dialog.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { useRecordWrites } from '../records/write-record.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import {
  ASK_QUESTION,
  CREATE_MEASURE,
  CREATE_TOPIC,
  EDIT_QUESTION,
  EDIT_TOPIC,
  TOPICS,
  type ActionField,
  type Topic,
} from './topic-query.js';

type Asked =
  | { readonly what: 'TOPIC' }
  | { readonly what: 'EDIT_TOPIC' | 'QUESTION'; readonly topic: Topic }
  | { readonly what: 'EDIT_QUESTION' | 'MEASURE'; readonly field: ActionField };

/** The threads through the loops, with the questions that were asked of them; new ones begin here. */
export default function TopicsScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug, frame } = workspace;
  const heading = useScreen(t('workspace.nav.topics'));
  const writes = useRecordWrites();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const circle = actsForCircle(workspace);
  const close = (): void => setAsked(null);
  const open = frame.loops.filter(({ stage }) => stage !== 'CLOSED');
  const isOpen = (number: number): boolean => open.some((loop) => loop.number === number);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'topics'),
    queryFn: () => ask(TOPICS, { programme: slug }),
  });
  const topics = data?.workspace?.topics;
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.topics')}
        </h1>
        {circle ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            onClick={() => setAsked({ what: 'TOPIC' })}
          >
            <Icon name="add" small />
            {t('topics.add')}
          </button>
        ) : null}
      </div>
      <p className="ws-lead">{t('topics.lead')}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {topics === undefined && !error ? <Loading /> : null}
      {topics?.length === 0 ? <Nothing>{t('topics.none')}</Nothing> : null}
      {(topics ?? []).map((topic) => (
        <section className="ws-sec" key={topic.id} aria-labelledby={`topic-${topic.id}`}>
          <h2 id={`topic-${topic.id}`}>{topic.title}</h2>
          {topic.description === null ? null : <p className="ws-reflection">{topic.description}</p>}
          <ul className="ws-lines ls-list">
            {topic.actionFields.map((field) => (
              <li key={field.id}>
                <small>{t('loop.name', { number: field.loopNumber })}</small>
                {field.question}
                {circle && isOpen(field.loopNumber) ? (
                  <div className="ws-actions">
                    <button
                      className="ws-btn"
                      type="button"
                      onClick={() => setAsked({ what: 'MEASURE', field })}
                    >
                      <Icon name="add" small />
                      {t('topics.measure')}
                      <span className="kern-sr-only">: {field.question}</span>
                    </button>
                    <button
                      className="ws-btn"
                      type="button"
                      onClick={() => setAsked({ what: 'EDIT_QUESTION', field })}
                    >
                      {t('topics.editQuestion')}
                      <span className="kern-sr-only">: {field.question}</span>
                    </button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
          {circle ? (
            <div className="ws-actions">
              <button
                className="ws-btn"
                type="button"
                disabled={open.length === 0}
                onClick={() => setAsked({ what: 'QUESTION', topic })}
              >
                {t('topics.question')}
                <span className="kern-sr-only">: {topic.title}</span>
              </button>
              <button
                className="ws-btn"
                type="button"
                onClick={() => setAsked({ what: 'EDIT_TOPIC', topic })}
              >
                {t('topics.edit')}
                <span className="kern-sr-only">: {topic.title}</span>
              </button>
            </div>
          ) : null}
        </section>
      ))}
      {asked?.what === 'TOPIC' ? (
        <TextDialog
          title={t('topics.add')}
          label={t('topics.title')}
          submit={t('workspace.save')}
          long={false}
          onSubmit={(title) => writes.send(CREATE_TOPIC, { programme: slug, title })}
          onClose={close}
        />
      ) : asked?.what === 'EDIT_TOPIC' ? (
        <TextDialog
          title={t('topics.edit')}
          label={t('topics.title')}
          submit={t('workspace.save')}
          text={asked.topic.title}
          long={false}
          onSubmit={(title) => writes.send(EDIT_TOPIC, { topicId: asked.topic.id, title })}
          onClose={close}
        />
      ) : asked?.what === 'QUESTION' ? (
        <QuestionDialog topic={asked.topic} onClose={close} />
      ) : asked?.what === 'EDIT_QUESTION' ? (
        <TextDialog
          title={t('topics.editQuestion')}
          label={t('topics.question.text')}
          submit={t('workspace.save')}
          text={asked.field.question}
          onSubmit={(question) =>
            writes.send(EDIT_QUESTION, { actionFieldId: asked.field.id, question })
          }
          onClose={close}
        />
      ) : asked?.what === 'MEASURE' ? (
        <TextDialog
          title={t('topics.measure')}
          label={t('facts.name')}
          hint={asked.field.question}
          submit={t('topics.measure.submit')}
          long={false}
          onSubmit={async (title) => {
            const outcome = await writes.send(CREATE_MEASURE, {
              actionFieldId: asked.field.id,
              title,
            });
            if (outcome.kind === 'DONE') go(at.measure(outcome.shown));
            return outcome;
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function QuestionDialog({
  topic,
  onClose,
}: {
  readonly topic: Topic;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const writes = useRecordWrites();
  const open = frame.loops.filter(({ stage }) => stage !== 'CLOSED');
  const [loopNumber, setLoopNumber] = useState(open[0]?.number ?? 0);
  const [question, setQuestion] = useState('');
  return (
    <FormDialog
      title={t('topics.question.title', { topic: topic.title })}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => writes.send(ASK_QUESTION, { topicId: topic.id, loopNumber, question })}
    >
      <label className="ws-field">
        <span>{t('move.carry.loop')}</span>
        <select value={loopNumber} onChange={({ target }) => setLoopNumber(Number(target.value))}>
          {open.map(({ number }) => (
            <option key={number} value={number}>
              {t('loop.name', { number })}
            </option>
          ))}
        </select>
      </label>
      <label className="ws-field">
        <span>{t('topics.question.text')}</span>
        <small>{t('topics.question.hint')}</small>
        <textarea required value={question} onChange={({ target }) => setQuestion(target.value)} />
      </label>
    </FormDialog>
  );
}
