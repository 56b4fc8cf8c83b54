import { useState, type ReactElement } from 'react';
import { Field } from '../forms/field.js';
import { useWords } from '../language.js';
import type { Card, Phase } from './board-query.js';

const ORDER: readonly Phase[] = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE', 'STOPPED'];

/** What can be done with several cards at once; offers each phase to which one of them at least may go. */
export function SelectionBar({
  cards,
  onMove,
  onClear,
}: {
  readonly cards: readonly Card[];
  readonly onMove: (to: Phase) => void;
  readonly onClear: () => void;
}): ReactElement {
  const t = useWords();
  const [to, setTo] = useState<Phase | null>(null);
  const reachable = new Set(
    cards.flatMap(({ availableMoves }) =>
      availableMoves.filter(({ permitted }) => permitted).map((move) => move.to),
    ),
  );
  const chosen = to !== null && reachable.has(to) ? to : null;
  return (
    <section className="ws-selection" aria-label={t('selection.label')}>
      <p role="status">{t('selection.count', { count: cards.length })}</p>
      <Field label={t('selection.moveTo')}>
        {(tied) => (
          <select
            {...tied}
            value={chosen ?? ''}
            onChange={({ target }) => setTo(ORDER.find((one) => one === target.value) ?? null)}
          >
            <option value="">{t('selection.choose')}</option>
            {ORDER.filter((phase) => reachable.has(phase)).map((phase) => (
              <option key={phase} value={phase}>
                {t(`workspace.phase.${phase}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="ws-actions">
        <button
          className="ws-btn ws-btn--main"
          type="button"
          disabled={chosen === null}
          onClick={() => {
            if (chosen !== null) onMove(chosen);
          }}
        >
          {t('selection.move')}
        </button>
        {reachable.has('CARRIED_OVER') ? (
          <button className="ws-btn" type="button" onClick={() => onMove('CARRIED_OVER')}>
            {t('selection.carry')}
          </button>
        ) : null}
        <button className="ws-btn" type="button" onClick={onClear}>
          {t('selection.clear')}
        </button>
      </div>
    </section>
  );
}
