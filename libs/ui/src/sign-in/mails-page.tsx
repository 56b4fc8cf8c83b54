import type { ReactElement } from 'react';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { SignInFrame } from './sign-in-frame.js';

export type MailView = {
  readonly name: string;
  readonly to: string;
  readonly text: string;
  /** The first address in the text; null for none. */
  readonly link: string | null;
};

type Props = PageFrame & { readonly mails: readonly MailView[] };

/** The mails of an installation that has no mail server, newest first: for trying out. */
export function MailsPage({ mails, ...frame }: Props): ReactElement {
  const t = messagesFor(frame.language);
  return (
    <SignInFrame
      {...frame}
      path="/sign-in/mails"
      returnTo={null}
      title={t('signIn.mails.title')}
      lead={t('signIn.mails.text')}
    >
      {mails.length === 0 ? <p>{t('signIn.mails.none')}</p> : null}
      {mails.map(({ name, to, text, link }) => (
        <article key={name} aria-labelledby={`mail-${name}`}>
          <h2 className="ls-h2" id={`mail-${name}`}>
            {t('signIn.mails.to', { to })}
          </h2>
          <pre className="ls-sign-in__mail">{text}</pre>
          {link === null ? null : (
            <a className="kern-btn kern-btn--secondary" href={link}>
              <span className="kern-label">{t('signIn.mails.open')}</span>
            </a>
          )}
        </article>
      ))}
    </SignInFrame>
  );
}
