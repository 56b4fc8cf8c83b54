import { useQuery } from '@tanstack/react-query';
import { Icon } from '#ui/parts/icon.js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useWords } from '../language.js';
import { NewMeasureDialog } from '../measures/new-measure-dialog.js';
import { Dialog } from '../parts/dialog.js';
import { Failure, Loading } from '../parts/states.js';
import { showToast } from '../parts/toasts.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { QUESTIONS } from './board-query.js';

/** Begins a measure of the loop; the new card takes the focus. For the circle. */
export function AddMeasure({ loop }: { readonly loop: number }): ReactElement {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const made = useRef<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open || made.current === null) return;
    // The dialog has given the focus back; whoever has gone on since isn't called away.
    const card = document.querySelector<HTMLElement>(`[data-card="${made.current}"] a`);
    if (document.activeElement !== opener.current) made.current = null;
    else if (card !== null) {
      made.current = null;
      card.focus();
    }
    // Else the card comes with a later answer, unless a filter hides it.
  });
  return (
    <>
      <button ref={opener} className="ws-btn ws-add" type="button" onClick={() => setOpen(true)}>
        <Icon name="add" small />
        {t('newMeasure.add')}
      </button>
      {open ? (
        <Opened loop={loop} onMade={(id) => (made.current = id)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function Opened({
  loop,
  onMade,
  onClose,
}: {
  readonly loop: number;
  readonly onMade: (measureId: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, `questions of loop ${loop}`),
    queryFn: () => ask(QUESTIONS, { programme: slug, loop }),
  });
  const questions = data?.workspace?.loop?.actionFields;
  if (questions === undefined || questions.length === 0)
    return (
      <Dialog title={t('newMeasure.title')} onClose={onClose}>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : questions === undefined ? (
          <Loading />
        ) : (
          <>
            <p>{t('newMeasure.noQuestion')}</p>
            <p>
              <Link className="ws-btn" href={at.topics}>
                {t('newMeasure.toTopics')}
              </Link>
            </p>
          </>
        )}
      </Dialog>
    );
  return (
    <NewMeasureDialog
      questions={questions}
      onMade={(id, title) => {
        onMade(id);
        showToast({ text: t('newMeasure.made', { title }) });
      }}
      onClose={onClose}
    />
  );
}
