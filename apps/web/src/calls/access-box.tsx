import { useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { historyMoment } from '../measures/history-sentence.js';
import { useWorkspace } from '../shell/workspace.js';
import type { Call } from './call-query.js';

/** Entries that are shown at once. */
const FIRST_ENTRIES = 5;

/** Who has looked at the applications and when, newest first; for administrators. */
export function AccessBox({
  accesses,
}: {
  readonly accesses: NonNullable<Call['accesses']>;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const [all, setAll] = useState(false);
  const shown = all ? accesses : accesses.slice(0, FIRST_ENTRIES);
  return (
    <section className="ws-box" aria-labelledby="accesses">
      <h2 id="accesses">{t('calls.accesses')}</h2>
      <p className="ls-muted">{t('calls.accesses.lead')}</p>
      {accesses.length === 0 ? <p>{t('calls.accesses.none')}</p> : null}
      <ol className="ws-lines ls-list">
        {shown.map(({ id, at, name }) => (
          <li key={id}>
            <small>
              <time dateTime={at}>{historyMoment(at, frame.programme.timeZone, language, t)}</time>
            </small>
            {name ?? t('history.former')}
          </li>
        ))}
      </ol>
      {accesses.length > FIRST_ENTRIES ? (
        <button
          className="ws-btn ws-btn--below"
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('calls.accesses.less') : t('calls.accesses.more', { count: accesses.length })}
        </button>
      ) : null}
    </section>
  );
}
