/** What may wait for a person in a programme. */
export const DUTY_KINDS = [
  'ACCEPT_OWNERSHIP',
  'DO_STEP',
  'CHECK',
  'PUBLISH_RESULT',
  'DECIDE',
  'TAKE_OVER',
  'NEXT_STEP',
  'HELP',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];
