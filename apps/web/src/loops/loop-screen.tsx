import { useQuery } from '@tanstack/react-query';
import { formatPeriod } from '#ui/format.js';
import { LoopCounts } from '#ui/parts/loop-strip.js';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { measuresIn } from '../shell/frame-query.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { EDIT_LOOP, LOOP, type Loop, type Stage } from './loop-query.js';
import { NextStage } from './next-stage.js';
import { OpenMeasures } from './open-measures.js';
import { PeriodDialog } from './period-dialog.js';
import { Reflection } from './reflection.js';
import { useLoopWrite } from './write-loop.js';

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
      </div>
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
  const write = useLoopWrite();
  return (
    <section className="ws-box" aria-labelledby="period">
      <h2 id="period">{t('loopPage.period')}</h2>
      <p>{formatPeriod(loop, language) ?? t('loopPage.noPeriod')}</p>
      {editable ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => setEditing(true)}>
          {t('loopPage.editPeriod')}
        </button>
      ) : null}
      {editing ? (
        <PeriodDialog
          title={t('loopPage.periodOf', { number: loop.number })}
          submit={t('workspace.save')}
          period={loop}
          busy={write.busy}
          fault={write.fault}
          onClose={() => {
            write.reset();
            setEditing(false);
          }}
          onSubmit={(period) =>
            write.send(
              async (requestId) =>
                (
                  await ask(EDIT_LOOP, {
                    input: { loopId: loop.id, version: loop.version, ...period, requestId },
                  })
                ).editLoop,
              {
                onDone: () => {
                  setEditing(false);
                  showToast({ text: t('workspace.saved') });
                },
              },
            )
          }
        />
      ) : null}
    </section>
  );
}
