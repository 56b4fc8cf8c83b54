import { Icon } from '#ui/parts/icon.js';
import type { WorkspaceTranslate } from '#ui/messages/workspace.js';
import type { ReactElement } from 'react';
import type { Card } from '../board/board-query.js';
import { useWords } from '../language.js';

type Hint = Card['hints'][number];

/** What is amiss with those who carry a measure, in a few words. */
export function hintWords(hint: Hint, t: WorkspaceTranslate): string {
  const { kind, name, loopNumber, openMeasures } = hint;
  return t(`hint.${kind}`, {
    name: name ?? '',
    loop: t('loop.name', { number: loopNumber ?? 0 }),
    count: openMeasures ?? 0,
  });
}

/** The hints of a measure as entries of a list, each with its mark. */
export function HintItems({ hints }: { readonly hints: readonly Hint[] }): ReactElement {
  const t = useWords();
  return (
    <>
      {hints.map((hint) => (
        <li key={`${hint.kind} ${hint.personId ?? ''}`} className="ws-mark ws-mark--late">
          <Icon name="warning" small />
          <span>{hintWords(hint, t)}</span>
        </li>
      ))}
    </>
  );
}
