import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import type { ClientProblem } from '../graphql/client.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { historySentence } from './history-sentence.js';

/** A refusal of any write, as far as a note tells it. */
export type AnyRefusal = {
  readonly __typename: string;
  readonly message: string;
  readonly faults?: readonly { readonly field: string; readonly message: string }[];
  readonly changes?: readonly HistoryParts[];
};

export type WriteOutcome =
  | { readonly kind: 'DONE'; readonly shown: string }
  | { readonly kind: 'REFUSED'; readonly refusal: AnyRefusal }
  | { readonly kind: 'FAILED'; readonly problem: ClientProblem };

/** What became of the last write of one place, as the reader is told. */
export function useOutcome(): {
  readonly outcome: WriteOutcome | null;
  readonly keep: (outcome: WriteOutcome) => boolean;
  readonly clear: () => void;
} {
  const [outcome, setOutcome] = useState<WriteOutcome | null>(null);
  return {
    outcome,
    keep: (next) => {
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
          <p>{t('measure.stale')}</p>
          <ul className="ls-list">
            {refusal.changes.map((entry) => (
              <li key={entry.id}>{historySentence(entry, t)}</li>
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
