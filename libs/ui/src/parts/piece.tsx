import { createContext, createElement, use, type ReactElement } from 'react';
import { OwnWordsContext } from './own-words.js';

/** Takes the pieces of a page, in their order, to be rendered afterwards; null where the page is rendered at once. */
export const PiecesContext = createContext<((piece: ReactElement) => void) | null>(null);

const PLACE = 'ls-piece';
/** What stands in the page where a piece belongs. */
export const PIECE_HERE = `<${PLACE}></${PLACE}>`;

/** A part of a page that is large enough to be rendered in a turn of its own. A piece in another is rendered with it. */
export function Piece({ children }: { readonly children: ReactElement }): ReactElement {
  const take = use(PiecesContext);
  const words = use(OwnWordsContext);
  if (take === null) return children;
  take(<OwnWordsContext value={words}>{children}</OwnWordsContext>);
  return createElement(PLACE);
}
