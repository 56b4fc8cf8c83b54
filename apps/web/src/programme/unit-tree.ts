type Placed = { readonly id: string; readonly parentId: string | null };

/** A unit with the ones below it. */
export type Branch<Unit extends Placed> = {
  readonly unit: Unit;
  readonly below: readonly Branch<Unit>[];
};

/** The units as a tree, in the order in which they are listed. A unit whose parent isn't among them stands at the top. */
export function treeOf<Unit extends Placed>(units: readonly Unit[]): readonly Branch<Unit>[] {
  const ids = new Set(units.map(({ id }) => id));
  const under = (parentId: string | null): readonly Branch<Unit>[] =>
    units
      .filter((unit) => (ids.has(unit.parentId ?? '') ? unit.parentId : null) === parentId)
      .map((unit) => ({ unit, below: under(unit.id) }));
  return under(null);
}

/** Ids of a unit and of all below it: where it can't be moved to. */
export function withBelow<Unit extends Placed>(
  units: readonly Unit[],
  id: string,
): ReadonlySet<string> {
  const found = new Set([id]);
  // One round more for each level of the tree.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const unit of units) if (found.has(unit.parentId ?? '')) found.add(unit.id);
  }
  return found;
}

/** Every unit once, each behind the one that it belongs to, with how many stand above it. */
export function inOrder<Unit extends Placed>(
  units: readonly Unit[],
): readonly { readonly unit: Unit; readonly level: number }[] {
  const walk = (
    branches: readonly Branch<Unit>[],
    level: number,
  ): { readonly unit: Unit; readonly level: number }[] =>
    branches.flatMap(({ unit, below }) => [{ unit, level }, ...walk(below, level + 1)]);
  return walk(treeOf(units), 0);
}
