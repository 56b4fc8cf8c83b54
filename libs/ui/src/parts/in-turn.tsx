import { createContext, createElement, use, type ReactElement } from 'react';
import { OwnWordsContext } from './own-words.js';

/** Takes the parts of a page that have turns of their own, in their order; null where the page is rendered at once. */
export const TurnsContext = createContext<((part: ReactElement) => void) | null>(null);

const PLACE = 'ls-in-turn';
/** What stands in the page where such a part belongs. */
export const PART_HERE = `<${PLACE}></${PLACE}>`;

/** A part of a page that is large enough to be rendered in a turn of its own. One in another is rendered with it. */
export function InTurn({ children }: { readonly children: ReactElement }): ReactElement {
  const take = use(TurnsContext);
  const words = use(OwnWordsContext);
  if (take === null) return children;
  take(<OwnWordsContext value={words}>{children}</OwnWordsContext>);
  return createElement(PLACE);
}
