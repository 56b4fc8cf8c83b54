/**
 * What the pages show: plain rows, already chosen for the reader's language. Structurally the same as
 * what the readers of libs/application answer, so that no mapper stands between them.
 */
export type Language = 'de' | 'en';

/** A text and the language it is in, so that a page can mark foreign words. */
export type Text = { readonly text: string; readonly language: string };

export type PhaseName = 'PLAN' | 'DO' | 'CHECK' | 'ACT' | 'DONE' | 'STOPPED' | 'CARRIED_OVER';
export type StageName = 'PLANNED' | 'RUNNING' | 'REVIEW' | 'CLOSED';

export type ProgrammeView = {
  readonly id: string;
  readonly slug: string;
  readonly organisation: Text;
  readonly title: Text;
  /** Markdown. */
  readonly purpose: Text;
  readonly contactAddress: string;
  readonly defaultLanguage: string;
  readonly timeZone: string;
  /** Markdown; null where the programme leaves the general text. */
  readonly accessibilityText: Text | null;
  readonly privacyText: Text | null;
  /** What the programme calls its things, in its own language: key of the catalogue → word. */
  readonly words: Readonly<Record<string, string>>;
  /** Whether a volunteer call of it can be answered today. */
  readonly callOpen: boolean;
  /** Whether readers may ask and say something of its successes. */
  readonly feedbackOpen: boolean;
  /** Whether employees may bring ideas. */
  readonly ideasOpen: boolean;
};

export type LoopView = {
  readonly id: string;
  readonly number: number;
  /** YYYY-MM-DD; null in recorded history that doesn't know it. */
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly stage: StageName;
  /** Phases with at least one measure, in the order of PDCA. */
  readonly counts: readonly { readonly phase: PhaseName; readonly count: number }[];
  readonly total: number;
};

export type StepView = {
  readonly text: Text;
  readonly stage: Text | null;
  readonly state: 'OPEN' | 'DONE' | 'DROPPED';
  readonly dueDay: string | null;
};

export type NextStepView = {
  readonly id: string;
  readonly text: Text;
  readonly state: 'OPEN' | 'DONE' | 'DROPPED' | 'BECAME_MEASURE';
  /** Open and past its due day. */
  readonly overdue: boolean;
  readonly dueFrom: string | null;
  readonly dueDay: string | null;
  readonly doneDay: string | null;
  /** Unit, or person by consent. */
  readonly addressee: Text | null;
  /** Where it went on; `successKey` only when that measure's result is published. */
  readonly takenUp: {
    readonly loopNumber: number;
    readonly topicKey: string;
    readonly successKey: string | null;
  } | null;
};

/** `name` and `unit` only by consent; a person of grade ROLE stands as both null. Hidden ones are left out. */
export type GuideView = { readonly name: string | null; readonly unit: string | null };

export type AttachmentView = {
  readonly kind: 'FIGURE' | 'FILE' | 'VIDEO';
  readonly title: Text;
  readonly address: string;
  readonly alternativeText: Text | null;
  readonly transcript: Text | null;
};

export type SuccessView = {
  /** Result id. */
  readonly id: string;
  readonly measureId: string;
  /** Key of the measure: the permalink. */
  readonly key: string;
  readonly topicKey: string;
  readonly topicTitle: Text;
  readonly loopNumber: number;
  readonly loopStage: StageName;
  readonly phase: PhaseName;
  readonly question: Text;
  readonly measureTitle: Text;
  /** Markdown, or null. */
  readonly measureDescription: Text | null;
  readonly steps: readonly StepView[];
  /** Markdown. */
  readonly result: Text;
  readonly resultDay: string | null;
  /** Instant, UTC, ISO 8601. */
  readonly publishedAt: string;
  readonly attachments: readonly AttachmentView[];
  readonly nextSteps: readonly NextStepView[];
  readonly guides: readonly GuideView[];
  readonly goals: readonly Text[];
  readonly continuedFrom: {
    readonly loopNumber: number;
    readonly successKey: string | null;
  } | null;
  readonly continuedIn: { readonly loopNumber: number; readonly successKey: string | null } | null;
};

/** One dot of a topic's path: none = no entry in this loop, entry = at work, success = something published. */
export type PathDot = {
  readonly loopNumber: number;
  readonly stage: StageName;
  readonly state: 'none' | 'entry' | 'success';
};

export type TopicView = {
  readonly id: string;
  readonly key: string;
  readonly title: Text;
  /** Markdown, or null. */
  readonly description: Text | null;
  readonly path: readonly PathDot[];
  /** Newest loop first. */
  readonly successes: readonly SuccessView[];
  /** Successes of the topic that this page leaves out. */
  readonly more: number;
};

export type FilterView = {
  readonly search: string;
  /** Loop number, or null for all. */
  readonly loop: number | null;
  readonly phase: PhaseName | null;
  readonly topic: string | null;
  readonly goal: string | null;
  readonly unit: string | null;
};

export type Choice = { readonly value: string; readonly label: Text };

/** What a reader has written with its answer, as its success shows it. Plain text. */
export type VoiceView = {
  readonly id: string;
  /** Key of the measure whose success it is about. */
  readonly key: string;
  readonly kind: 'QUESTION' | 'FEEDBACK';
  readonly text: string;
  /** Of the page on which it was written. */
  readonly language: string;
  readonly answer: string;
  /** Instant, UTC, ISO 8601. */
  readonly answeredAt: string;
  /** The measure that came of it, where that has a success. */
  readonly ledTo: { readonly key: string; readonly title: string } | null;
};

/** How many readers have asked or said something of a theme. */
export type ThemeView = { readonly name: string; readonly count: number };

export type SuccessesPageView = {
  readonly programme: ProgrammeView;
  /** Instant at which the records were read, UTC, ISO 8601. */
  readonly asOf: string;
  readonly loops: readonly LoopView[];
  readonly topics: readonly TopicView[];
  readonly filter: FilterView;
  readonly choices: {
    readonly topics: readonly Choice[];
    readonly goals: readonly Choice[];
    readonly units: readonly Choice[];
  };
  /** Of everything that the filter lets through, on all pages. */
  readonly topicCount: number;
  readonly successCount: number;
  /** Key of the last topic on the page before this one; null on the first page. */
  readonly after: string | null;
  /** Key of the last topic on this page when more follow. */
  readonly nextAfter: string | null;
  /** What readers ask and say: of which themes, and the newest answers. */
  readonly voices: { readonly themes: readonly ThemeView[]; readonly newest: readonly VoiceView[] };
};

export type LoopPageView = {
  readonly programme: ProgrammeView;
  readonly asOf: string;
  readonly loop: LoopView;
  readonly successes: readonly SuccessView[];
  readonly previous: LoopView | null;
  readonly next: LoopView | null;
};

export type LoopIndexView = {
  readonly programme: ProgrammeView;
  readonly asOf: string;
  readonly loops: readonly LoopView[];
};

export type TopicPageView = {
  readonly programme: ProgrammeView;
  readonly asOf: string;
  readonly topic: TopicView;
  readonly previous: { readonly key: string; readonly title: Text } | null;
  readonly next: { readonly key: string; readonly title: Text } | null;
};

export type SuccessPageView = {
  readonly programme: ProgrammeView;
  readonly asOf: string;
  readonly success: SuccessView;
  /** Neighbours in the order of publication; older and newer. */
  readonly previous: { readonly key: string; readonly question: Text } | null;
  readonly next: { readonly key: string; readonly question: Text } | null;
  /** What readers have asked and said of it, with the answers, newest first. */
  readonly voices: readonly VoiceView[];
};

export type ProgrammesPageView = {
  readonly programmes: readonly (ProgrammeView & {
    readonly successCount: number;
    readonly loopCount: number;
  })[];
};
