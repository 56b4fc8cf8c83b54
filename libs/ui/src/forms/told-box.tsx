import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../parts/icon.js';

/** What came of a form that was sent, or why nothing did, above all else; the browser puts the focus here. */
export function ToldBox({
  kind,
  title,
  children,
}: {
  readonly kind: 'success' | 'warning' | 'danger';
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div
      className={`ls-told kern-alert kern-alert--${kind}`}
      role={kind === 'success' ? 'status' : 'alert'}
      tabIndex={-1}
      autoFocus
    >
      <div className="kern-alert__header">
        <Icon name={kind} />
        <h2 className="kern-title">{title}</h2>
      </div>
      <div className="kern-alert__body">{children}</div>
    </div>
  );
}
