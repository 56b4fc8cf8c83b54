import type { ReactElement } from 'react';
import { messagesFor } from '../messages/translate.js';
import type { PageFrame } from '../parts/frame.js';
import { SignInFrame, signInAddress } from './sign-in-frame.js';

type Props = PageFrame & { readonly secret: string };

/** Where a link from a mail leads. Its button uses the link; programs that open every link of a mail don't. */
export function LinkPage({ secret, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = messagesFor(language);
  return (
    <SignInFrame
      {...frame}
      path="/sign-in"
      returnTo={null}
      title={t('signIn.link.title')}
      lead={t('signIn.link.text')}
    >
      <form method="post" action={signInAddress('/sign-in/link', language)}>
        <input type="hidden" name="secret" value={secret} />
        <button className="kern-btn kern-btn--primary" type="submit">
          <span className="kern-label">{t('signIn.link.go')}</span>
        </button>
      </form>
    </SignInFrame>
  );
}
