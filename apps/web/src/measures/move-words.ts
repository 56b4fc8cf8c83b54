import type { WorkspaceMessageKey, WorkspaceTranslate } from '#ui/messages/workspace.js';
import { COLUMNS, type Card, type Phase } from '../board/board-query.js';

type Move = Card['availableMoves'][number];

const FORWARD = {
  PLAN: 'move.PLAN>DO',
  DO: 'move.DO>CHECK',
  CHECK: 'move.CHECK>ACT',
  ACT: 'move.ACT>DONE',
} as const satisfies Partial<Record<Phase, WorkspaceMessageKey>>;

const rank = (phase: Phase): number => COLUMNS.findIndex((one) => one === phase);

/** Whether a move takes the measure on towards its end. */
export function isForward(from: Phase, to: Phase): boolean {
  return rank(from) >= 0 && rank(to) > rank(from);
}

/** What stands on the button of a move: "…" at its end where a dialog asks for more first. */
export function moveLabel(from: Phase, to: Phase, t: WorkspaceTranslate): string {
  if (to === 'STOPPED' || to === 'CARRIED_OVER') return t(`move.${to}`);
  if (from === 'STOPPED') return t('move.resume', { phase: t(`workspace.phase.${to}`) });
  if (from === 'DONE') return t('move.reopen');
  if (isForward(from, to) && from in FORWARD) return t(FORWARD[from as keyof typeof FORWARD]);
  return t('move.back', { phase: t(`workspace.phase.${to}`) });
}

/** Who may make a move that isn't mine to make (docs/spec/pdca.md §2). */
export function whoMayMove(from: Phase, to: Phase, t: WorkspaceTranslate): string {
  if (to === 'STOPPED' || to === 'CARRIED_OVER') return t('move.may.CIRCLE');
  if (from === 'PLAN' || from === 'DO') return t('move.may.OWNER');
  return t(from === 'CHECK' ? 'move.may.CHECKER' : 'move.may.CIRCLE');
}

/** The moves of a measure as a menu offers them: onwards first, then back, then out of the round. */
export function inOrderOfMenu(card: Pick<Card, 'phase' | 'availableMoves'>): readonly Move[] {
  const weight = ({ to }: Move): number =>
    isForward(card.phase, to) ? 0 : to === 'CARRIED_OVER' ? 2 : to === 'STOPPED' ? 3 : 1;
  return card.availableMoves.toSorted((one, other) => weight(one) - weight(other));
}
