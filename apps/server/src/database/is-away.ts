/** System errors and SQLSTATEs of a database that is not there yet, starts, shuts down, migrates or is too busy. */
const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08004',
  '53300',
  '55P03',
]);

/** Whether trying again later may help; all other errors are for a person to mend. */
export function isAway(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  // The pool's and the driver's own errors carry no code.
  return code === undefined ? /timeout|terminated/i.test(message) : AWAY.has(code);
}
