import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { memo, useEffect, useRef, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { useLanguage, useWords } from '../language.js';
import { Person } from '../parts/person.js';
import { HintItems } from '../people/hints.js';
import { useWorkspace } from '../shell/workspace.js';
import type { Card, Phase } from './board-query.js';
import { useCardFocus } from './card-focus.js';
import { MoveMenu } from './move-menu.js';

/** Steps, due day and the marks that ask for attention; words stand by every icon. */
function Facts({ card }: { readonly card: Card }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { today } = useWorkspace().frame;
  const { dueDay, late } = card;
  const ended = ['DONE', 'STOPPED', 'CARRIED_OVER'].includes(card.phase);
  const day =
    dueDay === null ? null : (
      <time dateTime={dueDay}>{formatNearDay(dueDay, today, language)}</time>
    );
  const overdue = late && dueDay !== null && dueDay < today;
  return (
    <ul className="ws-card__facts ls-list">
      {card.hints.some(({ kind }) => kind === 'NO_OWNER') ? null : (
        <li>
          <span className="kern-sr-only">{t('card.owner')} </span>
          <Person name={card.owner?.name} none={t('card.noOwner')} />
          {card.owner !== null && !card.ownerAccepted && !ended ? (
            <span className="ls-muted">({t('card.asked')})</span>
          ) : null}
        </li>
      )}
      <HintItems hints={card.hints} />
      <li>
        <Icon name="checklist" small />
        <span>{t('card.steps', { count: card.stepCount, settled: card.stepsSettled })}</span>
      </li>
      {day === null || ended || overdue ? null : (
        <li>
          <Icon name="calendar-today" small />
          <span>{t.rich('card.due', { day })}</span>
        </li>
      )}
      {late ? (
        <li className="ws-mark ws-mark--late">
          <Icon name="warning" small />
          <span>{overdue ? t.rich('card.lateSince', { day }) : t('card.lateStep')}</span>
        </li>
      ) : null}
      {card.helpWanted === null || ended ? null : (
        <li className="ws-mark ws-mark--help">
          <Icon name="help" small />
          <span>{t('card.help')}</span>
        </li>
      )}
      {card.stale ? (
        <li className="ls-muted">{t('card.stale', { days: card.staleDays })}</li>
      ) : null}
      {card.phase === 'STOPPED' && card.stoppedIn !== null ? (
        <li className="ls-muted">
          {t('card.stoppedIn', { phase: t(`workspace.phase.${card.stoppedIn}`) })}
        </li>
      ) : null}
      {card.phase === 'CARRIED_OVER' ? <li className="ls-muted">{t('card.carried')}</li> : null}
      {card.endReason !== null && ended ? (
        <li className="ls-muted">{t('card.reason', { reason: card.endReason })}</li>
      ) : null}
    </ul>
  );
}

/** The phase beside this one, as far as the table leads there; null at the ends. */
function beside(card: Card, direction: 1 | -1): Phase | null {
  const order: readonly Phase[] = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'];
  const rank = order.indexOf(card.phase);
  return rank < 0 ? null : (order[rank + direction] ?? null);
}

/**
 * One measure on the board. It can be dragged, moved by its menu, and by Shift with the arrow keys. A board has hundreds,
 * so it is rendered again only when something of it changes.
 */
export const CardItem = memo(function CardItem({
  card,
  busy,
  selected,
  onSelect,
  onMove,
}: {
  readonly card: Card;
  /** A move of it is under way. */
  readonly busy: boolean;
  readonly selected: boolean;
  readonly onSelect: (id: string, selected: boolean) => void;
  readonly onMove: (card: Card, to: Phase) => void;
}): ReactElement {
  const t = useWords();
  const move = (to: Phase): void => onMove(card, to);
  const element = useRef<HTMLLIElement>(null);
  useCardFocus(card.id, element);
  const [dragged, setDragged] = useState(false);
  const movable = card.availableMoves.some(({ permitted }) => permitted);
  useEffect(() => {
    if (element.current === null || !movable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ measureId: card.id }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [card.id, movable]);
  const marks = [
    'ws-card',
    ...(card.late ? ['ws-card--late'] : []),
    ...(selected ? ['ws-card--selected'] : []),
    ...(dragged || busy ? ['ws-card--dragged'] : []),
  ];
  return (
    <li
      ref={element}
      className={marks.join(' ')}
      data-card={card.id}
      aria-busy={busy ? true : undefined}
      onKeyDown={(event) => {
        const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
        if (!event.shiftKey || direction === null || busy) return;
        const to = beside(card, direction);
        if (to === null) return;
        event.preventDefault();
        move(to);
      }}
    >
      <p className="ws-card__topic">{card.actionField.topic.title}</p>
      <h3 className="ws-card__title">
        <Link
          href={at.measure(card.id)}
          aria-keyshortcuts={movable ? 'Shift+ArrowRight Shift+ArrowLeft' : undefined}
          draggable={false}
        >
          {card.title}
        </Link>
      </h3>
      <Facts card={card} />
      {movable ? (
        <div className="ws-card__foot">
          <label className="ws-card__select">
            <input
              className="ws-check"
              type="checkbox"
              checked={selected}
              onChange={({ target }) => onSelect(card.id, target.checked)}
            />
            <span className="kern-sr-only">{t('card.selectThis', { title: card.title })}</span>
          </label>
          <MoveMenu card={card} busy={busy} onMove={move} />
        </div>
      ) : card.availableMoves.length > 0 ? (
        <div className="ws-card__foot">
          <span />
          <MoveMenu card={card} busy={busy} onMove={move} />
        </div>
      ) : null}
    </li>
  );
});
