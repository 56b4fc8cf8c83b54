import { useQueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { ask, ClientError } from '../graphql/client.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { AnyRefusal, WriteOutcome } from './outcome-note.js';
import { keepOwn } from './own-versions.js';
import { useUnanswered } from './unanswered.js';

type Answer = {
  readonly __typename: string;
  readonly id?: string;
  readonly version?: number;
  readonly message?: string;
};
type Refused = { readonly message: string };
type Versioned = { readonly version?: number };

export type RecordWrites = {
  readonly busy: boolean;
  /** `onDone` hears what the server answers when it was done. */
  readonly send: <Input extends { requestId?: string | null }, One extends Answer>(
    document: TadaDocumentNode<Readonly<Record<string, One>>, { input: Input }>,
    input: Omit<Input, 'requestId'>,
    onDone?: (answer: Exclude<One, Refused>) => void,
  ) => Promise<WriteOutcome>;
};

/** Sends writes to records other than measures; what the programme shows is read anew afterwards. */
export function useRecordWrites(): RecordWrites {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const unanswered = useUnanswered();
  return {
    busy,
    send: async (document, own, onDone) => {
      setBusy(true);
      const input = unanswered.inputOf<Versioned>(document, own);
      try {
        const [answer] = Object.values(await ask(document, { input: input as never }));
        unanswered.answered(input);
        await client.invalidateQueries({ queryKey: keys.all(slug) });
        if (answer === undefined) return { kind: 'FAILED', problem: 'FAILED' };
        if (answer.message !== undefined) return { kind: 'REFUSED', refusal: answer as AnyRefusal };
        if (input.version !== undefined && answer.id !== undefined)
          keepOwn(answer.id, input.version, answer.version ?? input.version);
        onDone?.(answer as never);
        return { kind: 'DONE', shown: answer.id ?? '', version: answer.version };
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        return { kind: 'FAILED', problem: error.problem };
      } finally {
        setBusy(false);
      }
    },
  };
}
