import { createContext, useContext, useEffect } from 'react';
import type { Frame } from './frame-query.js';
import type { Presence } from './presence.js';

export type WorkspaceValue = {
  readonly slug: string;
  readonly frame: Frame;
  /** Who else looks at what is open; null where that isn't told. */
  readonly presence: Presence | null;
  /** Tells what is open; see `useLooking`. */
  readonly look: (id: string | null) => void;
};

export const WorkspaceContext = createContext<WorkspaceValue | null>(null);

/** The programme whose workspace this is; inside of the frame only. */
export function useWorkspace(): WorkspaceValue {
  const value = useContext(WorkspaceContext);
  if (value === null) throw new Error('useWorkspace outside of the workspace');
  return value;
}

/** Tells the others that I look at a measure, or at a loop's board, while its screen is open; answers who else does. */
export function useLooking(id: string): readonly string[] {
  const { presence, look } = useWorkspace();
  useEffect(() => {
    look(id);
    return () => look(null);
  }, [id, look]);
  return presence?.subjectId === id ? presence.people : [];
}

/** Whether I act for the circle: make records, publish, judge, close. The server judges anew. */
export function actsForCircle({ frame }: Pick<WorkspaceValue, 'frame'>): boolean {
  return frame.me.role === 'CIRCLE' || frame.me.role === 'ADMINISTRATOR';
}

/** Keys of the cache; all of one programme begin alike, so that they can be told to be old at once. */
export const keys = {
  all: (slug: string) => ['workspace', slug] as const,
  frame: (slug: string) => ['workspace', slug, 'frame'] as const,
  board: (slug: string, loop: number) => ['workspace', slug, 'board', loop] as const,
  loop: (slug: string, number: number) => ['workspace', slug, 'loop', number] as const,
  measure: (slug: string, id: string) => ['workspace', slug, 'measure', id] as const,
  call: (slug: string, key: string) => ['workspace', slug, 'call', key] as const,
  applicants: (slug: string, key: string) => ['workspace', slug, 'applicants', key] as const,
  list: (slug: string, name: string) => ['workspace', slug, 'list', name] as const,
};
