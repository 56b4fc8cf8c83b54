/** Who else looks at a measure, by name. */
export type Presence = { readonly measureId: string; readonly people: readonly string[] };
