import { createHash } from 'node:crypto';

/** The mark of a content; weak, because the same content goes in several encodings. */
export function etagOf(content: string | Buffer): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}
