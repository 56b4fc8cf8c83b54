export const VOICE_KINDS = ['QUESTION', 'FEEDBACK'] as const;

/** What a reader of a success has sent: a question, or what the reader thinks of it. */
export type VoiceKind = (typeof VOICE_KINDS)[number];

export const VOICE_STATES = ['OPEN', 'ANSWERED', 'SET_ASIDE'] as const;

/** OPEN: nobody has dealt with it. ANSWERED: it has an answer. SET_ASIDE: it gets none, for a reason that is kept. */
export type VoiceState = (typeof VOICE_STATES)[number];

/** Everything that the rules ask of a reader's voice. */
export type VoiceFacts = {
  readonly state: VoiceState;
  /** Whether the sender has agreed that text and answer may stand in public. */
  readonly agreed: boolean;
};
