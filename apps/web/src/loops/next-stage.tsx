import type { TadaDocumentNode } from 'gql.tada';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import type { VariablesOf } from '../graphql/graphql.js';
import { useWords } from '../language.js';
import { showToast } from '../parts/toasts.js';
import {
  CLOSE_LOOP,
  REOPEN_LOOP,
  REVIEW_LOOP,
  START_LOOP,
  type Loop,
  type LoopAnswer,
} from './loop-query.js';

type Next = Loop['stages'][number];

/** The mutation that sends a loop on to a stage; a closed one goes back to its review. */
function mutationFor(
  from: Loop['stage'],
  to: Next['to'],
): TadaDocumentNode<Readonly<Record<string, LoopAnswer>>, VariablesOf<typeof START_LOOP>> {
  if (to === 'RUNNING') return START_LOOP;
  if (to === 'CLOSED') return CLOSE_LOOP;
  return from === 'CLOSED' ? REOPEN_LOOP : REVIEW_LOOP;
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

/** What comes next for the loop, what it still needs, and the button for it. */
export function NextStage({ loop }: { readonly loop: Loop }): ReactElement | null {
  const t = useWords();
  const writes = useRecordWrites();
  const { outcome, keep } = useOutcome();
  const [asking, setAsking] = useState(false);
  const [next] = loop.stages;
  if (next === undefined) return null;
  const reopens = loop.stage === 'CLOSED';
  const word = reopens ? 'reopen' : next.to === 'PLANNED' ? null : next.to;
  if (word === null) return null;
  const ready = next.obstacles.every(({ code }) => code === 'REASON_MISSING');
  const go = (reason: string | null): Promise<WriteOutcome> =>
    writes.send(
      mutationFor(loop.stage, next.to),
      { loopId: loop.id, version: loop.version, reason },
      ({ number, stage }) =>
        showToast({ text: t('loopPage.changed', { number, stage: t(`stage.${stage}`) }) }),
    );
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
            disabled={!ready || writes.busy}
            onClick={() => (reopens ? setAsking(true) : void go(null).then(keep))}
          >
            {t(`loopPage.next.${word}`)}
          </button>
          {ready && word === 'CLOSED' ? (
            <span className="ls-muted">{t('loopPage.clear')}</span>
          ) : null}
        </div>
      )}
      <OutcomeNote outcome={outcome} />
      {asking ? (
        <TextDialog
          title={t('loopPage.reopen.title', { number: loop.number })}
          label={t('move.reason.label')}
          hint={t('loopPage.reopen.hint')}
          submit={t('loopPage.reopen.submit')}
          busy={writes.busy}
          onSubmit={go}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
