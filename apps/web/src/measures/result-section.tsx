import { useQuery } from '@tanstack/react-query';
import { formatDayOf } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { PREVIEW, type Measure, type Result } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from './outcome-note.js';
import { SavedText } from './saved-text.js';
import { TextDialog } from './text-dialog.js';
import type { MeasureWrites } from './write-measure.js';

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
  return (
    <section className="ws-sec" aria-labelledby="result">
      <h2 id="result">{t('result.title')}</h2>
      {results.length === 0 && !adding ? <p className="ls-muted">{t('result.none')}</p> : null}
      {results.map((result) => (
        <ResultItem
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
      {adding ? (
        <TextDialog
          title={t('result.add')}
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
  measure,
  result,
  writes,
  editable,
}: {
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
  const [asked, setAsked] = useState<'WITHDRAW' | 'INTERNAL' | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const act = async (work: Promise<WriteOutcome>): Promise<void> => void keep(await work);
  const writable = editable && (result.state === 'DRAFT' || circle);
  const open = measure.loopStage !== 'CLOSED' && circle;
  return (
    <article className="ws-result">
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
          rows={6}
          field="result.changed"
          onSave={(text) => writes.send(WRITES.draftResult, { resultId: result.id, text })}
        />
      ) : (
        <div className="ls-prose" dangerouslySetInnerHTML={{ __html: result.html }} />
      )}
      {result.attachments.length === 0 ? null : (
        <ul className="ls-list">
          {result.attachments.map(({ id, title, address }) => (
            <li key={id}>
              <a href={address} rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
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
        {open && result.state !== 'PUBLISHED' ? (
          <button
            className="ws-btn ws-btn--main"
            type="button"
            disabled={writes.busy}
            onClick={() => void act(writes.send(WRITES.publishResult, { resultId: result.id }))}
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
      </div>
      {previewing ? <Preview text={result.text} /> : null}
      {asked === null ? null : (
        <TextDialog
          title={t(asked === 'INTERNAL' ? 'result.keepInternal.title' : 'result.withdraw.title')}
          label={t('move.reason.label')}
          hint={t('move.reason.hint')}
          submit={t(asked === 'INTERNAL' ? 'result.keepInternal.submit' : 'result.withdraw.submit')}
          onSubmit={(reason) =>
            asked === 'INTERNAL'
              ? writes.send(WRITES.keepResultInternal, { resultId: result.id, reason })
              : writes.send(WRITES.withdrawResult, { resultId: result.id, reason })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </article>
  );
}

/** The text as the public page will show it; the server makes its HTML, so it is the same. */
function Preview({ text }: { readonly text: string }): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data } = useQuery({
    queryKey: keys.list(slug, `preview:${text}`),
    queryFn: () => ask(PREVIEW, { programme: slug, text }),
  });
  return (
    <section className="ws-preview" aria-label={t('result.preview')}>
      <div
        className="ls-prose"
        dangerouslySetInnerHTML={{ __html: data?.workspace?.preview ?? '' }}
      />
    </section>
  );
}
