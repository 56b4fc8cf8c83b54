import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { announce } from '../parts/announcer.js';
import { useWorkspace } from '../shell/workspace.js';
import { FormDialog } from './form-dialog.js';
import type { Measure, Step } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from './outcome-note.js';
import { TextDialog } from './text-dialog.js';
import type { MeasureWrites } from './write-measure.js';

type Asked = { readonly what: 'ADD' } | { readonly what: 'EDIT' | 'DROP'; readonly step: Step };

/** The ordered steps: ticked off, dropped with a reason, put in another order by drag, buttons or keys. */
export function StepsSection({
  measure,
  writes,
  editable,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const { outcome, keep } = useOutcome();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { steps } = measure;
  const act = async (work: Promise<WriteOutcome>): Promise<void> => void keep(await work);
  const move = async (step: Step, to: number): Promise<void> => {
    const ids = steps.map(({ id }) => id).filter((id) => id !== step.id);
    ids.splice(to, 0, step.id);
    await act(writes.send(WRITES.reorderSteps, { stepIds: ids }));
    announce(t('steps.movedTo', { position: to + 1, count: steps.length }));
  };
  return (
    <section className="ws-sec" aria-labelledby="steps">
      <h2 id="steps">
        {t('steps.title')}
        <small>
          {t('card.steps', { count: measure.stepCount, settled: measure.stepsSettled })}
        </small>
      </h2>
      {steps.length === 0 ? <p className="ls-muted">{t('steps.none')}</p> : null}
      <ol className="ws-list ls-list">
        {steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            index={index}
            count={steps.length}
            newStage={step.stage !== null && step.stage !== steps[index - 1]?.stage}
            editable={editable}
            onDropOn={(id, to) => {
              const moved = steps.find((one) => one.id === id);
              if (moved) void move(moved, to);
            }}
            onMove={(to) => void move(step, to)}
            onTick={(done) =>
              void act(
                done
                  ? writes.send(WRITES.completeStep, { stepId: step.id })
                  : writes.send(WRITES.reopenStep, { stepId: step.id }),
              )
            }
            onAsk={(what) => setAsked({ what, step })}
          />
        ))}
      </ol>
      <OutcomeNote outcome={outcome} />
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => setAsked({ what: 'ADD' })}>
            <Icon name="add" small />
            {t('steps.add')}
          </button>
        </div>
      ) : null}
      {asked === null ? null : asked.what === 'DROP' ? (
        <TextDialog
          title={t('steps.drop.title')}
          label={t('move.reason.label')}
          hint={asked.step.text}
          submit={t('steps.drop.submit')}
          onSubmit={(reason) => writes.send(WRITES.dropStep, { stepId: asked.step.id, reason })}
          onClose={() => setAsked(null)}
        />
      ) : (
        <StepDialog
          step={asked.what === 'EDIT' ? asked.step : null}
          stages={[...new Set(steps.flatMap(({ stage }) => stage ?? []))]}
          writes={writes}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function StepItem({
  step,
  index,
  count,
  newStage,
  editable,
  onDropOn,
  onMove,
  onTick,
  onAsk,
}: {
  readonly step: Step;
  readonly index: number;
  readonly count: number;
  readonly newStage: boolean;
  readonly editable: boolean;
  readonly onDropOn: (stepId: string, to: number) => void;
  readonly onMove: (to: number) => void;
  readonly onTick: (done: boolean) => void;
  readonly onAsk: (what: 'EDIT' | 'DROP') => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const element = useRef<HTMLLIElement>(null);
  const drop = useRef(onDropOn);
  useEffect(() => {
    drop.current = onDropOn;
  });
  useEffect(() => {
    const item = element.current;
    if (item === null || !editable) return;
    return combine(
      draggable({ element: item, getInitialData: () => ({ stepId: step.id }) }),
      dropTargetForElements({
        element: item,
        canDrop: ({ source }) => 'stepId' in source.data && source.data['stepId'] !== step.id,
        onDrop: ({ source }) => drop.current(String(source.data['stepId']), index),
      }),
    );
  }, [editable, step.id, index]);
  const day = (value: string): string => formatNearDay(value, frame.today, language);
  const settled = step.state !== 'OPEN';
  return (
    <li ref={element} className={settled ? 'is-settled' : undefined}>
      <input
        className="ws-check"
        type="checkbox"
        aria-label={t('steps.tick', { text: step.text })}
        checked={step.state === 'DONE'}
        disabled={!editable || step.state === 'DROPPED'}
        onChange={({ target }) => onTick(target.checked)}
      />
      <div>
        {newStage ? <small>{step.stage}</small> : null}
        <span className="ws-step__text">{step.text}</span>
        {step.state === 'DONE' ? (
          <small>
            {step.doneDay ? t('steps.doneOn', { day: day(step.doneDay) }) : t('steps.done')}
          </small>
        ) : step.state === 'DROPPED' ? (
          <small>{t('steps.dropped', { reason: step.dropReason ?? '' })}</small>
        ) : step.dueDay ? (
          <small className={step.late ? 'ws-mark ws-mark--late' : undefined}>
            {step.late ? <Icon name="warning" small /> : null}
            {t(step.late ? 'card.lateSince' : 'card.due', { day: day(step.dueDay) })}
          </small>
        ) : null}
      </div>
      {editable ? (
        <details className="ws-more">
          <summary>
            <span aria-hidden="true">{t('steps.more')}</span>
            <span className="kern-sr-only">{t('steps.moreOf', { text: step.text })}</span>
          </summary>
          <div className="ws-more__body">
            {step.state === 'OPEN' ? (
              <>
                <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
                  {t('steps.edit')}
                </button>
                <button className="ws-btn" type="button" onClick={() => onAsk('DROP')}>
                  {t('steps.drop')}
                </button>
              </>
            ) : step.state === 'DROPPED' ? (
              <button className="ws-btn" type="button" onClick={() => onTick(false)}>
                {t('steps.reopen')}
              </button>
            ) : null}
            {index > 0 ? (
              <button className="ws-btn" type="button" onClick={() => onMove(index - 1)}>
                {t('steps.up')}
              </button>
            ) : null}
            {index < count - 1 ? (
              <button className="ws-btn" type="button" onClick={() => onMove(index + 1)}>
                {t('steps.down')}
              </button>
            ) : null}
          </div>
        </details>
      ) : null}
    </li>
  );
}

function StepDialog({
  step,
  stages,
  writes,
  onClose,
}: {
  readonly step: Step | null;
  readonly stages: readonly string[];
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const [text, setText] = useState(step?.text ?? '');
  const [stage, setStage] = useState(step?.stage ?? '');
  const [dueDay, setDueDay] = useState(step?.dueDay ?? '');
  const own = { text, stage: stage.trim() === '' ? null : stage, dueDay: dueDay || null };
  return (
    <FormDialog
      title={t(step === null ? 'steps.add.title' : 'steps.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        step === null
          ? writes.send(WRITES.addStep, own)
          : writes.send(WRITES.editStep, { ...own, stepId: step.id })
      }
    >
      <label className="ws-field">
        <span>{t('steps.text')}</span>
        <textarea required value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('steps.due')}</span>
        <input type="date" value={dueDay} onChange={({ target }) => setDueDay(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('steps.stage')}</span>
        <small>{t('steps.stage.hint')}</small>
        <input list="stages" value={stage} onChange={({ target }) => setStage(target.value)} />
        <datalist id="stages">
          {stages.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
    </FormDialog>
  );
}
