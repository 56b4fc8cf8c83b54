import { useEffect, useRef, useState } from 'react';
import { useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { useDraft } from '../parts/draft.js';
import { useWorkspace } from '../shell/workspace.js';

/** So long after the last key the text is saved; leaving the field saves at once. */
const PAUSE_MS = 1_500;

export type TextToSave = {
  /** Names the draft that is kept in this tab until the server has it. */
  readonly name: string;
  readonly saved: string;
  /** That of the record, as it was read together with the text. */
  readonly version: number;
  /** `seen` is the version to be named: an older one is refused. */
  readonly onSave: (text: string, seen: number) => Promise<WriteOutcome>;
};

export type TextSaving = {
  readonly text: string;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly savedAt: Date | null;
  readonly outcome: WriteOutcome | null;
  /** Whether somebody else has written the same text meanwhile: nothing is saved until the writer has chosen. */
  readonly conflict: boolean;
  readonly write: (text: string) => void;
  readonly leave: () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

/**
 * Resting, waiting for the server's answer, or until the version is shown that it spoke of: the one in which it has
 * taken the text, or the one for which it has refused an older.
 */
type State =
  | { readonly at: 'REST' | 'ASKING' }
  | { readonly at: 'READING'; readonly version: number; readonly taken: string | null };

/**
 * Saves a text when its writer pauses, leaves it, or is connected again. A change of something else of the record isn't
 * in the way: the text is saved on top of it, as soon as it is shown.
 */
export function useTextSaving({ name, saved, version, onSave }: TextToSave): TextSaving {
  const { frame } = useWorkspace();
  const draft = useDraft(`${frame.me.id}:${name}`, saved);
  const { outcome, keep, clear } = useOutcome();
  const [state, setState] = useState<State>({ at: 'REST' });
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  /** Whether it is time to save what is unsaved. What was left from before is saved at once. */
  const [due, setDue] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const connected = (): void => setDue(true);
    window.addEventListener('online', connected);
    return () => {
      window.removeEventListener('online', connected);
      clearTimeout(timer.current);
    };
  }, []);

  const save = async (): Promise<void> => {
    const { text } = draft;
    setDue(false);
    setState({ at: 'ASKING' });
    draft.sending(text);
    const answer = await onSave(text, version);
    const newer = answer.kind === 'REFUSED' ? answer.refusal.currentVersion : undefined;
    if (newer !== undefined) {
      clear();
      setState({ at: 'READING', version: newer, taken: null });
    } else if (keep(answer)) {
      draft.settle(text);
      setState({ at: 'READING', version: answer.version ?? version, taken: text });
    } else setState({ at: 'REST' });
  };
  const ready = due && draft.changed && !draft.conflict && state.at === 'REST';
  useEffect(() => {
    if (ready) void save();
  }, [ready]);
  useEffect(() => {
    if (state.at !== 'READING' || version < state.version) return;
    setState({ at: 'REST' });
    if (state.taken === null) return setDue(true);
    draft.forget(state.taken);
    setSavedAt(new Date());
  }, [state, version]);

  return {
    text: draft.text,
    changed: draft.changed,
    saving: state.at !== 'REST',
    savedAt,
    outcome,
    conflict: draft.conflict,
    write: (text) => {
      draft.write(text);
      setDue(false);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setDue(true), PAUSE_MS);
    },
    leave: () => setDue(true),
    keepMine: () => {
      draft.accept();
      setDue(true);
    },
    takeTheirs: () => {
      draft.drop();
      setSavedAt(null);
    },
  };
}
