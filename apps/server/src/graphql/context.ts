import type { Request, Response } from 'express';
import type { Loaders } from './loaders.js';

/** What every resolver may ask of its request. */
export type GraphqlContext = {
  readonly req: Request;
  readonly res: Response;
  readonly loaders: Loaders;
};
