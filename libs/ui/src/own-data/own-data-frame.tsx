import type { ReactElement, ReactNode } from 'react';
import { languages } from '../addresses.js';
import { Page } from '../layout/page.js';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language } from '../views.js';

/** A path of the pages of one's own data, with the language. */
export function ownDataAddress(path: '' | `/${string}`, language: Language): string {
  return `/my-data${path}?lang=${language}`;
}

type Props = PageFrame & {
  /** The page that the switch of languages leads to. */
  readonly path?: '' | '/erased';
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
};

/** What all pages of one's own data share; search engines never list them. */
export function OwnDataFrame({ path = '', title, lead, children, ...frame }: Props): ReactElement {
  const { language } = frame;
  const paths = Object.fromEntries(
    languages.map((one) => [one, ownDataAddress(path, one)]),
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
