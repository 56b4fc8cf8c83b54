import { useEffect, useRef, useState } from 'react';

const PREFIX = 'lernschleife:draft:';

/** What was typed, and the text of the server on which it was typed. */
type Draft = { readonly text: string; readonly base: string };

function stored(key: string): Draft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Draft);
}

/** Forgets all drafts of this tab: whoever signs in next needn't read them. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/**
 * A text that outlives the screen, the connection and the session: what was typed and not yet saved is kept in this
 * tab under `name`, and is there again when the screen is opened anew. `saved` is what the server has.
 */
export function useDraft(
  name: string,
  saved: string,
): {
  readonly text: string;
  readonly changed: boolean;
  /** Whether somebody else has written since the typing began. */
  readonly conflict: boolean;
  readonly write: (text: string) => void;
  /** The text is on its way to the server: should it come back from there, it is nobody else's. */
  readonly sending: (text: string) => void;
  /** The server has the text: it isn't kept for later, unless more was typed meanwhile. */
  readonly settle: (text: string) => void;
  /** The text is shown as the server has it: forgets the draft, unless more was typed meanwhile. */
  readonly forget: (text: string) => void;
  /** What the server has now was seen by whoever types. */
  readonly accept: () => void;
  readonly drop: () => void;
} {
  const key = PREFIX + name;
  const [draft, setDraft] = useState(() => stored(key));
  const latest = useRef(draft);
  /** Oldest first; one whose answer was lost may have arrived all the same. */
  const sent = useRef<readonly string[]>([]);
  const keep = (next: Draft | null): void => {
    latest.current = next;
    setDraft(next);
    if (next === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
  };
  const accept = (): void => {
    if (latest.current !== null) keep({ text: latest.current.text, base: saved });
  };
  useEffect(() => {
    const arrived = sent.current.indexOf(saved);
    if (arrived === -1) return;
    sent.current = sent.current.slice(arrived + 1);
    accept();
  });
  const changed = draft !== null && draft.text !== saved;
  return {
    text: draft?.text ?? saved,
    changed,
    conflict: changed && draft.base !== saved && !sent.current.includes(saved),
    write: (text) => keep(text === saved ? null : { text, base: latest.current?.base ?? saved }),
    sending: (text) => {
      // The server keeps nothing of a text of blanks.
      sent.current = [...sent.current, text.trim() === '' ? '' : text];
    },
    settle: (text) => {
      if (latest.current?.text === text) sessionStorage.removeItem(key);
    },
    forget: (text) => {
      if (latest.current?.text === text) keep(null);
    },
    accept,
    drop: () => keep(null),
  };
}
