/** Issuer of the identities that a link sent by e-mail proves; their subject is the address, by `emailKey`. */
export const EMAIL_ISSUER = 'email';
