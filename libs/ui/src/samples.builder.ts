import type {
  Language,
  LoopIndexView,
  LoopPageView,
  LoopView,
  NextStepView,
  PathDot,
  ProgrammesPageView,
  ProgrammeView,
  SuccessesPageView,
  SuccessPageView,
  SuccessView,
  Text,
  TopicPageView,
  TopicView,
} from './views.js';

/** Views of an invented programme, for specs and for looking at the pages. */
const de = (text: string): Text => ({ text, language: 'de' });

export const asOf = '2025-11-14T06:00:00.000Z';

export function sampleProgramme(changes: Partial<ProgrammeView> = {}): ProgrammeView {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    slug: 'stadtgruen',
    organisation: de('Grünflächenamt Beispielstadt'),
    title: de('Unterwegs zum offenen Stadtgarten'),
    purpose: de(
      'Wir richten unser Amt an den Menschen aus, die unsere Parks nutzen. Hier steht, welche **Fragen** wir uns stellen, was wir dafür tun und was dabei herauskam.',
    ),
    contactAddress: 'stadtgruen@example.org',
    defaultLanguage: 'de',
    timeZone: 'Europe/Berlin',
    accessibilityText: null,
    privacyText: null,
    words: {},
    callOpen: false,
    feedbackOpen: false,
    ideasOpen: false,
    ...changes,
  };
}

export function sampleLoop(number: number, changes: Partial<LoopView> = {}): LoopView {
  return {
    id: `loop-${number}`,
    number,
    startDay: '2024-01-08',
    endDay: '2024-04-26',
    stage: 'CLOSED',
    counts: [
      { phase: 'DONE', count: 4 },
      { phase: 'CARRIED_OVER', count: 1 },
    ],
    total: 5,
    ...changes,
  };
}

export function sampleLoops(): readonly LoopView[] {
  return [
    sampleLoop(1),
    sampleLoop(2, {
      startDay: '2024-05-06',
      endDay: '2024-09-27',
      counts: [
        { phase: 'DONE', count: 5 },
        { phase: 'STOPPED', count: 1 },
      ],
      total: 6,
    }),
    sampleLoop(3, {
      startDay: '2024-10-07',
      endDay: '2025-02-28',
      counts: [
        { phase: 'DONE', count: 6 },
        { phase: 'CARRIED_OVER', count: 1 },
      ],
      total: 7,
    }),
    sampleLoop(4, {
      startDay: '2025-03-03',
      endDay: '2025-07-31',
      counts: [
        { phase: 'DONE', count: 6 },
        { phase: 'CARRIED_OVER', count: 2 },
      ],
      total: 8,
    }),
    sampleLoop(5, {
      startDay: '2025-09-15',
      endDay: '2026-01-30',
      stage: 'RUNNING',
      counts: [
        { phase: 'PLAN', count: 2 },
        { phase: 'DO', count: 4 },
        { phase: 'CHECK', count: 2 },
        { phase: 'ACT', count: 1 },
        { phase: 'DONE', count: 3 },
      ],
      total: 12,
    }),
  ];
}

function nextStep(id: string, text: string, changes: Partial<NextStepView> = {}): NextStepView {
  return {
    id,
    text: de(text),
    state: 'OPEN',
    overdue: false,
    dueFrom: null,
    dueDay: null,
    doneDay: null,
    addressee: null,
    takenUp: null,
    ...changes,
  };
}

export function sampleSuccess(changes: Partial<SuccessView> = {}): SuccessView {
  return {
    id: 'result-1',
    measureId: 'measure-1',
    key: 'beete-4',
    topicKey: 'patenschaften',
    topicTitle: de('Beetpatenschaften'),
    loopNumber: 4,
    loopStage: 'CLOSED',
    phase: 'DONE',
    question: de('Wie werden Nachbar:innen zu Pat:innen für ein Beet?'),
    measureTitle: de('Patenschaften in zwei Vierteln erproben'),
    measureDescription: de(
      'Wir laden ein, hören zu und vereinbaren gemeinsam, was ein Beet braucht.',
    ),
    steps: [
      {
        text: de('Viertel auswählen und Anwohnende einladen'),
        stage: de('Vorbereitung'),
        state: 'DONE',
        dueDay: '2025-03-31',
      },
      {
        text: de('Vereinbarung auf einer Seite entwerfen'),
        stage: de('Vorbereitung'),
        state: 'DONE',
        dueDay: null,
      },
      {
        text: de('Erste Saison begleiten und Erfahrungen sammeln'),
        stage: de('Erprobung'),
        state: 'OPEN',
        dueDay: '2025-12-05',
      },
      {
        text: de('Werkzeugverleih einrichten'),
        stage: de('Erprobung'),
        state: 'DROPPED',
        dueDay: null,
      },
    ],
    result: de(
      'Vierzehn Beete haben Pat:innen gefunden. Die **Vereinbarung auf einer Seite** hat sich bewährt:\n\n- Sie ist in fünf Minuten gelesen.\n- Sie nennt eine Ansprechperson.',
    ),
    resultDay: '2025-07-04',
    publishedAt: '2025-07-11T08:30:00.000Z',
    attachments: [
      {
        kind: 'FILE',
        title: de('Vereinbarung als Muster'),
        address: 'https://example.org/muster.pdf',
        alternativeText: null,
        transcript: null,
      },
      {
        kind: 'FIGURE',
        title: de('Die Beete im Plan'),
        address: '/files/plan.png',
        alternativeText: de('Stadtplan mit vierzehn markierten Beeten'),
        transcript: de('Sieben Beete im Norden, sieben im Süden.'),
      },
    ],
    nextSteps: [
      nextStep('n1', 'Patenschaften in allen Vierteln anbieten.', {
        state: 'BECAME_MEASURE',
        addressee: de('alle Bezirke'),
        takenUp: { loopNumber: 5, topicKey: 'patenschaften', successKey: null },
      }),
      nextStep('n2', 'Liste der freien Beete abgleichen.', {
        overdue: true,
        dueDay: '2025-10-31',
        addressee: de('Planung'),
      }),
      nextStep('n3', 'Ergebnis in der Amtsrunde vorstellen.', {
        state: 'DONE',
        doneDay: '2025-07-16',
      }),
      nextStep('n4', 'Schulung für neue Pat:innen anbieten.', { dueDay: '2025-12-12' }),
    ],
    guides: [
      { name: null, unit: null },
      { name: null, unit: null },
    ],
    goals: [de('Parks für alle')],
    continuedFrom: { loopNumber: 3, successKey: 'beete-3' },
    continuedIn: { loopNumber: 5, successKey: null },
    ...changes,
  };
}

const earlier = (): SuccessView =>
  sampleSuccess({
    id: 'result-0',
    measureId: 'measure-0',
    key: 'beete-3',
    loopNumber: 3,
    question: de('Was hält Menschen davon ab, ein Beet zu pflegen?'),
    measureTitle: de('Gespräche am Gartenzaun'),
    measureDescription: null,
    steps: [],
    result: de('Es fehlt an Werkzeug und an einer Ansprechperson, selten an Zeit.'),
    resultDay: null,
    publishedAt: '2025-02-20T23:30:00.000Z',
    attachments: [],
    nextSteps: [
      nextStep('n0', 'Patenschaften erproben.', {
        state: 'BECAME_MEASURE',
        takenUp: { loopNumber: 4, topicKey: 'patenschaften', successKey: 'beete-4' },
      }),
    ],
    guides: [
      { name: 'Ada Beispiel', unit: 'Planung' },
      { name: null, unit: null },
    ],
    goals: [],
    continuedFrom: null,
    continuedIn: { loopNumber: 4, successKey: 'beete-4' },
  });

const english = (): SuccessView =>
  sampleSuccess({
    id: 'result-2',
    measureId: 'measure-2',
    key: 'signs-4',
    topicKey: 'wege',
    topicTitle: de('Wege und Schilder'),
    phase: 'CARRIED_OVER',
    question: { text: 'How do visitors find the quiet corners?', language: 'en' },
    measureTitle: { text: 'New signs on three paths', language: 'en' },
    measureDescription: null,
    steps: [],
    result: { text: 'Signs help; **maps at the gates** help more.', language: 'en' },
    resultDay: null,
    publishedAt: '2025-07-18T10:00:00.000Z',
    attachments: [],
    nextSteps: [],
    guides: [],
    goals: [],
    continuedFrom: null,
    continuedIn: null,
  });

const path = (states: readonly PathDot['state'][]): readonly PathDot[] =>
  states.map((state, index) => ({
    loopNumber: index + 1,
    stage: index === 4 ? 'RUNNING' : 'CLOSED',
    state,
  }));

export function sampleTopic(changes: Partial<TopicView> = {}): TopicView {
  return {
    id: 'topic-1',
    key: 'patenschaften',
    title: de('Beetpatenschaften'),
    description: de('Wie Menschen Verantwortung für ein Stück Grün übernehmen.'),
    path: path(['none', 'none', 'success', 'success', 'entry']),
    successes: [sampleSuccess(), earlier()],
    more: 0,
    ...changes,
  };
}

export function sampleSuccessesPage(changes: Partial<SuccessesPageView> = {}): SuccessesPageView {
  const topics = [
    sampleTopic(),
    sampleTopic({
      id: 'topic-2',
      key: 'wege',
      title: de('Wege und Schilder'),
      description: null,
      path: path(['none', 'none', 'none', 'success', 'entry']),
      successes: [english()],
      more: 0,
    }),
  ];
  return {
    programme: sampleProgramme(),
    asOf,
    loops: sampleLoops(),
    topics,
    filter: { search: '', loop: null, phase: null, topic: null, goal: null, unit: null },
    choices: {
      topics: topics.map(({ key, title }) => ({ value: key, label: title })),
      goals: [],
      units: [],
    },
    topicCount: 2,
    successCount: 3,
    after: null,
    nextAfter: 'wege',
    voices: { themes: [], newest: [] },
    ...changes,
  };
}

export function sampleSuccessPage(): SuccessPageView {
  return {
    programme: sampleProgramme(),
    asOf,
    success: sampleSuccess(),
    previous: { key: 'beete-3', question: de('Was hält Menschen davon ab, ein Beet zu pflegen?') },
    next: {
      key: 'signs-4',
      question: { text: 'How do visitors find the quiet corners?', language: 'en' },
    },
    voices: [],
  };
}

export function sampleLoopPage(): LoopPageView {
  return {
    programme: sampleProgramme(),
    asOf,
    loop: sampleLoop(4),
    successes: [sampleSuccess(), english()],
    previous: sampleLoop(3),
    next: sampleLoop(5),
  };
}

export function sampleLoopIndex(): LoopIndexView {
  return { programme: sampleProgramme(), asOf, loops: sampleLoops() };
}

export function sampleTopicPage(): TopicPageView {
  return {
    programme: sampleProgramme(),
    asOf,
    topic: sampleTopic(),
    previous: null,
    next: { key: 'wege', title: de('Wege und Schilder') },
  };
}

export function sampleProgrammesPage(): ProgrammesPageView {
  return { programmes: [{ ...sampleProgramme(), successCount: 3, loopCount: 5 }] };
}

export const sampleFrame = (language: Language) =>
  ({
    language,
    origin: 'https://example.org',
    stylesheet: '/assets/public.0123abcd.css',
    font: '/assets/fonts/FiraSans-Regular.woff2',
  }) as const;
