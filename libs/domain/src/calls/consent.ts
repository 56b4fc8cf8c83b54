/**
 * Version of the text that applicants agree to; the catalogue has the text under `consent.` and this version. Another
 * wording is another version: who agreed to which is kept.
 */
export const APPLICATION_CONSENT = 'applications-1';
