import { formatDayOf } from '#ui/format.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { OutcomeNote, useOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { useLanguage, useWords } from '../language.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { AnswerDialog, SetAsideDialog, SortDialog } from './voice-dialogs.js';
import { REOPEN, type Theme, type Voice } from './voice-query.js';

/** What a reader has written, what became of it, and what can be done with it. */
export function VoiceItem({
  voice,
  themes,
  withMeasure,
}: {
  readonly voice: Voice;
  readonly themes: readonly Theme[];
  /** Whether it says which measure it is about. */
  readonly withMeasure: boolean;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const { timeZone } = workspace.frame.programme;
  const { outcome, keep } = useOutcome();
  const writes = useRecordWrites();
  const [asked, setAsked] = useState<'ANSWER' | 'SET_ASIDE' | 'SORT' | null>(null);
  const circle = actsForCircle(workspace);
  const { kind, state, measure, theme, ledTo, answer, answeredAt, answeredBy, reason } = voice;
  const close = (): void => setAsked(null);
  const reopen = async (): Promise<void> =>
    void keep(await writes.send(REOPEN, { voiceId: voice.id, version: voice.version }));
  const about = <span className="kern-sr-only"> {voice.text.slice(0, 80)}</span>;
  const tags = [
    t(`voice.state.${state}`),
    ...(theme === null ? [] : [theme.name]),
    ...(voice.inPublic ? [t('voice.isPublic')] : []),
    ...(state === 'OPEN' && voice.wantsMail ? [t('voice.wantsMail')] : []),
    ...(!voice.inPublic && voice.agreed ? [t('voice.agreed')] : []),
  ];
  return (
    <li>
      <small>
        {t(`voice.${kind}`)},{' '}
        <time dateTime={voice.receivedAt}>{formatDayOf(voice.receivedAt, timeZone, language)}</time>
        {withMeasure ? (
          <>
            {' · '}
            <Link href={at.measure(measure.measureId, 'voices')}>{measure.title}</Link>
          </>
        ) : null}
      </small>
      <p className="ws-voice__text" lang={voice.language}>
        {voice.text}
      </p>
      <p className="ws-voice__tags">
        {tags.map((tag) => (
          <span className="ws-tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      {answer === null || answeredAt === null ? null : (
        <div className="ws-voice__answer">
          <small>
            {t('voice.answered', {
              who: answeredBy ?? t('history.former'),
              day: formatDayOf(answeredAt, timeZone, language),
            })}
          </small>
          <p className="ws-voice__text" lang={voice.language}>
            {answer}
          </p>
        </div>
      )}
      {reason === null ? null : <p className="ls-muted">{t('voice.reason', { reason })}</p>}
      {ledTo === null ? null : (
        <p>
          {t('voice.ledTo')} <Link href={at.measure(ledTo.measureId)}>{ledTo.title}</Link>
        </p>
      )}
      <OutcomeNote outcome={outcome} />
      <div className="ws-actions">
        {voice.mayAnswer ? (
          <button
            className={state === 'OPEN' ? 'ws-btn ws-btn--main' : 'ws-btn'}
            type="button"
            onClick={() => setAsked('ANSWER')}
          >
            {t(state === 'OPEN' ? 'voice.answer' : 'voice.change')}
            {about}
          </button>
        ) : null}
        {circle ? (
          <button className="ws-btn" type="button" onClick={() => setAsked('SORT')}>
            {t('voice.sort')}
            {about}
          </button>
        ) : null}
        {circle && state === 'OPEN' ? (
          <button className="ws-btn" type="button" onClick={() => setAsked('SET_ASIDE')}>
            {t('voice.setAside')}
            {about}
          </button>
        ) : null}
        {circle && state === 'SET_ASIDE' ? (
          <button
            className="ws-btn"
            type="button"
            disabled={writes.busy}
            onClick={() => void reopen()}
          >
            {t('voice.reopen')}
            {about}
          </button>
        ) : null}
      </div>
      {asked === 'ANSWER' ? <AnswerDialog voice={voice} onClose={close} /> : null}
      {asked === 'SET_ASIDE' ? <SetAsideDialog voice={voice} onClose={close} /> : null}
      {asked === 'SORT' ? <SortDialog voice={voice} themes={themes} onClose={close} /> : null}
    </li>
  );
}
