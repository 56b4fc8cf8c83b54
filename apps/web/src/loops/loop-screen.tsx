import { useQuery } from '@tanstack/react-query';
import { formatPeriod } from '#ui/format.js';
import { LoopCounts } from '#ui/parts/loop-strip.js';
import { useState, type ReactElement } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { at } from '../addresses.js';
import { RemoveDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useSeen } from '../forms/seen.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { HistoryBox } from '../measures/history-box.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { measuresIn } from '../shell/frame-query.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { useLoopEdit } from './loop-edit.js';
import { LOOP, OLDER_OF_LOOP, REMOVE_LOOP, type Loop, type Stage } from './loop-query.js';
import { NextStage } from './next-stage.js';
import { OpenMeasures } from './open-measures.js';
import { PeriodDialog } from './period-dialog.js';
import { Reflection } from './reflection.js';

const STAGES: readonly Stage[] = ['PLANNED', 'RUNNING', 'REVIEW', 'CLOSED'];

/** One loop: where it stands, and what is still to do until it is closed. */
export default function LoopScreen(): ReactElement {
  const { number } = useParams<{ number: string }>();
  return /^[1-9]\d{0,5}$/.test(number) ? (
    <LoopByNumber key={number} number={Number(number)} />
  ) : (
    <NoSuchScreen />
  );
}

function LoopByNumber({ number }: { readonly number: number }): ReactElement {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.loop(slug, number),
    queryFn: () => ask(LOOP, { programme: slug, number }),
  });
  const loop = data?.workspace?.loop;
  if (loop) return <LoopPage loop={loop} />;
  if (loop === null) return <NoSuchScreen />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function LoopPage({ loop }: { readonly loop: Loop }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const title = t('loop.name', { number: loop.number });
  const heading = useScreen(title);
  const reached = STAGES.indexOf(loop.stage);
  const [removing, setRemoving] = useState(false);
  const [, go] = useLocation();
  const removal = useRecordWrites();
  const removable =
    actsForCircle(workspace) &&
    loop.stage === 'PLANNED' &&
    loop.actionFields.length === 0 &&
    workspace.frame.loops.every(({ number }) => number <= loop.number);
  const works = loop.stage === 'RUNNING' || loop.stage === 'REVIEW';
  return (
    <>
      <nav className="ws-crumb" aria-label={t('nav.path')}>
        <ol className="ls-list">
          <li>
            <Link href={at.loops}>{t('loop.all')}</Link>
          </li>
        </ol>
      </nav>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Link className="ws-btn" href={at.board(loop.number)}>
          {t('loopPage.board')}
        </Link>
        {removable ? (
          <button className="ws-btn" type="button" onClick={() => setRemoving(true)}>
            {t('records.remove.ask')}
          </button>
        ) : null}
      </div>
      {removing ? (
        <RemoveDialog
          title={t('records.remove.title', { name: title })}
          text={t('loops.remove.text')}
          busy={removal.busy}
          onSubmit={() =>
            removal.send(REMOVE_LOOP, { loopId: loop.id, version: loop.version }, () =>
              go(at.loops),
            )
          }
          onClose={() => setRemoving(false)}
        />
      ) : null}
      <ol className="ws-stepper ls-list" aria-label={t('loopPage.stages')}>
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            className={index < reached ? 'is-past' : index === reached ? 'is-now' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            <b>{t(`loopPage.stage.${stage}`)}</b>
          </li>
        ))}
      </ol>
      <div className="ws-two">
        <div>
          <NextStage loop={loop} />
          {works ? <OpenMeasures loop={loop} /> : null}
          <Reflection loop={loop} />
        </div>
        <div>
          <PeriodBox loop={loop} editable={actsForCircle(workspace) && loop.stage !== 'CLOSED'} />
          <section className="ws-box" aria-labelledby="counts">
            <h2 id="counts">
              {t('loopPage.counts')} <small className="ls-num">{measuresIn(loop)}</small>
            </h2>
            <div>
              <LoopCounts loop={{ ...loop, total: measuresIn(loop) }} language={language} />
            </div>
          </section>
          <section className="ws-box" aria-labelledby="questions">
            <h2 id="questions">{t('loopPage.questions')}</h2>
            {loop.actionFields.length === 0 ? (
              <p className="ls-muted">{t('loopPage.noQuestions')}</p>
            ) : (
              <ul className="ws-lines ls-list">
                {loop.actionFields.map(({ id, question, topic }) => (
                  <li key={id}>
                    <small>{topic.title}</small>
                    {question}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <HistoryBox
            history={loop.history}
            older={async (after) => {
              const found = await ask(OLDER_OF_LOOP, {
                programme: workspace.slug,
                number: loop.number,
                after,
              });
              return found.workspace?.loop?.history ?? [];
            }}
          />
        </div>
      </div>
    </>
  );
}

/** When the loop is, and, for the circle, a way to change it. */
function PeriodBox({
  loop,
  editable,
}: {
  readonly loop: Loop;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    <section className="ws-box" aria-labelledby="period">
      <h2 id="period">{t('loopPage.period')}</h2>
      <p>{formatPeriod(loop, language) ?? t('loopPage.noPeriod')}</p>
      {editable ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => setEditing(true)}>
          {t('loopPage.editPeriod')}
        </button>
      ) : null}
      {editing ? <EditPeriodDialog loop={loop} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function EditPeriodDialog({
  loop,
  onClose,
}: {
  readonly loop: Loop;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { busy, edit } = useLoopEdit(loop.id);
  const asSeen = useSeen(loop.version);
  return (
    <PeriodDialog
      title={t('loopPage.periodOf', { number: loop.number })}
      submit={t('workspace.save')}
      period={loop}
      busy={busy}
      done={t('workspace.saved')}
      onClose={onClose}
      onSubmit={(changed) => asSeen((seen) => edit(changed, seen))}
    />
  );
}
