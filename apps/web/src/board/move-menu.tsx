import { Icon } from '#ui/parts/icon.js';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Lacks } from '../measures/lacks.js';
import { inOrderOfMenu, isForward, moveLabel, whoMayMove } from '../measures/move-words.js';
import { lacking } from '../measures/requirements.js';
import type { Card, Phase } from './board-query.js';

/** The least distance from the window's edge, in px. */
const EDGE = 8;

/** Puts the menu below its button, or above where there is more room; along the left edge of the card, if it fits. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom } = button.getBoundingClientRect();
  const card = (button.closest('li') ?? button).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const fits = card.left + width + EDGE <= window.innerWidth;
  const left = fits ? card.left : Math.max(card.right - width, EDGE);
  const below = bottom + height + EDGE <= window.innerHeight || top < height + EDGE;
  const y = below ? bottom + 4 : top - height - 4;
  menu.style.setProperty('--menu-left', `${left + window.scrollX}px`);
  menu.style.setProperty('--menu-top', `${y + window.scrollY}px`);
}

/**
 * All moves of a card: what is open can be chosen, what is blocked says what it lacks. A popover of the browser's
 * own: it closes on Escape and on a click beside it, and nothing cuts it off.
 */
export function MoveMenu({
  card,
  busy,
  onMove,
}: {
  readonly card: Card;
  readonly busy: boolean;
  readonly onMove: (to: Phase) => void;
}): ReactElement | null {
  const t = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (!open || element === null || button.current === null) return;
    element.showPopover();
    place(element, button.current);
    element.querySelector<HTMLElement>('a, button')?.focus();
    const closed = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') setOpen(false);
    };
    element.addEventListener('toggle', closed);
    return () => element.removeEventListener('toggle', closed);
  }, [open]);
  if (card.availableMoves.length === 0) return null;
  const shown = inOrderOfMenu(card).filter(
    ({ to, permitted }) => permitted || isForward(card.phase, to),
  );
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        className="ws-move__btn"
        type="button"
        disabled={busy}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{t('move.open')}</span>
        <span className="kern-sr-only">{t('move.openThis', { title: card.title })}</span>
        <Icon name="arrow-down" small />
      </button>
      {open ? (
        <div
          ref={menu}
          id={id}
          className="ws-menu"
          popover="auto"
          role="group"
          aria-label={t('move.menuLabel', { title: card.title })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
        >
          {shown.length === 0 ? <p>{t('move.none')}</p> : null}
          <div className="ws-moves">
            {shown.map(({ to, permitted, missing }) => {
              const lacks = lacking(missing);
              const label = moveLabel(card.phase, to, t);
              if (permitted && lacks.length === 0)
                return (
                  <button
                    key={to}
                    className={isForward(card.phase, to) ? 'ws-btn ws-btn--main' : 'ws-btn'}
                    type="button"
                    onClick={() => {
                      close();
                      onMove(to);
                    }}
                  >
                    {label}
                  </button>
                );
              return (
                <div key={to}>
                  <h4>{label.replace(/\s…$/, '')}</h4>
                  <div className="ws-moves">
                    {lacks.length === 0 ? null : (
                      <div className="ws-lack">
                        <b>{t('move.lacks')}</b>
                        <Lacks measure={card} missing={lacks} />
                      </div>
                    )}
                    {permitted ? null : <p className="ls-muted">{whoMayMove(card.phase, to, t)}</p>}
                  </div>
                </div>
              );
            })}
          </div>
        </div>
      ) : null}
    </>
  );
}
