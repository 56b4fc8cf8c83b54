/** A row of any table: property of its entity → value. */
export type Row = Readonly<Record<string, unknown>>;
