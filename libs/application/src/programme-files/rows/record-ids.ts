import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { StoredRows } from './stored-rows.js';
import type { IdOf } from './wanted-rows.js';

/** Ids of records by table and name: what is stored keeps its own, and each new one gets one. */
export function recordIds(stored: StoredRows): IdOf {
  const created = new Map<string, Map<string, string>>();
  return (kind, name) => {
    const known = stored.get(kind)?.get(name)?.['id'];
    if (typeof known === 'string') return known;
    const ofKind = created.get(kind) ?? new Map<string, string>();
    created.set(kind, ofKind);
    const id = ofKind.get(name) ?? uuidv7({ rng: randomBytes });
    ofKind.set(name, id);
    return id;
  };
}

/** Random bytes for many ids at a time: asking for those of each id costs more than all the rest of making it. */
const POOL = new Uint8Array(16 * 1_024);
let used = POOL.length;

function randomBytes(): Uint8Array {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += 16;
  return POOL.subarray(used - 16, used);
}
