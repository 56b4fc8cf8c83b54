import type { FilterView, Language } from './views.js';

/** A public page or feed, apart from the language it is read in. */
export type Place =
  | { readonly page: 'programmes' }
  | {
      readonly page:
        | 'successes'
        | 'loops'
        | 'join'
        | 'ideas'
        | 'accessibility'
        | 'easy'
        | 'privacy'
        | 'atom'
        | 'json';
      readonly slug: string;
    }
  | {
      readonly page: 'success' | 'feedback' | 'thanks';
      readonly slug: string;
      readonly measureKey: string;
    }
  | { readonly page: 'loop'; readonly slug: string; readonly number: number }
  | { readonly page: 'topic'; readonly slug: string; readonly key: string };

type Word =
  | 'successes'
  | 'loops'
  | 'topics'
  | 'join'
  | 'ideas'
  | 'accessibility'
  | 'easy'
  | 'privacy'
  | 'feedback'
  | 'thanks';

const words: Record<Language, Record<Word, string>> = {
  de: {
    successes: 'erfolge',
    loops: 'schleifen',
    topics: 'themen',
    join: 'mitmachen',
    ideas: 'ideen',
    accessibility: 'barrierefreiheit',
    easy: 'leichte-sprache',
    privacy: 'datenschutz',
    feedback: 'rueckmeldung',
    thanks: 'danke',
  },
  en: {
    successes: 'successes',
    loops: 'loops',
    topics: 'topics',
    join: 'join',
    ideas: 'ideas',
    accessibility: 'accessibility',
    easy: 'easy-read',
    privacy: 'privacy',
    feedback: 'feedback',
    thanks: 'thanks',
  },
};

export const languages = ['de', 'en'] as const satisfies readonly Language[];

const part = encodeURIComponent;

/** The path of a place, beginning with a slash, without origin. */
export function addressOf(place: Place, language: Language): string {
  const root = `/${language}/`;
  if (place.page === 'programmes') return root;
  const base = root + part(place.slug);
  const word = words[language];
  switch (place.page) {
    case 'successes':
    case 'loops':
    case 'join':
    case 'ideas':
    case 'accessibility':
    case 'easy':
    case 'privacy':
      return `${base}/${word[place.page]}`;
    case 'atom':
    case 'json':
      return `${base}/${word.successes}.${place.page}`;
    case 'success':
      return `${base}/${word.successes}/${part(place.measureKey)}`;
    case 'feedback':
    case 'thanks':
      return `${base}/${word.successes}/${part(place.measureKey)}/${word[place.page]}`;
    case 'loop':
      return `${base}/${word.loops}/${place.number}`;
    case 'topic':
      return `${base}/${word.topics}/${part(place.key)}`;
  }
}

export const programmesAddress = (language: Language): string =>
  addressOf({ page: 'programmes' }, language);
export const successesAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'successes', slug }, language);
export const successAddress = (slug: string, measureKey: string, language: Language): string =>
  addressOf({ page: 'success', slug, measureKey }, language);
export const feedbackAddress = (slug: string, measureKey: string, language: Language): string =>
  addressOf({ page: 'feedback', slug, measureKey }, language);
export const thanksAddress = (slug: string, measureKey: string, language: Language): string =>
  addressOf({ page: 'thanks', slug, measureKey }, language);
export const loopsAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'loops', slug }, language);
export const loopAddress = (slug: string, number: number, language: Language): string =>
  addressOf({ page: 'loop', slug, number }, language);
export const topicAddress = (slug: string, key: string, language: Language): string =>
  addressOf({ page: 'topic', slug, key }, language);
export const joinAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'join', slug }, language);
export const ideasAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'ideas', slug }, language);
export const atomAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'atom', slug }, language);
export const jsonAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'json', slug }, language);
export const accessibilityAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'accessibility', slug }, language);
export const easyAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'easy', slug }, language);
export const privacyAddress = (slug: string, language: Language): string =>
  addressOf({ page: 'privacy', slug }, language);

/** The paths of one place in all languages. */
export function pathsOf(place: Place): Record<Language, string> {
  return { de: addressOf(place, 'de'), en: addressOf(place, 'en') };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A malformed escape is an address of nothing.
    return null;
  }
}

/** What a path stands for; null for a path that is no public page. */
export function readAddress(
  path: string,
): { readonly language: Language; readonly place: Place } | null {
  const [empty, first, ...rest] = path.split('/');
  const language = languages.find((one) => one === first);
  if (empty !== '' || language === undefined) return null;
  const found = (place: Place): { language: Language; place: Place } => ({ language, place });
  if (rest.length === 0 || (rest.length === 1 && rest[0] === ''))
    return found({ page: 'programmes' });

  const [slugPart = '', wordPart, keyPart, below, ...more] = rest;
  const slug = decoded(slugPart);
  if (!slug || wordPart === undefined || more.length > 0) return null;
  const word = words[language];
  if (keyPart === undefined) {
    switch (wordPart) {
      case word.successes:
        return found({ page: 'successes', slug });
      case word.loops:
        return found({ page: 'loops', slug });
      case word.join:
        return found({ page: 'join', slug });
      case word.ideas:
        return found({ page: 'ideas', slug });
      case word.accessibility:
        return found({ page: 'accessibility', slug });
      case word.easy:
        return found({ page: 'easy', slug });
      case word.privacy:
        return found({ page: 'privacy', slug });
      case `${word.successes}.atom`:
        return found({ page: 'atom', slug });
      case `${word.successes}.json`:
        return found({ page: 'json', slug });
      default:
        return null;
    }
  }
  const key = decoded(keyPart);
  if (!key) return null;
  if (below !== undefined) {
    const page = (['feedback', 'thanks'] as const).find((one) => word[one] === below);
    return wordPart === word.successes && page !== undefined
      ? found({ page, slug, measureKey: key })
      : null;
  }
  if (wordPart === word.successes) return found({ page: 'success', slug, measureKey: key });
  if (wordPart === word.topics) return found({ page: 'topic', slug, key });
  if (wordPart === word.loops && /^[1-9]\d{0,5}$/.test(key))
    return found({ page: 'loop', slug, number: Number(key) });
  return null;
}

/** The same page in another language, with its query; the other language's index for a path that is no public page. */
export function sameInOtherLanguage(address: string, to: Language): string {
  const [beforeHash = ''] = address.split('#', 1);
  const at = beforeHash.indexOf('?');
  const path = at < 0 ? beforeHash : beforeHash.slice(0, at);
  const query = at < 0 ? '' : beforeHash.slice(at);
  const read = readAddress(path);
  return read ? addressOf(read.place, to) + query : programmesAddress(to);
}

/** Names of the query's parameters on the successes page; the same in all languages. */
export const parameters = {
  search: 'q',
  loop: 'loop',
  phase: 'phase',
  topic: 'topic',
  goal: 'goal',
  unit: 'unit',
  after: 'after',
} as const;

/** The query of a filtered successes page with its question mark; empty when nothing is filtered. */
export function queryOf(filter: FilterView, after: string | null = null): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') query.set(name, String(value));
  };
  put(parameters.search, filter.search);
  put(parameters.loop, filter.loop);
  put(parameters.phase, filter.phase);
  put(parameters.topic, filter.topic);
  put(parameters.goal, filter.goal);
  put(parameters.unit, filter.unit);
  put(parameters.after, after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
