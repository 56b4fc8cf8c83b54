import { useState, type ReactElement } from 'react';
import { ClientError } from '../graphql/client.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { useLanguage, useWords } from '../language.js';
import { useWorkspace } from '../shell/workspace.js';
import { historyMoment, historySentence, textsOf } from './history-sentence.js';

/** Entries of a history that are shown at once. */
const FIRST_ENTRIES = 5;
/** Entries that are read at once: as many as the queries of the pages say. */
const HISTORY_PAGE = 100;

/** Reads the entries behind that of an id. */
export type Older = (after: string) => Promise<readonly HistoryParts[]>;

/** What the part is called that an entry is about, where its sentence doesn't say it; null otherwise. */
export type PartOf = (entry: HistoryParts) => string | null;

/** Who changed what and why, newest first; a place of its own on a page. */
export function HistoryBox({
  history,
  partOf,
  older,
}: {
  readonly history: readonly HistoryParts[];
  readonly partOf?: PartOf;
  readonly older?: Older;
}): ReactElement {
  const t = useWords();
  return (
    <section className="ws-box" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      {history.length === 0 ? (
        <p className="ls-muted">{t('history.none')}</p>
      ) : (
        <HistoryList history={history} partOf={partOf} older={older} />
      )}
    </section>
  );
}

/** The entries of a history, the newest at once and the others on demand. */
export function HistoryList({
  history,
  partOf,
  older,
}: {
  readonly history: readonly HistoryParts[];
  readonly partOf?: PartOf | undefined;
  readonly older?: Older | undefined;
}): ReactElement {
  const t = useWords();
  const [all, setAll] = useState(false);
  /** What was read so far, when older entries were asked for: newer ones push none of it out. */
  const [read, setRead] = useState<readonly HistoryParts[]>([]);
  const [ended, setEnded] = useState(false);
  const [problem, setProblem] = useState(false);
  const known = [...history, ...read.filter((entry) => !history.some(({ id }) => id === entry.id))];
  const shown = all ? known : known.slice(0, FIRST_ENTRIES);
  const last = known.at(-1);
  const readOlder = async (): Promise<void> => {
    if (older === undefined || last === undefined) return;
    setProblem(false);
    try {
      const page = await older(last.id);
      setRead([...known, ...page]);
      setEnded(page.length < HISTORY_PAGE);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      setProblem(true);
    }
  };
  return (
    <>
      <ol className="ws-lines ls-list">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} part={partOf?.(entry) ?? null} />
        ))}
      </ol>
      {all && older !== undefined && history.length >= HISTORY_PAGE && !ended ? (
        <button className="ws-btn ws-btn--below" type="button" onClick={() => void readOlder()}>
          {t('history.older')}
        </button>
      ) : null}
      {problem ? (
        <p className="ws-fault" role="alert">
          {t('workspace.problem.FAILED.text')}
        </p>
      ) : null}
      {history.length > FIRST_ENTRIES ? (
        <button
          className="ws-btn ws-btn--below"
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'history.less' : 'history.more')}
        </button>
      ) : null}
    </>
  );
}

function Entry({
  entry,
  part,
}: {
  readonly entry: HistoryParts;
  readonly part: string | null;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  const texts = textsOf(entry);
  return (
    <li>
      <small>
        <time dateTime={entry.at}>
          {historyMoment(entry.at, frame.programme.timeZone, language, t)}
        </time>
        {part === null ? null : ` · ${part}`}
      </small>
      <p className="ws-entry">{historySentence(entry, t, language)}</p>
      {entry.reason === null ? null : (
        <p className="ws-entry ls-muted">{t('history.why', { reason: entry.reason })}</p>
      )}
      {texts === null ? null : (
        <details className="ws-wording">
          <summary>{t('history.words')}</summary>
          <dl>
            {texts.before === null ? null : (
              <>
                <dt>{t('history.before')}</dt>
                <dd>{texts.before}</dd>
              </>
            )}
            {texts.after === null ? null : (
              <>
                <dt>{t('history.after')}</dt>
                <dd>{texts.after}</dd>
              </>
            )}
          </dl>
        </details>
      )}
    </li>
  );
}
