import type { ReactElement } from 'react';
import type { Card, CardRefusal, Phase } from '../board/board-query.js';
import { useLanguage, useWords } from '../language.js';
import { historySentence } from './history-sentence.js';
import { Lacks } from './lacks.js';
import { whoMayMove } from './move-words.js';

/** Why a measure wasn't moved, with the way out where there is one. */
export function RefusalText({
  card,
  to,
  refusal,
  onGo,
}: {
  readonly card: Card;
  readonly to: Phase;
  readonly refusal: CardRefusal;
  readonly onGo: () => void;
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  switch (refusal.__typename) {
    case 'MoveNotReady':
      return (
        <div className="ws-lack">
          <b>{t('move.lacks')}</b>
          <Lacks measure={card} missing={refusal.missing} onGo={onGo} />
        </div>
      );
    case 'NotAllowed':
      return <p>{whoMayMove(card.phase, to, t)}</p>;
    case 'MoveNotAllowed':
      return (
        <p>
          {t('move.noWay.text', {
            from: t(`workspace.phase.${card.phase}`),
            to: t(`workspace.phase.${to}`),
          })}
        </p>
      );
    case 'LoopFrozen':
      return <p>{t('move.frozen')}</p>;
    case 'MeasureHasSuccessor':
      return <p>{t('move.hasSuccessor')}</p>;
    case 'StaleVersion':
      return (
        <ul className="ls-list">
          {refusal.changes.map((entry) => (
            <li key={entry.id}>{historySentence(entry, t, language)}</li>
          ))}
        </ul>
      );
    case 'InvalidInput':
      return (
        <ul className="ls-list">
          {refusal.faults.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      );
    case 'NotFound':
      return <p>{refusal.message}</p>;
  }
}
