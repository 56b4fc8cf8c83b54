import type { ReactElement } from 'react';
import { programmesAddress } from '../addresses.js';
import { ownDataMessagesFor } from '../messages/own-data.js';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { ownDataAddress } from '../own-data/own-data-frame.js';
import { SignInFrame, signInAddress, SignOutForm } from './sign-in-frame.js';

/** What a sign-in has to tell; `minutes` of a text is the life of a link, or how long to wait. */
export type NoteName =
  | 'sent'
  | 'signedOut'
  | 'nobody'
  | 'linkUsed'
  | 'linkExpired'
  | 'linkUnknown'
  | 'throttled'
  | 'personGone'
  | 'providerCancelled'
  | 'providerFailed'
  | 'providerAway';

type Props = PageFrame & {
  readonly name: NoteName;
  readonly path?: `/sign-in${string}`;
  readonly returnTo: string | null;
  readonly minutes?: number;
  readonly mailsShown?: boolean;
};

/** A page that tells one thing and shows the way on. */
export function NotePage({
  name,
  path = '/sign-in',
  returnTo,
  minutes = 0,
  mailsShown = false,
  ...frame
}: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  return (
    <SignInFrame
      {...frame}
      path={path}
      returnTo={returnTo}
      title={t(`signIn.${name}.title`)}
      lead={t(`signIn.${name}.text`, { minutes })}
    >
      {mailsShown ? (
        <p>
          <a href={signInAddress('/sign-in/mails', language)}>{t('signIn.email.mails')}</a>
        </p>
      ) : null}
      {name === 'nobody' ? (
        <>
          <p>
            <a href={ownDataAddress('', language)}>{ownDataMessagesFor(language)('title')}</a>
          </p>
          <SignOutForm language={language} />
        </>
      ) : (
        <a
          className="kern-btn kern-btn--secondary"
          href={signInAddress('/sign-in', language, returnTo)}
        >
          <span className="kern-label">{t(name === 'sent' ? 'signIn.back' : 'signIn.again')}</span>
        </a>
      )}
      <p>
        <a href={programmesAddress(language)}>{t('error.toProgrammes')}</a>
      </p>
    </SignInFrame>
  );
}
