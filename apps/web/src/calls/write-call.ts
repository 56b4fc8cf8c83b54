import { useQueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import type { WriteOutcome } from '../forms/outcome-note.js';
import { afterOwn, inTurn } from '../forms/own-versions.js';
import { useRecordWrites } from '../forms/write-record.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { Call, CallAnswer, CallData } from './call-query.js';

type Common = { callId: string; version: number; requestId?: string | null };

export type CallWrites = {
  readonly busy: boolean;
  readonly send: <Input extends Common>(
    document: TadaDocumentNode<Readonly<Record<string, CallAnswer>>, { input: Input }>,
    own: Omit<Input, keyof Common>,
    seen?: number,
  ) => Promise<WriteOutcome>;
};

/** Sends writes to a call, each under the version that its writer saw; left out, the one that was read last. */
export function useCallWrites({
  id,
  key,
  version,
}: Pick<Call, 'id' | 'key' | 'version'>): CallWrites {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const { busy, send } = useRecordWrites();
  return {
    busy,
    send: (document, own, seen) =>
      inTurn(id, () => {
        // What has been read may be newer than what was rendered last.
        const read = client.getQueryData<CallData>(keys.call(slug, key))?.workspace?.call?.version;
        const named = afterOwn(id, seen ?? read ?? version);
        return send(document, { ...own, callId: id, version: named } as never);
      }),
  };
}
