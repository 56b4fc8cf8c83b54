import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { MoreMenu } from '../parts/more-menu.js';
import { useWanted } from '../parts/wanted.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeen } from '../forms/seen.js';
import type { Measure, NextStep } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useUndo } from '../forms/undo.js';
import { useNextStep } from './next-step-fields.js';
import { TakeUpDialog } from './take-up-dialog.js';
import type { MeasureWrites } from './write-measure.js';

type What = 'EDIT' | 'DROP' | 'TAKE_UP';
type Asked = { readonly what: 'ADD' } | { readonly what: What; readonly step: NextStep };

/** What follows. It can be ticked off after the loop's close, but not reworded. */
export function NextStepsSection({
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
  const act = async (work: Promise<WriteOutcome>): Promise<void> => void keep(await work);
  const undoable = useUndo();
  const circle = actsForCircle(useWorkspace());
  const [noneNeeded, setNoneNeeded] = useWanted(measure.noNextStepNeeded, (noNextStepNeeded) =>
    act(writes.send(WRITES.editMeasure, { noNextStepNeeded })),
  );
  const reopen = (step: NextStep): Promise<WriteOutcome> =>
    writes.send(WRITES.reopenNextStep, { nextStepId: step.id });
  const tick = async (step: NextStep): Promise<void> => {
    if (keep(await writes.send(WRITES.completeNextStep, { nextStepId: step.id })))
      undoable(t('undo.ticked', { text: step.text }), () => reopen(step));
  };
  const drop = async (step: NextStep, reason: string): Promise<WriteOutcome> => {
    const done = await writes.send(WRITES.dropNextStep, { nextStepId: step.id, reason });
    if (done.kind === 'DONE') undoable(t('undo.dropped', { text: step.text }), () => reopen(step));
    return done;
  };
  return (
    <section className="ws-sec" aria-labelledby="next-steps">
      <h2 id="next-steps">
        {t('nextSteps.title')}
        <small className="ls-num">{measure.nextSteps.length}</small>
      </h2>
      {measure.nextSteps.length === 0 ? (
        <p className="ls-muted">
          {t(measure.noNextStepNeeded ? 'nextSteps.noneNeeded' : 'nextSteps.none')}
        </p>
      ) : null}
      <ul className="ws-list ls-list">
        {measure.nextSteps.map((step) => (
          <Item
            key={step.id}
            step={step}
            tickable={measure.mayEdit}
            editable={editable}
            takable={circle}
            onTick={(done) => (done ? tick(step) : act(reopen(step)))}
            onAsk={(what) => setAsked({ what, step })}
          />
        ))}
      </ul>
      <OutcomeNote outcome={outcome} />
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => setAsked({ what: 'ADD' })}>
            <Icon name="add" small />
            {t('nextSteps.add')}
          </button>
          {measure.nextSteps.length === 0 ? (
            <label className="ws-checkline">
              <input
                className="ws-check"
                type="checkbox"
                checked={noneNeeded}
                onChange={({ target }) => setNoneNeeded(target.checked)}
              />
              {t('nextSteps.noneNeeded')}
            </label>
          ) : null}
        </div>
      ) : null}
      {asked === null ? null : asked.what === 'DROP' ? (
        <TextDialog
          title={t('nextSteps.drop.title')}
          label={t('move.reason.label')}
          hint={asked.step.text}
          submit={t('nextSteps.drop.submit')}
          onSubmit={(reason) => drop(asked.step, reason)}
          onClose={() => setAsked(null)}
        />
      ) : asked.what === 'TAKE_UP' ? (
        <TakeUpDialog step={asked.step} writes={writes} onClose={() => setAsked(null)} />
      ) : (
        <NextStepDialog
          step={
            asked.what === 'EDIT'
              ? (measure.nextSteps.find(({ id }) => id === asked.step.id) ?? asked.step)
              : null
          }
          version={measure.version}
          writes={writes}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function Item({
  step,
  tickable,
  editable,
  takable,
  onTick,
  onAsk,
}: {
  readonly step: NextStep;
  readonly tickable: boolean;
  readonly editable: boolean;
  /** Whether the reader may make a measure of it. */
  readonly takable: boolean;
  readonly onTick: (done: boolean) => Promise<void>;
  readonly onAsk: (what: What) => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const day = (value: string): string => formatNearDay(value, frame.today, language);
  const [ticked, tick] = useWanted(step.state === 'DONE', onTick);
  const addressee = step.addresseeUnit?.name ?? step.addresseePerson?.name ?? null;
  const facts = [
    step.state === 'DONE' && step.doneDay ? t('steps.doneOn', { day: day(step.doneDay) }) : null,
    step.state === 'DROPPED' ? t('steps.dropped', { reason: step.dropReason ?? '' }) : null,
    step.state === 'OPEN' && !step.overdue
      ? step.dueFrom
        ? t('nextSteps.period', {
            from: day(step.dueFrom),
            to: step.dueDay ? day(step.dueDay) : 'none',
          })
        : step.dueDay
          ? t('nextSteps.due', { day: day(step.dueDay) })
          : null
      : null,
    addressee === null ? null : t('nextSteps.to', { name: addressee }),
  ].filter((fact) => fact !== null);
  return (
    <li className={step.state === 'OPEN' ? undefined : 'is-settled'}>
      <input
        className="ws-check"
        type="checkbox"
        aria-label={t('steps.tick', { text: step.text })}
        checked={ticked}
        disabled={!tickable || step.state === 'DROPPED' || step.state === 'BECAME_MEASURE'}
        onChange={({ target }) => tick(target.checked)}
      />
      <div>
        <span className="ws-step__text">{step.text}</span>
        {step.overdue && step.dueDay ? (
          <small className="ws-mark ws-mark--late">
            <Icon name="warning" small />
            {t('card.lateSince', { day: day(step.dueDay) })}
          </small>
        ) : null}
        {facts.length === 0 ? null : <small>{facts.join(' · ')}</small>}
        {step.becameMeasure ? (
          <small>
            <Link href={at.measure(step.becameMeasure.measureId)}>
              {t('nextSteps.became', {
                title: step.becameMeasure.title,
                number: step.becameMeasure.loopNumber,
              })}
            </Link>
          </small>
        ) : null}
      </div>
      {(editable || takable) && step.state === 'OPEN' ? (
        <MoreMenu of={step.text}>
          {takable ? (
            <button className="ws-btn" type="button" onClick={() => onAsk('TAKE_UP')}>
              {t('nextSteps.takeUp')}
            </button>
          ) : null}
          {editable ? (
            <>
              <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
                {t('steps.edit')}
              </button>
              <button className="ws-btn" type="button" onClick={() => onAsk('DROP')}>
                {t('steps.drop')}
              </button>
            </>
          ) : null}
        </MoreMenu>
      ) : tickable && step.state === 'DROPPED' ? (
        <button className="ws-btn" type="button" onClick={() => void onTick(false)}>
          {t('steps.reopen')}
        </button>
      ) : null}
    </li>
  );
}

function NextStepDialog({
  step,
  version,
  writes,
  onClose,
}: {
  readonly step: NextStep | null;
  readonly version: number;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const asSeen = useSeen(version);
  const { own, changed, fields } = useNextStep(step);
  return (
    <FormDialog
      title={t(step === null ? 'nextSteps.add.title' : 'nextSteps.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        step === null
          ? writes.send(WRITES.addNextStep, own)
          : asSeen((seen) =>
              writes.send(WRITES.editNextStep, { ...changed, nextStepId: step.id }, seen),
            )
      }
    >
      {fields()}
    </FormDialog>
  );
}
