import type { ComponentProps, ReactElement } from 'react';
import { languages } from '../addresses.js';
import { PlainPage } from '../layout/plain-page.js';
import { messagesFor } from '../messages/translate.js';
import type { Language } from '../views.js';

/** A path of the sign-in with the language, and with where to go afterwards when that isn't the default. */
export function signInAddress(
  path: `/sign-in${string}` | '/sign-out',
  language: Language,
  returnTo: string | null = null,
): string {
  const query = new URLSearchParams({ lang: language });
  if (returnTo !== null) query.set('return', returnTo);
  return `${path}?${query.toString()}`;
}

type Props = Omit<ComponentProps<typeof PlainPage>, 'paths'> & {
  /** The page's own path, for the switch of languages. */
  readonly path: `/sign-in${string}`;
  readonly returnTo: string | null;
};

/** What all pages of the sign-in share. */
export function SignInFrame({ path, returnTo, ...page }: Props): ReactElement {
  const paths = Object.fromEntries(
    languages.map((one) => [one, signInAddress(path, one, returnTo)]),
  ) as Record<Language, string>;
  return <PlainPage {...page} paths={paths} />;
}

/** Ends the session; a form, because a link could be followed by accident or from another site. */
export function SignOutForm({ language }: { readonly language: Language }): ReactElement {
  return (
    <form method="post" action={signInAddress('/sign-out', language)}>
      <button className="kern-btn kern-btn--secondary" type="submit">
        <span className="kern-label">{messagesFor(language)('signIn.out')}</span>
      </button>
    </form>
  );
}
