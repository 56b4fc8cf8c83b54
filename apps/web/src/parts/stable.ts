import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A function that stays the same from rendering to rendering and does what the newest one says: for what is rendered
 * again only when its props change. Not to be called while something renders.
 */
export function useStable<Given extends readonly unknown[]>(
  newest: (...given: Given) => void,
): (...given: Given) => void {
  const kept = useRef(newest);
  useLayoutEffect(() => {
    kept.current = newest;
  });
  return useCallback((...given: Given) => kept.current(...given), []);
}
