/** The answer to a trusted document. */
export type ReadyAnswer = {
  /** The programme whose records it shows, and no other's. */
  readonly programmeId: string;
  /** What stands under `data`, as JSON text. */
  readonly data: string;
};
