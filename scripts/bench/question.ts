/** A request as a client sends it. */
export type Question = {
  /** With the query. */
  readonly path: string;
  /** The body of a POST; null for a GET. */
  readonly body: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};
