import { useQueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { ask, ClientError } from '../graphql/client.js';
import type { AnyRefusal, WriteOutcome } from '../measures/outcome-note.js';
import { keys, useWorkspace } from '../shell/workspace.js';

type Answer = { readonly __typename: string; readonly id?: string; readonly message?: string };
type Write<Input> = TadaDocumentNode<Readonly<Record<string, Answer>>, { input: Input }>;

export type RecordWrites = {
  readonly busy: boolean;
  readonly send: <Input extends { requestId?: string | null }>(
    document: Write<Input>,
    input: Omit<Input, 'requestId'>,
  ) => Promise<WriteOutcome>;
};

/** Sends writes to records other than measures and loops; what the programme shows is read anew afterwards. */
export function useRecordWrites(): RecordWrites {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    send: async (document, own) => {
      setBusy(true);
      try {
        const input = { ...own, requestId: crypto.randomUUID() } as never;
        const [answer] = Object.values(await ask(document, { input }));
        await client.invalidateQueries({ queryKey: keys.all(slug) });
        if (answer === undefined) return { kind: 'FAILED', problem: 'FAILED' };
        return answer.message === undefined
          ? { kind: 'DONE', shown: answer.id ?? '' }
          : { kind: 'REFUSED', refusal: answer as AnyRefusal };
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        return { kind: 'FAILED', problem: error.problem };
      } finally {
        setBusy(false);
      }
    },
  };
}
