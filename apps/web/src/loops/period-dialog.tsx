import type { ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { useTouched } from '../forms/seen.js';
import { useWords } from '../language.js';

export type Period = { readonly startDay: string | null; readonly endDay: string | null };

/** Asks when a loop begins and ends; either may be left open. */
export function PeriodDialog({
  period,
  onSubmit,
  ...rest
}: {
  readonly title: string;
  readonly submit: string;
  readonly period: Period;
  readonly busy: boolean;
  readonly done?: string;
  readonly onSubmit: (period: Period) => Promise<WriteOutcome>;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { values, touch } = useTouched({
    startDay: period.startDay ?? '',
    endDay: period.endDay ?? '',
  });
  const { startDay, endDay } = values;
  const inverted = startDay !== '' && endDay !== '' && endDay < startDay;
  return (
    <FormDialog
      {...rest}
      onSubmit={() => onSubmit({ startDay: startDay || null, endDay: endDay || null })}
    >
      <div className="ws-narrow">
        <Field name="startDay" label={t('loops.plan.start')}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={startDay}
              onChange={({ target }) => touch({ startDay: target.value })}
            />
          )}
        </Field>
        <Field
          name="endDay"
          label={t('loops.plan.end')}
          wrong={inverted ? t('loops.plan.inverted') : null}
        >
          {(tied) => (
            <input
              {...tied}
              type="date"
              value={endDay}
              onChange={({ target }) => touch({ endDay: target.value })}
            />
          )}
        </Field>
      </div>
      <p className="ls-muted ls-small">{t('loops.plan.hint')}</p>
    </FormDialog>
  );
}
