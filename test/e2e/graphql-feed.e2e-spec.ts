import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, read } from '../support/graphql.js';
import { generatedProgramme } from '../support/generated-programme.js';
import {
  aDoneMeasure,
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const PAGE = `query ($programme: String!, $first: Int! = 20, $after: String, $filter: SuccessFilter) {
  successesFeed(programme: $programme, first: $first, after: $after, filter: $filter) {
    totalCount
    edges { cursor node { id key } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, generatedProgramme('viele', 60));
  // Instants that collide: 20 the same, 20 the same to the millisecond, 20 of their own.
  await server.source.query(`
    WITH numbered AS (SELECT r.id, row_number() OVER (ORDER BY r.id) AS place FROM result r)
    UPDATE result r SET published_at = CASE
      WHEN n.place <= 20 THEN '2026-06-01T08:00:00Z'
      WHEN n.place <= 40 THEN timestamptz '2026-06-02T08:00:00Z' + n.place * interval '1 microsecond'
      ELSE r.published_at END
    FROM numbered n WHERE n.id = r.id`);
  await brought(server.source, aSearchedProgramme());
  await brought(server.source, { ...aProgramme('andere') });
});
afterAll(() => server.stop());

type Page = {
  totalCount: number;
  edges: { cursor: string; node: { id: string; key: string } }[];
  pageInfo: Record<string, unknown> & { endCursor: string; hasNextPage: boolean };
};
const pageOf = async (variables: Record<string, unknown>): Promise<Page> =>
  (await read(server, PAGE, variables)).successesFeed;
const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

/** The ids of the table in the order of the feed; asks no view and no reader of ours. */
async function everyId(): Promise<string[]> {
  const rows = await server.source.query<{ id: string }[]>(`
    SELECT r.id FROM result r JOIN programme p ON p.id = r.programme_id
    WHERE p.slug = 'viele' AND r.state = 'PUBLISHED' ORDER BY r.published_at DESC, r.id DESC`);
  return rows.map(({ id }) => id);
}

describe('a walk through the feed', () => {
  it.each([1, 7, 20, 59, 60, 100])(
    'in pages of %i meets each success once, in the order of the whole list',
    async (first) => {
      const whole = await everyId();
      expect(whole).toHaveLength(60);
      const met: string[] = [];
      let after: string | null = null;
      for (let pages = 0; pages <= 60; pages += 1) {
        const page: Page = await pageOf({ programme: 'viele', first, after });
        expect(page.totalCount).toBe(60);
        expect(page.pageInfo).toEqual({
          hasNextPage: met.length + page.edges.length < 60,
          hasPreviousPage: after !== null,
          startCursor: page.edges[0]?.cursor,
          endCursor: page.edges.at(-1)?.cursor,
        });
        met.push(...idsOf(page));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(met).toEqual(whole);
    },
  );

  it('is the same by the field of the programme', async () => {
    const whole = await everyId();
    const { programme } = await read(
      server,
      `query ($after: String) { programme(slug: "viele") { successes(first: 5, after: $after) {
        totalCount edges { node { id } } pageInfo { hasPreviousPage }
      } } }`,
      { after: whole[29] },
    );
    expect(programme.successes).toEqual({
      totalCount: 60,
      edges: whole.slice(30, 35).map((id) => ({ node: { id } })),
      pageInfo: { hasPreviousPage: true },
    });
  });

  it('repeats and loses nothing when successes are published meanwhile', async () => {
    const before = await everyId();
    const first = await pageOf({ programme: 'viele', first: 25 });
    const late = async (publishedAt: string, key: string): Promise<void> => {
      const draft = generatedProgramme('viele', 60);
      // What is there already keeps the instants that it has in the database.
      draft.measures = [aDoneMeasure(key, 'thema-0-2')];
      Object.assign(draft.measures[0]?.results?.[0] ?? {}, { publishedAt });
      await brought(server.source, draft);
    };
    await late('2026-11-19T08:00:00Z', 'neuer');
    await late('2026-05-01T08:00:00Z', 'aelter');
    const rest = await pageOf({
      programme: 'viele',
      first: 100,
      after: first.pageInfo.endCursor,
    });
    const [older] = rest.edges.slice(-1);
    expect(older?.node.key).toBe('aelter');
    expect([...idsOf(first), ...idsOf(rest)]).toEqual([...before, older?.node.id]);
    expect((await everyId()).length).toBe(62);
    await server.source.query(
      `DELETE FROM result WHERE key IN ('neuer-ergebnis', 'aelter-ergebnis')`,
    );
  });

  it('is told when its cursor is withdrawn, instead of ending early', async () => {
    const whole = await everyId();
    const withdrawn = whole[9];
    const [{ published_at: instant } = { published_at: '' }] = await server.source.query<
      { published_at: string }[]
    >('SELECT published_at::text FROM result WHERE id = $1', [withdrawn]);
    await server.source.query(
      `UPDATE result SET state = 'INTERNAL', internal_reason = 'Ein Grund', published_at = NULL WHERE id = $1`,
      [withdrawn],
    );
    const answer = await ask(server, PAGE, { programme: 'viele', after: withdrawn });
    expect(answer.data).toEqual({ successesFeed: null });
    expect(answer.errors.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      [
        'after: is the cursor of no success of this programme, or of none any more; start without it.',
        'BAD_USER_INPUT',
      ],
    ]);
    await server.source.query(
      `UPDATE result SET state = 'PUBLISHED', internal_reason = NULL, published_at = $2 WHERE id = $1`,
      [withdrawn, instant],
    );
    expect((await pageOf({ programme: 'viele', after: withdrawn })).edges).toHaveLength(20);
  });

  it('refuses the cursor of another programme, by either way in', async () => {
    const { edges } = await pageOf({ programme: 'andere' });
    const [foreign] = edges;
    for (const query of [
      PAGE,
      'query ($after: String) { programme(slug: "viele") { successes(after: $after) { totalCount } } }',
    ]) {
      const answer = await ask(server, query, { programme: 'viele', after: foreign?.cursor });
      expect(answer.errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^after: is the cursor of no success of this programme/),
      ]);
    }
  });
});

/** Texts with every character that means something to LIKE, to SQL or to JSON. */
const ODD = [
  '100% fertig',
  'a_b',
  'pfad\\datei',
  `sie sagte "ja"`,
  `O'Neill`,
  'Größe ÄÖÜ',
  '{}[]$1',
];

function aSearchedProgramme(): ProgrammeDraft {
  const draft = aProgramme('suche');
  draft.measures = ODD.map((text, at) => {
    const measure = aDoneMeasure(`odd-${at}`, at % 2 === 0 ? 'telefon-1' : 'telefon-2');
    Object.assign(measure.results?.[0] ?? {}, {
      text,
      publishedAt: new Date(Date.UTC(2026, 6, 1 + at)).toISOString(),
    });
    return measure;
  });
  Object.assign(measureOf(draft, 'odd-0'), {
    unit: 'haus',
    goals: [],
    translations: { en: { title: 'Quokka' } },
  });
  return draft;
}

describe('the filter', () => {
  const found = async (filter: unknown): Promise<string[]> =>
    (await pageOf({ programme: 'suche', filter })).edges.map(({ node }) => node.key).sort();
  const all = ODD.map((_text, at) => `odd-${at}`);

  it.each(ODD.map((text, at) => [text, `odd-${at}`]))(
    'finds %j and nothing else',
    async (search, key) => {
      expect(await found({ search })).toEqual([key]);
    },
  );

  it.each([
    ['%', ['odd-0']],
    ['_', ['odd-1']],
    ['\\', ['odd-2']],
    ['"', ['odd-3']],
    ["'", ['odd-4']],
    ['100_', []],
    ['100%%', []],
    ["' OR 1=1 --", []],
    ['größe', ['odd-5']],
    ['äöü GRÖSSE', []],
    ['ja sagte', ['odd-3']],
    ['ja fertig', []],
    ['quokka', ['odd-0']],
    ['   ', all],
    ['', all],
    ['title', []],
  ])('takes %j literally', async (search, keys) => {
    expect(await found({ search })).toEqual(keys);
  });

  it('lets all through where a list is empty, null or left out', async () => {
    const lists = ['loops', 'topics', 'goals', 'units', 'phases'];
    for (const filter of [
      null,
      {},
      Object.fromEntries(lists.map((name) => [name, []])),
      Object.fromEntries(lists.map((name) => [name, null])),
      { search: null },
    ])
      expect(await found(filter)).toEqual(all);
  });

  it.each([
    [{ loops: [1] }, ['odd-0', 'odd-2', 'odd-4', 'odd-6']],
    [{ loops: 2 }, ['odd-1', 'odd-3', 'odd-5']],
    [{ loops: [1, 2] }, all],
    [{ loops: [3] }, []],
    [{ loops: [-2147483648, 2147483647] }, []],
    [{ topics: ['telefon'] }, all],
    [{ topics: ['formulare'] }, []],
    [{ topics: ['gibt-es-nicht'] }, []],
    [{ topics: ['gibt-es-nicht', 'telefon'] }, all],
    [{ units: ['haus'] }, ['odd-0']],
    [{ units: ['gibt-es-nicht'] }, []],
    [{ goals: ['naehe'] }, all.slice(1)],
    [{ goals: ['gibt-es-nicht'] }, []],
    [{ phases: ['DONE'] }, all],
    [{ phases: ['DO', 'STOPPED'] }, []],
    [{ loops: [1], goals: ['naehe'], search: "o'neill" }, ['odd-4']],
    [{ loops: [2], search: "o'neill" }, []],
  ])('%j lets through what matches all of it', async (filter, keys) => {
    expect(await found(filter)).toEqual(keys);
    expect((await pageOf({ programme: 'suche', filter, first: 1 })).totalCount).toBe(keys.length);
  });

  it('holds on every page of a walk', async () => {
    const filter = { loops: [1] };
    const first = await pageOf({ programme: 'suche', filter, first: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await pageOf({
      programme: 'suche',
      filter,
      first: 3,
      after: first.pageInfo.endCursor,
    });
    expect([...first.edges, ...second.edges].map(({ node }) => node.key)).toEqual([
      'odd-6',
      'odd-4',
      'odd-2',
      'odd-0',
    ]);
  });

  it('goes on after a success that it doesn’t let through itself', async () => {
    const { edges } = await pageOf({ programme: 'suche' });
    const after = edges.find(({ node }) => node.key === 'odd-3')?.cursor;
    const page = await pageOf({ programme: 'suche', filter: { loops: [1] }, after });
    expect(page.edges.map(({ node }) => node.key)).toEqual(['odd-2', 'odd-0']);
  });
});
