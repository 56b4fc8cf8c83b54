import { Icon } from '#ui/parts/icon.js';
import type { ReactElement } from 'react';
import { useWords } from '../language.js';

/** Says that this is a demonstration, where the server has said so in its document. It can't be closed. */
export function DemonstrationNote(): ReactElement | null {
  const t = useWords();
  const place = document.getElementById('workspace');
  if (place?.dataset['demonstration'] !== 'true') return null;
  return (
    <aside className="ws-demo" aria-label={t('workspace.demo.title')}>
      <Icon name="info" small />
      <p>
        <b>{t('workspace.demo.title')}.</b> {t('workspace.demo.text')}
      </p>
    </aside>
  );
}
