import { useQuery } from '@tanstack/react-query';
import { PhaseBadge } from '#ui/parts/phase.js';
import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { BOARD, type Card } from '../board/board-query.js';
import { MoveDialogs } from '../board/move-dialogs.js';
import { useMoves } from '../board/moves.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { Failure, Loading } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { Loop } from './loop-query.js';

const OPEN: readonly Card['phase'][] = ['PLAN', 'DO', 'CHECK', 'ACT'];

const mayCarry = (card: Card): boolean =>
  card.availableMoves.some(({ to, permitted }) => to === 'CARRIED_OVER' && permitted);

/** The measures that aren't ended yet, with a way to each, and a way to carry several over at once. */
export function OpenMeasures({ loop }: { readonly loop: Loop }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug } = useWorkspace();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const moves = useMoves(loop.number, () => setSelected(new Set()));
  const { data, error, refetch } = useQuery({
    queryKey: keys.board(slug, loop.number),
    queryFn: () => ask(BOARD, { programme: slug, loop: loop.number }),
  });
  const open = data?.workspace?.board.filter(({ phase }) => OPEN.includes(phase));
  const carriable = open?.filter(mayCarry) ?? [];
  const chosen = carriable.filter(({ id }) => selected.has(id));
  return (
    <section className="ws-sec" aria-labelledby="open">
      <h2 id="open">{t('loopPage.open', { count: open?.length ?? 0 })}</h2>
      {open === undefined ? (
        error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          {open.length === 0 ? null : <p className="ls-muted">{t('loopPage.openHint')}</p>}
          {carriable.length > 1 ? (
            <label className="ws-all">
              <input
                className="ws-check"
                type="checkbox"
                checked={chosen.length === carriable.length}
                onChange={({ target }) =>
                  setSelected(new Set(target.checked ? carriable.map(({ id }) => id) : []))
                }
              />
              {t('loopPage.selectAll')}
            </label>
          ) : null}
          <ul className="ws-list ls-list">
            {open.map((card) => (
              <li key={card.id} data-card={card.id}>
                {mayCarry(card) ? (
                  <label className="ws-card__select">
                    <input
                      className="ws-check"
                      type="checkbox"
                      checked={selected.has(card.id)}
                      onChange={({ target }) => {
                        const next = new Set(selected);
                        if (target.checked) next.add(card.id);
                        else next.delete(card.id);
                        setSelected(next);
                      }}
                    />
                    <span className="kern-sr-only">
                      {t('card.selectThis', { title: card.title })}
                    </span>
                  </label>
                ) : (
                  <span />
                )}
                <span>
                  <small>{card.actionField.topic.title}</small>
                  <Link href={at.measure(card.id)}>{card.title}</Link>
                </span>
                <PhaseBadge phase={card.phase} language={language} />
              </li>
            ))}
          </ul>
          {carriable.length === 0 ? null : (
            <div className="ws-actions">
              <button
                className="ws-btn"
                type="button"
                disabled={chosen.length === 0}
                onClick={() => moves.wish(chosen, 'CARRIED_OVER')}
              >
                {t('loopPage.carry')}
              </button>
              <span className="ls-muted" role="status">
                {chosen.length === 0 ? null : t('selection.count', { count: chosen.length })}
              </span>
            </div>
          )}
        </>
      )}
      <MoveDialogs moves={moves} />
    </section>
  );
}
