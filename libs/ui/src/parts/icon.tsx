import type { ReactElement } from 'react';

export type IconName =
  | 'language'
  | 'add'
  | 'arrow-back'
  | 'arrow-down'
  | 'arrow-forward'
  | 'arrow-up'
  | 'calendar-today'
  | 'check'
  | 'checklist'
  | 'close'
  | 'danger'
  | 'dehaze'
  | 'delete'
  | 'draft'
  | 'edit'
  | 'help'
  | 'info'
  | 'logout'
  | 'mail'
  | 'more-vert'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'visibility'
  | 'warning';

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
