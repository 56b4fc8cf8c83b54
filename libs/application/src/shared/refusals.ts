/** Refusals that many writes share. NOT_FOUND also hides what the caller may not know of. */
export type NotFound = { readonly code: 'NOT_FOUND' };
/** The caller may see it, but not do this. */
export type NotAllowed = { readonly code: 'NOT_ALLOWED' };
/** `since` is the version that the caller saw; the history after it says who changed what. */
export type StaleVersion = {
  readonly code: 'STALE_VERSION';
  readonly subjectId: string;
  readonly currentVersion: number;
  readonly since: number;
};
/** That a caller saw another version of a record than it has. */
export function stale(
  record: { readonly id: string; readonly version: number },
  since: number,
): StaleVersion {
  return { code: 'STALE_VERSION', subjectId: record.id, currentVersion: record.version, since };
}
export type LoopFrozen = { readonly code: 'LOOP_FROZEN'; readonly loopNumber: number };
/** What can be wrong with a field of an input. */
export const INPUT_PROBLEMS = [
  'MISSING',
  'TOO_LONG',
  'MALFORMED',
  'UNKNOWN',
  'OUT_OF_RANGE',
  'WRONG_STATE',
  'CHECKER_IS_OWNER',
  'LAST_ADMINISTRATOR',
  'REUSED',
  'DOMAIN_NOT_ALLOWED',
  'FEWER_THAN_CHOSEN',
  'NOT_AGREED',
  'TOO_OFTEN',
  'OWN_CONSENT_NEEDED',
] as const;
export type InputProblem = (typeof INPUT_PROBLEMS)[number];
/** `field` is the input's name for it; `limit` its most characters, where it is too long. */
export type InputFault = {
  readonly field: string;
  readonly problem: InputProblem;
  readonly limit?: number;
};
export type InvalidInput = {
  readonly code: 'INVALID_INPUT';
  readonly faults: readonly InputFault[];
};
/** Another record still names it, or already has its name. */
export type InUse = { readonly code: 'IN_USE' };

export function invalid(field: string, problem: InputProblem): InvalidInput {
  return { code: 'INVALID_INPUT', faults: [{ field, problem }] };
}
