import { useEffect, useState, type ReactElement } from 'react';
import { baseAddress } from '../addresses.js';
import { isSignedIn } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { Dialog } from '../parts/dialog.js';
import { resumeSession, sessionChannel, useSessionEnded } from './session.js';

/** Where a sign-in in another tab ends, within the programme that is open here. */
function signInAddress(language: 'de' | 'en'): string {
  const slug = decodeURIComponent(location.pathname.split('/')[3] ?? '');
  const home = slug === '' ? `/workspace/${language}` : `${baseAddress(language, slug)}/signed-in`;
  return `/sign-in?return=${encodeURIComponent(home)}`;
}

/** Asks to sign in again, in another tab, so that this one keeps what was typed; goes on by itself afterwards. */
export function SessionDialog(): ReactElement | null {
  const language = useLanguage();
  const t = useWords();
  const ended = useSessionEnded();
  const [stillOut, setStillOut] = useState(false);
  useEffect(() => {
    if (!ended) return;
    setStillOut(false);
    const look = (): void => {
      void isSignedIn().then(
        (is) => is && resumeSession(),
        () => undefined,
      );
    };
    sessionChannel.addEventListener('message', look);
    window.addEventListener('focus', look);
    return () => {
      sessionChannel.removeEventListener('message', look);
      window.removeEventListener('focus', look);
    };
  }, [ended]);
  if (!ended) return null;
  return (
    <Dialog title={t('workspace.session.title')} onClose={() => undefined} locked>
      <p>{t('workspace.session.text')}</p>
      <div className="ws-actions">
        <a
          className="ws-btn ws-btn--main"
          href={signInAddress(language)}
          target="_blank"
          rel="noopener"
        >
          {t('workspace.session.signIn')}
          <span className="kern-sr-only"> {t('workspace.newTab')}</span>
        </a>
        <button
          className="ws-btn"
          type="button"
          onClick={() => {
            void isSignedIn()
              .catch(() => false)
              .then((is) => (is ? resumeSession() : setStillOut(true)));
          }}
        >
          {t('workspace.session.goOn')}
        </button>
      </div>
      <p role="status">{stillOut ? t('workspace.session.stillOut') : null}</p>
    </Dialog>
  );
}
