import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../language.js';

/** What else can be done with one entry of a list, folded; `of` names the entry for screen readers. */
export function MoreMenu({
  of,
  children,
}: {
  readonly of: string;
  readonly children: ReactNode;
}): ReactElement {
  const t = useWords();
  return (
    <details className="ws-more">
      <summary>
        <span aria-hidden="true">{t('steps.more')}</span>
        <span className="kern-sr-only">{t('steps.moreOf', { text: of })}</span>
      </summary>
      <div className="ws-more__body">{children}</div>
    </details>
  );
}
