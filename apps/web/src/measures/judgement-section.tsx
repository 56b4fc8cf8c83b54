import { type ReactElement } from 'react';
import { useWords } from '../language.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome } from './outcome-note.js';
import { SavedText } from './saved-text.js';
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
                checked={measure.verdict === verdict}
                onChange={() =>
                  void writes.send(WRITES.editMeasure, { verdict }).then((answer) => keep(answer))
                }
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
        <SavedText
          name={`lesson:${measure.id}`}
          labelledBy="lesson"
          hint={t('verdict.lesson.hint')}
          saved={measure.lesson ?? ''}
          field="lesson"
          onSave={(text) =>
            writes.send(WRITES.editMeasure, { lesson: text.trim() === '' ? null : text })
          }
        />
      ) : (
        <p className="ws-reflection">{measure.lesson ?? t('measure.notYet')}</p>
      )}
      {measure.verdict === 'ADOPT' ? (
        <>
          <h3 id="anchored">{t('verdict.anchored')}</h3>
          {measure.mayEdit && open ? (
            <SavedText
              name={`anchored:${measure.id}`}
              labelledBy="anchored"
              hint={t('verdict.anchored.hint')}
              saved={measure.anchoredIn ?? ''}
              field="anchoredIn"
              onSave={(text) =>
                writes.send(WRITES.editMeasure, { anchoredIn: text.trim() === '' ? null : text })
              }
            />
          ) : (
            <p className="ws-reflection">{measure.anchoredIn ?? t('measure.notYet')}</p>
          )}
        </>
      ) : null}
    </section>
  );
}
