/**
 * How many days each kind of data is kept: the one place of these figures. How long applications are kept after their
 * call has ended, each programme sets itself; from there they count here as null.
 */
export const RETENTION_DAYS = {
  /** Applications whose address nobody has confirmed, since they came in: longer than their mail is tried and its link is good. */
  UNCONFIRMED_APPLICATIONS: 3,
  /** Applications, since the last day of their call: set per programme. */
  APPLICATIONS: null,
  /** Mails, sent or not, since they were queued. */
  MAILS: 90,
  /** Links to sign in, since they ended. */
  SIGN_IN_LINKS: 1,
  /** Links to a take-out, since they ended. */
  TAKE_OUTS: 1,
  /** Sessions, since they ran out. */
  SESSIONS: 0,
  /** Counts of tries to sign in, since they ran out. */
  THROTTLES: 0,
  /** Receipts of requests, which make a repeated one harmless, since the request. */
  REQUEST_RECEIPTS: 30,
  /** Who has looked at applications, since then. */
  APPLICATION_ACCESS: 365,
  /** Addresses of readers whom nobody has answered, since they wrote. */
  VOICE_ADDRESSES: 180,
  /** Ideas that their authors have withdrawn, since they came in. */
  WITHDRAWN_IDEAS: 30,
  /** Ideas that were declined, since then. */
  DECLINED_IDEAS: 365,
  /** Jobs that were given up, since the last try. */
  JOBS: 14,
  /** Accounts that are nobody in any programme and have no application and no idea, since the last sign-in. */
  IDLE_ACCOUNTS: 365,
  /** What retention itself did, since then. */
  RETENTION_RUNS: 1095,
} as const satisfies Readonly<Record<string, number | null>>;

export type RetentionRule = keyof typeof RETENTION_DAYS;
export const RETENTION_RULES = Object.keys(RETENTION_DAYS) as readonly RetentionRule[];
