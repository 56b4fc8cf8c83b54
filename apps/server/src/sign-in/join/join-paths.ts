import { addressOf, languages } from '#ui/addresses.js';

/** The page of a call in each language, as routes name it. */
export const JOIN_ROUTES = languages.map((language) =>
  addressOf({ page: 'join', slug: 'slug' }, language).replace('/slug/', '/:slug/'),
);
