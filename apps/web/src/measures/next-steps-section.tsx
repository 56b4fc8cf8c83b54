import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { FormDialog } from './form-dialog.js';
import type { Measure, NextStep } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from './outcome-note.js';
import { TextDialog } from './text-dialog.js';
import type { MeasureWrites } from './write-measure.js';

type Asked = { readonly what: 'ADD' } | { readonly what: 'EDIT' | 'DROP'; readonly step: NextStep };

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
            onTick={(done) =>
              void act(
                done
                  ? writes.send(WRITES.completeNextStep, { nextStepId: step.id })
                  : writes.send(WRITES.reopenNextStep, { nextStepId: step.id }),
              )
            }
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
                checked={measure.noNextStepNeeded}
                onChange={({ target }) =>
                  void act(writes.send(WRITES.editMeasure, { noNextStepNeeded: target.checked }))
                }
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
          onSubmit={(reason) =>
            writes.send(WRITES.dropNextStep, { nextStepId: asked.step.id, reason })
          }
          onClose={() => setAsked(null)}
        />
      ) : (
        <NextStepDialog
          step={asked.what === 'EDIT' ? asked.step : null}
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
  onTick,
  onAsk,
}: {
  readonly step: NextStep;
  readonly tickable: boolean;
  readonly editable: boolean;
  readonly onTick: (done: boolean) => void;
  readonly onAsk: (what: 'EDIT' | 'DROP') => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const day = (value: string): string => formatNearDay(value, frame.today, language);
  const addressee = step.addresseeUnit?.name ?? step.addresseePerson?.name ?? null;
  const facts = [
    step.state === 'DONE' && step.doneDay ? t('steps.doneOn', { day: day(step.doneDay) }) : null,
    step.state === 'DROPPED' ? t('steps.dropped', { reason: step.dropReason ?? '' }) : null,
    step.state === 'OPEN' && step.dueDay && !step.overdue
      ? t('nextSteps.due', { day: day(step.dueDay) })
      : null,
    addressee === null ? null : t('nextSteps.to', { name: addressee }),
  ].filter((fact) => fact !== null);
  return (
    <li className={step.state === 'OPEN' ? undefined : 'is-settled'}>
      <input
        className="ws-check"
        type="checkbox"
        aria-label={t('steps.tick', { text: step.text })}
        checked={step.state === 'DONE'}
        disabled={!tickable || step.state === 'DROPPED' || step.state === 'BECAME_MEASURE'}
        onChange={({ target }) => onTick(target.checked)}
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
      {editable && step.state === 'OPEN' ? (
        <details className="ws-more">
          <summary>
            <span aria-hidden="true">{t('steps.more')}</span>
            <span className="kern-sr-only">{t('steps.moreOf', { text: step.text })}</span>
          </summary>
          <div className="ws-more__body">
            <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
              {t('steps.edit')}
            </button>
            <button className="ws-btn" type="button" onClick={() => onAsk('DROP')}>
              {t('steps.drop')}
            </button>
          </div>
        </details>
      ) : tickable && step.state === 'DROPPED' ? (
        <button className="ws-btn" type="button" onClick={() => onTick(false)}>
          {t('steps.reopen')}
        </button>
      ) : null}
    </li>
  );
}

function NextStepDialog({
  step,
  writes,
  onClose,
}: {
  readonly step: NextStep | null;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const [text, setText] = useState(step?.text ?? '');
  const [dueDay, setDueDay] = useState(step?.dueDay ?? '');
  const [addressee, setAddressee] = useState(
    step?.addresseeUnit
      ? `unit ${step.addresseeUnit.id}`
      : step?.addresseePerson
        ? `person ${step.addresseePerson.id}`
        : '',
  );
  const [kind, id] = addressee.split(' ');
  const own = {
    text,
    dueDay: dueDay || null,
    addresseeUnitId: kind === 'unit' ? (id ?? null) : null,
    addresseePersonId: kind === 'person' ? (id ?? null) : null,
  };
  return (
    <FormDialog
      title={t(step === null ? 'nextSteps.add.title' : 'nextSteps.edit.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() =>
        step === null
          ? writes.send(WRITES.addNextStep, own)
          : writes.send(WRITES.editNextStep, { ...own, nextStepId: step.id })
      }
    >
      <label className="ws-field">
        <span>{t('nextSteps.text')}</span>
        <textarea required value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('steps.due')}</span>
        <input type="date" value={dueDay} onChange={({ target }) => setDueDay(target.value)} />
      </label>
      <label className="ws-field">
        <span>{t('nextSteps.addressee')}</span>
        <select value={addressee} onChange={({ target }) => setAddressee(target.value)}>
          <option value="">{t('nextSteps.noAddressee')}</option>
          <optgroup label={t('board.filter.unit')}>
            {frame.units.map((unit) => (
              <option key={unit.id} value={`unit ${unit.id}`}>
                {unit.name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('workspace.nav.people')}>
            {frame.people
              .filter(({ blocked }) => !blocked)
              .map((person) => (
                <option key={person.id} value={`person ${person.id}`}>
                  {person.name}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
    </FormDialog>
  );
}
