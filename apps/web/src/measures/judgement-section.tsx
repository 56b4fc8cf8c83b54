import { type ReactElement } from 'react';
import { useWords } from '../language.js';
import { useWanted } from '../parts/wanted.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import type { Measure } from './measure-query.js';
import { MeasureText } from './measure-text.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import type { MeasureWrites } from './write-measure.js';

const VERDICTS = ['ADOPT', 'ADAPT', 'STOP'] as const;

/** What the check concludes, what was learned, and where the outcome is anchored. */
export function JudgementSection({
  measure,
  writes,
  open,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly open: boolean;
}): ReactElement | null {
  const t = useWords();
  const workspace = useWorkspace();
  const { me } = workspace.frame;
  const { outcome, keep } = useOutcome();
  const [chosen, choose] = useWanted(measure.verdict, async (verdict) => {
    keep(await writes.send(WRITES.editMeasure, { verdict }));
  });
  const judges =
    open &&
    measure.owner?.id !== me.id &&
    (actsForCircle(workspace) || measure.checker?.id === me.id);
  const begun = ['CHECK', 'ACT', 'DONE'].includes(measure.phase) || measure.verdict !== null;
  if (!begun) return null;
  return (
    <section className="ws-sec" aria-labelledby="verdict">
      <h2 id="verdict">{t('verdict.title')}</h2>
      {judges ? (
        <fieldset className="ws-choices">
          <legend>{t('verdict.question')}</legend>
          {VERDICTS.map((verdict) => (
            <label key={verdict} className="ws-checkline">
              <input
                className="ws-check"
                type="radio"
                name="verdict"
                checked={chosen === verdict}
                onChange={() => choose(verdict)}
              />
              <span>
                <b>{t(`verdict.${verdict}`)}</b> <small>{t(`verdict.${verdict}.hint`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{measure.verdict ? t(`verdict.${measure.verdict}`) : t('verdict.none')}</p>
      )}
      <OutcomeNote outcome={outcome} />
      <h3 id="lesson">{t('verdict.lesson')}</h3>
      {judges ? (
        <MeasureText
          measure={measure}
          field="lesson"
          labelledBy="lesson"
          hint={t('verdict.lesson.hint')}
        />
      ) : (
        <p className="ws-reflection">{measure.lesson ?? t('measure.notYet')}</p>
      )}
      {measure.verdict === 'ADOPT' ? (
        <>
          <h3 id="anchored">{t('verdict.anchored')}</h3>
          {measure.mayEdit && open ? (
            <MeasureText
              measure={measure}
              field="anchoredIn"
              labelledBy="anchored"
              hint={t('verdict.anchored.hint')}
            />
          ) : (
            <p className="ws-reflection">{measure.anchoredIn ?? t('measure.notYet')}</p>
          )}
        </>
      ) : null}
    </section>
  );
}
