import { QUESTION_ID } from '../support/everyone.js';
import type { State } from '../support/fresh-records.js';
import { AGREED } from '../support/voices.js';

const ANSWERS = [{ questionId: QUESTION_ID, text: 'Darum' }];
const ANSWERED = { state: 'ANSWERED', answer: 'Darum', answeredAt: new Date() } as const;

/**
 * What a line of who-may-what.ts finds, where it isn't what any other would: a measure in DO with an open and a done
 * step, a draft and a published result, and an open and a done next step.
 */
export const STATES: Readonly<Record<string, State>> = {
  'Mutation.editMeasure: its texts': { input: { title: 'Neu', goalIds: [] } },
  'Mutation.editMeasure: its verdict and lesson': { input: { verdict: 'ADOPT', lesson: 'Neu' } },
  'Mutation.editMeasure: the decision that it needs': { input: { decisionRequiredFor: 'ACT' } },
  'Mutation.editStep': { input: { text: 'Neu' } },
  'Mutation.reopenStep': { input: { stepId: '@doneStepId' } },
  'Mutation.editNextStep': { input: { text: 'Neu' } },
  'Mutation.reopenNextStep': { input: { nextStepId: '@doneNextStepId' } },
  'Mutation.draftResult: a draft': { input: { resultId: '@resultId', text: 'Neu' } },
  'Mutation.draftResult: a published one': { input: { resultId: '@publishedId', text: 'Neu' } },
  'Mutation.addAttachment: to a published result': { input: { resultId: '@publishedId' } },
  'Mutation.removeAttachment: of a published result': {
    input: { resultId: '@publishedId', attachmentId: '@publishedAttachmentId' },
  },
  'Mutation.removeResult: a published one': { input: { resultId: '@publishedId' } },
  'Mutation.withdrawResult': { input: { resultId: '@publishedId' } },
  'Mutation.acceptOwnership': { measure: { ownerAccepted: false } },
  'Mutation.assignOwner': { input: { personId: '@personId' } },
  'Mutation.assignChecker': { input: { personId: '@personId' } },
  'Mutation.assignCommissioner': { input: { personId: '@personId' } },
  'Mutation.removeContributor': { input: { personId: '@contributorId' } },
  'Mutation.removeGuide': { input: { personId: '@guideId' } },
  'Mutation.moveMeasure: into work, DO': { measure: { phase: 'PLAN' }, input: { to: 'DO' } },
  'Mutation.moveMeasure: for the check, CHECK': { settled: true, input: { to: 'CHECK' } },
  'Mutation.moveMeasure: back to work, DO': {
    measure: { phase: 'CHECK' },
    input: { to: 'DO', reason: 'Weil' },
  },
  'Mutation.moveMeasure: judged, ACT': { measure: { phase: 'CHECK' }, input: { to: 'ACT' } },
  'Mutation.moveMeasure: to its end, DONE': {
    measure: { phase: 'ACT', commissionerTookOver: true },
    settled: true,
    input: { to: 'DONE' },
  },
  'Mutation.moveMeasure: stopped, STOPPED': { input: { reason: 'Weil' } },
  'Mutation.moveMeasures': { input: { reason: 'Weil' } },
  'Mutation.undoLastMove': { movedFrom: 'PLAN', input: { reason: 'Weil' } },
  'Mutation.planSuccessor': { measure: { phase: 'ACT', verdict: 'ADAPT' } },
  'Mutation.askQuestion': {},
  'Mutation.editTopic': { input: { title: 'Neu' } },
  'Mutation.editDecision': { input: { note: 'Neu' } },
  'Mutation.editLoop': { input: { reflection: 'Neu' } },
  'Mutation.removeLoop': { loop: { stage: 'PLANNED' } },
  'Mutation.reviewLoop': { loop: { stage: 'RUNNING' } },
  'Mutation.closeLoop': { loop: { stage: 'REVIEW' } },
  'Mutation.reopenLoop': { loop: { stage: 'CLOSED' }, input: { reason: 'Weil' } },
  'Mutation.editPerson': { input: { name: 'Neu' } },
  'ErasureNotReady: erasePerson': { input: { personId: '@ownerId' } },
  'Mutation.unblockPerson': { input: { personId: '@blockedPersonId' } },
  'Mutation.editProgramme': { input: { version: '@programmeVersion', purpose: 'Neu' } },
  'Mutation.editUnit': { input: { name: 'Neu' } },

  'Mutation.answerVoice: in public': { voice: AGREED, input: { inPublic: true } },
  'Mutation.answerVoice: in other words': { voice: ANSWERED },
  'Mutation.reopenVoice': { voice: { state: 'SET_ASIDE', reason: 'Weil' } },
  'Mutation.sortVoice': { input: { themeId: '@themeId', ledToMeasureId: '@measureId' } },
  'Mutation.addVoiceTheme': { input: { name: '@newName' } },
  'Mutation.renameVoiceTheme': { input: { name: '@newName' } },

  'Mutation.editCall': { input: { title: 'Neu' } },
  'Mutation.openCall': { call: { state: 'DRAFT' } },
  'Mutation.closeCall': { input: { reason: 'Weil' } },
  'Mutation.decideCall': { call: { state: 'CLOSED' } },
  'Mutation.chooseApplicant': { call: { state: 'CLOSED' } },
  'Mutation.waitlistApplicant': { call: { state: 'CLOSED' } },
  'Mutation.declineApplicant': { call: { state: 'CLOSED' }, input: { reason: 'Weil' } },
  'Mutation.reconsiderApplicant': {
    call: { state: 'CLOSED' },
    application: { state: 'CHOSEN' },
  },
  'Mutation.moveOnWaitlist': {
    call: { state: 'CLOSED' },
    application: { state: 'WAITLISTED', rank: 1 },
  },
  'Mutation.noteApplicant': { input: { note: 'Neu' } },
  'Mutation.applyToCall': { input: { answers: ANSWERS } },
  'Mutation.editApplication': { input: { motivation: 'Neu', answers: ANSWERS } },

  'Mutation.takeUpIdea': { input: { actionFieldId: '@actionFieldId' } },
  'Mutation.submitIdea': { ideasOpen: true },
  'Mutation.editIdea': { input: { title: 'Neu' } },

  'InvalidInput: addStep': { input: { text: ' ' } },
  'StaleVersion: editMeasure': { input: { title: 'Neu', version: 0 } },
  'LoopFrozen: editMeasure': { field: 'telefon-1', input: { title: 'Neu' } },
  'MoveNotAllowed: moveMeasure': { input: { to: 'ACT' } },
  'MoveNotReady: moveMeasure': {
    measure: { phase: 'PLAN', successCriterion: null },
    input: { to: 'DO' },
  },
  'HandOverBlocked: handOverMeasures': { measure: { phase: 'STOPPED' } },
  'InUse: removeTopic': { input: { topicId: '@usedTopicId' } },
  'CallMoveNotAllowed: openCall': {},
  'CallNotReady: openCall': { call: { state: 'DRAFT', text: null } },
  'SelectionNotAllowed: chooseApplicant': {},
  'NoSeatLeft: chooseApplicant': { call: { state: 'CLOSED' }, full: true },
  'ApplicationNotPossible: applyToCall': { call: { state: 'CLOSED' } },
  'VoiceMoveNotAllowed: answerVoice': { voice: { state: 'SET_ASIDE', reason: 'Weil' } },
  'IdeaMoveNotAllowed: acknowledgeIdea': { idea: { state: 'ACKNOWLEDGED' } },
  'IdeasNotOpen: submitIdea': { ideasOpen: false },
  'LoopNotReady: closeLoop': { loop: { stage: 'REVIEW', reflection: null } },
  'LoopStageNotAllowed: startLoop': { loop: { stage: 'REVIEW' } },
  'MeasureHasSuccessor: carryOverMeasure': { input: { measureId: '@carriedId' } },
};
