import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useQuery } from '@tanstack/react-query';
import { formatList, formatPeriod } from '#ui/format.js';
import { useEffect, useState, type ReactElement } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { useStable } from '../parts/stable.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import type { LoopInFrame } from '../shell/frame-query.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { actsForCircle, keys, useLooking, useWorkspace } from '../shell/workspace.js';
import { AddMeasure } from './add-measure.js';
import { BOARD, COLUMNS, type Card } from './board-query.js';
import { CardItem } from './card-item.js';
import { Column } from './column.js';
import { FilterBar } from './filter-bar.js';
import { FILTERS, matcher, readFilter, type Filter } from './filter.js';
import { MoveDialogs } from './move-dialogs.js';
import { useMoves } from './moves.js';
import { SelectionBar } from './selection-bar.js';

const NO_FILTER = new URLSearchParams();
const OPEN_PHASES: readonly Card['phase'][] = ['PLAN', 'DO', 'CHECK', 'ACT'];

/** One loop's measures in the columns of their phases. */
export default function BoardScreen(): ReactElement {
  const { loop } = useParams<{ loop: string }>();
  const { frame } = useWorkspace();
  const found = frame.loops.find(({ number }) => String(number) === loop);
  return found === undefined ? <NoSuchScreen /> : <Board key={found.number} loop={found} />;
}

function Board({ loop }: { readonly loop: LoopInFrame }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const { slug } = workspace;
  const heading = useScreen(t('loop.name', { number: loop.number }));
  const others = useLooking(loop.id);
  const mayAdd = actsForCircle(workspace) && loop.stage !== 'CLOSED';
  const { data, error, refetch } = useQuery({
    queryKey: keys.board(slug, loop.number),
    queryFn: () => ask(BOARD, { programme: slug, loop: loop.number }),
  });
  const cards = data?.workspace?.board;
  return (
    <>
      <BoardTitle loop={loop} cards={cards} heading={heading} />
      <div role="status">
        {others.length === 0 ? null : (
          <p className="ls-muted">
            {t('board.alsoHere', { names: formatList(others, language), count: others.length })}
          </p>
        )}
      </div>
      {error && cards === undefined ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : cards === undefined ? (
        <Loading />
      ) : cards.length === 0 ? (
        <>
          <Nothing>{t('board.empty')}</Nothing>
          {mayAdd ? (
            <div className="ws-actions ws-empty__way">
              <AddMeasure loop={loop.number} />
            </div>
          ) : null}
        </>
      ) : (
        <Cards loop={loop} cards={cards} mayAdd={mayAdd} />
      )}
    </>
  );
}

function BoardTitle({
  loop,
  cards,
  heading,
}: {
  readonly loop: LoopInFrame;
  readonly cards: readonly Card[] | undefined;
  readonly heading: ReturnType<typeof useScreen>;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const workspace = useWorkspace();
  const open = cards?.filter(({ phase }) => OPEN_PHASES.includes(phase)).length ?? 0;
  const closing = loop.stage === 'RUNNING' || loop.stage === 'REVIEW';
  return (
    <div className="ws-title">
      <div>
        <p className="ls-muted ls-small">
          {formatPeriod(loop, language)} · {t(`stage.${loop.stage}`)}
        </p>
        <h1 className="ws-h1" ref={heading} tabIndex={-1}>
          {t('loop.name', { number: loop.number })}
        </h1>
      </div>
      <Link className="ws-btn" href={at.loop(loop.number)}>
        {closing && actsForCircle(workspace) && cards !== undefined
          ? t('board.close', { count: open })
          : t('board.loop')}
      </Link>
    </div>
  );
}

function Cards({
  loop,
  cards,
  mayAdd,
}: {
  readonly loop: LoopInFrame;
  readonly cards: readonly Card[];
  readonly mayAdd: boolean;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const [query, setQuery] = useSearchParams();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const moves = useMoves(loop.number, () => setSelected(new Set()));
  useEffect(
    () =>
      monitorForElements({
        onDragStart: ({ source }) => setDraggedId(String(source.data['measureId'])),
        onDrop: () => setDraggedId(null),
      }),
    [],
  );

  const filter = readFilter(query);
  const setFilter = (next: Filter): void =>
    setQuery(
      FILTERS.flatMap((name): [string, string][] => {
        const value = next[name];
        return value === null ? [] : [[name, value]];
      }),
      { replace: true },
    );
  const shown = cards.filter(matcher(filter, frame));
  const chosen = shown.filter(({ id }) => selected.has(id));
  const ended = shown.filter(({ phase }) => phase === 'STOPPED' || phase === 'CARRIED_OVER');
  const select = useStable((id: string, is: boolean) => {
    const next = new Set(selected);
    if (is) next.add(id);
    else next.delete(id);
    setSelected(next);
  });
  const move = useStable((card: Card, to: Card['phase']) => moves.wish([card], to));
  const item = (card: Card): ReactElement => (
    <CardItem
      key={card.id}
      card={card}
      busy={moves.moving.has(card.id)}
      selected={selected.has(card.id)}
      onSelect={select}
      onMove={move}
    />
  );
  return (
    <>
      <FilterBar filter={filter} onChange={setFilter} />
      <div className="ws-note">
        <p role="status">
          {shown.length === 0
            ? t('board.noMatch')
            : t('board.shown', {
                shown: shown.length,
                all: shown.length === cards.length ? 0 : cards.length,
              })}
        </p>
        {shown.length === 0 ? (
          <button className="ws-btn" type="button" onClick={() => setFilter(readFilter(NO_FILTER))}>
            {t('board.filter.clear')}
          </button>
        ) : null}
      </div>
      <div className="ws-board" role="group" aria-label={t('board.label')}>
        {COLUMNS.map((phase) => {
          const here = shown.filter((card) => card.phase === phase);
          return (
            <Column
              key={phase}
              phase={phase}
              count={here.length}
              dragged={cards.find(({ id }) => id === draggedId) ?? null}
              onDrop={(id) => {
                const card = cards.find((one) => one.id === id);
                if (card && card.phase !== phase) moves.wish([card], phase);
              }}
            >
              {here.length === 0 ? (
                <p className="ws-col__none">{t('board.emptyColumn')}</p>
              ) : (
                <ul className="ws-cards ls-list">{here.map(item)}</ul>
              )}
              {phase === 'PLAN' && mayAdd ? <AddMeasure loop={loop.number} /> : null}
            </Column>
          );
        })}
      </div>
      {ended.length === 0 ? null : (
        <details className="ws-ended">
          <summary>
            {t('board.ended')} <span className="ls-muted ls-num">({ended.length})</span>
          </summary>
          <ul className="ws-cards ls-list">{ended.map(item)}</ul>
        </details>
      )}
      <p className="ws-note ws-keys">{t('board.keys')}</p>
      {chosen.length === 0 ? null : (
        <SelectionBar
          cards={chosen}
          onMove={(to) => moves.wish(chosen, to)}
          onClear={() => setSelected(new Set())}
        />
      )}
      <MoveDialogs moves={moves} />
    </>
  );
}
