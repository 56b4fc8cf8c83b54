import { useState } from 'react';

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
  readonly write: (text: string) => void;
  /** Forgets the draft, once the server has it. */
  readonly drop: () => void;
} {
  const key = `lernschleife:draft:${name}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(key));
  const keep = (text: string | null): void => {
    setDraft(text);
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  };
  return {
    text: draft ?? saved,
    changed: draft !== null && draft !== saved,
    write: (text) => keep(text === saved ? null : text),
    drop: () => keep(null),
  };
}
