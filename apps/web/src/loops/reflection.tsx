import { type ReactElement } from 'react';
import { useWords } from '../language.js';
import { SavedText } from '../measures/saved-text.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import type { Loop } from './loop-query.js';
import { useLoopEdit } from './loop-edit.js';

/** What was learned in the loop; the circle writes it until the loop is closed. It saves itself. */
export function Reflection({ loop }: { readonly loop: Loop }): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { edit } = useLoopEdit(loop.id);
  const saved = loop.reflection ?? '';
  const editable = actsForCircle(workspace) && loop.stage !== 'CLOSED';
  return (
    <section className="ws-sec" aria-labelledby="reflection">
      <h2 id="reflection">{t('loopPage.reflection')}</h2>
      {editable ? (
        <SavedText
          name={`loop:${loop.id}:reflection`}
          labelledBy="reflection"
          hint={t('loopPage.reflectionHint')}
          saved={saved}
          version={loop.version}
          rows={6}
          onSave={(text, seen) => edit({ reflection: text.trim() === '' ? null : text }, seen)}
        />
      ) : (
        <p className={saved === '' ? 'ls-muted' : 'ws-reflection'}>
          {saved === '' ? t('loopPage.reflectionEmpty') : saved}
        </p>
      )}
    </section>
  );
}
