/** What a mail is about. */
export const MAIL_KINDS = [
  'INVITATION',
  'APPLICATION_TO_CONFIRM',
  'APPLICATION_KNOWN',
  'APPLICATION_RECEIVED',
  'APPLICATION_CHOSEN',
  'APPLICATION_WAITLISTED',
  'APPLICATION_DECLINED',
  'APPLICANT_WITHDREW',
  'MEASURE_OFFERED',
  'CHECK_WANTED',
  'SENT_BACK',
  'DUE_SOON',
  'OVERDUE',
  'LOOP_ENDING',
  'FEEDBACK_RECEIVED',
  'FEEDBACK_ANSWERED',
  'THANKS_GIVEN',
  'IDEA_RECEIVED',
  'IDEA_ACKNOWLEDGED',
  'IDEA_TAKEN_UP',
  'IDEA_DECLINED',
  'DIGEST',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Those that answer what the reader began, or without which nobody finds the way in: they can't be refused. */
const ALWAYS: readonly MailKind[] = [
  'INVITATION',
  'APPLICATION_TO_CONFIRM',
  'APPLICATION_KNOWN',
  'APPLICATION_RECEIVED',
  'APPLICATION_CHOSEN',
  'APPLICATION_WAITLISTED',
  'APPLICATION_DECLINED',
  'FEEDBACK_ANSWERED',
  'IDEA_ACKNOWLEDGED',
  'IDEA_TAKEN_UP',
  'IDEA_DECLINED',
];

/** Whether a mail goes out at once, whatever its reader has chosen. */
export function alwaysSent(kind: MailKind): boolean {
  return ALWAYS.includes(kind);
}

/** Those that a link goes with which signs their reader in; of an address that somebody has typed in, proved or not. */
export const MAILS_WITH_LINK = [
  'APPLICATION_TO_CONFIRM',
  'APPLICATION_KNOWN',
] as const satisfies readonly MailKind[];
export type MailWithLink = (typeof MAILS_WITH_LINK)[number];

/** Those to an address that was left for this one mail: nobody sees it whole, or keeps it once the mail is sent. */
export const MAILS_FOR_ONCE = [
  'FEEDBACK_ANSWERED',
  ...MAILS_WITH_LINK,
] as const satisfies readonly MailKind[];

/** When a person wants mail: as it comes, gathered once a day, or only what can't be refused. */
export const MAIL_CHOICES = ['AT_ONCE', 'DAILY', 'NONE'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** The languages that mails are written in. */
export const MAIL_LANGUAGES = ['de', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];
