import { formatDay, formatDayOf } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { baseAddress } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { TextPreview } from '../parts/text-preview.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { Attachments } from './attachments.js';
import { HistoryList } from './history-box.js';
import type { Measure, Result } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { Field } from '../forms/field.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { SavedText } from './saved-text.js';
import { RemoveDialog } from '../forms/form-dialog.js';
import { TextDialog } from '../forms/text-dialog.js';
import { useUndo } from '../forms/undo.js';
import { useMeasureWrites, type MeasureWrites } from './write-measure.js';

/** What came out: drafted by those who work on the measure, published by the circle. */
export function ResultSection({
  measure,
  writes,
  editable,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const { results } = measure;
  const history = measure.history.filter(
    ({ field, partId }) =>
      /^(result|attachment)\./.test(field) && !results.some(({ id }) => id === partId),
  );
  return (
    <section className="ws-sec" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      {results.length === 0 && !adding ? <p className="ls-muted">{t('result.none')}</p> : null}
      {results.map((result, place) => (
        <ResultItem
          name={results.length > 1 ? t('result.name', { number: place + 1 }) : null}
          key={result.id}
          measure={measure}
          result={result}
          writes={writes}
          editable={editable}
        />
      ))}
      {editable ? (
        <div className="ws-actions">
          <button className="ws-btn" type="button" onClick={() => setAdding(true)}>
            <Icon name="add" small />
            {t(results.length === 0 ? 'result.add' : 'result.addMore')}
          </button>
        </div>
      ) : null}
      {history.length === 0 ? null : (
        <details className="ws-wording">
          <summary>{t('history.ofResults')}</summary>
          <HistoryList history={history} />
        </details>
      )}
      {adding ? (
        <TextDialog
          title={t('result.add')}
          name="text"
          label={t('result.text')}
          hint={t('result.hint')}
          submit={t('result.draft')}
          onSubmit={(text) => writes.send(WRITES.draftResult, { text })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}

function ResultItem({
  name,
  measure,
  result,
  writes,
  editable,
}: {
  /** Tells it from the others of the measure; null where there is one only. */
  readonly name: string | null;
  readonly measure: Measure;
  readonly result: Result;
  readonly writes: MeasureWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const circle = actsForCircle(workspace);
  const { outcome, keep } = useOutcome();
  const [asked, setAsked] = useState<'WITHDRAW' | 'INTERNAL' | 'REMOVE' | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const undoable = useUndo();
  const texts = useMeasureWrites(measure.id);
  const resultId = result.id;
  /** Back to where the result stood before it was shown to all, or kept in. */
  const back = (): Promise<WriteOutcome> =>
    result.state === 'INTERNAL'
      ? writes.send(WRITES.keepResultInternal, {
          resultId,
          reason: result.internalReason ?? t('move.undoReason'),
        })
      : writes.send(WRITES.withdrawResult, { resultId, reason: t('move.undoReason') });
  const publish = async (): Promise<void> => {
    if (keep(await writes.send(WRITES.publishResult, { resultId })))
      undoable(t('result.published'), back);
  };
  const keepInternal = async (reason: string): Promise<WriteOutcome> => {
    const done = await writes.send(WRITES.keepResultInternal, { resultId, reason });
    if (done.kind === 'DONE') undoable(t('result.kept'), back);
    return done;
  };
  const writable = editable && (result.state === 'DRAFT' || circle);
  const open = measure.loopStage !== 'CLOSED' && circle;
  const history = measure.history.filter(({ partId }) => partId === resultId);
  return (
    <article className="ws-result">
      {name === null ? null : <h3>{name}</h3>}
      <p className="ls-muted">
        {result.state === 'PUBLISHED' && result.publishedAt
          ? t('result.publishedOn', {
              day: formatDayOf(result.publishedAt, workspace.frame.programme.timeZone, language),
            })
          : result.state === 'INTERNAL'
            ? t('result.internal', { reason: result.internalReason ?? '' })
            : t('result.isDraft')}
      </p>
      {writable ? (
        <SavedText
          name={`result:${result.id}`}
          labelledBy="result"
          hint={t('result.hint')}
          saved={result.text}
          version={measure.version}
          rows={6}
          onSave={(text, seen) => texts.send(WRITES.draftResult, { resultId, text }, seen)}
        />
      ) : (
        <div className="ls-prose" dangerouslySetInnerHTML={{ __html: result.html }} />
      )}
      {writable ? (
        <ResultDay result={result} writes={writes} />
      ) : result.day === null ? null : (
        <p className="ls-muted">{t('result.on', { day: formatDay(result.day, language) })}</p>
      )}
      <Attachments result={result} writes={writes} editable={writable} />
      <OutcomeNote outcome={outcome} />
      <div className="ws-actions">
        {writable ? (
          <button
            className="ws-btn"
            type="button"
            aria-expanded={previewing}
            onClick={() => setPreviewing(!previewing)}
          >
            {t('result.preview')}
          </button>
        ) : null}
        {open && result.state === 'DRAFT' ? (
          <a
            className="ws-btn"
            href={`${baseAddress(language, workspace.slug)}/preview?result=${resultId}`}
            target="_blank"
            rel="noopener"
          >
            {t('result.previewPage')}
            <span className="kern-sr-only"> {t('workspace.newTab')}</span>
          </a>
        ) : null}
        {open && result.state !== 'PUBLISHED' ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            disabled={writes.busy}
            onClick={() => void publish()}
          >
            {t('result.publish')}
          </button>
        ) : null}
        {open && result.state === 'DRAFT' ? (
          <button className="ws-btn" type="button" onClick={() => setAsked('INTERNAL')}>
            {t('result.keepInternal')}
          </button>
        ) : null}
        {open && result.state !== 'DRAFT' ? (
          <button className="ws-btn" type="button" onClick={() => setAsked('WITHDRAW')}>
            {t('result.withdraw')}
          </button>
        ) : null}
        {editable && result.state === 'DRAFT' ? (
          <button className="ws-btn" type="button" onClick={() => setAsked('REMOVE')}>
            {t('records.remove.ask')}
          </button>
        ) : null}
      </div>
      {history.length === 0 ? null : (
        <details className="ws-wording">
          <summary>
            {t('history.ofResult')}
            {name === null ? null : <span className="kern-sr-only"> {name}</span>}
          </summary>
          <HistoryList history={history} />
        </details>
      )}
      {previewing ? <TextPreview text={result.text} /> : null}
      {asked === null ? null : asked === 'REMOVE' ? (
        <RemoveDialog
          title={t('result.remove.title')}
          text={t('result.remove.text')}
          busy={writes.busy}
          onSubmit={() => writes.send(WRITES.removeResult, { resultId })}
          onClose={() => setAsked(null)}
        />
      ) : (
        <TextDialog
          title={t(asked === 'INTERNAL' ? 'result.keepInternal.title' : 'result.withdraw.title')}
          label={t('move.reason.label')}
          hint={t('move.reason.hint')}
          submit={t(asked === 'INTERNAL' ? 'result.keepInternal.submit' : 'result.withdraw.submit')}
          onSubmit={(reason) =>
            asked === 'INTERNAL'
              ? keepInternal(reason)
              : writes.send(WRITES.withdrawResult, { resultId, reason })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </article>
  );
}

/** The day that the public page shows of it; saved when it is left. */
function ResultDay({
  result,
  writes,
}: {
  readonly result: Result;
  readonly writes: MeasureWrites;
}): ReactElement {
  const t = useWords();
  const { outcome, keep, clear } = useOutcome();
  const [typed, setTyped] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (typed === null || typed === (result.day ?? '')) return setTyped(null);
    const { id: resultId, text } = result;
    if (keep(await writes.send(WRITES.draftResult, { resultId, text, day: typed || null })))
      setTyped(null);
  };
  return (
    <>
      <Field label={t('result.day')} hint={t('result.day.hint')}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            value={typed ?? result.day ?? ''}
            onChange={({ target }) => {
              clear();
              setTyped(target.value);
            }}
            onBlur={() => void save()}
          />
        )}
      </Field>
      <OutcomeNote outcome={outcome} />
    </>
  );
}
