/** By record and version: the version that an own write has made of it. */
const left = new Map<string, number>();
const lines = new Map<string, Promise<unknown>>();

/** The own writes to one record go one after the other. */
export function inTurn<Value>(recordId: string, work: () => Promise<Value>): Promise<Value> {
  const before = lines.get(recordId) ?? Promise.resolve();
  const mine = before.then(work, work);
  lines.set(recordId, mine);
  return mine;
}

/** The version that own writes alone have made of a seen one; what anybody else changes ends the chain. */
export function afterOwn(recordId: string, seen: number): number {
  let version = seen;
  for (;;) {
    const next = left.get(`${recordId} ${version}`);
    if (next === undefined) return version;
    version = next;
  }
}

/** Says under which version an own write was taken, and which one its answer shows: another may have come since. */
export function keepOwn(recordId: string, under: number, shown: number): void {
  if (shown > under) left.set(`${recordId} ${under}`, under + 1);
}
