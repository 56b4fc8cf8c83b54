/** How a body ruled on a point. */
export const RULINGS = [
  'DISCUSSED',
  'NOTED',
  'APPROVED',
  'APPROVED_WITH_CHANGES',
  'REFERRED',
  'REJECTED',
] as const;
export type Ruling = (typeof RULINGS)[number];

/** Whether the ruling lets a measure go on that waits for one. */
export function approves(ruling: Ruling): boolean {
  return ruling === 'APPROVED' || ruling === 'APPROVED_WITH_CHANGES';
}
