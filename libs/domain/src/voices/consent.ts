/**
 * Version of the text by which readers agree that what they have written may stand in public with its answer; the
 * catalogue has the text under `consent.` and this version. Another wording is another version: who agreed to which is
 * kept.
 */
export const VOICE_CONSENT = 'voices-1';
