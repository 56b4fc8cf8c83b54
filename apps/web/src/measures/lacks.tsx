import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useWords } from '../language.js';
import { placeOf, type Requirement } from './requirements.js';

/** What a move still needs, each with a link to where it is filled in. */
export function Lacks({
  measure,
  missing,
  onGo,
}: {
  readonly measure: { readonly id: string; readonly loopNumber: number };
  readonly missing: readonly Requirement[];
  /** Called when a link is followed, such as to close a dialog. */
  readonly onGo?: () => void;
}): ReactElement {
  const t = useWords();
  return (
    <ul className="ls-list">
      {missing.map((name) => (
        <li key={name}>
          <Link href={placeOf(name, measure)} onClick={() => onGo?.()}>
            {t(`requirement.${name}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
