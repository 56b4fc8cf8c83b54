import type { Language } from '#ui/views.js';

const part = encodeURIComponent;

/** Paths of the workspace; each begins with a slash. */
export const workspacesAddress = (language: Language): string => `/workspace/${language}`;

export const baseAddress = (language: Language, slug: string): string =>
  `${workspacesAddress(language)}/${part(slug)}`;

/** Paths below the base of one programme, as the router sees them. */
export const at = {
  board: (loop: number): string => `/board/${loop}`,
  loops: '/loops',
  loop: (number: number): string => `/loops/${number}`,
  measure: (id: string, anchor = ''): string =>
    `/measures/${part(id)}${anchor === '' ? '' : `#${anchor}`}`,
  topics: '/topics',
  decisions: '/decisions',
  ideas: '/ideas',
  people: '/people',
  voices: '/voices',
  calls: '/calls',
  call: (key: string, anchor = ''): string =>
    `/calls/${part(key)}${anchor === '' ? '' : `#${anchor}`}`,
  applicants: (key: string): string => `/calls/${part(key)}/applications`,
  duties: '/duties',
  programme: '/programme',
  mail: '/mail',
  undelivered: '/undelivered',
} as const;

/** The language that a path of the workspace names, or null. */
export function languageIn(path: string): Language | null {
  const named = path.split('/')[2];
  return named === 'de' || named === 'en' ? named : null;
}

/** The same page in another language. */
export function inLanguage(address: string, language: Language): string {
  return address.replace(/^\/workspace\/(de|en)(?=$|[/?#])/, workspacesAddress(language));
}
