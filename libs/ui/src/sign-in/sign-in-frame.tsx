import type { ReactElement, ReactNode } from 'react';
import { languages } from '../addresses.js';
import { Page } from '../layout/page.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
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

type Props = PageFrame & {
  /** The page's own path, for the switch of languages. */
  readonly path: `/sign-in${string}`;
  readonly returnTo: string | null;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
};

/** What all pages of the sign-in share; search engines never list them. */
export function SignInFrame({
  path,
  returnTo,
  title,
  lead,
  children,
  ...frame
}: Props): ReactElement {
  const { language } = frame;
  const paths = Object.fromEntries(
    languages.map((one) => [one, signInAddress(path, one, returnTo)]),
  ) as Record<Language, string>;
  return (
    <Page
      {...frame}
      paths={paths}
      title={joinedTitle(title, null, language)}
      description={lead}
      programme={null}
      noindex
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <h1 className="ls-h1 ls-h1--question">{title}</h1>
          <p className="ls-lead">{lead}</p>
        </div>
      </div>
      <div className="ls-wrap ls-tail ls-sign-in">{children}</div>
    </Page>
  );
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
