import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** A query that the server knows and answers by its hash. */
export type TrustedDocument = {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
};

function read(file: string): TrustedDocument {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`${file} doesn't begin with an operation`);
  return { text, hash: createHash('sha256').update(text).digest('hex'), document, operation };
}

/** By name. Whoever asks by a hash goes on to do so: a changed text needs the old one beside it for a while. */
export const DOCUMENTS = {
  Feed: read('feed.graphql'),
  TopicHistory: read('topic-history.graphql'),
  Progress: read('progress.graphql'),
} as const satisfies Readonly<Record<string, TrustedDocument>>;

export type DocumentName = keyof typeof DOCUMENTS;
