import type { ReactElement, ReactNode } from 'react';
import type { PageFrame } from '../parts/frame.js';
import { joinedTitle } from '../parts/titles.js';
import type { Language } from '../views.js';
import { Page } from './page.js';

type Props = PageFrame & {
  /** Its path in each language; null where it has one for all. */
  readonly paths: Readonly<Record<Language, string>> | null;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
};

/** A page of no programme that says or asks one thing; search engines never list it. */
export function PlainPage({ title, lead, children, ...frame }: Props): ReactElement {
  return (
    <Page
      {...frame}
      title={joinedTitle(title, null, frame.language)}
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
      {children ? <div className="ls-wrap ls-tail ls-sign-in">{children}</div> : null}
    </Page>
  );
}
