import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { formatNumber } from '#ui/format.js';
import { phaseClass } from '#ui/parts/phase.js';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useLanguage, useWords } from '../language.js';
import { whoMayMove } from '../measures/move-words.js';
import { lacking } from '../measures/requirements.js';
import type { Card, COLUMNS } from './board-query.js';

type ColumnPhase = (typeof COLUMNS)[number];

/** What becomes of the card that is being dragged, should it be dropped here. */
function DropHint({
  dragged,
  phase,
}: {
  readonly dragged: Card;
  readonly phase: ColumnPhase;
}): ReactElement | null {
  const t = useWords();
  const move = dragged.availableMoves.find(({ to }) => to === phase);
  if (move === undefined) return null;
  const lacks = lacking(move.missing);
  if (!move.permitted) return <p className="ws-col__hint">{whoMayMove(dragged.phase, phase, t)}</p>;
  if (lacks.length === 0) return null;
  return (
    <div className="ws-col__hint ws-lack">
      <b>{t('move.lacks')}</b>
      <ul className="ls-list">
        {lacks.map((name) => (
          <li key={name}>{t(`requirement.${name}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** A phase of the board, where cards can be dropped. */
export function Column({
  phase,
  count,
  dragged,
  onDrop,
  children,
}: {
  readonly phase: ColumnPhase;
  readonly count: number;
  /** The card that is being dragged, wherever it is; null when none is. */
  readonly dragged: Card | null;
  readonly onDrop: (measureId: string) => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => {
    if (element.current === null) return;
    return dropTargetForElements({
      element: element.current,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        drop.current(String(source.data['measureId']));
      },
    });
  }, []);
  const elsewhere = dragged !== null && dragged.phase !== phase;
  const move = dragged?.availableMoves.find(({ to }) => to === phase);
  const open = move !== undefined && move.permitted && lacking(move.missing).length === 0;
  const id = `column-${phaseClass[phase]}`;
  return (
    <section
      ref={element}
      className={`ws-col ws-col--${phaseClass[phase]}`}
      aria-labelledby={id}
      data-drop={elsewhere ? (open ? 'open' : 'shut') : undefined}
      data-over={elsewhere && over ? 'true' : undefined}
    >
      <h2 className="ws-col__head" id={id}>
        {t(`workspace.phase.${phase}`)}
        <span className="ls-num" aria-hidden="true">
          {formatNumber(count, language)}
        </span>
        <span className="kern-sr-only">, {t('loop.measures', { count })}</span>
      </h2>
      <p className="ws-col__sub">{t(`workspace.phaseIs.${phase}`)}</p>
      <div className="ws-col__body">
        {elsewhere && over ? <DropHint dragged={dragged} phase={phase} /> : null}
        {children}
      </div>
    </section>
  );
}
