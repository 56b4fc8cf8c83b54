import type { Card } from '../board/board-query.js';
import type { Applicant } from './applicants-query.js';

/** Why a measure looks for someone. */
export type Seeks = 'OWNER' | 'GUIDE' | 'HELP';

const ENDED: readonly Card['phase'][] = ['DONE', 'STOPPED', 'CARRIED_OVER'];

/** What a measure looks for, by its hints; nothing once it has ended. */
export function seeks({
  phase,
  hints,
  helpWanted,
}: Pick<Card, 'phase' | 'helpWanted'> & {
  readonly hints: readonly Pick<Card['hints'][number], 'kind'>[];
}): Seeks[] {
  if (ENDED.includes(phase)) return [];
  const lacks = (kind: Card['hints'][number]['kind']): boolean =>
    hints.some((hint) => hint.kind === kind);
  return [
    ...(lacks('NO_OWNER') ? (['OWNER'] as const) : []),
    ...(lacks('NO_GUIDE') ? (['GUIDE'] as const) : []),
    ...(helpWanted === null ? [] : (['HELP'] as const)),
  ];
}

/** The names of those who would like to guide a topic and may still get a seat, or have one. */
export function whoWishes(
  topicKey: string,
  applicants: readonly Pick<Applicant, 'name' | 'state' | 'topics'>[],
): string[] {
  return applicants
    .filter(
      ({ state, topics }) =>
        state !== 'DECLINED' && state !== 'WITHDRAWN' && topics.some(({ key }) => key === topicKey),
    )
    .map(({ name }) => name);
}
