import { addressOf, languages } from '#ui/addresses.js';

/** The page on which the people of a success are thanked, in each language, as routes name it. */
export const THANKS_ROUTES = languages.map((language) =>
  addressOf({ page: 'thanks', slug: 'slug', measureKey: 'key' }, language)
    .replace('/slug/', '/:slug/')
    .replace('/key/', '/:key/'),
);
