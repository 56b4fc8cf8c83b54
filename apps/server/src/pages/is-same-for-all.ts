import { readAddress, type Place } from '#ui/addresses.js';
import { pathOf } from '../http/request-log.js';

/** Pages with forms know who asks. */
const WITH_FORMS: ReadonlySet<Place['page']> = new Set(['join', 'ideas', 'feedback', 'thanks']);

/** Whether everyone gets the same at this address: the public pages without forms, feeds, and the sitemap. */
export function isSameForAll(url: string): boolean {
  const path = pathOf(url);
  if (path === '/sitemap.xml') return true;
  const address = readAddress(path);
  return address !== null && !WITH_FORMS.has(address.place.page);
}
