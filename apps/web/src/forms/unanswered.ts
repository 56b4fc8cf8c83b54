import { useRef } from 'react';
import { textOf } from '../graphql/graphql.js';

type Sent<Own> = Own & { readonly requestId: string };

/**
 * What was sent last without an answer: said once more, it is the same request about the same version, so that it does
 * its work once, and nobody is told of their own change as of somebody else's.
 */
export function useUnanswered(): {
  readonly inputOf: <Own extends { readonly version?: number }>(
    document: unknown,
    own: Own,
  ) => Sent<Own>;
  readonly answered: (input: unknown) => void;
} {
  const last = useRef<{ readonly said: string; readonly input: unknown } | null>(null);
  return {
    inputOf: <Own extends { readonly version?: number }>(document: unknown, own: Own) => {
      const said = JSON.stringify([textOf(document), { ...own, version: null }]);
      if (last.current?.said !== said)
        last.current = { said, input: { ...own, requestId: crypto.randomUUID() } };
      return last.current.input as Sent<Own>;
    },
    answered: (input) => {
      if (last.current?.input === input) last.current = null;
    },
  };
}
