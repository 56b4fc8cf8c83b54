import { useQuery } from '@tanstack/react-query';
import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { Field } from '../forms/field.js';
import { RemoveDialog } from '../forms/form-dialog.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { currentLoop } from '../shell/frame-query.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { DecisionDialog, type Linked } from './decision-dialog.js';
import {
  allDecisions,
  LOOP_MEASURES,
  REMOVE_DECISION,
  waitsForDecision,
  type Decision,
  type LoopMeasure,
} from './decision-query.js';
import { NextStepDialog, openMeasures } from './next-step-dialog.js';

type Asked =
  | { readonly what: 'RECORD'; readonly measures: readonly Linked[] }
  | { readonly what: 'EDIT' | 'NEXT_STEP' | 'REMOVE'; readonly decision: Decision };

const yearOf = ({ day }: Decision): string => day.slice(0, 4);

/** What bodies have ruled, newest first, and what still waits for a ruling. */
export default function DecisionsScreen(): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { slug, frame } = workspace;
  const circle = actsForCircle(workspace);
  const writes = useRecordWrites();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [year, setYear] = useState('');
  const [measureId, setMeasureId] = useState('');
  const loop = currentLoop(frame.loops)?.number ?? null;
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'decisions'),
    queryFn: () => allDecisions(slug),
  });
  const board = useQuery({
    queryKey: keys.list(slug, `measures of ${loop ?? 0}`),
    queryFn: () => ask(LOOP_MEASURES, { programme: slug, loop: loop ?? 0 }),
    enabled: loop !== null,
  });
  const heading = useScreen(data || error ? t('workspace.nav.decisions') : null);
  const waiting = board.data?.workspace?.board.filter(waitsForDecision) ?? [];
  const shown = (data ?? []).filter(
    (decision) =>
      (year === '' || yearOf(decision) === year) &&
      (measureId === '' || decision.measures.some((one) => one.measureId === measureId)),
  );
  const close = (): void => setAsked(null);
  return (
    <>
      <div className="ws-title">
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('workspace.nav.decisions')}
        </h1>
        {circle ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            onClick={() => setAsked({ what: 'RECORD', measures: [] })}
          >
            <Icon name="add" small />
            {t('decisions.add')}
          </button>
        ) : null}
      </div>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Loading /> : null}
      {waiting.length === 0 ? null : (
        <Waiting
          measures={waiting}
          onRecord={
            circle
              ? ({ id, title }) =>
                  setAsked({
                    what: 'RECORD',
                    measures: [{ measureId: id, title, loopNumber: loop ?? 0 }],
                  })
              : null
          }
        />
      )}
      {data?.length === 0 ? (
        <Nothing>{t(circle ? 'decisions.none.circle' : 'decisions.none')}</Nothing>
      ) : null}
      {data && data.length > 0 ? (
        <section className="ws-sec" aria-labelledby="recorded">
          <h2 id="recorded">{t('decisions.recorded')}</h2>
          <Filter
            decisions={data}
            year={year}
            measureId={measureId}
            onYear={setYear}
            onMeasure={setMeasureId}
          />
          <p className="ls-muted" role="status">
            {t('decisions.shown', { shown: shown.length, all: data.length })}
          </p>
          <ul className="ws-lines ls-list">
            {shown.map((decision) => (
              <DecisionItem
                key={decision.id}
                decision={decision}
                editable={circle}
                onAsk={(what) => setAsked({ what, decision })}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {asked?.what === 'RECORD' ? (
        <DecisionDialog decision={null} measures={asked.measures} onClose={close} />
      ) : asked?.what === 'EDIT' ? (
        <DecisionDialog
          decision={asked.decision}
          measures={asked.decision.measures}
          onClose={close}
        />
      ) : asked?.what === 'NEXT_STEP' ? (
        <NextStepDialog decision={asked.decision} onClose={close} />
      ) : asked?.what === 'REMOVE' ? (
        <RemoveDialog
          title={t('decisions.remove.title')}
          text={t('decisions.remove.text', { point: asked.decision.point })}
          busy={writes.busy}
          onSubmit={() =>
            writes.send(REMOVE_DECISION, {
              decisionId: asked.decision.id,
              version: asked.decision.version,
            })
          }
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** The measures that can't go on without a ruling. */
function Waiting({
  measures,
  onRecord,
}: {
  readonly measures: readonly LoopMeasure[];
  /** Null for whoever can't record one. */
  readonly onRecord: ((measure: LoopMeasure) => void) | null;
}): ReactElement {
  const t = useWords();
  return (
    <section className="ws-sec" aria-labelledby="waiting">
      <h2 id="waiting">{t('decisions.waiting')}</h2>
      <ul className="ws-rows ls-list">
        {measures.map((measure) => (
          <li key={measure.id}>
            <span>
              <Link href={at.measure(measure.id, 'decisions')}>{measure.title}</Link>
              {measure.decisionRequiredFor === null ? null : (
                <small className="ls-muted ws-under">
                  {t('decisions.required', {
                    phase: t(`workspace.phase.${measure.decisionRequiredFor}`),
                  })}
                </small>
              )}
            </span>
            {onRecord === null ? null : (
              <button className="ws-btn" type="button" onClick={() => onRecord(measure)}>
                {t('decisions.add')}
                <span className="kern-sr-only"> {measure.title}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Filter({
  decisions,
  year,
  measureId,
  onYear,
  onMeasure,
}: {
  readonly decisions: readonly Decision[];
  readonly year: string;
  readonly measureId: string;
  readonly onYear: (year: string) => void;
  readonly onMeasure: (measureId: string) => void;
}): ReactElement {
  const t = useWords();
  const years = [...new Set(decisions.map(yearOf))];
  const measures = new Map(
    decisions.flatMap((decision) =>
      decision.measures.map(({ measureId: one, title }) => [one, title] as const),
    ),
  );
  return (
    <search className="ws-narrow" aria-label={t('decisions.filter')}>
      <Field label={t('decisions.year')}>
        {(tied) => (
          <select {...tied} value={year} onChange={({ target }) => onYear(target.value)}>
            <option value="">{t('board.filter.all')}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('entry.measure')}>
        {(tied) => (
          <select {...tied} value={measureId} onChange={({ target }) => onMeasure(target.value)}>
            <option value="">{t('board.filter.all')}</option>
            {[...measures].map(([one, title]) => (
              <option key={one} value={one}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}

function DecisionItem({
  decision,
  editable,
  onAsk,
}: {
  readonly decision: Decision;
  readonly editable: boolean;
  readonly onAsk: (what: 'EDIT' | 'NEXT_STEP' | 'REMOVE') => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const day = (one: string): string => formatNearDay(one, frame.today, language);
  return (
    <li>
      <small>
        {decision.body}, <time dateTime={decision.day}>{day(decision.day)}</time>
      </small>
      <p>
        {decision.point} <b className="ws-ruling">{t(`ruling.${decision.ruling}`)}</b>
      </p>
      {decision.note === null ? null : <p className="ws-reflection">{decision.note}</p>}
      {decision.measures.length === 0 ? null : (
        <ul className="ws-links ls-list" aria-label={t('decisions.measures')}>
          {decision.measures.map(({ measureId, title, loopNumber }) => (
            <li key={measureId}>
              <Link href={at.measure(measureId, 'decisions')}>{title}</Link>{' '}
              <small className="ls-muted">{t('loop.name', { number: loopNumber })}</small>
            </li>
          ))}
        </ul>
      )}
      {decision.nextSteps.length === 0 ? null : (
        <>
          <small>{t('decisions.nextSteps')}</small>
          <ul className="ws-points">
            {decision.nextSteps.map(({ id, text, state, dueDay }) => (
              <li key={id}>
                {text}
                {state === 'DONE' ? ` (${t('steps.done')})` : null}
                {state === 'OPEN' && dueDay !== null
                  ? ` (${t('nextSteps.due', { day: day(dueDay) })})`
                  : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => onAsk('EDIT')}>
            {t('people.change')}
            <span className="kern-sr-only"> {decision.point}</span>
          </button>
          {openMeasures(decision, frame.loops).length === 0 ? null : (
            <button className="ws-btn" type="button" onClick={() => onAsk('NEXT_STEP')}>
              {t('decisions.nextStep')}
              <span className="kern-sr-only"> {decision.point}</span>
            </button>
          )}
          {decision.nextSteps.length > 0 ? null : (
            <button className="ws-btn" type="button" onClick={() => onAsk('REMOVE')}>
              {t('records.remove.ask')}
              <span className="kern-sr-only"> {decision.point}</span>
            </button>
          )}
        </div>
      ) : null}
    </li>
  );
}
