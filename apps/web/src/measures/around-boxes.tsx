import { formatNearDay } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { historyMoment, historySentence } from './history-sentence.js';
import type { Measure } from './measure-query.js';

/** Entries of the history that are shown at once. */
const FIRST_ENTRIES = 5;

/** Rulings about the measure. */
export function DecisionsBox({ measure }: { readonly measure: Measure }): ReactElement | null {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  if (measure.decisions.length === 0 && measure.decisionRequiredFor === null) return null;
  return (
    <section className="ws-box" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions.title')}</h2>
      {measure.decisionRequiredFor === null ? null : (
        <p className="ls-muted">
          {t('decisions.required', { phase: t(`workspace.phase.${measure.decisionRequiredFor}`) })}
        </p>
      )}
      <ul className="ws-lines ls-list">
        {measure.decisions.map(({ id, body, day, point, ruling }) => (
          <li key={id}>
            <small>
              {body}, <time dateTime={day}>{formatNearDay(day, frame.today, language)}</time>
            </small>
            {point} <b>{t(`ruling.${ruling}`)}</b>
          </li>
        ))}
      </ul>
    </section>
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

/** Who changed what, newest first. */
export function HistoryBox({ measure }: { readonly measure: Measure }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const [all, setAll] = useState(false);
  const shown = all ? measure.history : measure.history.slice(0, FIRST_ENTRIES);
  return (
    <section className="ws-box" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <ol className="ws-lines ls-list">
        {shown.map((entry) => (
          <li key={entry.id}>
            <small>
              <time dateTime={entry.at}>
                {historyMoment(entry.at, frame.programme.timeZone, language, t)}
              </time>
            </small>
            {historySentence(entry, t)}
            {entry.reason === null ? null : <q className="ws-reflection">{entry.reason}</q>}
          </li>
        ))}
      </ol>
      {measure.history.length > FIRST_ENTRIES ? (
        <button
          className="ws-btn ws-btn--below"
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'history.less' : 'history.more')}
        </button>
      ) : null}
    </section>
  );
}
