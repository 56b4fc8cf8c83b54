import type { ProgrammeView, Text } from '../views.js';

/** What a reader has written, as it stands in the form. */
export type FeedbackFields = {
  readonly kind: 'QUESTION' | 'FEEDBACK';
  readonly text: string;
  readonly email: string;
  /** Whether text and answer may stand in public. */
  readonly agrees: boolean;
};

export type FeedbackField = 'text' | 'email' | 'consent';

export type FeedbackFault = {
  readonly field: FeedbackField;
  /** A problem of the input that the server names, or BAD_CHARACTER. */
  readonly problem: string;
  /** Most characters, where it is too long. */
  readonly limit?: number;
};

/** Most characters of the form's fields. */
export const FEEDBACK_LIMITS = { text: 5_000, email: 200 } as const;

/** Names of the form's fields. */
export const feedbackFields = {
  kind: 'kind',
  text: 'text',
  email: 'email',
  /** Its value is the version of the text that is agreed to. */
  consent: 'consent',
  /** People don't see it; programs that fill in everything do. */
  trap: 'website',
} as const;

export type FeedbackPageView = {
  readonly programme: ProgrammeView;
  /** Key of the success's measure. */
  readonly key: string;
  readonly question: Text;
  readonly measureTitle: Text;
  readonly consentVersion: 'voices-1';
  readonly fields: FeedbackFields;
  readonly faults: readonly FeedbackFault[];
  /** Minutes to wait after too many tries; null when there weren't. */
  readonly waitMinutes: number | null;
};
