import { Icon } from '#ui/parts/icon.js';
import { useId, type ReactElement } from 'react';
import { useFault } from './form.js';

/** What a control needs to be tied to its label, its hint and its fault. */
export type Tied = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

/** A field with its label, a hint, and beside it what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  wrong,
  children,
}: {
  /** As the input of the mutation names it, for what the server finds wrong; left out where it finds nothing. */
  readonly name?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the screen itself finds wrong while it is filled in; null when nothing is. */
  readonly wrong?: string | null;
  readonly children: (tied: Tied) => ReactElement;
}): ReactElement {
  const id = useId();
  const refused = useFault(id, name);
  const fault = wrong ?? refused;
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === null ? [] : [`${id}-fault`]),
  ];
  return (
    <div className="ws-field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
      {children({
        id,
        'aria-invalid': fault !== null,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      })}
      {fault === null ? null : (
        <p className="ws-fault" id={`${id}-fault`}>
          <Icon name="danger" small />
          {fault}
        </p>
      )}
    </div>
  );
}
