import { PublicationReader } from '#application/published/publication-reader.js';
import type { SqlReader } from '#application/published/sql-reader.js';

/** Of each programme, by id, the version of what the public may see of it; versions only grow. */
export type Versions = ReadonlyMap<string, string>;

/** What a database holds now. */
export function readVersions(database: SqlReader): Promise<Versions> {
  return new PublicationReader(database).versions();
}

/** Whether a database that holds the one shows nothing older than the other. */
export function hasReached(held: Versions, needed: Versions): boolean {
  for (const [id, version] of needed) {
    const own = held.get(id);
    if (own === undefined || BigInt(own) < BigInt(version)) return false;
  }
  // A programme that was removed from the primary must be gone. One that is new there since the look is asked for later.
  return held.size === needed.size;
}

export function areSame(one: Versions, other: Versions): boolean {
  return one.size === other.size && [...one].every(([id, version]) => other.get(id) === version);
}
