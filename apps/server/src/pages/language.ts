import type { Request } from 'express';
import { languages } from '#ui/addresses.js';
import type { Language } from '#ui/views.js';

/** The language that an address names, else the one that the browser prefers, else German. */
export function languageOf(request: Request): Language {
  const named = languages.find(
    (one) => request.path === `/${one}` || request.path.startsWith(`/${one}/`),
  );
  if (named) return named;
  const preferred = request.acceptsLanguages([...languages]);
  return languages.find((one) => one === preferred) ?? 'de';
}
