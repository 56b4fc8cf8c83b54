import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import { ask, ClientError } from '../graphql/client.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { MeasureAnswer, MeasureData } from './measure-query.js';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { afterOwn, inTurn, keepOwn } from '../forms/own-versions.js';
import { useUnanswered } from '../forms/unanswered.js';

/** A write's own input; what every write carries is added when it is sent. */
export type OwnInput<Input> = Omit<Input, 'measureId' | 'version' | 'requestId'>;
type Write<Input> = TadaDocumentNode<Readonly<Record<string, MeasureAnswer>>, { input: Input }>;
type Common = { measureId: string; version: number; requestId?: string | null };

export type MeasureWrites = {
  readonly busy: boolean;
  /** `seen` is the version that the writer saw; left out, that of the moment: right for what overwrites nothing. */
  readonly send: <Input extends Common>(
    document: Write<Input>,
    input: OwnInput<Input>,
    seen?: number,
  ) => Promise<WriteOutcome>;
};

function versionOf(client: QueryClient, slug: string, measureId: string): number {
  const data = client.getQueryData<MeasureData>(keys.measure(slug, measureId));
  return data?.workspace?.measure?.version ?? 0;
}

/** Sends writes to a measure; what comes back is shown at once, and everything else of the programme is read anew. */
export function useMeasureWrites(measureId: string): MeasureWrites {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [under, setUnder] = useState(0);
  const unanswered = useUnanswered();
  const key = keys.measure(slug, measureId);

  const sendNow = async <Input extends Common>(
    document: Write<Input>,
    own: OwnInput<Input>,
    seen: number | undefined,
  ): Promise<WriteOutcome> => {
    const version = afterOwn(measureId, seen ?? versionOf(client, slug, measureId));
    const input = unanswered.inputOf(document, { ...own, measureId, version });
    try {
      const [answer] = Object.values(await ask(document, { input: input as unknown as Input }));
      unanswered.answered(input);
      if (answer === undefined) return { kind: 'FAILED', problem: 'FAILED' };
      if (answer.__typename !== 'WorkspaceMeasure') {
        await client.invalidateQueries({ queryKey: key });
        return { kind: 'REFUSED', refusal: answer };
      }
      if (answer.id === measureId) {
        keepOwn(measureId, input.version, answer.version);
        client.setQueryData<MeasureData>(key, { workspace: { measure: answer } });
      }
      void client.invalidateQueries({ queryKey: keys.all(slug) });
      return { kind: 'DONE', shown: answer.id, version: answer.version };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      return { kind: 'FAILED', problem: error.problem };
    }
  };

  return {
    busy: under > 0,
    send: async (document, input, seen) => {
      setUnder((count) => count + 1);
      try {
        return await inTurn(measureId, () => sendNow(document, input, seen));
      } finally {
        setUnder((count) => count - 1);
      }
    },
  };
}
