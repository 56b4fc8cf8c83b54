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
import { MoreMenu } from '../parts/more-menu.js';
import { useWanted } from '../parts/wanted.js';
import { useWorkspace } from '../shell/workspace.js';
import { Field } from '../forms/field.js';
import { FormDialog, RemoveDialog } from '../forms/form-dialog.js';
import { useSeen, useTouched } from '../forms/seen.js';
import type { Measure, Step } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useUndo } from '../forms/undo.js';
import type { MeasureWrites } from './write-measure.js';

/** The steps' ids as they shall stand, and which of them was moved last. */
type Order = { readonly ids: readonly string[]; readonly moved: string | null };

/** Steps that the order doesn't name yet, because somebody has just added them, stand last. */
function inOrder(steps: readonly Step[], { ids }: Order): readonly Step[] {
  const rank = ({ id }: Step): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return steps.toSorted((one, other) => rank(one) - rank(other));
}

type What = 'EDIT' | 'DROP' | 'REMOVE';
type Asked = { readonly what: 'ADD' } | { readonly what: What; readonly step: Step };

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
  const [order, reorder] = useWanted<Order>(
    { ids: measure.steps.map(({ id }) => id), moved: null },
    async ({ ids, moved }) => {
      if (!keep(await writes.send(WRITES.reorderSteps, { stepIds: [...ids] }))) return;
      const position = ids.findIndex((id) => id === moved) + 1;
      announce(t('steps.movedTo', { position, count: ids.length }));
    },
  );
  const steps = inOrder(measure.steps, order);
  const act = async (work: Promise<WriteOutcome>): Promise<void> => void keep(await work);
  const undoable = useUndo();
  const reopen = (step: Step): Promise<WriteOutcome> =>
    writes.send(WRITES.reopenStep, { stepId: step.id });
  const tick = async (step: Step): Promise<void> => {
    if (keep(await writes.send(WRITES.completeStep, { stepId: step.id })))
      undoable(t('undo.ticked', { text: step.text }), () => reopen(step));
  };
  const drop = async (step: Step, reason: string): Promise<WriteOutcome> => {
    const done = await writes.send(WRITES.dropStep, { stepId: step.id, reason });
    if (done.kind === 'DONE') undoable(t('undo.dropped', { text: step.text }), () => reopen(step));
    return done;
  };
  const move = (step: Step, to: number): void => {
    if (steps[to] === undefined) return;
    const others = steps.map(({ id }) => id).filter((id) => id !== step.id);
    reorder({ ids: others.toSpliced(to, 0, step.id), moved: step.id });
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
              if (moved) move(moved, to);
            }}
            onMove={(to) => move(step, to)}
            onTick={(done) => (done ? tick(step) : act(reopen(step)))}
            onAsk={(what) => setAsked({ what, step })}
          />
        ))}
      </ol>
      {editable && steps.length > 1 ? <p className="ws-note">{t('steps.keys')}</p> : null}
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
          onSubmit={(reason) => drop(asked.step, reason)}
          onClose={() => setAsked(null)}
        />
      ) : asked.what === 'REMOVE' ? (
        <RemoveDialog
          title={t('records.remove.title', { name: asked.step.text })}
          text={t('steps.remove.text')}
          busy={writes.busy}
          onSubmit={() => writes.send(WRITES.removeStep, { stepId: asked.step.id })}
          onClose={() => setAsked(null)}
        />
      ) : (
        <StepDialog
          step={
            asked.what === 'EDIT'
              ? (steps.find(({ id }) => id === asked.step.id) ?? asked.step)
              : null
          }
          version={measure.version}
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
  readonly onTick: (done: boolean) => Promise<void>;
  readonly onAsk: (what: What) => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const element = useRef<HTMLLIElement>(null);
  const [over, setOver] = useState(false);
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
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          drop.current(String(source.data['stepId']), index);
        },
      }),
    );
  }, [editable, step.id, index]);
  const day = (value: string): string => formatNearDay(value, frame.today, language);
  const settled = step.state !== 'OPEN';
  const [ticked, tick] = useWanted(step.state === 'DONE', onTick);
  const movable = editable && count > 1;
  const keys = movable ? 'Shift+ArrowUp Shift+ArrowDown' : undefined;
  return (
    <li
      ref={element}
      className={settled ? 'is-settled' : undefined}
      data-over={over ? 'true' : undefined}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (!movable || !event.shiftKey || by === null) return;
        event.preventDefault();
        onMove(index + by);
      }}
    >
      <input
        className="ws-check"
        type="checkbox"
        aria-keyshortcuts={keys}
        aria-label={t('steps.tick', { text: step.text })}
        checked={ticked}
        disabled={!editable || step.state === 'DROPPED'}
        onChange={({ target }) => tick(target.checked)}
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
        <MoreMenu of={step.text}>
          {step.state === 'OPEN' ? (
            <>
              <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
                {t('steps.edit')}
              </button>
              <button className="ws-btn" type="button" onClick={() => onAsk('DROP')}>
                {t('steps.drop')}
              </button>
              <button className="ws-btn" type="button" onClick={() => onAsk('REMOVE')}>
                {t('records.remove.ask')}
              </button>
            </>
          ) : step.state === 'DROPPED' ? (
            <button className="ws-btn" type="button" onClick={() => void onTick(false)}>
              {t('steps.reopen')}
            </button>
          ) : null}
          {/* Both stay at the ends of the list: a button that went away would take the focus along. */}
          {movable
            ? ([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  className="ws-btn"
                  type="button"
                  aria-disabled={index + by < 0 || index + by >= count}
                  onClick={() => onMove(index + by)}
                >
                  {t(by === -1 ? 'steps.up' : 'steps.down')}
                </button>
              ))
            : null}
        </MoreMenu>
      ) : null}
    </li>
  );
}

function StepDialog({
  step,
  version,
  stages,
  writes,
  onClose,
}: {
  readonly step: Step | null;
  readonly version: number;
  readonly stages: readonly string[];
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const asSeen = useSeen(version);
  const { values, touched, touch } = useTouched<Pick<Step, 'text' | 'stage' | 'dueDay'>>({
    text: step?.text ?? '',
    stage: step?.stage ?? null,
    dueDay: step?.dueDay ?? null,
  });
  const { text, stage, dueDay } = values;
  return (
    <FormDialog
      title={t(step === null ? 'steps.add.title' : 'steps.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        step === null
          ? writes.send(WRITES.addStep, values)
          : asSeen((seen) => writes.send(WRITES.editStep, { ...touched, stepId: step.id }, seen))
      }
    >
      <Field name="text" label={t('steps.text')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={text}
            onChange={({ target }) => touch({ text: target.value })}
          />
        )}
      </Field>
      <Field name="dueDay" label={t('steps.due')}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            value={dueDay ?? ''}
            onChange={({ target }) => touch({ dueDay: target.value || null })}
          />
        )}
      </Field>
      <Field name="stage" label={t('steps.stage')} hint={t('steps.stage.hint')}>
        {(tied) => (
          <input
            {...tied}
            list="stages"
            value={stage ?? ''}
            onChange={({ target }) =>
              touch({ stage: target.value.trim() === '' ? null : target.value })
            }
          />
        )}
      </Field>
      <datalist id="stages">
        {stages.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FormDialog>
  );
}
