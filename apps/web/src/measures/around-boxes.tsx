import { formatNearDay } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeen, useTouched } from '../forms/seen.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import type { MeasureWrites } from './write-measure.js';

/** Moves before which a decision can be required: those that lead onwards. */
const GATES = ['DO', 'CHECK', 'ACT', 'DONE'] as const satisfies readonly Measure['phase'][];

/** Rulings about the measure, and the move that needs one; the circle says which. */
export function DecisionsBox({
  measure,
  writes,
  open,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  /** Whether the loop lets anything change. */
  readonly open: boolean;
}): ReactElement | null {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const { today } = workspace.frame;
  const [asking, setAsking] = useState(false);
  const circle = actsForCircle(workspace) && open;
  const { decisions, decisionRequiredFor: required } = measure;
  const lacks = measure.availableMoves.some(({ missing }) => missing.includes('DECISION'));
  if (decisions.length === 0 && required === null && !circle) return null;
  return (
    <section className="ws-box" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions.title')}</h2>
      {required === null ? (
        decisions.length === 0 ? (
          <p className="ls-muted">{t('decisions.notRequired')}</p>
        ) : null
      ) : (
        <p>{t('decisions.required', { phase: t(`workspace.phase.${required}`) })}</p>
      )}
      {decisions.length === 0 ? null : (
        <ul className="ws-lines ls-list">
          {decisions.map(({ id, body, day, point, ruling }) => (
            <li key={id}>
              <small>
                {body}, <time dateTime={day}>{formatNearDay(day, today, language)}</time>
              </small>
              {point} <b>{t(`ruling.${ruling}`)}</b>
            </li>
          ))}
        </ul>
      )}
      {lacks ? (
        <p>
          <Link href={at.decisions}>{t('decisions.record')}</Link>
        </p>
      ) : null}
      {circle ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => setAsking(true)}>
          {t('decisions.require')}
        </button>
      ) : null}
      {asking ? (
        <RequiredDialog measure={measure} writes={writes} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
}

function RequiredDialog({
  measure,
  writes,
  onClose,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const asSeen = useSeen(measure.version);
  const { values, touched, touch } = useTouched({
    decisionRequiredFor: measure.decisionRequiredFor,
  });
  return (
    <FormDialog
      title={t('decisions.require.title')}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => asSeen((seen) => writes.send(WRITES.editMeasure, touched, seen))}
    >
      <Field
        name="decisionRequiredFor"
        label={t('decisions.require.label')}
        hint={t('decisions.require.hint')}
      >
        {(tied) => (
          <select
            {...tied}
            value={values.decisionRequiredFor ?? ''}
            onChange={({ target }) =>
              touch({ decisionRequiredFor: GATES.find((phase) => phase === target.value) ?? null })
            }
          >
            <option value="">{t('decisions.require.none')}</option>
            {GATES.map((phase) => (
              <option key={phase} value={phase}>
                {t('decisions.require.before', { phase: t(`workspace.phase.${phase}`) })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}

/** The measure through the loops, oldest first. */
export function ChainBox({ measure }: { readonly measure: Measure }): ReactElement | null {
  const t = useWords();
  if (measure.chain.length < 2) return null;
  return (
    <section className="ws-box" aria-labelledby="chain">
      <h2 id="chain">{t('chain.title')}</h2>
      <ol className="ws-lines ls-list">
        {measure.chain.map((link) => (
          <li
            key={link.measureId}
            aria-current={link.measureId === measure.id ? 'page' : undefined}
          >
            <small>
              {t('loop.name', { number: link.loopNumber })} · {t(`workspace.phase.${link.phase}`)}
            </small>
            {link.measureId === measure.id ? (
              <b>{t('chain.here')}</b>
            ) : (
              <Link href={at.measure(link.measureId)}>{link.title}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
