import { createContext, useContext, useEffect } from 'react';
import type { Frame } from './frame-query.js';
import type { Presence } from './presence.js';

export type WorkspaceValue = {
  readonly slug: string;
  readonly frame: Frame;
  /** Who else looks at the measure that is open; null where none is. */
  readonly presence: Presence | null;
  /** Tells which measure is open; see `useLooking`. */
  readonly look: (measureId: string | null) => void;
};

export const WorkspaceContext = createContext<WorkspaceValue | null>(null);

/** The programme whose workspace this is; inside of the frame only. */
export function useWorkspace(): WorkspaceValue {
  const value = useContext(WorkspaceContext);
  if (value === null) throw new Error('useWorkspace outside of the workspace');
  return value;
}

/** Tells the others that I look at a measure, as long as its screen is open; answers who else does, by name. */
export function useLooking(measureId: string): readonly string[] {
  const { presence, look } = useWorkspace();
  useEffect(() => {
    look(measureId);
    return () => look(null);
  }, [measureId, look]);
  return presence?.measureId === measureId ? presence.people : [];
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
  list: (slug: string, name: string) => ['workspace', slug, 'list', name] as const,
};
