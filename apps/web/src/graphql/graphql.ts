import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

type Setup = {
  introspection: introspection;
  disableMasking: true;
  scalars: {
    /** YYYY-MM-DD */
    LocalDay: string;
    /** Instant, UTC, ISO 8601 */
    DateTime: string;
    ID: string;
  };
};

/** A document as it is sent: its own text and the texts of the fragments that it names. */
type Parts = { readonly parts: readonly string[] };

const collect = (text: string, fragments: readonly Parts[] = []): Parts => ({
  parts: [...new Set([text, ...fragments.flatMap(({ parts }) => parts)])],
});

/**
 * A query, mutation or fragment. Variables and answer get their types from schema.graphql; at run time it is
 * nothing but text, so that no parser has to be loaded.
 */
export const graphql = collect as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

/** The text of a document to send; each fragment stands in it once. */
export function textOf(document: unknown): string {
  return (document as Parts).parts.join('\n');
}

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
