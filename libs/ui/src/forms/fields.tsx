import type { ReactElement, ReactNode } from 'react';
import { ToldBox } from './told-box.js';
import { useMessages } from '../parts/own-words.js';
import type { Language } from '../views.js';

/** Something that is wrong with a form, and the id of the field where it is put right. */
export type FormFault = { readonly target: string; readonly text: string };

/** All that is wrong, each with a link to its field; the browser puts the focus here. */
export function FaultSummary({
  faults,
  language,
}: {
  readonly faults: readonly FormFault[];
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  return (
    <ToldBox kind="danger" title={t('join.summary.title', { count: faults.length })}>
      <ul className="ls-list">
        {faults.map(({ target, text }) => (
          <li key={target}>
            <a className="kern-link" href={`#${target}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </ToldBox>
  );
}

/** What is wrong with a field, below it. */
export function Fault({
  id,
  text,
}: {
  readonly id: string;
  readonly text: string | null;
}): ReactElement | null {
  if (text === null) return null;
  return (
    <p className="kern-error" id={id}>
      <span className="kern-icon kern-icon--danger" aria-hidden="true" />
      <span className="kern-body">{text}</span>
    </p>
  );
}

export type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly fault: string | null;
  /** The word for optional; null for what has to be filled in. */
  readonly optional: string | null;
};

/** What says label, hint and fault of a field, and its attributes that point there. */
function described({ id, hint, fault, optional }: FieldProps): Record<string, unknown> {
  const by = [hint === undefined ? '' : `${id}-hint`, fault === null ? '' : `${id}-fault`]
    .filter((one) => one !== '')
    .join(' ');
  return {
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(fault === null ? {} : { 'aria-invalid': 'true' }),
    ...(optional === null ? { required: true } : {}),
  };
}

/** A field with its label, a hint, and what is wrong with it. */
export function Field({
  children,
  ...props
}: FieldProps & { readonly children: ReactNode }): ReactElement {
  const { id, label, hint, fault, optional } = props;
  return (
    <div className={`kern-form-input${fault === null ? '' : ' kern-form-input--error'}`}>
      <label className="kern-label" htmlFor={id}>
        {label}
        {optional === null ? null : (
          <>
            {' '}
            <span className="kern-label__optional">– {optional}</span>
          </>
        )}
      </label>
      {hint === undefined ? null : (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      <Fault id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** A field of one line. */
export function TextField({
  type,
  value,
  longest,
  ...props
}: FieldProps & {
  readonly type: 'text' | 'email';
  readonly value: string;
  /** Most characters. */
  readonly longest: number;
}): ReactElement {
  const { id, name, fault } = props;
  return (
    <Field {...props}>
      <input
        className={`kern-form-input__input${fault === null ? '' : ' kern-form-input__input--error'}`}
        id={id}
        name={name}
        type={type}
        autoComplete={type === 'email' ? 'email' : 'name'}
        maxLength={longest}
        defaultValue={value}
        {...described(props)}
      />
    </Field>
  );
}

/** A field of several lines. */
export function LongField({
  value,
  longest,
  ...props
}: FieldProps & {
  readonly value: string;
  /** Most characters. */
  readonly longest: number;
}): ReactElement {
  const { id, name, fault } = props;
  return (
    <Field {...props}>
      <textarea
        className={`kern-form-input__input${fault === null ? '' : ' kern-form-input__input--error'}`}
        id={id}
        name={name}
        rows={6}
        maxLength={longest}
        defaultValue={value}
        {...described(props)}
      />
    </Field>
  );
}
