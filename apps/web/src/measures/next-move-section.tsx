import { useState, type ReactElement } from 'react';
import { MoveDialogs } from '../board/move-dialogs.js';
import { useMoves } from '../board/moves.js';
import { useWords } from '../language.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { Lacks } from './lacks.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { inOrderOfMenu, isForward, moveLabel, whoMayMove } from './move-words.js';
import { lacking } from './requirements.js';
import type { MeasureWrites } from './write-measure.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';

/** The way onwards with what it lacks, and the other ways that I may go. */
export function NextMoveSection({
  measure,
  writes,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
}): ReactElement | null {
  const t = useWords();
  const workspace = useWorkspace();
  const moves = useMoves(measure.loopNumber, () => undefined);
  const [succeeding, setSucceeding] = useState(false);
  const ways = inOrderOfMenu(measure);
  const onward = ways.find(({ to }) => isForward(measure.phase, to));
  const others = ways.filter((way) => way !== onward && way.permitted);
  const missing = lacking(onward?.missing ?? []);
  const mayPlan =
    measure.phase === 'ACT' && measure.verdict === 'ADAPT' && missing.includes('SUCCESSOR');
  if (measure.loopStage === 'CLOSED') return <p className="ls-muted">{t('move.frozen')}</p>;
  if (ways.length === 0) return null;
  return (
    <section className="ws-sec" aria-labelledby="onward">
      <h2 id="onward">
        {onward
          ? t('measure.onward', { phase: t(`workspace.phase.${onward.to}`) })
          : t('measure.ways')}
      </h2>
      {onward && missing.length > 0 ? (
        <div className="ws-lack">
          <b>{t('move.lacks')}</b>
          <Lacks measure={measure} missing={missing} />
        </div>
      ) : null}
      {onward && !onward.permitted ? (
        <p className="ls-muted">{whoMayMove(measure.phase, onward.to, t)}</p>
      ) : null}
      <div className="ws-actions">
        {onward?.permitted ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            disabled={missing.length > 0 || moves.moving.has(measure.id)}
            onClick={() => moves.wish([measure], onward.to)}
          >
            {moveLabel(measure.phase, onward.to, t)}
          </button>
        ) : null}
        {others.map(({ to }) => (
          <button
            key={to}
            className="ws-btn"
            type="button"
            disabled={moves.moving.has(measure.id)}
            onClick={() => moves.wish([measure], to)}
          >
            {moveLabel(measure.phase, to, t)}
          </button>
        ))}
        {mayPlan && actsForCircle(workspace) ? (
          <button className="ws-btn" type="button" onClick={() => setSucceeding(true)}>
            {t('measure.planSuccessor')}
          </button>
        ) : null}
      </div>
      <MoveDialogs moves={moves} />
      {succeeding ? (
        <SuccessorDialog measure={measure} writes={writes} onClose={() => setSucceeding(false)} />
      ) : null}
    </section>
  );
}

/** For a measure that is adapted: plans what goes on in a later loop, while this one is brought to its end. */
function SuccessorDialog({
  measure,
  writes,
  onClose,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const later = frame.loops.filter(
    ({ number, stage }) => number > measure.loopNumber && stage !== 'CLOSED',
  );
  const [loopNumber, setLoopNumber] = useState(later[0]?.number ?? 0);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('measure.planSuccessor.title')}
      submit={t('measure.planSuccessor.submit')}
      busy={writes.busy || later.length === 0}
      onClose={onClose}
      onSubmit={() => writes.send(WRITES.planSuccessor, { loopNumber, reason })}
    >
      {later.length === 0 ? <p>{t('move.carry.noLoop')}</p> : null}
      <Field name="loopNumber" label={t('move.carry.loop')}>
        {(tied) => (
          <select
            {...tied}
            value={loopNumber}
            onChange={({ target }) => setLoopNumber(Number(target.value))}
          >
            {later.map(({ number }) => (
              <option key={number} value={number}>
                {t('loop.name', { number })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="reason" label={t('move.reason.label')} hint={t('move.reason.hint')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
