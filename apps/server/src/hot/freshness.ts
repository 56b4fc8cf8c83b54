/** What was published at one instant. */
export type Look = {
  /** When the question was sent, on the clock that doesn't jump, in ms. */
  readonly begunAt: number;
  /** Version of what the public may see of a programme, by the programme's id. */
  readonly versions: ReadonlyMap<string, string>;
  /** All versions in one text, for what is computed from every programme. */
  readonly all: string;
};

/** Ages of a look, in ms. */
export type Patience = {
  /** Younger than this it is simply used. */
  readonly youngMs: number;
  /** From this age on it isn't used any more; between the two it is used while a new look is under way. */
  readonly usableMs: number;
};

/** Together with the sending of an answer less than the second after which nobody may see what was withdrawn. */
export const PATIENCE: Patience = { youngMs: 250, usableMs: 750 };

/**
 * Knows which versions of the programmes are published, at most `usableMs` late. It asks only when somebody wants to
 * know, and never twice at the same time. A look counts by the instant at which it was begun: what was committed
 * before that, it has seen. After a look that failed the one before counts no more, so that a server which has lost
 * its database can't go on to show what was withdrawn (docs/adr/0017).
 */
export class Freshness {
  #last: Look | null = null;
  #underWay: Promise<Look> | null = null;

  constructor(
    private readonly read: () => Promise<ReadonlyMap<string, string>>,
    private readonly patience: Patience = PATIENCE,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The last look; null when it is too old and a new one must be waited for. */
  get last(): Look | null {
    if (this.#last === null) return null;
    const age = this.#ageOf(this.#last);
    if (age >= this.patience.usableMs) return null;
    if (age >= this.patience.youngMs && this.#underWay === null)
      this.#begin().catch(() => undefined);
    return this.#last;
  }

  /** A look that counts now. Rejects when the database doesn't answer. */
  async look(): Promise<Look> {
    if (this.last !== null) return this.last;
    if (this.#underWay !== null) {
      const look = await this.#underWay;
      // It was begun before this question came, perhaps too long before.
      if (this.#ageOf(look) < this.patience.usableMs) return look;
    }
    // One that is under way by now was begun after the question, and counts however long it takes.
    return this.#underWay ?? this.#begin();
  }

  /** Whether an answer may still go out that was computed after this look. */
  isUsable(look: Look): boolean {
    return this.#ageOf(look) < this.patience.usableMs;
  }

  /** Called after a commit of this server, whose author must see it at once: no look begun before counts any more. */
  forget(): void {
    this.#last = null;
    this.#underWay = null;
  }

  #ageOf(look: Look): number {
    return this.now() - look.begunAt;
  }

  #begin(): Promise<Look> {
    const begunAt = this.now();
    const ended = (last: Look | null): void => {
      // One that was forgotten meanwhile leaves no trace.
      if (this.#underWay !== underWay) return;
      this.#last = last;
      this.#underWay = null;
    };
    const underWay = this.read().then(
      (versions) => {
        const look = lookOf(begunAt, versions);
        ended(look);
        return look;
      },
      (error: unknown) => {
        ended(null);
        throw error;
      },
    );
    this.#underWay = underWay;
    return underWay;
  }
}

function lookOf(begunAt: number, versions: ReadonlyMap<string, string>): Look {
  let all: string | null = null;
  return {
    begunAt,
    versions,
    // Seldom asked for, and as long as there are programmes.
    get all() {
      return (all ??= [...versions].sort(([one], [other]) => (one < other ? -1 : 1)).join());
    },
  };
}
