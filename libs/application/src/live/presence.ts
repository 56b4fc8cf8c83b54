/** Who looks at measures and boards through one server; the whole of it, so that a notice that was missed does no harm. */
export type Looking = {
  readonly server: string;
  /** Ids of people by the id of the measure, or of the board's loop, that they look at. */
  readonly lookers: Readonly<Record<string, readonly string[]>>;
};

/** Who looks at what, as the servers of one database have told. */
export class Presence {
  readonly #servers = new Map<
    string,
    { readonly lookers: Looking['lookers']; readonly at: number }
  >();

  /** `forgetMs`: a server that has told nothing for so long is taken for gone. */
  constructor(private readonly forgetMs: number) {}

  /** Takes over what a server tells; answers where somebody has come or gone. `at` is in ms. */
  heard({ server, lookers }: Looking, at: number): string[] {
    const before = this.#servers.get(server)?.lookers ?? {};
    this.#servers.set(server, { lookers, at });
    return changedOf(before, lookers);
  }

  /** Forgets the servers that have fallen silent; answers where somebody was through them. */
  forget(at: number): string[] {
    return [...this.#servers].flatMap(([server, told]) => {
      if (at - told.at < this.forgetMs) return [];
      this.#servers.delete(server);
      return Object.keys(told.lookers);
    });
  }

  /** The ids of the people who look at something, each once. */
  at(id: string): string[] {
    const ids = [...this.#servers.values()].flatMap(({ lookers }) => lookers[id] ?? []);
    return [...new Set(ids)].sort();
  }
}

function changedOf(before: Looking['lookers'], after: Looking['lookers']): string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.filter((id) => before[id]?.join() !== after[id]?.join());
}
