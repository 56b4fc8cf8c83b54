import type { WebFiles } from '../workspace-app/web-files.js';
import type { Assets } from './assets.js';

/** Injection token of `Site`. */
export const SITE = Symbol('site');

/** What is the same for every page of this installation. */
export type Site = {
  /** Base of absolute addresses without a slash at its end; known once the server listens. */
  origin: string;
  readonly assets: Assets;
  /** The workspace's built files; null where they weren't built. */
  readonly web: WebFiles | null;
  /** Whether anyone may choose to be any person. */
  readonly demonstration: boolean;
};
