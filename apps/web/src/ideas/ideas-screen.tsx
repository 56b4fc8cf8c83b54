import { useQuery } from '@tanstack/react-query';
import { formatDayOf } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { Field } from '../forms/field.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { ACKNOWLEDGE_IDEA, DECLINE_IDEA, IDEAS, type Idea } from './idea-query.js';
import { TakeUpIdeaDialog } from './take-up-idea-dialog.js';

const STATES = ['SUBMITTED', 'ACKNOWLEDGED', 'TAKEN_UP', 'DECLINED', 'WITHDRAWN'] as const;
type Shown = Idea['state'] | 'OPEN' | 'ALL';
type Asked = { readonly what: 'TAKE_UP' | 'DECLINE'; readonly idea: Idea };

function isShown({ state }: Idea, shown: Shown): boolean {
  if (shown === 'OPEN') return state === 'SUBMITTED' || state === 'ACKNOWLEDGED';
  return shown === 'ALL' || state === shown;
}

/** What employees propose, newest first, and what becomes of it. */
export default function IdeasScreen(): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [shown, setShown] = useState<Shown>('OPEN');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'ideas'),
    queryFn: () => ask(IDEAS, { programme: slug }),
  });
  const workspace = data?.workspace;
  const heading = useScreen(workspace || error ? t('workspace.nav.ideas') : null);
  const ideas = (workspace?.ideas ?? []).filter((idea) => isShown(idea, shown));
  const close = (): void => setAsked(null);
  const acknowledge = async ({ id: ideaId, version }: Idea): Promise<void> => {
    if (keep(await writes.send(ACKNOWLEDGE_IDEA, { ideaId, version })))
      showToast({ text: t('ideas.acknowledged') });
  };
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.ideas')}
        </h1>
      </div>
      <p className="ws-lead">{t('ideas.screen.lead')}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Loading /> : null}
      {workspace?.programme.ideasOpen === false ? (
        <p className="ws-note">{t('ideas.screen.closed')}</p>
      ) : null}
      <OutcomeNote outcome={outcome} />
      {workspace?.ideas.length === 0 ? <Nothing>{t('ideas.screen.none')}</Nothing> : null}
      {workspace && workspace.ideas.length > 0 ? (
        <>
          <Filter shown={shown} onShow={setShown} />
          <p className="ls-muted" role="status">
            {ideas.length === 0
              ? t('ideas.screen.noneSuch')
              : t('ideas.screen.shown', { shown: ideas.length })}
          </p>
          <ul className="ws-lines ls-list">
            {ideas.map((idea) => (
              <IdeaItem
                key={idea.id}
                idea={idea}
                busy={writes.busy}
                onAcknowledge={() => void acknowledge(idea)}
                onAsk={(what) => setAsked({ what, idea })}
              />
            ))}
          </ul>
        </>
      ) : null}
      {asked?.what === 'TAKE_UP' ? <TakeUpIdeaDialog idea={asked.idea} onClose={close} /> : null}
      {asked?.what === 'DECLINE' ? <DeclineDialog idea={asked.idea} onClose={close} /> : null}
    </>
  );
}

function Filter({
  shown,
  onShow,
}: {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}): ReactElement {
  const t = useWords();
  return (
    <search className="ws-narrow" aria-label={t('ideas.screen.filter')}>
      <Field label={t('ideas.screen.state')}>
        {(tied) => (
          <select {...tied} value={shown} onChange={({ target }) => onShow(target.value as Shown)}>
            <option value="OPEN">{t('ideas.screen.open')}</option>
            <option value="ALL">{t('board.filter.all')}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {t(`ideas.state.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}

function IdeaItem({
  idea,
  busy,
  onAcknowledge,
  onAsk,
}: {
  readonly idea: Idea;
  readonly busy: boolean;
  readonly onAcknowledge: () => void;
  readonly onAsk: (what: Asked['what']) => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const { name, email, title, text, state, reason, topic, measure, answeredBy, moves } = idea;
  const heading = title ?? t('ideas.own.withdrawn');
  const day = formatDayOf(idea.submittedAt, frame.programme.timeZone, language);
  const named = <span className="kern-sr-only"> {heading}</span>;
  return (
    <li>
      <small>
        <b>{t(`ideas.state.${state}`)}</b> · {t('ideas.screen.by', { name, day })}
        {email === null ? null : (
          <>
            {' '}
            · <a href={`mailto:${email}`}>{email}</a>
          </>
        )}
        {topic === null ? null : <> · {topic.title}</>}
      </small>
      <h2 className="ws-idea">{heading}</h2>
      {text === null ? null : <p className="ws-reflection">{text}</p>}
      {reason === null ? null : (
        <p className="ws-reflection">{t('ideas.screen.reason', { reason })}</p>
      )}
      {measure === null ? null : (
        <p>
          {t('ideas.screen.measure')}{' '}
          <Link href={at.measure(measure.measureId)}>{measure.title}</Link>{' '}
          <small className="ls-muted">{t('loop.name', { number: measure.loopNumber })}</small>
        </p>
      )}
      {answeredBy === null ? null : (
        <small>{t('ideas.screen.answeredBy', { name: answeredBy })}</small>
      )}
      {moves.length === 0 ? null : (
        <div className="ws-actions">
          {moves.includes('ACKNOWLEDGE') ? (
            <button className="ws-btn" type="button" disabled={busy} onClick={onAcknowledge}>
              {t('ideas.acknowledge')}
              {named}
            </button>
          ) : null}
          {moves.includes('TAKE_UP') ? (
            <button className="ws-btn" type="button" onClick={() => onAsk('TAKE_UP')}>
              {t('ideas.takeUp')}
              {named}
            </button>
          ) : null}
          {moves.includes('DECLINE') ? (
            <button className="ws-btn" type="button" onClick={() => onAsk('DECLINE')}>
              {t('ideas.decline')}
              {named}
            </button>
          ) : null}
        </div>
      )}
    </li>
  );
}

function DeclineDialog({
  idea,
  onClose,
}: {
  readonly idea: Idea;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const writes = useRecordWrites();
  return (
    <TextDialog
      title={t('ideas.decline.title')}
      label={t('ideas.decline.label')}
      hint={t('ideas.decline.hint')}
      submit={t('ideas.decline.submit')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={(reason) =>
        writes.send(DECLINE_IDEA, { ideaId: idea.id, version: idea.version, reason })
      }
    />
  );
}
