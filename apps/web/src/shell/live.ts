import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Presence } from './presence.js';
import { readSoon } from './read-soon.js';

function onVisibilityChange(watcher: () => void): () => void {
  document.addEventListener('visibilitychange', watcher);
  return () => document.removeEventListener('visibilitychange', watcher);
}

/** Whether the tab is in view. Browsers open six connections to a server at most, and a stream holds one of them. */
function useVisible(): boolean {
  return useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
}

/**
 * Hears of others' changes from the server, and has what is shown read anew. `looking` is the id of the measure, or
 * of the board's loop, that is open here, or null; answers who else looks at it. When the connection breaks, the browser makes a new one by
 * itself, and what was missed meanwhile is read anew. A tab out of view doesn't listen until it is looked at again.
 */
export function useLive(slug: string, looking: string | null): Presence | null {
  const client = useQueryClient();
  const [presence, setPresence] = useState<Presence | null>(null);
  const opened = useRef(false);
  const visible = useVisible();
  useEffect(() => {
    if (!visible) return;
    const query = looking === null ? '' : `?looking=${encodeURIComponent(looking)}`;
    const source = new EventSource(`/workspace/events/${encodeURIComponent(slug)}${query}`);
    const refresh = (): void => readSoon(client, slug);
    source.addEventListener('open', () => {
      // What the first stream finds was read a moment ago.
      if (opened.current) refresh();
      opened.current = true;
    });
    source.addEventListener('change', refresh);
    source.addEventListener('refetch', refresh);
    source.addEventListener('presence', (event: MessageEvent<string>) => {
      setPresence(JSON.parse(event.data) as Presence);
    });
    return () => source.close();
  }, [slug, looking, client, visible]);
  return presence;
}
