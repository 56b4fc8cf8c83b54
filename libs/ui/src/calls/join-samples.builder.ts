import { sampleProgramme } from '../samples.builder.js';
import type { ApplicationView, JoinFields, JoinPageView } from './join-view.js';

/** Views of an invented call, for specs and for looking at the page. */
export function sampleFields(changes: Partial<JoinFields> = {}): JoinFields {
  return {
    name: 'Kim Beispiel',
    email: 'kim.beispiel@',
    motivation: 'Beete kenne ich gut, "Wandel" <noch> nicht.\nDas möchte ich ändern.',
    qualifications: ['Moderation'],
    topicIds: ['t-2'],
    lastLoop: '',
    answers: { 'q-1': 'Vier Stunden in der Woche.' },
    consent: true,
    ...changes,
  };
}

export function sampleApplication(changes: Partial<ApplicationView> = {}): ApplicationView {
  return {
    state: 'RECEIVED',
    name: 'Kim Beispiel',
    email: 'kim@example.org',
    motivation: 'Beete kenne ich gut.',
    qualifications: ['Moderation'],
    topicIds: ['t-2'],
    lastLoop: 8,
    answers: [
      {
        questionId: 'q-1',
        question: 'Wie viel Zeit haben Sie?',
        text: 'Vier Stunden in der Woche.',
      },
    ],
    reason: null,
    receivedAt: '2025-11-20T09:00:00.000Z',
    mayChange: true,
    mayWithdraw: true,
    ...changes,
  };
}

export function sampleJoinPage(changes: Partial<JoinPageView> = {}): JoinPageView {
  const fields = changes.sent || changes.application ? sampleFields() : blankFields;
  return {
    programme: sampleProgramme({ callOpen: changes.open ?? true }),
    call: {
      title: { text: 'Begleiten Sie den Wandel: zwei Lernschleifen lang', language: 'de' },
      text: {
        text: 'Wir suchen Menschen, die eine Maßnahme von der Frage bis zum Ergebnis führen. Vorwissen hilft, Neugier genügt.\n\n## Was wir bieten\n\n- Einarbeitung an zwei Vormittagen\n- Austausch alle zwei Wochen',
        language: 'de',
      },
      closesOn: '2025-12-05',
      seats: 5,
      firstLoop: 6,
      minimumTerm: 2,
      qualifications: ['Moderation', 'Projektarbeit', 'Redaktion'],
      questions: [{ id: 'q-1', text: 'Wie viel Zeit haben Sie?' }],
    },
    open: true,
    consentVersion: 'applications-1',
    retentionDays: 90,
    topics: [
      { value: 't-1', label: { text: 'Beetpatenschaften', language: 'de' } },
      { value: 't-2', label: { text: 'Wege und Schilder', language: 'de' } },
    ],
    applicant: null,
    byEmail: true,
    signIn: true,
    application: null,
    toConfirm: null,
    fields,
    faults: [],
    problem: null,
    note: null,
    sent: false,
    ...changes,
  };
}

export const blankFields: JoinFields = {
  name: '',
  email: '',
  motivation: '',
  qualifications: [],
  topicIds: [],
  lastLoop: '',
  answers: {},
  consent: false,
};
