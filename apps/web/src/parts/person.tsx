import type { ReactElement } from 'react';

/** "JK" for "Jana Kaya"; one letter for a single name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first, ...rest] = words;
  return [first, rest.at(-1)]
    .map((word) => (word === undefined ? '' : String.fromCodePoint(word.codePointAt(0) ?? 0)))
    .join('')
    .toUpperCase();
}

/** A person with their initials; `none` is said where there is nobody. */
export function Person({
  name,
  none = '',
}: {
  readonly name: string | null | undefined;
  readonly none?: string;
}): ReactElement {
  return name ? (
    <span className="ws-who">
      <span className="ws-ini" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span>{name}</span>
    </span>
  ) : (
    <span className="ws-who ls-muted">
      <span className="ws-ini ws-ini--none" aria-hidden="true">
        ?
      </span>
      <span>{none}</span>
    </span>
  );
}
