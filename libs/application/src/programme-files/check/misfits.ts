import type { FilePath } from '../file-path.js';
import type { ProgrammeFile } from '../programme-file.js';

/** Something that is wrong at a place of the file. */
export type Misfit = { readonly path: FilePath; readonly reason: string };

type KeyedList =
  'units' | 'goals' | 'people' | 'topics' | 'actionFields' | 'measures' | 'decisions';

/** Gathers what doesn't fit together in a file. */
export class Misfits {
  readonly all: Misfit[] = [];
  readonly #known = new Map<KeyedList, ReadonlySet<string>>();

  constructor(readonly file: ProgrammeFile) {
    for (const list of [
      'units',
      'goals',
      'people',
      'topics',
      'actionFields',
      'measures',
      'decisions',
    ] as const)
      this.#known.set(
        list,
        this.keysOf(file[list] ?? [], (at) => [list, at]),
      );
  }

  say(path: FilePath, reason: string): void {
    this.all.push({ path, reason });
  }

  /** The keys of some items, each of which may stand there once. */
  keysOf(
    items: readonly { readonly key: string }[],
    pathOf: (at: number) => FilePath,
  ): ReadonlySet<string> {
    const seen = new Set<string>();
    items.forEach(({ key }, at) => {
      if (seen.has(key))
        this.say([...pathOf(at), 'key'], `the key ${key} stands here a second time`);
      seen.add(key);
    });
    return seen;
  }

  /** A key that has to lead somewhere. */
  refer(path: FilePath, list: KeyedList, key: string | undefined): void {
    if (key !== undefined && !this.#known.get(list)?.has(key))
      this.say(path, `${key} is not a key of ${list} in this file`);
  }

  /** Keys that have to lead somewhere, none of them twice. */
  referAll(
    path: FilePath,
    list: KeyedList,
    keys: readonly string[] | undefined = [],
    twice: string,
  ): void {
    keys.forEach((key, at) => this.refer([...path, at], list, key));
    if (new Set(keys).size !== keys.length) this.say(path, twice);
  }

  /** A field that has to be there in one state, and in no other. */
  goWith(
    path: FilePath,
    isState: boolean,
    field: unknown,
    reasons: { readonly only: string; readonly missing: string },
  ): void {
    if (isState === (field !== undefined)) return;
    this.say(path, isState ? reasons.missing : reasons.only);
  }
}
