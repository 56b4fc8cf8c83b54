import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { ask, ClientError } from '../graphql/client.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { MeasureAnswer, MeasureData } from './measure-query.js';
import type { WriteOutcome } from './outcome-note.js';

/** A write's own input; what every write carries is added when it is sent. */
export type OwnInput<Input> = Omit<Input, 'measureId' | 'version' | 'requestId'>;
type Write<Input> = TadaDocumentNode<Readonly<Record<string, MeasureAnswer>>, { input: Input }>;
type Common = { measureId: string; version: number; requestId?: string | null };

export type MeasureWrites = {
  readonly busy: boolean;
  readonly send: <Input extends Common>(
    document: Write<Input>,
    input: OwnInput<Input>,
  ) => Promise<WriteOutcome>;
};

/** Writes to one measure go one after the other, so that each names the version that the one before has left. */
const lines = new Map<string, Promise<unknown>>();

function inLine<Value>(measureId: string, work: () => Promise<Value>): Promise<Value> {
  const before = lines.get(measureId) ?? Promise.resolve();
  const mine = before.then(work, work);
  lines.set(measureId, mine);
  return mine;
}

function versionOf(client: QueryClient, slug: string, measureId: string): number {
  const data = client.getQueryData<MeasureData>(keys.measure(slug, measureId));
  return data?.workspace?.measure?.version ?? 0;
}

/** Sends writes to a measure; what comes back is shown at once, and everything else of the programme is read anew. */
export function useMeasureWrites(measureId: string): MeasureWrites {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [under, setUnder] = useState(0);
  const key = keys.measure(slug, measureId);

  const sendNow = async <Input extends Common>(
    document: Write<Input>,
    own: OwnInput<Input>,
  ): Promise<WriteOutcome> => {
    const input = {
      ...own,
      measureId,
      version: versionOf(client, slug, measureId),
      requestId: crypto.randomUUID(),
    } as unknown as Input;
    try {
      const [answer] = Object.values(await ask(document, { input }));
      if (answer === undefined) return { kind: 'FAILED', problem: 'FAILED' };
      if (answer.__typename !== 'WorkspaceMeasure') {
        await client.invalidateQueries({ queryKey: key });
        return { kind: 'REFUSED', refusal: answer };
      }
      if (answer.id === measureId)
        client.setQueryData<MeasureData>(key, { workspace: { measure: answer } });
      void client.invalidateQueries({ queryKey: keys.all(slug) });
      return { kind: 'DONE', shown: answer.id };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      return { kind: 'FAILED', problem: error.problem };
    }
  };

  return {
    busy: under > 0,
    send: async (document, input) => {
      setUnder((count) => count + 1);
      try {
        return await inLine(measureId, () => sendNow(document, input));
      } finally {
        setUnder((count) => count - 1);
      }
    },
  };
}
