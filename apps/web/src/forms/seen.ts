import { useRef, useState } from 'react';
import type { WriteOutcome } from './outcome-note.js';

/**
 * Sends under the version on which a dialog was opened, so that its writer is told of what others have changed since;
 * once told, under the one that they were told of.
 */
export function useSeen(
  version: number,
): (send: (seen: number) => Promise<WriteOutcome>) => Promise<WriteOutcome> {
  const seen = useRef(version);
  return async (send) => {
    const outcome = await send(seen.current);
    if (outcome.kind === 'REFUSED') seen.current = outcome.refusal.currentVersion ?? seen.current;
    return outcome;
  };
}

/** Fields of a dialog: what its writer hasn't touched follows what others write, and needn't be sent. */
export function useTouched<Values extends object>(
  shown: Values,
): {
  readonly values: Values;
  readonly touched: Partial<Values>;
  readonly touch: (part: Partial<Values>) => void;
} {
  const [touched, setTouched] = useState<Partial<Values>>({});
  return {
    values: { ...shown, ...touched },
    touched,
    touch: (part) => setTouched({ ...touched, ...part }),
  };
}
