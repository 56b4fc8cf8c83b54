import { useEffect, type RefObject } from 'react';

/** A card that doesn't appear within so many ms isn't shown, such as by a filter: then the focus stays where it is. */
const PATIENCE_MS = 3_000;

let wanted: { readonly id: string; readonly until: number } | null = null;

/** Puts the focus on a card as soon as it stands in its new column. */
export function focusCard(id: string): void {
  wanted = { id, until: Date.now() + PATIENCE_MS };
}

/** To be called by each card: in another column it is a new element, which takes the focus that the old one had. */
export function useCardFocus(id: string, card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (wanted?.id !== id || Date.now() > wanted.until) return;
    wanted = null;
    const folded = card.current?.closest('details:not([open])')?.querySelector('summary');
    (folded ?? card.current?.querySelector('a'))?.focus();
  }, [id, card]);
}
