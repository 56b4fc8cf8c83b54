import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ClientError } from '../graphql/client.js';
import { useWords } from '../language.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { Loop, LoopAnswer } from './loop-query.js';

export type LoopRefusal = Exclude<LoopAnswer, { readonly __typename: 'WorkspaceLoop' }>;

export type LoopWrite = {
  readonly busy: boolean;
  /** Why the last try failed, as a sentence; null when it didn't. */
  readonly fault: string | null;
  /** Sends; `onDone` hears of success, `onRefused` of a refusal. */
  readonly send: (
    ask: (requestId: string) => Promise<LoopAnswer>,
    then: {
      readonly onDone: (loop: Loop) => void;
      readonly onRefused?: (refusal: LoopRefusal) => void;
    },
  ) => void;
  readonly reset: () => void;
};

/** One write to a loop at a time. After a failure on the way the same request is sent again: it does its work once. */
export function useLoopWrite(): LoopWrite {
  const t = useWords();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const requestId = useRef<string | null>(null);
  const mutation = useMutation({
    mutationFn: (ask: (requestId: string) => Promise<LoopAnswer>) =>
      ask((requestId.current ??= crypto.randomUUID())),
    onSuccess: () => {
      requestId.current = null;
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.all(slug) }),
  });
  const { data, error } = mutation;
  const refused = data !== undefined && data.__typename !== 'WorkspaceLoop' ? data : null;
  return {
    busy: mutation.isPending,
    fault: error
      ? t(`workspace.problem.${error instanceof ClientError ? error.problem : 'FAILED'}.text`)
      : (refused?.message ?? null),
    send: (ask, { onDone, onRefused }) =>
      mutation.mutate(ask, {
        onSuccess: (answer) => {
          if (answer.__typename === 'WorkspaceLoop') onDone(answer);
          else onRefused?.(answer);
        },
      }),
    reset: () => {
      requestId.current = null;
      mutation.reset();
    },
  };
}
