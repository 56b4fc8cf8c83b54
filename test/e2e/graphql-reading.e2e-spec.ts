import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, read } from '../support/graphql.js';
import {
  aDoneMeasure,
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** The sample, with a chain through two loops, a translation and an attachment. */
function aTranslatedProgramme(): ProgrammeDraft {
  const draft = aProgramme('probe');
  Object.assign(draft.programme, { translations: { en: { title: 'Short ways' } } });
  Object.assign(draft.topics?.[0] ?? {}, {
    description: 'Wer **anruft**, erreicht jemanden.',
    translations: { en: { title: 'Telephone' } },
  });
  Object.assign(draft.actionFields?.[1] ?? {}, {
    translations: { en: { question: 'Who calls back?' } },
  });
  Object.assign(measureOf(draft, 'telefondienst'), {
    phase: 'CARRIED_OVER',
    reason: 'Die Zeit war zu kurz.',
  });
  const callbacks = measureOf(draft, 'rueckrufe');
  callbacks.carriedFrom = 'telefondienst';
  Object.assign(callbacks, { translations: { en: { title: 'Calling back' } } });
  Object.assign(callbacks.results?.[0] ?? {}, {
    attachments: [
      {
        kind: 'FIGURE',
        title: 'Wartezeiten',
        address: 'https://files.example.org/wartezeiten.png',
        alternativeText: 'Die Wartezeit sinkt von neun auf zwei Minuten.',
      },
    ],
    translations: { en: { text: 'Waiting takes two minutes.' } },
  });
  return draft;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aTranslatedProgramme());
  await brought(server.source, {
    ...aProgramme('andere'),
    programme: { ...aProgramme('andere').programme, title: 'Andere Wege' },
  });
});
afterAll(() => server.stop());

const MEASURE = `fragment M on Measure {
  key phase
  title { text language } description { text }
  topic { key } loop { number } actionField { key question { text language } loop { number } }
  goals { text }
  steps { text { text } state stage { text } dueDay }
  results { text { text } day publishedAt attachments { kind title { text } address alternativeText { text } transcript { text } } }
  nextSteps { text { text } state overdue dueFrom dueDay doneDay addressee { text } takenUp { loopNumber topicKey successKey } }
  guides { name unit }
}`;

const CALLBACKS = {
  key: 'rueckrufe',
  phase: 'DONE',
  title: { text: 'Maßnahme rueckrufe', language: 'de' },
  description: { text: 'Beschreibung von rueckrufe' },
  topic: { key: 'telefon' },
  loop: { number: 2 },
  actionField: {
    key: 'telefon-2',
    question: { text: 'Wer ruft zurück?', language: 'de' },
    loop: { number: 2 },
  },
  goals: [{ text: 'Nähe' }],
  steps: [{ text: { text: 'Schritt von rueckrufe' }, state: 'DONE', stage: null, dueDay: null }],
  results: [
    {
      text: { text: 'Ergebnis von rueckrufe' },
      day: '2026-04-01',
      publishedAt: '2026-04-02T08:00:00.000Z',
      attachments: [
        {
          kind: 'FIGURE',
          title: { text: 'Wartezeiten' },
          address: 'https://files.example.org/wartezeiten.png',
          alternativeText: { text: 'Die Wartezeit sinkt von neun auf zwei Minuten.' },
          transcript: null,
        },
      ],
    },
  ],
  nextSteps: [
    {
      text: { text: 'Weiter mit rueckrufe' },
      state: 'OPEN',
      overdue: false,
      dueFrom: null,
      dueDay: '2026-12-24',
      doneDay: null,
      addressee: { text: 'Büro' },
      takenUp: null,
    },
  ],
  guides: [{ name: 'Gisela Gerdes', unit: 'Büro' }],
};

describe('programme', () => {
  it('answers its own facts, its loops with progress, and its topics with their paths', async () => {
    const { programme } = await read(
      server,
      `{ programme(slug: "probe") {
        slug title { text language } organisation { text } purpose { text } contactAddress language timeZone
        accessibilityText { text } privacyText { text }
        loops { number stage startDay endDay total counts { phase count } }
        first: loop(number: 1) { stage } planned: loop(number: 3) { stage } none: loop(number: -1) { stage }
        topics { key title { text } description { text } path { loopNumber stage state } }
        topic(key: "formulare") { title { text } } missing: topic(key: "keines") { key }
        goals { key title { text } } units { key name { text } }
      } }`,
    );
    expect(programme).toEqual({
      slug: 'probe',
      title: { text: 'Kurze Wege', language: 'de' },
      organisation: { text: 'Stadtwerke Mooringen' },
      purpose: { text: 'Anliegen sollen beim ersten Mal ankommen.' },
      contactAddress: 'wege@example.org',
      language: 'de',
      timeZone: 'Europe/Berlin',
      accessibilityText: null,
      privacyText: null,
      loops: [
        {
          number: 1,
          stage: 'CLOSED',
          startDay: '2026-01-12',
          endDay: '2026-04-30',
          total: 1,
          counts: [{ phase: 'CARRIED_OVER', count: 1 }],
        },
        {
          number: 2,
          stage: 'RUNNING',
          startDay: '2026-05-04',
          endDay: '2026-12-18',
          total: 2,
          counts: [
            { phase: 'DO', count: 1 },
            { phase: 'DONE', count: 1 },
          ],
        },
      ],
      first: { stage: 'CLOSED' },
      planned: null,
      none: null,
      topics: [
        {
          key: 'telefon',
          title: { text: 'Telefon' },
          description: { text: 'Wer **anruft**, erreicht jemanden.' },
          path: [
            { loopNumber: 1, stage: 'CLOSED', state: 'SUCCESS' },
            { loopNumber: 2, stage: 'RUNNING', state: 'SUCCESS' },
          ],
        },
        {
          key: 'formulare',
          title: { text: 'Formulare' },
          description: null,
          path: [
            { loopNumber: 1, stage: 'CLOSED', state: 'NONE' },
            { loopNumber: 2, stage: 'RUNNING', state: 'ENTRY' },
          ],
        },
      ],
      topic: { title: { text: 'Formulare' } },
      missing: null,
      goals: [{ key: 'naehe', title: { text: 'Nähe' } }],
      units: [
        { key: 'haus', name: { text: 'Haus' } },
        { key: 'buero', name: { text: 'Büro' } },
      ],
    });
  });

  it('leads from its topics through their action fields to the measures', async () => {
    const { programme } = await read(
      server,
      `{ programme(slug: "probe") { topics { key actionFields { key loop { number } measures { ...M } } } } } ${MEASURE}`,
    );
    expect(programme.topics).toEqual([
      {
        key: 'telefon',
        actionFields: [
          {
            key: 'telefon-1',
            loop: { number: 1 },
            measures: [expect.objectContaining({ key: 'telefondienst', phase: 'CARRIED_OVER' })],
          },
          { key: 'telefon-2', loop: { number: 2 }, measures: [CALLBACKS] },
        ],
      },
      { key: 'formulare', actionFields: [] },
    ]);
  });

  it('is null for a slug that is none', async () => {
    for (const slug of ['niemandes', '', 'Probe', "'; DROP TABLE programme; --", 'x'.repeat(5_000)])
      expect(
        await read(server, 'query ($slug: String!) { programme(slug: $slug) { id } }', { slug }),
      ).toEqual({ programme: null });
  });
});

describe('programmes', () => {
  it('come by slug, page by page', async () => {
    const query = `query ($after: String) { programmes(first: 1, after: $after) {
      edges { cursor node { slug title { text } successes(first: 1) { totalCount } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`;
    const { programmes: one } = await read(server, query);
    expect(one).toEqual({
      edges: [
        {
          cursor: 'andere',
          node: { slug: 'andere', title: { text: 'Andere Wege' }, successes: { totalCount: 2 } },
        },
      ],
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: false,
        startCursor: 'andere',
        endCursor: 'andere',
      },
    });
    const { programmes: two } = await read(server, query, { after: one.pageInfo.endCursor });
    expect(two.edges.map((edge: { cursor: string }) => edge.cursor)).toEqual(['probe']);
    expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
});

describe('successesFeed', () => {
  it('answers each success with its topic, loop, question, measure and next steps', async () => {
    const { successesFeed: feed } = await read(
      server,
      `{ successesFeed(programme: "probe", filter: { loops: [2] }) {
        totalCount
        edges { node {
          key phase question { text } measureTitle { text } measureDescription { text }
          steps { text { text } state } result { text } resultDay publishedAt
          attachments { kind } nextSteps { text { text } addressee { text } } guides { name unit } goals { text }
          continuedFrom { loopNumber successKey } continuedIn { loopNumber }
          topic { key path { state } } loop { number total } measure { key chain { key loop { number } topic { key } } }
        } }
      } }`,
    );
    expect(feed).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            key: 'rueckrufe',
            phase: 'DONE',
            question: { text: 'Wer ruft zurück?' },
            measureTitle: { text: 'Maßnahme rueckrufe' },
            measureDescription: { text: 'Beschreibung von rueckrufe' },
            steps: [{ text: { text: 'Schritt von rueckrufe' }, state: 'DONE' }],
            result: { text: 'Ergebnis von rueckrufe' },
            resultDay: '2026-04-01',
            publishedAt: '2026-04-02T08:00:00.000Z',
            attachments: [{ kind: 'FIGURE' }],
            nextSteps: [{ text: { text: 'Weiter mit rueckrufe' }, addressee: { text: 'Büro' } }],
            guides: [{ name: 'Gisela Gerdes', unit: 'Büro' }],
            goals: [{ text: 'Nähe' }],
            continuedFrom: { loopNumber: 1, successKey: 'telefondienst' },
            continuedIn: null,
            topic: { key: 'telefon', path: [{ state: 'SUCCESS' }, { state: 'SUCCESS' }] },
            loop: { number: 2, total: 2 },
            measure: {
              key: 'rueckrufe',
              chain: [
                { key: 'telefondienst', loop: { number: 1 }, topic: { key: 'telefon' } },
                { key: 'rueckrufe', loop: { number: 2 }, topic: { key: 'telefon' } },
              ],
            },
          },
        },
      ],
    });
  });

  it('is null for a programme that is none', async () => {
    expect(await read(server, '{ successesFeed(programme: "niemandes") { totalCount } }')).toEqual({
      successesFeed: null,
    });
  });
});

describe('success and measure', () => {
  it('are found by the ids that other queries answer, in whatever letters', async () => {
    const { successesFeed: feed } = await read(
      server,
      '{ successesFeed(programme: "probe") { edges { cursor node { id key measure { id } } } } }',
    );
    for (const { cursor, node } of feed.edges) {
      expect(cursor).toBe(node.id);
      for (const id of [node.id, node.id.toUpperCase()])
        expect(
          await read(server, 'query ($id: ID!) { success(id: $id) { id key } }', { id }),
        ).toEqual({ success: { id: node.id, key: node.key } });
      expect(
        await read(server, 'query ($id: ID!) { measure(id: $id) { key } }', {
          id: node.measure.id,
        }),
      ).toEqual({ measure: { key: node.key } });
    }
  });

  it('tell the chain of a measure from either end', async () => {
    const { successesFeed: feed } = await read(
      server,
      '{ successesFeed(programme: "probe") { edges { node { measure { id key } } } } }',
    );
    const chains = await Promise.all(
      feed.edges.map(async ({ node }: { node: { measure: { id: string } } }) => {
        const { measure } = await read(
          server,
          `query ($id: ID!) { measure(id: $id) { ...M chain { key phase loop { number } results { text { text } } } } } ${MEASURE}`,
          { id: node.measure.id },
        );
        return measure.chain;
      }),
    );
    expect(chains).toHaveLength(2);
    expect(chains[0]).toEqual(chains[1]);
    expect(chains[0]).toEqual([
      {
        key: 'telefondienst',
        phase: 'CARRIED_OVER',
        loop: { number: 1 },
        results: [{ text: { text: 'Ergebnis von telefondienst' } }],
      },
      {
        key: 'rueckrufe',
        phase: 'DONE',
        loop: { number: 2 },
        results: [{ text: { text: 'Ergebnis von rueckrufe' } }],
      },
    ]);
  });

  it('are null for ids that nothing has', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(
      await read(server, 'query ($id: ID!) { success(id: $id) { id } measure(id: $id) { id } }', {
        id,
      }),
    ).toEqual({ success: null, measure: null });
  });
});

describe('the wanted language', () => {
  it('reaches every text below, and each text says which language it is in', async () => {
    const { programme } = await read(
      server,
      `{ programme(slug: "probe", language: en) {
        title { text language } purpose { language }
        topics { title { text language } actionFields { question { text language } measures {
          title { text language } results { text { text language } } actionField { question { language } } topic { title { language } }
        } } }
      } }`,
    );
    expect(programme).toMatchObject({
      title: { text: 'Short ways', language: 'en' },
      purpose: { language: 'de' },
    });
    const [telephone] = programme.topics;
    expect(telephone.title).toEqual({ text: 'Telephone', language: 'en' });
    expect(telephone.actionFields[0].question).toEqual({ text: 'Wer hebt ab?', language: 'de' });
    expect(telephone.actionFields[1]).toEqual({
      question: { text: 'Who calls back?', language: 'en' },
      measures: [
        {
          title: { text: 'Calling back', language: 'en' },
          results: [{ text: { text: 'Waiting takes two minutes.', language: 'en' } }],
          actionField: { question: { language: 'en' } },
          topic: { title: { language: 'en' } },
        },
      ],
    });
  });

  it('may differ from field to field of one query', async () => {
    const { de, en } = await read(
      server,
      `{ de: programme(slug: "probe", language: de) { topic(key: "telefon") { title { text } } }
         en: programme(slug: "probe", language: en) { topic(key: "telefon") { title { text } } } }`,
    );
    expect([de.topic.title.text, en.topic.title.text]).toEqual(['Telefon', 'Telephone']);
  });
});

describe('more measures than one answer may hold', () => {
  it('are refused with a way out, and come topic by topic', async () => {
    const draft = aProgramme('viele');
    const keys = Array.from({ length: 301 }, (_one, at) => `m-${at}`);
    draft.measures = keys.map((key, at) => ({
      ...aDoneMeasure(key, at < 151 ? 'telefon-2' : 'formulare-2'),
    }));
    await brought(server.source, draft);
    const all = await ask(
      server,
      '{ programme(slug: "viele") { topics { actionFields { measures { key } } } } }',
    );
    expect(all.data).toEqual({ programme: null });
    expect(all.errors.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      ['measures: are more than 300 at once; ask topic by topic.', 'BAD_USER_INPUT'],
    ]);
    const { programme } = await read(
      server,
      '{ programme(slug: "viele") { topic(key: "telefon") { actionFields { measures { key } } } } }',
    );
    expect(programme.topic.actionFields[0].measures).toHaveLength(151);
  });
});
