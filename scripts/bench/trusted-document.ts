import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Question } from './question.js';

const FOLDER = new URL('../../../apps/server/src/trusted/', import.meta.url);

/** The documents that the server trusts, by the names of their files. */
export type DocumentName = 'feed' | 'topic-history' | 'progress';
type Variables = Readonly<Record<string, unknown>>;

const textOf = (name: DocumentName): string =>
  readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');

/** A trusted document, asked for by its hash. */
export function byHash(name: DocumentName, variables: Variables): Question {
  const hash = createHash('sha256').update(textOf(name)).digest('hex');
  const query = new URLSearchParams({
    documentId: `sha256:${hash}`,
    variables: JSON.stringify(variables),
  });
  return { path: `/graphql?${query.toString()}`, body: null };
}

/** The same document as anyone's own query. */
export function asFreeQuery(name: DocumentName, variables: Variables): Question {
  return { path: '/graphql', body: JSON.stringify({ query: textOf(name), variables }) };
}
