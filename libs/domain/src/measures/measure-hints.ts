import { mayEnterWorkspace } from '../people/policy.js';
import type { Role } from '../people/role.js';
import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';
import type { LoopStage } from './measure.record.js';

/**
 * With more open measures at once, a guide has too many. Guides are volunteers beside their work, and a measure takes
 * them an hour or two each week: a fifth one would make it a whole working day. A constant and no setting of the
 * programme, because it forbids nothing; a hint that is wrong for a programme costs it a glance.
 */
export const MOST_MEASURES_OF_A_GUIDE = 4;

/** What may be amiss with those who carry a measure. None of it forbids anything. */
export const MEASURE_HINTS = [
  'NO_OWNER',
  'NO_GUIDE',
  'AWAY',
  'TERM_BEGINS_LATER',
  'TERM_ENDS_EARLIER',
  'TOO_MANY_MEASURES',
] as const;
export type MeasureHintKind = (typeof MEASURE_HINTS)[number];

/** Who owns or guides a measure, as far as hints ask for it. */
export type Carrier = {
  readonly role: Role;
  readonly blocked: boolean;
  /** First and last loop of a guide's term, as loop numbers; both null without one. */
  readonly termFirstLoop: number | null;
  readonly termLastLoop: number | null;
  /** How many open measures the person owns or guides. */
  readonly openMeasures: number;
  /** Whether the person is named as a guide of the measure; the owner needn't be. */
  readonly guides: boolean;
};

/** One thing that is amiss; `of` is the person whom it is about, null where nobody is there. */
export type MeasureHint<Person> = { readonly kind: MeasureHintKind; readonly of: Person | null };

/** Whether somebody has to carry a measure: it hasn't ended, and its loop isn't closed. */
export function isOpen(measure: {
  readonly phase: PdcaPhase;
  readonly loopStage: LoopStage;
}): boolean {
  return !isEndPhase(measure.phase) && measure.loopStage !== 'CLOSED';
}

/**
 * How a guide's term misses a loop; null when it holds it, or when there is no term. The term of someone who has come
 * to the circle binds no more.
 */
export function termHint(
  { role, termFirstLoop, termLastLoop }: Pick<Carrier, 'role' | 'termFirstLoop' | 'termLastLoop'>,
  loopNumber: number,
): 'TERM_BEGINS_LATER' | 'TERM_ENDS_EARLIER' | null {
  if (role !== 'GUIDE') return null;
  if (termFirstLoop !== null && termFirstLoop > loopNumber) return 'TERM_BEGINS_LATER';
  return termLastLoop !== null && termLastLoop < loopNumber ? 'TERM_ENDS_EARLIER' : null;
}

/** Whether a guide carries more than is good; the circle is left to judge for itself. */
export function carriesTooMany(person: Pick<Carrier, 'role' | 'openMeasures'>): boolean {
  return person.role === 'GUIDE' && person.openMeasures > MOST_MEASURES_OF_A_GUIDE;
}

/** Whether the person can't enter the workspace any more. */
function isAway({ blocked, role }: Pick<Carrier, 'blocked' | 'role'>): boolean {
  return blocked || !mayEnterWorkspace({ personId: '', roles: [role] });
}

/** Whether somebody guides a measure: a guide who owns it, or whoever is named as its guide, and isn't away. */
export function isGuided(
  carriers: readonly Pick<Carrier, 'role' | 'blocked' | 'guides'>[],
): boolean {
  return carriers.some((person) => !isAway(person) && (person.guides || person.role === 'GUIDE'));
}

/**
 * What is amiss with those who carry an open measure: `carriers` are its owner and its guides, each once, the owner
 * first; `owned` says whether there is an owner, who may be a guide or of the circle. Whoever can't enter the workspace
 * any more is away, and nothing else is said of them. A measure that isn't open has no hints.
 */
export function measureHints<Person extends Carrier>(measure: {
  readonly phase: PdcaPhase;
  readonly loopStage: LoopStage;
  readonly loopNumber: number;
  readonly owned: boolean;
  readonly carriers: readonly Person[];
}): MeasureHint<Person>[] {
  const { loopNumber, owned, carriers } = measure;
  if (!isOpen(measure)) return [];
  const nobody: readonly MeasureHintKind[] = [
    ...(owned ? [] : (['NO_OWNER'] as const)),
    ...(isGuided(carriers) ? [] : (['NO_GUIDE'] as const)),
  ];
  return [
    ...nobody.map((kind) => ({ kind, of: null })),
    ...carriers.flatMap((of) => hintsOf(of, loopNumber).map((kind) => ({ kind, of }))),
  ];
}

function hintsOf(person: Carrier, loopNumber: number): MeasureHintKind[] {
  if (isAway(person)) return ['AWAY'];
  const term = termHint(person, loopNumber);
  return [
    ...(term === null ? [] : [term]),
    ...(carriesTooMany(person) ? (['TOO_MANY_MEASURES'] as const) : []),
  ];
}
