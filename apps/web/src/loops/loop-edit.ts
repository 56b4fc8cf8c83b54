import type { WriteOutcome } from '../forms/outcome-note.js';
import { afterOwn, inTurn } from '../forms/own-versions.js';
import { useRecordWrites } from '../forms/write-record.js';
import type { VariablesOf } from '../graphql/graphql.js';
import { EDIT_LOOP } from './loop-query.js';

type Changed = Omit<VariablesOf<typeof EDIT_LOOP>['input'], 'loopId' | 'version' | 'requestId'>;

/** Changes a loop, under the version of it that was seen. */
export function useLoopEdit(loopId: string): {
  readonly busy: boolean;
  readonly edit: (changed: Changed, seen: number) => Promise<WriteOutcome>;
} {
  const { busy, send } = useRecordWrites();
  return {
    busy,
    edit: (changed, seen) =>
      inTurn(loopId, () =>
        send(EDIT_LOOP, { ...changed, loopId, version: afterOwn(loopId, seen) }),
      ),
  };
}
