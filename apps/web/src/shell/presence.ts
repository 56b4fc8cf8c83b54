/** Who else looks at a measure, or at the board of a loop, by name. */
export type Presence = { readonly subjectId: string; readonly people: readonly string[] };
