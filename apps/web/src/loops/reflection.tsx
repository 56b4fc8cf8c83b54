import { useId, useState, type ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { useDraft } from '../parts/draft.js';
import { showToast } from '../parts/toasts.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { EDIT_LOOP, type Loop } from './loop-query.js';
import { useLoopWrite } from './write-loop.js';

/** What was learned in the loop; the circle writes it until the loop is closed. */
export function Reflection({ loop }: { readonly loop: Loop }): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const hint = useId();
  const saved = loop.reflection ?? '';
  const draft = useDraft(`loop:${loop.id}:reflection`, saved);
  const write = useLoopWrite();
  /** What somebody else has written meanwhile; null while nobody has. */
  const [theirs, setTheirs] = useState<string | null>(null);
  const editable = actsForCircle(workspace) && loop.stage !== 'CLOSED';
  const save = (): void =>
    write.send(
      async (requestId) =>
        (
          await ask(EDIT_LOOP, {
            input: {
              loopId: loop.id,
              version: loop.version,
              reflection: draft.text.trim() === '' ? null : draft.text,
              requestId,
            },
          })
        ).editLoop,
      {
        onDone: () => {
          draft.drop();
          setTheirs(null);
          showToast({ text: t('workspace.saved') });
        },
        onRefused: ({ __typename }) => {
          if (__typename === 'StaleVersion') setTheirs(saved);
        },
      },
    );
  return (
    <section className="ws-sec" aria-labelledby="reflection">
      <h2 id="reflection">
        {t('loopPage.reflection')}
        {draft.changed ? <small>{t('loopPage.unsaved')}</small> : null}
      </h2>
      {!editable ? (
        <p className={saved === '' ? 'ls-muted' : 'ws-reflection'}>
          {saved === '' ? t('loopPage.reflectionEmpty') : saved}
        </p>
      ) : (
        <>
          <p className="ls-muted" id={hint}>
            {t('loopPage.reflectionHint')}
          </p>
          {theirs === null ? null : (
            <div className="ws-lack" role="alert">
              <p>{t('loopPage.stale')}</p>
              <p className="ws-reflection">{loop.reflection ?? t('loopPage.reflectionEmpty')}</p>
            </div>
          )}
          <textarea
            className="ws-edit"
            aria-labelledby="reflection"
            aria-describedby={hint}
            value={draft.text}
            onChange={({ target }) => draft.write(target.value)}
          />
          <div className="ws-actions">
            <button
              className="ws-btn ws-btn--main"
              type="button"
              disabled={!draft.changed || write.busy}
              onClick={save}
            >
              {t('workspace.save')}
            </button>
            <span className="ws-saved" role="status">
              {write.busy ? t('workspace.saving') : theirs === null ? write.fault : null}
            </span>
          </div>
        </>
      )}
    </section>
  );
}
