import { formatPeriod } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { LoopCounts, StageBadge } from '#ui/parts/loop-strip.js';
import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { at } from '../addresses.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Nothing } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { measuresIn } from '../shell/frame-query.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { PLAN_LOOP } from './loop-query.js';
import { PeriodDialog } from './period-dialog.js';

/** All loops of the programme, the newest first. */
export default function LoopsScreen(): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const { loops } = workspace.frame;
  const heading = useScreen(t('loops.title'));
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('loops.title')}
        </h1>
        {actsForCircle(workspace) ? (
          <button className="ws-btn ws-btn--main" type="button" onClick={() => setPlanning(true)}>
            <Icon name="add" small />
            {t('loops.plan')}
          </button>
        ) : null}
      </div>
      <p className="ws-lead">{t('loops.workspaceLead')}</p>
      {loops.length === 0 ? <Nothing>{t('board.none')}</Nothing> : null}
      <ul className="ws-loops ls-list">
        {loops.toReversed().map((loop) => (
          <li key={loop.id} className={loop.stage === 'RUNNING' ? 'is-now' : undefined}>
            <div>
              <h2>
                <Link href={at.loop(loop.number)}>{t('loop.name', { number: loop.number })}</Link>{' '}
                <StageBadge loop={{ ...loop, total: measuresIn(loop) }} language={language} />
              </h2>
              <p className="ls-muted ls-small">
                {formatPeriod(loop, language) ?? t('loopPage.noPeriod')}
              </p>
            </div>
            <div>
              <LoopCounts loop={{ ...loop, total: measuresIn(loop) }} language={language} />
            </div>
            <Link className="ws-btn" href={at.board(loop.number)}>
              {t.rich('loops.toBoard', {
                number: loop.number,
                hidden: (words) => <span className="kern-sr-only">{words}</span>,
              })}
            </Link>
          </li>
        ))}
      </ul>
      {planning ? <Planning onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

function Planning({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const { slug, frame } = useWorkspace();
  const [, go] = useLocation();
  const writes = useRecordWrites();
  const number = Math.max(0, ...frame.loops.map((loop) => loop.number)) + 1;
  return (
    <PeriodDialog
      title={t('loops.plan.title', { number })}
      submit={t('loops.plan.submit')}
      period={{ startDay: null, endDay: null }}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={(period) =>
        writes.send(PLAN_LOOP, { programme: slug, ...period }, (planned) => {
          showToast({ text: t('loops.planned', { number: planned.number }) });
          go(at.loop(planned.number));
        })
      }
    />
  );
}
