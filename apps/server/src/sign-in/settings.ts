/** Injection token of `SignInSettings`. */
export const SIGN_IN_SETTINGS = Symbol('sign-in settings');
/** Injection token of `MailSettings | null`. */
export const MAIL_SETTINGS = Symbol('mail settings');
