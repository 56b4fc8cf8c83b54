import type { Frame } from '../shell/frame-query.js';
import type { Card } from './board-query.js';

/** Names of the address's parameters; the same in all languages. */
export const FILTERS = ['topic', 'guide', 'unit', 'goal', 'show'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filter = Readonly<Record<FilterName, string | null>>;

export const SHOWN = ['mine', 'late', 'help'] as const;

export function readFilter(query: URLSearchParams): Filter {
  return {
    topic: query.get('topic'),
    guide: query.get('guide'),
    unit: query.get('unit'),
    goal: query.get('goal'),
    show: query.get('show'),
  };
}

/** A unit and all that belong to it, by their keys. */
export function unitsWithin(key: string, units: Frame['units']): ReadonlySet<string> {
  const within = new Set<string>();
  const add = (unit: Frame['units'][number]): void => {
    if (within.has(unit.key)) return;
    within.add(unit.key);
    for (const child of units) if (child.parentId === unit.id) add(child);
  };
  for (const unit of units) if (unit.key === key) add(unit);
  return within;
}

/** Whether a card fits all filters. A guide fits as guide of the measure and as its owner. */
export function matcher(
  { topic, guide, unit, goal, show }: Filter,
  frame: Pick<Frame, 'units' | 'me'>,
): (card: Card) => boolean {
  const units = unit === null ? null : unitsWithin(unit, frame.units);
  return (card) =>
    (topic === null || card.actionField.topic.key === topic) &&
    (guide === null || card.owner?.id === guide || card.guides.some(({ id }) => id === guide)) &&
    (units === null || (card.unit !== null && units.has(card.unit.key))) &&
    (goal === null || card.goals.some(({ key }) => key === goal)) &&
    (show !== 'mine' || card.owner?.id === frame.me.id) &&
    (show !== 'late' || card.late) &&
    (show !== 'help' || card.helpWanted !== null);
}
