import { addressOf, languages } from '#ui/addresses.js';

/** The page of ideas in each language, as routes name it. */
export const IDEAS_ROUTES = languages.map((language) =>
  addressOf({ page: 'ideas', slug: 'slug' }, language).replace('/slug/', '/:slug/'),
);
