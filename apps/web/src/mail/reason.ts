/** Why a mail could not be sent, as far as words help. */
export type Reason =
  'ADDRESS' | 'NO_SERVER' | 'NOT_TAKEN' | 'SIGN_IN' | 'AWAY' | 'REFUSED' | 'OTHER';

/** The first that fits says it. */
const KNOWN: readonly (readonly [Reason, RegExp])[] = [
  ['ADDRESS', /^not an address/],
  ['NO_SERVER', /^no mail server/],
  ['SIGN_IN', /^(EAUTH|ENOAUTH|EOAUTH2)\b|\b53[045]$/],
  ['NOT_TAKEN', /^EENVELOPE\b/],
  ['REFUSED', /\b[45]\d\d$/],
  [
    'AWAY',
    /^(ECONNECTION|ECONNREFUSED|ECONNRESET|ESOCKET|ETIMEDOUT|ETLS|EDNS|ENOTFOUND|EPROTOCOL|ABORT_ERR)\b/,
  ],
];

/** From the code of the fault and the number of the mail server’s answer, such as `EENVELOPE 550`. */
export function reasonOf(told: string): Reason {
  return KNOWN.find(([, pattern]) => pattern.test(told))?.[0] ?? 'OTHER';
}
