import type { ReactElement } from 'react';
import { useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';

/** Where a sign-in in a second tab ends; the first one has heard of it and goes on. */
export default function SignedInScreen(): ReactElement {
  const t = useWords();
  const heading = useScreen(t('workspace.signedIn.title'));
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('workspace.signedIn.title')}
      </h1>
      <p className="ws-lead">{t('workspace.signedIn.text')}</p>
    </>
  );
}
