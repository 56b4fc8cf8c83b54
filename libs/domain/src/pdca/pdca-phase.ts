/** The four phases of a measure's cycle and its three end states, in the order in which screens show them. */
export const PDCA_PHASES = [
  'PLAN',
  'DO',
  'CHECK',
  'ACT',
  'DONE',
  'STOPPED',
  'CARRIED_OVER',
] as const;

export type PdcaPhase = (typeof PDCA_PHASES)[number];

/** States in which a measure no longer stands in the way of its loop's close. */
export const END_PHASES = [
  'DONE',
  'STOPPED',
  'CARRIED_OVER',
] as const satisfies readonly PdcaPhase[];

/** Whether a measure in this phase has ended, for its own loop. */
export function isEndPhase(phase: PdcaPhase): boolean {
  return END_PHASES.some((end) => end === phase);
}
