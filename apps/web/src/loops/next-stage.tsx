import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ReasonField } from '../board/move-dialogs.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { Dialog } from '../parts/dialog.js';
import { showToast } from '../parts/toasts.js';
import {
  CLOSE_LOOP,
  REOPEN_LOOP,
  REVIEW_LOOP,
  START_LOOP,
  type Loop,
  type LoopAnswer,
} from './loop-query.js';
import { useLoopWrite, type LoopWrite } from './write-loop.js';

type Next = Loop['stages'][number];

/** Sends a loop on to its next stage; a closed one back to its review. */
function change(
  loop: Loop,
  to: Next['to'],
  reason: string | null,
): (requestId: string) => Promise<LoopAnswer> {
  return async (requestId) => {
    const variables = { input: { loopId: loop.id, version: loop.version, reason, requestId } };
    if (to === 'RUNNING') return (await ask(START_LOOP, variables)).startLoop;
    if (to === 'CLOSED') return (await ask(CLOSE_LOOP, variables)).closeLoop;
    return loop.stage === 'CLOSED'
      ? (await ask(REOPEN_LOOP, variables)).reopenLoop
      : (await ask(REVIEW_LOOP, variables)).reviewLoop;
  };
}

/** What stands in the way of a stage, each with the way to it. Measures are counted here, and listed below. */
function Obstacles({ obstacles }: Pick<Next, 'obstacles'>): ReactElement | null {
  const t = useWords();
  const open = obstacles.filter(({ code }) => code === 'MEASURE_OPEN').length;
  const others = obstacles.filter(
    ({ code }) => code !== 'MEASURE_OPEN' && code !== 'REASON_MISSING',
  );
  if (open === 0 && others.length === 0) return null;
  return (
    <div className="ws-lack">
      <b>{t('loopPage.way')}</b>
      <ul className="ls-list">
        {open === 0 ? null : (
          <li>
            <a href="#open">{t('loopPage.open', { count: open })}</a>
          </li>
        )}
        {others.map(({ code, loopNumber }) => (
          <li key={code}>
            <span>
              {code === 'OTHER_LOOP_RUNNING'
                ? t.rich('loopPage.obstacle.OTHER_LOOP_RUNNING', {
                    number: loopNumber ?? 0,
                    link: (words) => <Link href={at.loop(loopNumber ?? 0)}>{words}</Link>,
                  })
                : t.rich('loopPage.obstacle.REFLECTION_MISSING', {
                    link: (words) => <a href="#reflection">{words}</a>,
                  })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReopenDialog({
  loop,
  write,
  onClose,
  onReason,
}: {
  readonly loop: Loop;
  readonly write: LoopWrite;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}): ReactElement {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else onReason(reason);
  };
  return (
    <Dialog title={t('loopPage.reopen.title', { number: loop.number })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ReasonField
          value={reason}
          onChange={setReason}
          missing={missing}
          hint={t('loopPage.reopen.hint')}
        />
        {write.fault === null ? null : (
          <p className="ws-fault" role="alert">
            {write.fault}
          </p>
        )}
        <div className="ws-actions">
          <button className="ws-btn ws-btn--main" type="submit" disabled={write.busy}>
            {t('loopPage.reopen.submit')}
          </button>
          <button className="ws-btn" type="button" onClick={onClose}>
            {t('workspace.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What comes next for the loop, what it still needs, and the button for it. */
export function NextStage({ loop }: { readonly loop: Loop }): ReactElement | null {
  const t = useWords();
  const write = useLoopWrite();
  const [asking, setAsking] = useState(false);
  const [next] = loop.stages;
  if (next === undefined) return null;
  const reopens = loop.stage === 'CLOSED';
  const word = reopens ? 'reopen' : next.to === 'PLANNED' ? null : next.to;
  if (word === null) return null;
  const ready = next.obstacles.every(({ code }) => code === 'REASON_MISSING');
  const go = (reason: string | null): void =>
    write.send(change(loop, next.to, reason), {
      onDone: (changed) => {
        setAsking(false);
        showToast({
          text: t('loopPage.changed', {
            number: changed.number,
            stage: t(`stage.${changed.stage}`),
          }),
        });
      },
    });
  return (
    <section className="ws-sec" aria-labelledby="next">
      <h2 id="next">{t('loopPage.nextTitle')}</h2>
      <p>{t(`loopPage.about.${word}`)}</p>
      <Obstacles obstacles={next.obstacles} />
      {!next.permitted ? (
        <p className="ls-muted">
          {t(reopens ? 'loopPage.may.ADMINISTRATOR' : 'loopPage.may.CIRCLE')}
        </p>
      ) : (
        <div className="ws-actions">
          <button
            className={reopens ? 'ws-btn' : 'ws-btn ws-btn--main'}
            type="button"
            disabled={!ready || write.busy}
            onClick={() => (reopens ? setAsking(true) : go(null))}
          >
            {t(`loopPage.next.${word}`)}
          </button>
          {ready && word === 'CLOSED' ? (
            <span className="ls-muted">{t('loopPage.clear')}</span>
          ) : null}
        </div>
      )}
      {write.fault === null || asking ? null : (
        <p className="ws-fault" role="alert">
          <Icon name="danger" small />
          {write.fault}
        </p>
      )}
      {asking ? (
        <ReopenDialog
          loop={loop}
          write={write}
          onReason={go}
          onClose={() => {
            write.reset();
            setAsking(false);
          }}
        />
      ) : null}
    </section>
  );
}
