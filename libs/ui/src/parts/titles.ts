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
