import type { ReactElement } from 'react';
import { useMessages } from './own-words.js';
import type { Language, PhaseName } from '../views.js';

/** In the order in which a measure goes through them. */
export const phases = [
  'PLAN',
  'DO',
  'CHECK',
  'ACT',
  'DONE',
  'STOPPED',
  'CARRIED_OVER',
] as const satisfies readonly PhaseName[];

export const phaseClass: Record<PhaseName, string> = {
  PLAN: 'plan',
  DO: 'do',
  CHECK: 'check',
  ACT: 'act',
  DONE: 'done',
  STOPPED: 'stop',
  CARRIED_OVER: 'over',
};

export function PhaseBadge({
  phase,
  language,
}: {
  readonly phase: PhaseName;
  readonly language: Language;
}): ReactElement {
  return (
    <span className={`ls-phase ls-phase--${phaseClass[phase]}`}>
      {useMessages(language)(`badge.${phase}`)}
    </span>
  );
}
