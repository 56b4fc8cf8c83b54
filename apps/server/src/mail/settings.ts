/** Injection token of `MailSettings | null`. */
export const MAIL_SETTINGS = Symbol('mail settings');
/** Injection token of the secret that the links of mails are signed with. */
export const MAIL_KEY = Symbol('mail key');
