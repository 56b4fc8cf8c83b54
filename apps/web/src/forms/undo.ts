import { useWords } from '../language.js';
import { showToast } from '../parts/toasts.js';
import type { WriteOutcome } from './outcome-note.js';

/** Says what was done, and offers to take it back; a taking back that is refused says why. */
export function useUndo(): (text: string, back: () => Promise<WriteOutcome>) => void {
  const t = useWords();
  const take = async (back: () => Promise<WriteOutcome>): Promise<void> => {
    const outcome = await back();
    if (outcome.kind === 'DONE') return showToast({ text: t('undo.done') });
    const why =
      outcome.kind === 'REFUSED'
        ? outcome.refusal.message
        : t(`workspace.problem.${outcome.problem}.text`);
    showToast({ text: `${t('move.undoFailed')} ${why}` });
  };
  return (text, back) =>
    showToast({ text, action: { label: t('workspace.undo'), run: () => void take(back) } });
}
