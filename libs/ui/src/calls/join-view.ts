import type { Choice, ProgrammeView, Text } from '../views.js';

/** A call as its page shows it. */
export type CallView = {
  readonly title: Text;
  /** Markdown. */
  readonly text: Text;
  /** Last day on which it can be answered, YYYY-MM-DD. */
  readonly closesOn: string;
  readonly seats: number;
  /** Number of the loop with which the terms begin. */
  readonly firstLoop: number;
  /** Least length of a term, in loops. */
  readonly minimumTerm: number;
  readonly qualifications: readonly string[];
  readonly questions: readonly { readonly id: string; readonly text: string }[];
};

/** What an applicant has written, as it stands in the form. */
export type JoinFields = {
  readonly name: string;
  readonly email: string;
  readonly motivation: string;
  readonly qualifications: readonly string[];
  readonly topicIds: readonly string[];
  /** A number of a loop; empty for the least term. */
  readonly lastLoop: string;
  /** By the id of the question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly consent: boolean;
};

/** A part of the form; those of the call's own questions are named by `answerField`. */
export type JoinField =
  | 'name'
  | 'email'
  | 'motivation'
  | 'qualifications'
  | 'topics'
  | 'lastLoop'
  | 'consent'
  | `answer-${string}`;

export const answerField = (questionId: string): JoinField => `answer-${questionId}`;

export type JoinFault = {
  readonly field: JoinField;
  /** A problem of the input that the server names, or BAD_CHARACTER. */
  readonly problem: string;
  /** Most characters, where it is too long. */
  readonly limit?: number;
};

/** Why what was sent isn't saved, besides faults of its fields. */
export type JoinProblem = {
  readonly code: 'EXISTS' | 'WITHDRAWN' | 'SIGNED_OUT' | 'THROTTLED';
  /** How long to wait, for THROTTLED. */
  readonly minutes?: number;
};

/** Most characters of the form's fields. */
export const JOIN_LIMITS = { name: 200, email: 200, text: 10_000 } as const;

/** Names of the form's fields, and what its buttons ask for. */
export const joinFields = {
  name: 'name',
  email: 'email',
  motivation: 'motivation',
  qualification: 'qualification',
  topic: 'topic',
  lastLoop: 'last-loop',
  /** Its value is the version of the text that is agreed to. */
  consent: 'consent',
  /** People don't see it; programs that fill in everything do. */
  trap: 'website',
  intent: 'do',
  /** Which application is confirmed or thrown away, as it was read. */
  application: 'application',
  version: 'version',
} as const;

export type JoinIntent = 'apply' | 'edit' | 'withdraw' | 'confirm' | 'discard';

export type ApplicationView = {
  readonly state: 'RECEIVED' | 'CHOSEN' | 'WAITLISTED' | 'DECLINED' | 'WITHDRAWN';
  readonly name: string;
  readonly email: string;
  readonly motivation: string | null;
  readonly qualifications: readonly string[];
  readonly topicIds: readonly string[];
  readonly lastLoop: number | null;
  readonly answers: readonly {
    readonly questionId: string;
    readonly question: string;
    readonly text: string;
  }[];
  /** Why it was declined. */
  readonly reason: string | null;
  /** Instant, UTC, ISO 8601. */
  readonly receivedAt: string;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
};

/** What somebody has written under the reader's address, to be confirmed or thrown away. */
export type ToConfirmView = {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  /** Instant, UTC, ISO 8601. */
  readonly receivedAt: string;
  readonly fields: JoinFields;
};

/** What is told on top after something was done. */
export type JoinNote = 'confirmed' | 'received' | 'changed' | 'withdrawn' | 'discarded';

export type JoinPageView = {
  readonly programme: ProgrammeView;
  /** Null when there is none to show any more. */
  readonly call: CallView | null;
  /** Whether it can be answered today. */
  readonly open: boolean;
  readonly consentVersion: 'applications-1';
  /** How long applications are kept after the end of the call. */
  readonly retentionDays: number;
  /** The topics that may be wished for; the value is the id. */
  readonly topics: readonly Choice[];
  /** Who is signed in, with the address that is known; null for anyone else. */
  readonly applicant: { readonly email: string } | null;
  /** Whether one can apply by e-mail, without being signed in. */
  readonly byEmail: boolean;
  /** Whether there is a way to sign in other than by applying. */
  readonly signIn: boolean;
  /** The own application. */
  readonly application: ApplicationView | null;
  /** What waits for the reader's word. */
  readonly toConfirm: ToConfirmView | null;
  readonly fields: JoinFields;
  readonly faults: readonly JoinFault[];
  readonly problem: JoinProblem | null;
  readonly note: JoinNote | null;
  /** Whether `fields` were sent just now. */
  readonly sent: boolean;
  /** Whether the page is only looked at before the call is open: nothing can be sent. */
  readonly preview?: boolean;
};
