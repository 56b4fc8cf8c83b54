import type { ProgrammeView, Text } from '../views.js';

/** Most characters of the sentence. */
export const THANKS_LONGEST = 500;

/** Names of the forms' fields, and what their buttons ask for. */
export const thanksFields = { text: 'text', thanks: 'thanks', intent: 'do' } as const;
export type ThanksIntent = 'give' | 'take-back';

/** What is told on top after something was done. */
export type ThanksNote = 'given' | 'takenBack';

/** Why what was sent isn't kept, besides a fault of the sentence. */
export type ThanksProblem = 'SIGNED_OUT' | 'NOT_YOU';

export type ThanksPageView = {
  readonly programme: ProgrammeView;
  /** Key of the success's measure. */
  readonly key: string;
  readonly question: Text;
  readonly measureTitle: Text;
  /** Whether somebody is signed in. */
  readonly signedIn: boolean;
  /** Whether there is a way to sign in. */
  readonly signIn: boolean;
  /** The own thanks for it, newest first; null for whoever can give none. */
  readonly own:
    readonly { readonly id: string; readonly text: string; readonly at: string }[] | null;
  /** What stands in the form. */
  readonly text: string;
  /** Whether `text` was sent just now. */
  readonly sent: boolean;
  readonly fault: 'MISSING' | 'TOO_LONG' | 'BAD_CHARACTER' | 'OTHER' | null;
  readonly problem: ThanksProblem | null;
  readonly note: ThanksNote | null;
};
