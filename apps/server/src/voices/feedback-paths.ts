import { addressOf, languages } from '#ui/addresses.js';

/** The page on which readers ask or say something of a success, in each language, as routes name it. */
export const FEEDBACK_ROUTES = languages.map((language) =>
  addressOf({ page: 'feedback', slug: 'slug', measureKey: 'key' }, language)
    .replace('/slug/', '/:slug/')
    .replace('/key/', '/:key/'),
);
