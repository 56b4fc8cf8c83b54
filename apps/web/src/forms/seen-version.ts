import { useState } from 'react';
import type { WriteOutcome } from './outcome-note.js';

/**
 * The version of a record that its form shows: the one at opening, until the server tells of a newer one. The note
 * then says what was changed meanwhile, so the next try goes on top of it.
 */
export function useSeenVersion(atOpening: number): {
  readonly version: number;
  readonly heard: (outcome: WriteOutcome) => WriteOutcome;
} {
  const [version, setVersion] = useState(atOpening);
  return {
    version,
    heard: (outcome) => {
      if (outcome.kind === 'REFUSED' && outcome.refusal.currentVersion !== undefined)
        setVersion(outcome.refusal.currentVersion);
      return outcome;
    },
  };
}
