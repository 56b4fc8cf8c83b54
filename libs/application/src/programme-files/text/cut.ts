/** A part of a text, from its first character up to, not including, the one after its last. */
export type Span = readonly [start: number, end: number];

/**
 * A file cut at the entries of its lists; the frame is all the rest. Pieces are read one by one, so that a long
 * file takes no more memory than its longest entry.
 */
export type Cut = {
  readonly frame: readonly Span[];
  readonly lists: ReadonlyMap<string, readonly Span[]>;
  /** What has to stand before and after an entry to make it a file of one list with one entry. */
  readonly around: (list: string) => readonly [before: string, after: string];
};

/** Gathers the entries of lists in the order of the text. */
export class Cutting {
  readonly #lists = new Map<string, Span[]>();
  readonly #frame: Span[] = [];
  #cutUpTo = 0;
  #count = 0;

  /** Entries so far. */
  get count(): number {
    return this.#count;
  }

  add(list: string, entry: Span): void {
    const [start, end] = entry;
    const entries = this.#lists.get(list) ?? [];
    this.#lists.set(list, entries);
    entries.push(entry);
    if (start > this.#cutUpTo) this.#frame.push([this.#cutUpTo, start]);
    this.#cutUpTo = end;
    this.#count += 1;
  }

  done(length: number, around: Cut['around']): Cut {
    return { frame: [...this.#frame, [this.#cutUpTo, length]], lists: this.#lists, around };
  }
}
