import type { PageFrame } from '#ui/parts/frame.js';
import type { Language } from '#ui/views.js';
import type { Site } from '../http/site.js';

/** What every page is told about this installation. */
export function frameOf(site: Site, language: Language): PageFrame {
  return {
    language,
    origin: site.origin,
    stylesheet: site.assets.stylesheet,
    font: site.assets.font,
  };
}
