import type { ReactNode } from 'react';
import type { Language } from '../views.js';

/** What every page is told by the server. */
export type PageFrame = {
  readonly language: Language;
  /** Configured base address without a slash at its end, such as https://example.org. */
  readonly origin: string;
  /** Path of the stylesheet, with the hash of its content in the name. */
  readonly stylesheet: string;
  /** Path of the first font, to load it early; left out when it isn't known. */
  readonly font?: string;
  /** Keeps search engines from listing the page. */
  readonly noindex?: boolean;
  /** Stands above everything, such as the word that this is a preview. */
  readonly notice?: ReactNode;
};
