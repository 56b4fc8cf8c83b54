import { useId, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { locales } from '#ui/messages/translate.js';
import { OutcomeNote } from '../forms/outcome-note.js';
import { useTextSaving, type TextToSave } from './text-saving.js';

/**
 * A text that saves itself and says so. What was typed outlives the connection and the session; when somebody else
 * has changed the same text meanwhile, both stand side by side and the writer chooses.
 */
export function SavedText({
  labelledBy,
  hint,
  rows = 3,
  ...toSave
}: TextToSave & {
  readonly labelledBy: string;
  readonly hint?: string | undefined;
  readonly rows?: number | undefined;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const hintId = useId();
  const { text, changed, saving, savedAt, outcome, conflict, ...act } = useTextSaving(toSave);
  return (
    <div className="ws-saved-text">
      {hint === undefined ? null : (
        <p className="ls-muted" id={hintId}>
          {hint}
        </p>
      )}
      <textarea
        className="ws-edit"
        aria-labelledby={labelledBy}
        aria-describedby={hint === undefined ? undefined : hintId}
        rows={rows}
        value={text}
        onChange={({ target }) => act.write(target.value)}
        onBlur={act.leave}
      />
      <p className="ws-saved" role="status">
        {saving
          ? t('workspace.saving')
          : changed
            ? t('measure.unsaved')
            : savedAt === null
              ? null
              : t('measure.savedAt', {
                  time: new Intl.DateTimeFormat(locales[language], {
                    hour: '2-digit',
                    minute: '2-digit',
                  }).format(savedAt),
                })}
      </p>
      <OutcomeNote outcome={outcome} />
      {conflict ? (
        <div className="ws-lack" role="alert">
          <b>{t('measure.conflict')}</b>
          <div className="ws-sides">
            <div>
              <p className="ls-muted">{t('measure.conflict.mine')}</p>
              <p className="ws-reflection">{text}</p>
              <button className="ws-btn" type="button" onClick={act.keepMine}>
                {t('measure.conflict.keepMine')}
              </button>
            </div>
            <div>
              <p className="ls-muted">{t('measure.conflict.theirs')}</p>
              <p className="ws-reflection">{toSave.saved}</p>
              <button className="ws-btn" type="button" onClick={act.takeTheirs}>
                {t('measure.conflict.takeTheirs')}
              </button>
            </div>
          </div>
        </div>
      ) : null}
    </div>
  );
}
