import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { NewMeasureDialog } from '../measures/new-measure-dialog.js';
import { MoreMenu } from '../parts/more-menu.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { RemoveDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { QuestionDialog, TopicDialog } from './topic-dialogs.js';
import {
  REMOVE_QUESTION,
  REMOVE_TOPIC,
  TOPICS,
  type ActionField,
  type Topic,
} from './topic-query.js';

type Asked =
  | { readonly what: 'TOPIC'; readonly topic: Topic | null }
  | { readonly what: 'REMOVE_TOPIC' | 'ASK'; readonly topic: Topic }
  | { readonly what: 'ASK_ANEW'; readonly topic: Topic; readonly field: ActionField }
  | {
      readonly what: 'QUESTION' | 'REMOVE_QUESTION' | 'MEASURE';
      readonly topic: Topic;
      readonly field: ActionField;
    };

/** The threads through the loops, with the questions that were asked of them; new ones begin here. */
export default function TopicsScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug, frame } = workspace;
  const [asked, setAsked] = useState<Asked | null>(null);
  const circle = actsForCircle(workspace);
  const open = frame.loops.filter(({ stage }) => stage !== 'CLOSED').map(({ number }) => number);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'topics'),
    queryFn: () => ask(TOPICS, { programme: slug }),
  });
  const topics = data?.workspace?.topics;
  const heading = useScreen(topics || error ? t('workspace.nav.topics') : null);
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
            onClick={() => setAsked({ what: 'TOPIC', topic: null })}
          >
            <Icon name="add" small />
            {t('topics.add')}
          </button>
        ) : null}
      </div>
      <p className="ws-lead">{t('topics.lead')}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {topics === undefined && !error ? <Loading /> : null}
      {topics?.length === 0 ? (
        <Nothing>{t(circle ? 'topics.none.circle' : 'topics.none')}</Nothing>
      ) : null}
      {(topics ?? []).map((topic) => (
        <section className="ws-sec" key={topic.id} aria-labelledby={`topic-${topic.key}`}>
          <h2 id={`topic-${topic.key}`}>{topic.title}</h2>
          {topic.description === null ? null : <p className="ws-reflection">{topic.description}</p>}
          {topic.actionFields.length === 0 ? (
            <p className="ls-muted">{t('topics.noQuestion')}</p>
          ) : null}
          <ul className="ws-lines ls-list">
            {topic.actionFields.toReversed().map((field) => (
              <Question
                key={field.id}
                topic={topic}
                field={field}
                editable={circle && open.includes(field.loopNumber)}
                onAsk={(what) => setAsked({ what, topic, field })}
                mayAskAnew={
                  circle &&
                  open.some((number) => number > field.loopNumber) &&
                  topic.actionFields.at(-1) === field
                }
              />
            ))}
          </ul>
          {circle ? (
            <div className="ws-actions">
              <button
                className="ws-btn"
                type="button"
                disabled={open.length === 0}
                onClick={() => setAsked({ what: 'ASK', topic })}
              >
                <Icon name="add" small />
                {t('topics.question')}
                <span className="kern-sr-only"> {topic.title}</span>
              </button>
              <button
                className="ws-btn"
                type="button"
                onClick={() => setAsked({ what: 'TOPIC', topic })}
              >
                {t('topics.edit')}
                <span className="kern-sr-only"> {topic.title}</span>
              </button>
              {topic.actionFields.length > 0 ? null : (
                <button
                  className="ws-btn"
                  type="button"
                  onClick={() => setAsked({ what: 'REMOVE_TOPIC', topic })}
                >
                  {t('records.remove.ask')}
                  <span className="kern-sr-only"> {topic.title}</span>
                </button>
              )}
            </div>
          ) : null}
        </section>
      ))}
      {asked === null ? null : <AskedDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Question({
  topic,
  field,
  editable,
  mayAskAnew,
  onAsk,
}: {
  readonly topic: Topic;
  readonly field: ActionField;
  readonly editable: boolean;
  readonly mayAskAnew: boolean;
  readonly onAsk: (what: 'QUESTION' | 'REMOVE_QUESTION' | 'MEASURE' | 'ASK_ANEW') => void;
}): ReactElement {
  const t = useWords();
  const { question, loopNumber } = field;
  return (
    <li>
      <small>
        {t('loop.name', { number: loopNumber })} ·{' '}
        <Link href={`${at.board(loopNumber)}?topic=${encodeURIComponent(topic.key)}`}>
          {t('topics.toMeasures')}
          <span className="kern-sr-only">
            {' '}
            {topic.title}, {t('loop.name', { number: loopNumber })}
          </span>
        </Link>
      </small>
      <p className="ws-asked">{question}</p>
      <div className="ws-actions">
        {editable ? (
          <button className="ws-btn" type="button" onClick={() => onAsk('MEASURE')}>
            <Icon name="add" small />
            {t('topics.measure')}
            <span className="kern-sr-only"> {question}</span>
          </button>
        ) : null}
        {mayAskAnew ? (
          <button className="ws-btn" type="button" onClick={() => onAsk('ASK_ANEW')}>
            {t('topics.askAnew')}
            <span className="kern-sr-only"> {question}</span>
          </button>
        ) : null}
        {editable ? (
          <MoreMenu of={question}>
            <button className="ws-btn" type="button" onClick={() => onAsk('QUESTION')}>
              {t('topics.editQuestion')}
            </button>
            <button className="ws-btn" type="button" onClick={() => onAsk('REMOVE_QUESTION')}>
              {t('records.remove.ask')}
            </button>
          </MoreMenu>
        ) : null}
      </div>
    </li>
  );
}

function AskedDialog({
  asked,
  onClose,
}: {
  readonly asked: Asked;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const [, go] = useLocation();
  const writes = useRecordWrites();
  switch (asked.what) {
    case 'TOPIC':
      return <TopicDialog topic={asked.topic} onClose={onClose} />;
    case 'REMOVE_TOPIC':
      return (
        <RemoveDialog
          title={t('records.remove.title', { name: asked.topic.title })}
          text={t('topics.remove.text')}
          busy={writes.busy}
          onSubmit={() => writes.send(REMOVE_TOPIC, { topicId: asked.topic.id })}
          onClose={onClose}
        />
      );
    case 'REMOVE_QUESTION':
      return (
        <RemoveDialog
          title={t('topics.removeQuestion.title')}
          text={t('topics.removeQuestion.text', { question: asked.field.question })}
          busy={writes.busy}
          onSubmit={() => writes.send(REMOVE_QUESTION, { actionFieldId: asked.field.id })}
          onClose={onClose}
        />
      );
    case 'ASK':
      return <QuestionDialog topic={asked.topic} onClose={onClose} />;
    case 'ASK_ANEW':
      return <QuestionDialog topic={asked.topic} before={asked.field} onClose={onClose} />;
    case 'QUESTION':
      return <QuestionDialog topic={asked.topic} field={asked.field} onClose={onClose} />;
    case 'MEASURE':
      return (
        <NewMeasureDialog
          questions={[asked.field]}
          onClose={onClose}
          onMade={(id) => go(at.measure(id))}
        />
      );
  }
}
