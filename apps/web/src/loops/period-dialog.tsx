import { useId, useState, type ReactElement, type SyntheticEvent } from 'react';
import { useWords } from '../language.js';
import { Dialog } from '../parts/dialog.js';

export type Period = { readonly startDay: string | null; readonly endDay: string | null };

/** Asks when a loop begins and ends; either may be left open. */
export function PeriodDialog({
  title,
  submit,
  period,
  busy,
  fault,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly submit: string;
  readonly period: Period;
  readonly busy: boolean;
  /** Why the last try failed; null when it didn't. */
  readonly fault: string | null;
  readonly onSubmit: (period: Period) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const faultId = useId();
  const [startDay, setStartDay] = useState(period.startDay ?? '');
  const [endDay, setEndDay] = useState(period.endDay ?? '');
  const inverted = startDay !== '' && endDay !== '' && endDay < startDay;
  const problem = inverted ? t('loops.plan.inverted') : fault;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!inverted) onSubmit({ startDay: startDay || null, endDay: endDay || null });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <div className="ws-actions">
          <label className="ws-field">
            <span>{t('loops.plan.start')}</span>
            <input
              type="date"
              value={startDay}
              onChange={({ target }) => setStartDay(target.value)}
            />
          </label>
          <label className="ws-field">
            <span>{t('loops.plan.end')}</span>
            <input
              type="date"
              value={endDay}
              aria-invalid={inverted}
              aria-describedby={faultId}
              onChange={({ target }) => setEndDay(target.value)}
            />
          </label>
        </div>
        <p className="ls-muted ls-small">{t('loops.plan.hint')}</p>
        <p className="ws-fault" id={faultId} role="status">
          {problem}
        </p>
        <div className="ws-actions">
          <button className="ws-btn ws-btn--main" type="submit" disabled={busy}>
            {submit}
          </button>
          <button className="ws-btn" type="button" onClick={onClose}>
            {t('workspace.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
