import { useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language.js';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import type { ClientProblem } from '../graphql/client.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { historySentence } from '../measures/history-sentence.js';

/** A refusal of any write, as far as a note tells it. */
export type AnyRefusal = {
  readonly __typename: string;
  readonly message: string;
  readonly faults?: readonly { readonly field: string; readonly message: string }[];
  readonly changes?: readonly HistoryParts[];
  /** Of a record that was changed meanwhile. */
  readonly currentVersion?: number;
  /** What stands in the way, each with its reason. */
  readonly inTheWay?: readonly {
    readonly measureId: string;
    readonly title: string;
    readonly message: string;
  }[];
  /** What is handed over before a person is erased. */
  readonly handOver?: readonly {
    readonly code: 'MEASURE_OWNED' | 'LAST_ADMINISTRATOR';
    readonly programme: string;
    readonly measureId: string | null;
    readonly title: string | null;
  }[];
};

export type WriteOutcome =
  /** `version` is that of the record that is shown, where it has one. */
  | { readonly kind: 'DONE'; readonly shown: string; readonly version?: number | undefined }
  | { readonly kind: 'REFUSED'; readonly refusal: AnyRefusal }
  | { readonly kind: 'FAILED'; readonly problem: ClientProblem };

type Done = Extract<WriteOutcome, { readonly kind: 'DONE' }>;

/** What became of the last write of one place, as the reader is told. */
export function useOutcome(): {
  readonly outcome: WriteOutcome | null;
  readonly keep: (outcome: WriteOutcome) => outcome is Done;
  readonly clear: () => void;
} {
  const [outcome, setOutcome] = useState<WriteOutcome | null>(null);
  return {
    outcome,
    keep: (next): next is Done => {
      setOutcome(next.kind === 'DONE' ? null : next);
      return next.kind === 'DONE';
    },
    clear: () => setOutcome(null),
  };
}

/** Why a write wasn't done, with the way out; nothing when it was. */
export function OutcomeNote({
  outcome,
}: {
  readonly outcome: WriteOutcome | null;
}): ReactElement | null {
  const t = useWords();
  const language = useLanguage();
  if (outcome === null || outcome.kind === 'DONE') return null;
  if (outcome.kind === 'FAILED')
    return (
      <p className="ws-fault" role="alert">
        {t(`workspace.problem.${outcome.problem}.text`)}
      </p>
    );
  const { refusal } = outcome;
  return (
    <div className="ws-lack" role="alert">
      {refusal.changes ? (
        <>
          <p>{t('workspace.stale', { subject: refusal.changes[0]?.subject ?? 'none' })}</p>
          <ul className="ls-list">
            {refusal.changes.map((entry) => (
              <li key={entry.id}>{historySentence(entry, t, language)}</li>
            ))}
          </ul>
        </>
      ) : refusal.inTheWay ? (
        <>
          <p>{refusal.message}</p>
          <ul className="ls-list">
            {refusal.inTheWay.map(({ measureId, title, message }) => (
              <li key={measureId}>
                <b>{title}:</b> {message}
              </li>
            ))}
          </ul>
        </>
      ) : refusal.handOver ? (
        <>
          <p>{refusal.message}</p>
          <ul className="ls-list">
            {refusal.handOver.map(({ code, programme, measureId, title }) => (
              <li key={`${code} ${measureId}`}>
                {measureId === null ? (
                  t('persons.erase.LAST_ADMINISTRATOR', { programme })
                ) : (
                  <Link href={at.measure(measureId)}>
                    {t('persons.erase.MEASURE_OWNED', { title: title ?? '' })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : refusal.faults ? (
        <ul className="ls-list">
          {refusal.faults.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      ) : (
        <p>{refusal.message}</p>
      )}
    </div>
  );
}
