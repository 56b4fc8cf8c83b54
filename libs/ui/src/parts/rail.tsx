import type { ReactElement, ReactNode } from 'react';

export type RailItem = {
  readonly href: string;
  readonly name: ReactNode;
  readonly note?: ReactNode;
};

/** What stands on this page, in the margin: links to its parts. */
export function Rail({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly RailItem[];
}): ReactElement {
  return (
    <nav className="ls-rail" aria-labelledby="rail">
      <div className="ls-rail__in">
        <h2 id="rail">{title}</h2>
        <ul className="ls-list">
          {items.map(({ href, name, note }) => (
            <li key={href}>
              <a href={href}>
                {name}
                {note ? <small>{note}</small> : null}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
