import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';

export function NoSuchScreen(): ReactElement {
  const t = useWords();
  const heading = useScreen(t('error.404.title'));
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('error.404.title')}
      </h1>
      <p className="ws-lead">{t('workspace.noSuchScreen')}</p>
      <p>
        <Link className="ws-btn" href="/">
          {t('workspace.toBoard')}
        </Link>
      </p>
    </>
  );
}
