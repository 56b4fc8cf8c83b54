import type { Choice, ProgrammeView } from '../views.js';

/** What an author has written, as it stands in the form. */
export type IdeaFields = {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Id of a topic; empty for none. */
  readonly topicId: string;
};

export type IdeaField = 'name' | 'title' | 'text' | 'topic';

export type IdeaFault = {
  readonly field: IdeaField;
  /** A problem of the input that the server names, or BAD_CHARACTER. */
  readonly problem: string;
  /** Most characters, where it is too long. */
  readonly limit?: number;
};

/** Why what was sent isn't saved, besides faults of its fields. */
export type IdeaProblem = 'SIGNED_OUT' | 'NOT_YOU' | 'CLOSED' | 'ANSWERED';

/** Most characters of the form's fields. */
export const IDEA_LIMITS = { name: 200, title: 300, text: 10_000 } as const;

/** Names of the form's fields, and what its buttons ask for. */
export const ideaFields = {
  name: 'name',
  title: 'title',
  text: 'text',
  topic: 'topic',
  /** The idea that is to be changed or withdrawn. */
  idea: 'idea',
  intent: 'do',
} as const;

export type IdeaIntent = 'submit' | 'edit' | 'withdraw';

/** Parameter of the query: the own idea that the form is to change. */
export const EDITED = 'edit';

export type OwnIdeaView = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly topicId: string | null;
  readonly state: 'SUBMITTED' | 'ACKNOWLEDGED' | 'TAKEN_UP' | 'DECLINED' | 'WITHDRAWN';
  /** Why it was declined. */
  readonly reason: string | null;
  /** The public measure that it became. */
  readonly measure: { readonly key: string; readonly title: string } | null;
  /** Instant, UTC, ISO 8601. */
  readonly submittedAt: string;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
};

/** What is told on top after something was done. */
export type IdeaNote = 'received' | 'changed' | 'withdrawn';

export type IdeasPageView = {
  readonly programme: ProgrammeView;
  /** Whether new ideas may come. */
  readonly open: boolean;
  /** The topics that an idea may belong to; the value is the id. */
  readonly topics: readonly Choice[];
  /** Whether somebody is signed in. */
  readonly signedIn: boolean;
  /** Who may bring ideas, with the address that is known; null for anyone else. */
  readonly author: { readonly email: string | null } | null;
  /** Whether there is a way to sign in. */
  readonly signIn: boolean;
  /** The own ideas, newest first. */
  readonly ideas: readonly OwnIdeaView[];
  /** The own idea that the form changes; null for a new one. */
  readonly edited: string | null;
  readonly fields: IdeaFields;
  readonly faults: readonly IdeaFault[];
  readonly problem: IdeaProblem | null;
  readonly note: IdeaNote | null;
  /** Whether `fields` were sent just now. */
  readonly sent: boolean;
};
