import type { Request, Response } from 'express';
import type { Loaders } from './loaders.js';

/** What every resolver may ask of its request. */
export type GraphqlContext = {
  readonly req: Request;
  readonly res: Response;
  /** Who is signed in; null for an anonymous reader. */
  readonly accountId: string | null;
  readonly loaders: Loaders;
};
