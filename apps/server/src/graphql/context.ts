import type { Request, Response } from 'express';
import type { PublishedReaders } from '../database/published-readers.js';
import type { Loaders } from './loaders.js';

/** What every resolver may ask of its request. */
export type GraphqlContext = {
  readonly req: Request;
  readonly res: Response;
  /** Who is signed in; null for an anonymous reader. */
  readonly accountId: string | null;
  /** What anyone may see: from the primary for who is signed in, so that nobody misses the own last change. */
  readonly published: PublishedReaders;
  readonly loaders: Loaders;
};
