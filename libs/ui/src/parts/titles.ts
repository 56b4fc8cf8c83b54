import { plainText } from '../markdown.js';
import { messagesFor } from '../messages/translate.js';
import type { Language, ProgrammeView } from '../views.js';

/** "Erfolge – programme": what stands in the browser's tab. */
export function joinedTitle(
  page: string,
  programme: ProgrammeView | null,
  language: Language,
): string {
  const t = messagesFor(language);
  return t('title.joined', { page, site: programme ? programme.title.text : t('site.name') });
}

/** Length from which a title is set smaller, in characters. */
const long = 90;

/** Classes of a page's heading; a long one is smaller, so that it doesn't fill the screen. */
export const headingClass = (title: string): string =>
  title.length > long ? 'ls-h1 ls-h1--question' : 'ls-h1';

const letter = /[\p{L}\p{N}]/u;

/**
 * Whether a text (Markdown) begins with a title, as it does where history was recorded from running text: what the
 * reader is about to read needn't be said twice. A cut title ends with "…".
 */
export function beginsWith(text: string, title: string): boolean {
  const start = plainText(title)
    .replace(/[\s.:…]+$/, '')
    .toLowerCase();
  const words = plainText(text).toLowerCase();
  return start !== '' && words.startsWith(start) && !letter.test(words.charAt(start.length));
}
