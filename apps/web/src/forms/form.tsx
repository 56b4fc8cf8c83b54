import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { useWords } from '../language.js';
import { OutcomeNote, type WriteOutcome } from './outcome-note.js';

/** The server names the fields of its input: `input.title`. */
const named = (field: string): string => field.replace(/^input\./, '');

/** What is wrong with a control before the server is asked: nothing in it, or nothing that can be read. */
type Unready = 'form.missing' | 'form.unreadable';

type FormFaults = {
  readonly of: (name: string) => string | null;
  /** The names of the fields that stand in the form and tell their own faults. */
  readonly shown: Set<string>;
  /** By the id of the control. */
  readonly unready: ReadonlyMap<string, Unready>;
};
const FaultsContext = createContext<FormFaults>({
  of: () => null,
  shown: new Set(),
  unready: new Map(),
});

/**
 * What is wrong with a field of the form around it, or null: found before the server was asked, or by it. What is found
 * stands nowhere else then.
 */
export function useFault(id: string, name: string | undefined): string | null {
  const t = useWords();
  const { of, shown, unready } = useContext(FaultsContext);
  useEffect(() => {
    if (name === undefined) return;
    shown.add(name);
    return () => void shown.delete(name);
  }, [name, shown]);
  const found = unready.get(id);
  if (found !== undefined) return t(found);
  return name === undefined ? null : of(name);
}

/** The browser would say the same in its own language, which need not be the reader's, and takes blanks for a text. */
function findUnready(form: HTMLFormElement): ReadonlyMap<string, Unready> {
  const found = new Map<string, Unready>();
  const controls = form.querySelectorAll<
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  >('input, textarea, select');
  for (const { id, required, value, validity } of controls)
    if (required && !validity.badInput && (validity.valueMissing || value.trim() === ''))
      found.set(id, 'form.missing');
    else if (!validity.valid) found.set(id, 'form.unreadable');
  return found;
}

/** Leaves out the faults that stand beside their fields; with none left, the refusal's own sentence remains. */
function restOf(outcome: WriteOutcome | null, shown: ReadonlySet<string>): WriteOutcome | null {
  if (outcome?.kind !== 'REFUSED' || outcome.refusal.faults === undefined) return outcome;
  const { __typename, message, faults } = outcome.refusal;
  const others = faults.filter(({ field }) => !shown.has(named(field)));
  return {
    kind: 'REFUSED',
    refusal: others.length === 0 ? { __typename, message } : { ...outcome.refusal, faults: others },
  };
}

/**
 * A form that stays as it was typed until the server has taken it. What is missing or wrong puts the focus into the
 * first such field; what concerns no field stands below them all.
 */
export function Form({
  outcome,
  className,
  children,
  actions,
  onSubmit,
}: {
  /** What became of the last try; null before one, and after one that was done. */
  readonly outcome: WriteOutcome | null;
  readonly className?: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly onSubmit: () => void;
}): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const [shown] = useState(() => new Set<string>());
  const [unready, setUnready] = useState<ReadonlyMap<string, Unready>>(new Map());
  useEffect(() => {
    if (outcome !== null || unready.size > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome, unready]);
  const faults = outcome?.kind === 'REFUSED' ? (outcome.refusal.faults ?? []) : [];
  const of = (name: string): string | null =>
    faults.find(({ field }) => named(field) === name)?.message ?? null;
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = findUnready(event.currentTarget);
    setUnready(found);
    if (found.size === 0) onSubmit();
  };
  return (
    <form ref={form} className={className} onSubmit={submit} noValidate>
      <FaultsContext value={{ of, shown, unready }}>{children}</FaultsContext>
      <OutcomeNote outcome={restOf(outcome, shown)} />
      {actions}
    </form>
  );
}
