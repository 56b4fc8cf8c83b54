/**
 * Who may read and do what: the whole of it, to be read without knowing the program.
 *
 * Every query, mutation and field of schema.graphql and every address of the server stands here. A line names those who
 * may; everyone else may not. test/e2e/rights-matrix.e2e-spec.ts asks the running server for each of them as each
 * kind of person, and fails when the answer differs from its line, when something has no line, and when a line has
 * nothing. What stands behind a colon says of which case a line speaks.
 *
 * Who may not is answered like this:
 * - who isn't signed in: that one has to sign in (UNAUTHENTICATED);
 * - who may enter the workspace: that it isn't theirs to do (NOT_ALLOWED);
 * - everyone else: byte for byte as if there were no such thing (NOT_FOUND, or nothing).
 */

/** The kinds of people who may ask. "The measure" is the one that is asked for. */
export const KINDS = {
  anonymous: 'Nobody has signed in.',
  employee: 'An employee, who helps with the measure and has asked for it.',
  guide: 'A guide who works on other measures, or is only its transformation guide.',
  owner: 'A guide who owns the measure.',
  contributor: 'A guide who helps its owner.',
  checker: 'A guide who checks it.',
  commissioner: 'A guide who has asked for it.',
  circle: 'A member of the transformation circle.',
  circleOwner: 'A member of the circle who owns the measure.',
  administrator: 'An administrator of the programme.',
  elsewhere: 'A member of the circle, or an administrator, of another programme.',
  blocked: 'A guide or an administrator who is shut out, and owns the measure.',
} as const;
export type Kind = keyof typeof KINDS;
export type Who = readonly Kind[];

export const ANYONE = Object.keys(KINDS) as Kind[];
export const SIGNED_IN = ANYONE.filter((kind) => kind !== 'anonymous');
/** Who may enter the workspace of the programme. */
export const WORKSPACE: Who = [
  'guide',
  'owner',
  'contributor',
  'checker',
  'commissioner',
  'circle',
  'circleOwner',
  'administrator',
];
const EDITORS: Who = ['owner', 'contributor', 'circle', 'circleOwner', 'administrator'];
const CIRCLE: Who = ['circle', 'circleOwner', 'administrator'];
/** Nobody judges the own measure. */
const JUDGES: Who = ['checker', 'circle', 'administrator'];
/** Who is somebody, and not blocked, in the programme of a call, so that the address is known. */
const APPLICANTS: Who = ['employee', ...WORKSPACE];
/** Who is somebody, and not blocked, in the programme of a measure with a published result. */
const THANKING: Who = ['employee', ...WORKSPACE];
const ADMINISTRATORS: Who = ['administrator'];
/** Who is someone, and not blocked, in a programme. */
const MEMBERS: Who = ['employee', ...WORKSPACE, 'elsewhere'];

/** Queries of published records answer everyone alike, whoever is signed in. */
export const QUERIES: Readonly<Record<string, Who>> = {
  'Query.programmes': ANYONE,
  'Query.programme': ANYONE,
  'Query.successesFeed': ANYONE,
  'Query.success': ANYONE,
  'Query.measure': ANYONE,
  // Oneself; null for whoever isn't signed in.
  'Query.me': SIGNED_IN,
  'Query.workspace': WORKSPACE,
};

export const MUTATIONS: Readonly<Record<string, Who>> = {
  // What belongs to a measure.
  'Mutation.editMeasure: its texts': EDITORS,
  'Mutation.editMeasure: its verdict and lesson': JUDGES,
  'Mutation.editMeasure: the decision that it needs': CIRCLE,
  'Mutation.addStep': EDITORS,
  'Mutation.editStep': EDITORS,
  'Mutation.completeStep': EDITORS,
  'Mutation.dropStep': EDITORS,
  'Mutation.reopenStep': EDITORS,
  'Mutation.removeStep': EDITORS,
  'Mutation.reorderSteps': EDITORS,
  'Mutation.addNextStep': EDITORS,
  'Mutation.editNextStep': EDITORS,
  'Mutation.completeNextStep': EDITORS,
  'Mutation.dropNextStep': EDITORS,
  'Mutation.reopenNextStep': EDITORS,
  'Mutation.takeUpNextStep': CIRCLE,
  'Mutation.requestHelp': EDITORS,
  'Mutation.withdrawHelp': EDITORS,

  // Results: drafts are the editors', and what is published or internal is the circle's.
  'Mutation.draftResult: a new one': EDITORS,
  'Mutation.draftResult: a draft': EDITORS,
  'Mutation.draftResult: a published one': CIRCLE,
  'Mutation.addAttachment: to a draft': EDITORS,
  'Mutation.addAttachment: to a published result': CIRCLE,
  'Mutation.removeAttachment: of a draft': EDITORS,
  'Mutation.removeAttachment: of a published result': CIRCLE,
  'Mutation.removeResult: a draft': EDITORS,
  'Mutation.removeResult: a published one': CIRCLE,
  'Mutation.publishResult': CIRCLE,
  'Mutation.withdrawResult': CIRCLE,
  'Mutation.keepResultInternal': CIRCLE,

  // The people of a measure.
  'Mutation.acceptOwnership': ['owner', 'circleOwner'],
  'Mutation.declineOwnership': ['owner', 'circleOwner'],
  'Mutation.assignOwner': CIRCLE,
  'Mutation.handOverMeasures': ['owner', ...CIRCLE],
  'Mutation.assignChecker': CIRCLE,
  'Mutation.assignCommissioner': CIRCLE,
  'Mutation.takeOverOutcome': ['commissioner', ...CIRCLE],
  'Mutation.addContributor': EDITORS,
  'Mutation.removeContributor': EDITORS,
  'Mutation.addGuide': CIRCLE,
  'Mutation.removeGuide': CIRCLE,

  // The moves of a measure.
  'Mutation.moveMeasure: into work, DO': ['owner', ...CIRCLE],
  'Mutation.moveMeasure: for the check, CHECK': ['owner', ...CIRCLE],
  'Mutation.moveMeasure: back to work, DO': ['checker', ...CIRCLE],
  'Mutation.moveMeasure: judged, ACT': JUDGES,
  'Mutation.moveMeasure: to its end, DONE': CIRCLE,
  'Mutation.moveMeasure: stopped, STOPPED': CIRCLE,
  'Mutation.moveMeasures': CIRCLE,
  'Mutation.undoLastMove': ['owner', ...CIRCLE],
  'Mutation.carryOverMeasure': CIRCLE,
  'Mutation.carryOverMeasures': CIRCLE,
  'Mutation.planSuccessor': CIRCLE,

  // The records of a programme.
  'Mutation.createMeasure': CIRCLE,
  'Mutation.createTopic': CIRCLE,
  'Mutation.editTopic': CIRCLE,
  'Mutation.removeTopic': CIRCLE,
  'Mutation.askQuestion': CIRCLE,
  'Mutation.editQuestion': CIRCLE,
  'Mutation.removeQuestion': CIRCLE,
  'Mutation.recordDecision': CIRCLE,
  'Mutation.editDecision': CIRCLE,
  'Mutation.removeDecision': CIRCLE,
  'Mutation.planLoop': CIRCLE,
  'Mutation.editLoop': CIRCLE,
  'Mutation.removeLoop': CIRCLE,
  'Mutation.startLoop': CIRCLE,
  'Mutation.reviewLoop': CIRCLE,
  'Mutation.closeLoop': CIRCLE,
  'Mutation.reopenLoop': ADMINISTRATORS,

  // Readers' voices. Everyone of the workspace reads them.
  'Mutation.answerVoice: by mail': EDITORS,
  'Mutation.answerVoice: in public': CIRCLE,
  'Mutation.answerVoice: in other words': CIRCLE,
  'Mutation.setAsideVoice': CIRCLE,
  'Mutation.reopenVoice': CIRCLE,
  'Mutation.sortVoice': CIRCLE,
  'Mutation.addVoiceTheme': CIRCLE,
  'Mutation.renameVoiceTheme': CIRCLE,
  // Thanks for a measure that one can read of, which are their giver's.
  'Mutation.thankForMeasure': THANKING,
  'Mutation.takeBackThanks': THANKING,

  // Volunteer calls. An application is its applicant's: the own one is meant here.
  'Mutation.createCall': CIRCLE,
  'Mutation.editCall': CIRCLE,
  'Mutation.openCall': CIRCLE,
  'Mutation.extendCall': CIRCLE,
  'Mutation.closeCall': CIRCLE,
  'Mutation.decideCall': CIRCLE,
  'Mutation.chooseApplicant': CIRCLE,
  'Mutation.waitlistApplicant': CIRCLE,
  'Mutation.declineApplicant': CIRCLE,
  'Mutation.reconsiderApplicant': CIRCLE,
  'Mutation.moveOnWaitlist': CIRCLE,
  'Mutation.noteApplicant': CIRCLE,
  'Mutation.applyToCall': APPLICANTS,
  'Mutation.editApplication': APPLICANTS,
  // Also whoever is shut out by now, or has applied from elsewhere.
  'Mutation.withdrawApplication': SIGNED_IN,

  // Ideas. The own one is meant where its author does something.
  'Mutation.acknowledgeIdea': CIRCLE,
  'Mutation.declineIdea': CIRCLE,
  'Mutation.takeUpIdea': CIRCLE,
  'Mutation.submitIdea': APPLICANTS,
  'Mutation.editIdea': APPLICANTS,
  // Also whoever is shut out by now, or comes from elsewhere.
  'Mutation.withdrawIdea': SIGNED_IN,

  // People and settings.
  'Mutation.invitePerson': ADMINISTRATORS,
  'Mutation.editPerson': ADMINISTRATORS,
  'Mutation.blockPerson': ADMINISTRATORS,
  'Mutation.unblockPerson': ADMINISTRATORS,
  'Mutation.erasePerson': ADMINISTRATORS,
  // For oneself alone.
  'Mutation.choosePublicName': APPLICANTS,
  'Mutation.retryMail': ADMINISTRATORS,
  // For oneself.
  'Mutation.chooseMail': WORKSPACE,
  'Mutation.editProgramme': ADMINISTRATORS,
  'Mutation.createUnit': ADMINISTRATORS,
  'Mutation.editUnit': ADMINISTRATORS,
  'Mutation.removeUnit': ADMINISTRATORS,
  'Mutation.createGoal': ADMINISTRATORS,
  'Mutation.editGoal': ADMINISTRATORS,
  'Mutation.removeGoal': ADMINISTRATORS,
};

/** Refusals that tell of records, and who is told when the mutation behind the colon is refused so. */
export const REFUSALS: Readonly<Record<string, Who>> = {
  'InvalidInput: addStep': EDITORS,
  'StaleVersion: editMeasure': EDITORS,
  'LoopFrozen: editMeasure': EDITORS,
  'MoveNotAllowed: moveMeasure': WORKSPACE,
  'MoveNotReady: moveMeasure': ['owner', ...CIRCLE],
  'HandOverBlocked: handOverMeasures': ['owner', ...CIRCLE],
  'MeasureHasSuccessor: carryOverMeasure': CIRCLE,
  'InUse: removeTopic': CIRCLE,
  'CallMoveNotAllowed: openCall': CIRCLE,
  'CallNotReady: openCall': CIRCLE,
  'SelectionNotAllowed: chooseApplicant': CIRCLE,
  'NoSeatLeft: chooseApplicant': CIRCLE,
  'ApplicationNotPossible: applyToCall': APPLICANTS,
  'VoiceMoveNotAllowed: answerVoice': EDITORS,
  'IdeaMoveNotAllowed: acknowledgeIdea': CIRCLE,
  'IdeasNotOpen: submitIdea': APPLICANTS,
  'LoopNotReady: closeLoop': CIRCLE,
  'LoopStageNotAllowed: startLoop': CIRCLE,
  'ErasureNotReady: erasePerson': ADMINISTRATORS,
};

/** The fields of a type, and who may read them. */
export type Fields = { readonly who: Who; readonly fields: string };

/** Published records: readable by anyone. A person is in them as far as that person has consented. */
export const PUBLISHED: Readonly<Record<string, Fields>> = {
  ActionField: { who: ANYONE, fields: 'id key loop measures question' },
  Attachment: { who: ANYONE, fields: 'address alternativeText kind title transcript' },
  CallQuestion: { who: ANYONE, fields: 'id text' },
  ChainedMeasure: {
    who: ANYONE,
    fields:
      'actionField description goals guides id key loop nextSteps phase results steps title topic',
  },
  Guide: { who: ANYONE, fields: 'name unit' },
  LearningLoop: { who: ANYONE, fields: 'counts endDay id number stage startDay total' },
  LocalisedText: { who: ANYONE, fields: 'language text' },
  Measure: {
    who: ANYONE,
    fields:
      'actionField chain description goals guides id key loop nextSteps phase results steps title topic',
  },
  NextStep: {
    who: ANYONE,
    fields: 'addressee doneDay dueDay dueFrom id overdue state takenUp text',
  },
  OrganisationalUnit: { who: ANYONE, fields: 'id key name' },
  PageInfo: { who: ANYONE, fields: 'endCursor hasNextPage hasPreviousPage startCursor' },
  PathDot: { who: ANYONE, fields: 'loopNumber stage state' },
  PhaseCount: { who: ANYONE, fields: 'count phase' },
  Programme: {
    who: ANYONE,
    fields:
      'accessibilityText contactAddress goals id language loop loops openCall organisation privacyText purpose slug successes timeZone title topic topics units',
  },
  ProgrammeConnection: { who: ANYONE, fields: 'edges pageInfo' },
  ProgrammeEdge: { who: ANYONE, fields: 'cursor node' },
  Result: { who: ANYONE, fields: 'attachments day id publishedAt text' },
  Step: { who: ANYONE, fields: 'dueDay id stage state text' },
  StrategicGoal: { who: ANYONE, fields: 'id key title' },
  Success: {
    who: ANYONE,
    fields:
      'attachments continuedFrom continuedIn goals guides id key loop measure measureDescription measureTitle nextSteps phase publishedAt question result resultDay steps topic',
  },
  SuccessConnection: { who: ANYONE, fields: 'edges pageInfo totalCount' },
  SuccessEdge: { who: ANYONE, fields: 'cursor node' },
  SuccessLink: { who: ANYONE, fields: 'loopNumber successKey' },
  TakenUp: { who: ANYONE, fields: 'loopNumber successKey topicKey' },
  Topic: { who: ANYONE, fields: 'actionFields description id key path title' },
  // As long as it can be answered.
  VolunteerCall: {
    who: ANYONE,
    fields:
      'closesOn consentText consentVersion firstLoop id key minimumTerm opensOn qualifications questions seats text title',
  },
};

/** What one reads of oneself. */
export const ONESELF: Readonly<Record<string, Fields>> = {
  ApplicationAnswer: { who: SIGNED_IN, fields: 'question questionId text' },
  // Of a measure with a published result.
  IdeaMeasure: { who: SIGNED_IN, fields: 'key title' },
  Me: { who: SIGNED_IN, fields: 'applications ideas memberships' },
  Membership: { who: MEMBERS, fields: 'name personId programme publicName role title' },
  MyIdea: {
    who: SIGNED_IN,
    fields:
      'email id mayChange mayWithdraw measure name programme reason state submittedAt text title topicId',
  },
  MyApplication: {
    who: SIGNED_IN,
    fields:
      'answers call callState consentVersion email id lastLoop mayChange mayWithdraw motivation name programme qualifications reason receivedAt state topicIds',
  },
};

/** All records of a programme, drafts included. */
export const IN_WORKSPACE: Readonly<Record<string, Fields>> = {
  // The look at applications is for those who choose, and who has looked for those who administer.
  ApplicationAccess: { who: ADMINISTRATORS, fields: 'at id name' },
  ApplicationCounts: { who: CIRCLE, fields: 'chosen declined received waitlisted withdrawn' },
  AvailableCallMove: { who: WORKSPACE, fields: 'intent missing permitted' },
  AvailableLoopStage: { who: WORKSPACE, fields: 'obstacles permitted to' },
  AvailableMove: { who: WORKSPACE, fields: 'missing permitted to' },
  ChainLink: { who: WORKSPACE, fields: 'loopNumber measureId phase title' },
  DeadMail: {
    who: ADMINISTRATORS,
    fields: 'address attempts failedAt id kind queuedAt reason',
  },
  Duty: { who: WORKSPACE, fields: 'detail dueDay kind loopNumber measureId overdue title' },
  HistoryEntry: {
    who: WORKSPACE,
    fields:
      'actor at field formerMember from fromFormerMember id partId reason subject to toFormerMember version way',
  },
  LoopObstacle: { who: WORKSPACE, fields: 'code loopNumber measureId phase title' },
  MeasureHint: { who: WORKSPACE, fields: 'kind loopNumber name openMeasures personId' },
  MailSettings: { who: WORKSPACE, fields: 'choice language' },
  OpenMeasure: {
    who: WORKSPACE,
    fields: 'hint loopNumber measureId owned phase title version',
  },
  TakenUpIdea: { who: WORKSPACE, fields: 'id name submittedAt text title' },
  ProgrammeWord: { who: WORKSPACE, fields: 'key word' },
  Workspace: {
    who: WORKSPACE,
    fields:
      'board call calls decisions duties goals ideas loop loops mailSettings me measure openVoices people preview programme thanks today topics units voiceThemes voices',
  },
  'Workspace: mails that were given up': { who: ADMINISTRATORS, fields: 'deadMails' },
  'Workspace: what the daily retention does': { who: ADMINISTRATORS, fields: 'retention' },
  RetentionLine: { who: ADMINISTRATORS, fields: 'count days lastCount lastRunAt rule' },
  WorkspaceActionField: { who: WORKSPACE, fields: 'id key loopNumber question topic version' },
  WorkspaceAttachment: {
    who: WORKSPACE,
    fields: 'address alternativeText id kind title transcript',
  },
  WorkspaceApplication: {
    who: CIRCLE,
    fields:
      'answers consentAt consentVersion email id lastLoop motivation name note personId qualifications rank reason receivedAt selections state topics version',
  },
  WorkspaceCall: {
    who: WORKSPACE,
    fields:
      'closedReason closesOn decidedAt firstLoop firstLoopId history id key minimumTerm moves opensOn qualifications questions seats state text title version',
  },
  'WorkspaceCall: who has applied': { who: CIRCLE, fields: 'applications counts' },
  'WorkspaceCall: who has looked': { who: ADMINISTRATORS, fields: 'accesses' },
  WorkspaceDecision: {
    who: WORKSPACE,
    fields: 'body day id measures nextSteps note point ruling version',
  },
  WorkspaceDecisionConnection: { who: WORKSPACE, fields: 'edges pageInfo' },
  WorkspaceDecisionEdge: { who: WORKSPACE, fields: 'cursor node' },
  WorkspaceGoal: { who: WORKSPACE, fields: 'id key title version' },
  WorkspaceIdea: {
    who: WORKSPACE,
    fields:
      'acknowledgedAt answeredAt answeredBy id measure moves name reason state submittedAt text title topic version',
  },
  'WorkspaceIdea: the address of its author': { who: CIRCLE, fields: 'email' },
  WorkspaceLoop: {
    who: WORKSPACE,
    fields:
      'actionFields counts endDay history id number recorded reflection stage stages startDay version',
  },
  WorkspaceMeasure: {
    who: WORKSPACE,
    fields:
      'actionField anchoredIn availableMoves chain checker commissioner commissionerTookOver contributors decisionRequiredFor decisions description dueDay endReason goals guides helpWanted hints history id ideas key lastActivityAt late lesson loopNumber loopStage mayEdit nextSteps noNextStepNeeded owner ownerAccepted phase recorded results stale staleDays stepCount steps stepsSettled stoppedIn successCriterion title unit verdict version',
  },
  // Null for whoever can’t take the last move back.
  'WorkspaceMeasure: the way back': { who: ['owner', ...CIRCLE], fields: 'undoTo' },
  WorkspaceNextStep: {
    who: WORKSPACE,
    fields:
      'addresseePerson addresseeUnit becameMeasure doneDay dropReason dueDay dueFrom id key overdue position state text',
  },
  // The address of another person is the administrators' alone to read.
  WorkspacePerson: {
    who: WORKSPACE,
    fields:
      'blocked email id key name openMeasures publicName publicNameChoices role termFirstLoop termHint termLastLoop tooManyMeasures unit version',
  },
  WorkspaceProgramme: {
    who: WORKSPACE,
    fields:
      'accessibilityText applicationDomains applicationRetentionDays contactAddress defaultLanguage feedbackOpen history id ideasOpen organisation privacyText published purpose slug staleAfterDays timeZone title version words',
  },
  WorkspaceResult: {
    who: WORKSPACE,
    fields: 'attachments day html id internalReason key publishedAt state text',
  },
  WorkspaceStep: {
    who: WORKSPACE,
    fields: 'doneDay dropReason dueDay id late position stage state text',
  },
  WorkspaceTopic: { who: WORKSPACE, fields: 'actionFields description id key title version' },
  WorkspaceThanks: { who: WORKSPACE, fields: 'at id name personId text' },
  WorkspaceUnit: { who: WORKSPACE, fields: 'id key kind name parentId version' },
  WorkspaceVoice: {
    who: WORKSPACE,
    fields:
      'agreed answer answeredAt answeredBy id inPublic kind language ledTo mayAnswer mayShow measure reason receivedAt state text theme version wantsMail',
  },
  WorkspaceVoiceConnection: { who: WORKSPACE, fields: 'edges pageInfo' },
  WorkspaceVoiceEdge: { who: WORKSPACE, fields: 'cursor node' },
  WorkspaceVoiceTheme: { who: WORKSPACE, fields: 'count id name' },
  WorkspaceVoiceThemeName: { who: WORKSPACE, fields: 'id name' },
};

/** Addresses of people, wherever a person stands in an answer. */
export const ADDRESSES: Readonly<Record<'own' | 'others', Who>> = {
  own: WORKSPACE,
  others: ADMINISTRATORS,
};

/** What mutations answer: what tells of records is for those who may enter the workspace. */
export const ANSWERS: Readonly<Record<string, Fields>> = {
  UserError: { who: SIGNED_IN, fields: 'code field message' },
  NotFound: { who: SIGNED_IN, fields: 'code field message' },
  NotAllowed: { who: WORKSPACE, fields: 'code field message' },
  InvalidInput: { who: WORKSPACE, fields: 'code faults field message' },
  InputFault: { who: WORKSPACE, fields: 'field limit message problem' },
  ApplicationNotPossible: { who: APPLICANTS, fields: 'code field message' },
  CallMoveNotAllowed: { who: CIRCLE, fields: 'code field from intent message' },
  CallNotReady: { who: CIRCLE, fields: 'code field message missing' },
  NoSeatLeft: { who: CIRCLE, fields: 'code field message seats' },
  SelectionNotAllowed: { who: CIRCLE, fields: 'code field message' },
  HandedOver: { who: ['owner', ...CIRCLE], fields: 'measures' },
  HandOverBlocked: { who: ['owner', ...CIRCLE], fields: 'code field inTheWay message' },
  HandOverObstacle: { who: ['owner', ...CIRCLE], fields: 'code measureId message title' },
  // Authors are told where their own idea stands.
  IdeaMoveNotAllowed: { who: SIGNED_IN, fields: 'code field from message' },
  IdeasNotOpen: { who: APPLICANTS, fields: 'code field message' },
  InUse: { who: CIRCLE, fields: 'code field message' },
  ErasureNotReady: { who: ADMINISTRATORS, fields: 'code field message obstacles' },
  ErasureObstacle: { who: ADMINISTRATORS, fields: 'code measureId programme title' },
  LoopFrozen: { who: EDITORS, fields: 'code field loopNumber message' },
  LoopNotReady: { who: CIRCLE, fields: 'code field message obstacles' },
  LoopStageNotAllowed: { who: CIRCLE, fields: 'code field from message to' },
  MeasureHasSuccessor: { who: CIRCLE, fields: 'code field loopNumber message' },
  MoveNotAllowed: { who: WORKSPACE, fields: 'code field from message to' },
  MoveNotReady: { who: ['owner', 'checker', ...CIRCLE], fields: 'code field message missing' },
  StaleVersion: { who: EDITORS, fields: 'changes code currentVersion field message' },
  VoiceMoveNotAllowed: { who: EDITORS, fields: 'code field message state' },
  Removed: { who: THANKING, fields: 'id' },
  RetriedMail: { who: ADMINISTRATORS, fields: 'id' },
  // Echoes the ids that the caller has sent.
  BulkMeasureAnswer: { who: SIGNED_IN, fields: 'answer measureId' },
};

/** Addresses of the server beside GraphQL, as the program declares them. */
export const ROUTES: Readonly<Record<string, Who>> = {
  'GET /': ANYONE,
  'GET /robots.txt': ANYONE,
  'GET /sitemap.xml': ANYONE,
  // The page of a call; only its own application is shown to who is signed in.
  'GET /de/:slug/mitmachen': ANYONE,
  'GET /en/:slug/join': ANYONE,
  'POST /de/:slug/mitmachen': ANYONE,
  'POST /en/:slug/join': ANYONE,
  // Where readers ask or say something of a success.
  'GET /de/:slug/erfolge/:key/rueckmeldung': ANYONE,
  'GET /en/:slug/successes/:key/feedback': ANYONE,
  'POST /de/:slug/erfolge/:key/rueckmeldung': ANYONE,
  'POST /en/:slug/successes/:key/feedback': ANYONE,
  // Where the people of a success are thanked; only the own thanks are shown to who is signed in.
  'GET /de/:slug/erfolge/:key/danke': ANYONE,
  'GET /en/:slug/successes/:key/thanks': ANYONE,
  'POST /de/:slug/erfolge/:key/danke': ANYONE,
  'POST /en/:slug/successes/:key/thanks': ANYONE,
  // The page of ideas; only the own ones are shown to who is signed in.
  'GET /de/:slug/ideen': ANYONE,
  'GET /en/:slug/ideas': ANYONE,
  'POST /de/:slug/ideen': ANYONE,
  'POST /en/:slug/ideas': ANYONE,
  // Public pages and feeds.
  'GET /*path': ANYONE,
  'GET /health/live': ANYONE,
  'GET /health/ready': ANYONE,
  'GET /sign-in': ANYONE,
  'GET /sign-in/provider': ANYONE,
  'GET /sign-in/provider/return': ANYONE,
  'POST /sign-in/email': ANYONE,
  'GET /sign-in/sent': ANYONE,
  'GET /sign-in/link': ANYONE,
  'POST /sign-in/link': ANYONE,
  // Only where mails are kept in a folder for trying out.
  'GET /sign-in/mails': ANYONE,
  'POST /sign-in/demonstration': ANYONE,
  'POST /sign-out': ANYONE,
  'GET /sign-in/signed-out': ANYONE,
  // Whoever holds the link of a mail, for the person that it was made for.
  'GET /mail/:token': ANYONE,
  'POST /mail/:token': ANYONE,
  // One's own data, whoever one is; who isn't signed in is led to the sign-in.
  'GET /my-data': SIGNED_IN,
  'POST /my-data/public-name': SIGNED_IN,
  'POST /my-data/take-out': SIGNED_IN,
  'GET /my-data/take-out/:secret': SIGNED_IN,
  'POST /my-data/erase': SIGNED_IN,
  'GET /my-data/erased': ANYONE,
  // The same empty document for each address; who isn't signed in is led to the sign-in.
  'GET /workspace': SIGNED_IN,
  'GET /workspace/*path': SIGNED_IN,
  // What changes, and who looks at a measure.
  'GET /workspace/events/:slug': WORKSPACE,
  // The successes page with drafts in it.
  'GET /workspace/:language/:slug/preview': WORKSPACE,
  // The page of a call, drafts included.
  'GET /workspace/:language/:slug/calls/:key/preview': WORKSPACE,
};
