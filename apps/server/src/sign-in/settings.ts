/** Injection token of `SignInSettings`. */
export const SIGN_IN_SETTINGS = Symbol('sign-in settings');
