import type { ReactElement } from 'react';

export type IconName =
  'language' | 'arrow-down' | 'arrow-forward' | 'warning' | 'success' | 'calendar-today' | 'close';

/** An icon of KERN; words always stand beside it. */
export function Icon({
  name,
  small = false,
}: {
  readonly name: IconName;
  readonly small?: boolean;
}): ReactElement {
  return (
    <span
      className={`kern-icon kern-icon--${name}${small ? ' kern-icon--small' : ''}`}
      aria-hidden="true"
    />
  );
}
