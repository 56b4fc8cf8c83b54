import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { locales } from '#ui/messages/translate.js';
import { useDraft } from '../parts/draft.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from './outcome-note.js';

/** So long after the last key the text is saved; leaving the field saves at once. */
const PAUSE_MS = 1_500;

type Props = {
  /** Names the draft that is kept in this tab until the server has it. */
  readonly name: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly hint?: string;
  readonly saved: string;
  readonly rows?: number;
  /** The field's name in the history: a change of it by somebody else is a conflict, any other change isn't. */
  readonly field: string;
  readonly onSave: (text: string) => Promise<WriteOutcome>;
};

/**
 * A text that saves itself and says so. What was typed outlives the connection and the session; when somebody else
 * has changed the same text meanwhile, both stand side by side and the writer chooses.
 */
export function SavedText(props: Props): ReactElement {
  const { name, labelledBy, label, hint, saved, rows = 3, field, onSave } = props;
  const t = useWords();
  const language = useLanguage();
  const hintId = useId();
  const draft = useDraft(name, saved);
  const { outcome, keep, clear } = useOutcome();
  const [state, setState] = useState<'IDLE' | 'SAVING' | { readonly at: Date }>('IDLE');
  const [conflict, setConflict] = useState(false);
  /** What the server had when typing began: if it has something else now, somebody else has written. */
  const seen = useRef(saved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!draft.changed && !conflict) seen.current = saved;

  const save = async (text: string, tries = 0): Promise<void> => {
    clearTimeout(timer.current);
    setState('SAVING');
    const answer = await onSave(text);
    const changes = answer.kind === 'REFUSED' ? answer.refusal.changes : undefined;
    if (changes !== undefined) {
      // Another field was changed: this text can be saved on top of it.
      if (tries < 3 && !changes.some((change) => change.field === field))
        return save(text, tries + 1);
      setConflict(true);
      clear();
      return setState('IDLE');
    }
    if (keep(answer)) {
      draft.drop();
      setConflict(false);
      setState({ at: new Date() });
    } else setState('IDLE');
  };
  const type = (text: string): void => {
    draft.write(text);
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void save(text), PAUSE_MS);
  };
  const leave = (): void => {
    if (draft.changed && !conflict && state !== 'SAVING') void save(draft.text);
  };
  const theirs = conflict || (draft.changed && saved !== seen.current && state !== 'SAVING');
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
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : hintId}
        rows={rows}
        value={draft.text}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
      />
      <p className="ws-saved" role="status">
        {state === 'SAVING'
          ? t('workspace.saving')
          : draft.changed
            ? t('measure.unsaved')
            : state === 'IDLE'
              ? null
              : t('measure.savedAt', {
                  time: new Intl.DateTimeFormat(locales[language], {
                    hour: '2-digit',
                    minute: '2-digit',
                  }).format(state.at),
                })}
      </p>
      <OutcomeNote outcome={outcome} />
      {theirs ? (
        <div className="ws-lack" role="alert">
          <b>{t('measure.conflict')}</b>
          <div className="ws-sides">
            <div>
              <p className="ls-muted">{t('measure.conflict.mine')}</p>
              <p className="ws-reflection">{draft.text}</p>
              <button className="ws-btn" type="button" onClick={() => void save(draft.text)}>
                {t('measure.conflict.keepMine')}
              </button>
            </div>
            <div>
              <p className="ls-muted">{t('measure.conflict.theirs')}</p>
              <p className="ws-reflection">{saved}</p>
              <button
                className="ws-btn"
                type="button"
                onClick={() => {
                  draft.drop();
                  setConflict(false);
                }}
              >
                {t('measure.conflict.takeTheirs')}
              </button>
            </div>
          </div>
        </div>
      ) : null}
    </div>
  );
}
