import type { ReactElement } from 'react';
import { ownDataMessagesFor } from '../messages/own-data.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { ownDataAddress } from '../own-data/own-data-frame.js';
import type { RoleName } from './sign-in-page.js';
import { SignInFrame, SignOutForm } from './sign-in-frame.js';

export type MembershipView = {
  readonly programme: string;
  readonly title: string;
  readonly name: string;
  readonly role: RoleName;
};

type Props = PageFrame & {
  /** At least one. */
  readonly memberships: readonly MembershipView[];
  /** An own path. */
  readonly returnTo: string;
};

/** For whoever comes to the sign-in and is signed in: as whom, the way on, and the way out. */
export function SignedInPage({ memberships, returnTo, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  return (
    <SignInFrame
      {...frame}
      path="/sign-in"
      returnTo={returnTo}
      title={t('signIn.signedIn.title')}
      lead={t('signIn.signedIn.text')}
    >
      <ul className="ls-list">
        {memberships.map(({ programme, title, name, role }) => (
          <li key={programme}>
            {t('signIn.signedIn.as', { name, role: t(`role.${role}`), programme: title })}
          </li>
        ))}
      </ul>
      <a className="kern-btn kern-btn--primary" href={returnTo}>
        <span className="kern-label">{t('signIn.signedIn.go')}</span>
      </a>
      <p>
        <a href={ownDataAddress('', language)}>{ownDataMessagesFor(language)('title')}</a>
      </p>
      <SignOutForm language={language} />
    </SignInFrame>
  );
}
