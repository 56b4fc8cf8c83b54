import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { useRecordWrites } from '../forms/write-record.js';
import { graphql } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { useWords } from '../language.js';
import { showToast } from '../parts/toasts.js';
import { useWorkspace } from '../shell/workspace.js';
import { useCandidateNames } from './candidates.js';

const HAND_OVER = graphql(
  `
    mutation HandOverMeasures($input: HandOverMeasuresInput!) {
      handOverMeasures(input: $input) {
        __typename
        ...RefusalParts
        ... on HandedOver {
          measures {
            id
          }
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export type OwnedMeasure = {
  readonly measureId: string;
  readonly version: number;
  readonly title: string;
  readonly loopNumber: number;
};

/** Gives what a person owns to somebody else, who is asked: one measure, or those that are ticked, at first all. */
export function HandOverDialog({
  from,
  measures,
  onClose,
}: {
  readonly from: { readonly id: string; readonly name: string };
  /** At least one. */
  readonly measures: readonly OwnedMeasure[];
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const writes = useRecordWrites();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [toPersonId, setTo] = useState('');
  const [reason, setReason] = useState('');
  const chosen = measures.filter(({ measureId }) => !left.has(measureId));
  const nameOf = useCandidateNames(Math.max(...measures.map(({ loopNumber }) => loopNumber)));
  const people = frame.people.filter(
    ({ id, blocked, role }) => id !== from.id && !blocked && role !== 'EMPLOYEE',
  );
  const send = async (): Promise<WriteOutcome> => {
    if (chosen.length === 0)
      return {
        kind: 'REFUSED',
        refusal: { __typename: 'InvalidInput', message: t('handOver.none') },
      };
    return writes.send(
      HAND_OVER,
      {
        fromPersonId: from.id,
        toPersonId,
        measures: chosen.map(({ measureId, version }) => ({ measureId, version })),
        reason,
      },
      () => {
        const name = people.find(({ id }) => id === toPersonId)?.name ?? '';
        showToast({ text: t('handOver.done', { count: chosen.length, name }) });
      },
    );
  };
  return (
    <FormDialog
      title={
        measures.length === 1 ? t('handOver.title') : t('handOver.titleOf', { name: from.name })
      }
      submit={t('handOver.submit')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={send}
    >
      {measures.length === 1 ? (
        <p>{t('handOver.lead', { name: from.name })}</p>
      ) : (
        <fieldset className="ws-choices">
          <legend>{t('handOver.which')}</legend>
          {measures.map(({ measureId, title, loopNumber }) => (
            <label key={measureId} className="ws-checkline">
              <input
                className="ws-check"
                type="checkbox"
                checked={!left.has(measureId)}
                onChange={({ target }) => {
                  const next = new Set(left);
                  if (target.checked) next.delete(measureId);
                  else next.add(measureId);
                  setLeft(next);
                }}
              />
              <span>
                {title} <small>{t('loop.name', { number: loopNumber })}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="toPersonId" label={t('handOver.to')} hint={t('handOver.to.hint')}>
        {(tied) => (
          <select
            {...tied}
            required
            value={toPersonId}
            onChange={({ target }) => setTo(target.value)}
          >
            <option value="">{t('people.pick')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {nameOf(person)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="reason" label={t('handOver.reason')} hint={t('handOver.reason.hint')}>
        {(tied) => (
          <textarea
            {...tied}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
