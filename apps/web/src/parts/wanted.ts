import { startTransition, useOptimistic } from 'react';

/**
 * A value that shows what is wanted at once, while the server is asked. When `want` has ended, the value that holds is
 * shown again: the wanted one if it was taken, else the one from before.
 */
export function useWanted<Value>(
  value: Value,
  want: (next: Value) => Promise<void>,
): readonly [shown: Value, choose: (next: Value) => void] {
  const [shown, show] = useOptimistic(value);
  return [
    shown,
    (next) => {
      const asking = want(next);
      startTransition(async () => {
        show(next);
        await asking;
      });
    },
  ];
}
