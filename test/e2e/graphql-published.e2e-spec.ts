import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { ask, read } from '../support/graphql.js';
import {
  aDoneMeasure,
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** A word that stands nowhere else, for a column that nobody may read. */
const secret = (name: string): string => `geheim${name}qx`;
const SECRET = /geheim\w*qx/;

/** The sample with a word of its own in every private column, and in everything that isn't published. */
function withSecrets(): ProgrammeDraft {
  const draft = aProgramme('probe');
  Object.assign(draft.loops?.[0] ?? {}, { reflection: secret('reflexion') });
  draft.people?.push(
    {
      key: 'still',
      name: secret('name'),
      email: `${secret('mail')}@example.org`,
      role: 'GUIDE',
      publicName: 'HIDDEN',
      unit: 'buero',
    },
    { key: 'rolle', name: secret('rollenname'), role: 'GUIDE', publicName: 'ROLE', unit: 'buero' },
  );
  draft.topics?.push({
    key: 'geplant',
    title: secret('thema'),
    description: secret('beschreibung'),
  });
  draft.actionFields?.push(
    { key: 'geplant-3', topic: 'geplant', loop: 3, question: secret('plan') },
    { key: 'telefon-3', topic: 'telefon', loop: 3, question: secret('planfrage') },
    { key: 'formulare-2b', topic: 'formulare', loop: 2, question: secret('ohneergebnis') },
  );
  const callbacks = measureOf(draft, 'rueckrufe');
  Object.assign(callbacks, {
    successCriterion: secret('kriterium'),
    lesson: secret('lehre'),
    anchoredIn: secret('anker'),
    owner: 'still',
    contributors: ['still'],
    guides: ['still', 'rolle'],
  });
  callbacks.steps?.push({ text: 'Entfallen', state: 'DROPPED', reason: secret('schrittgrund') });
  callbacks.results?.push(
    {
      key: 'entwurf',
      text: secret('entwurf'),
      attachments: [
        {
          kind: 'FILE',
          title: secret('anhang'),
          address: `https://example.org/${secret('datei')}`,
        },
      ],
    },
    { key: 'intern', text: secret('intern'), state: 'INTERNAL', internalReason: secret('grund') },
  );
  callbacks.nextSteps?.push(
    { key: 'weg', text: 'Entfallenes', state: 'DROPPED', reason: secret('weitergrund') },
    { key: 'wird', text: 'Wird geplant', state: 'BECAME_MEASURE', becameMeasure: 'geplant' },
    { key: 'an-still', text: 'Für jemanden', addresseePerson: 'still' },
  );
  Object.assign(measureOf(draft, 'kuerzen'), {
    title: secret('offen'),
    description: secret('offenes'),
    results: [{ key: 'nur-entwurf', text: secret('nurentwurf') }],
  });
  draft.measures?.push(
    { key: 'geplant', actionField: 'geplant-3', title: secret('planmassnahme') },
    {
      ...aDoneMeasure('gestoppt', 'formulare-2'),
      phase: 'STOPPED',
      stoppedIn: 'CHECK',
      reason: secret('endgrund'),
    },
  );
  return draft;
}

/** A programme that isn't published, although its results are. */
function aHiddenProgramme(): ProgrammeDraft {
  const draft = aProgramme('verborgen');
  Object.assign(draft.programme, {
    published: false,
    title: secret('titel'),
    organisation: secret('organisation'),
    purpose: secret('zweck'),
    contact: `${secret('kontakt')}@example.org`,
  });
  Object.assign(draft.goals?.[0] ?? {}, { title: secret('ziel') });
  Object.assign(draft.units?.[0] ?? {}, { name: secret('einheit') });
  Object.assign(draft.topics?.[0] ?? {}, { title: secret('verborgenesthema') });
  Object.assign(draft.actionFields?.[0] ?? {}, { question: secret('verborgenefrage') });
  for (const measure of draft.measures ?? []) measure.title = secret('verborgenemassnahme');
  return draft;
}

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
/** Arguments for fields that need some; every other argument is left at its default. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Programme.loop': '(number: 2)',
  'Programme.topic': '(key: "telefon")',
  'Programme.successes': '(first: 5)',
};

/** Every field that can be selected below a type, each type once on a way down, as deep as the limits let it. */
function everythingOf(type: GraphQLObjectType, depth: number, above: readonly string[]): string {
  const select = (field: GraphQLField<unknown, unknown>): string[] => {
    const named = getNamedType(field.type);
    const place = `${type.name}.${field.name}`;
    const needs = field.args.some(
      ({ type: one, defaultValue }) => String(one).endsWith('!') && defaultValue === undefined,
    );
    if (needs && !(place in ARGUMENTS)) throw new Error(`${place} needs arguments here`);
    const start = field.name + (ARGUMENTS[place] ?? '');
    if (isScalarType(named) || isEnumType(named)) return [start];
    if (!isObjectType(named) || depth === 0 || above.includes(named.name)) return [];
    const inner = everythingOf(named, depth - 1, [...above, named.name]);
    return inner === '' ? [] : [`${start} { ${inner} }`];
  };
  return Object.values(type.getFields()).flatMap(select).join(' ');
}
const everything = (name: string, depth: number, without: readonly string[] = []): string => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return everythingOf(type, depth, [name, ...without]);
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, withSecrets());
  await brought(server.source, aHiddenProgramme());
});
afterAll(() => server.stop());

async function idsOf(table: string): Promise<string[]> {
  const rows = await server.source.query<{ id: string }[]>(`SELECT id FROM ${table} ORDER BY id`);
  return rows.map(({ id }) => id);
}

type Question = readonly [query: string, variables: Readonly<Record<string, unknown>>];

/** Questions by every way in, with everything that each of them offers. */
async function questions(): Promise<Question[]> {
  const ofProgramme = [
    everything('Programme', 3, ['SuccessConnection', 'ActionField']),
    'topics { key actionFields { key question { text } measures { key title { text } } } }',
    ...['telefon', 'formulare', 'geplant'].map(
      (key) =>
        `topic(key: "${key}") { ${everything('Topic', 4, ['LearningLoop', 'ChainedMeasure'])} }`,
    ),
    `successes(first: 5) { totalCount edges { node { ${everything('Success', 3, ['Measure', 'ActionField'])} } } }`,
  ];
  const filters = [
    '{}',
    '{ phases: [DO, STOPPED, PLAN] }',
    '{ loops: [3] }',
    '{ topics: ["geplant"] }',
    '{ units: ["buero"] }',
    '{ search: "geheim" }',
  ];
  const slugs = ['probe', 'verborgen'];
  return [
    [`{ programmes(first: 3) { edges { node { ${everything('Programme', 2)} } } } }`, {}],
    ...slugs.flatMap((slug) =>
      ofProgramme.map((inner): Question => [
        `query ($slug: String!) { programme(slug: $slug) { ${inner} } }`,
        { slug },
      ]),
    ),
    ...slugs.flatMap((slug) =>
      filters.map((filter): Question => [
        `query ($slug: String!) { successesFeed(programme: $slug, first: 10, filter: ${filter}) {
          totalCount edges { cursor node { ${everything('Success', 2)} } } } }`,
        { slug },
      ]),
    ),
    ...(await idsOf('result')).map((id): Question => [
      `query ($id: ID!) { success(id: $id) { ${everything('Success', 3, ['ActionField'])} } }`,
      { id },
    ]),
    ...(await idsOf('measure')).map((id): Question => [
      `query ($id: ID!) { measure(id: $id) { ${everything('Measure', 4)} } }`,
      { id },
    ]),
  ];
}

/** What anyone reads by every way in. */
async function everyAnswer(): Promise<string[]> {
  const answers: string[] = [];
  for (const [query, variables] of await questions()) {
    const { status, text } = await ask(server, query, variables);
    if (status !== 200) throw new Error(`${status} ${text} for ${query}`);
    answers.push(text);
  }
  return answers;
}

describe('what isn’t published', () => {
  it('stands in no answer, by whatever way it is asked for', async () => {
    const answers = await everyAnswer();
    expect(answers.length).toBeGreaterThan(25);
    const all = answers.join('\n');
    for (const shown of [
      'Ergebnis von rueckrufe',
      'Wer ruft zurück?',
      'Gisela Gerdes',
      'wege@example.org',
    ])
      expect(all).toContain(shown);
    expect(answers.filter((text) => text.includes('"errors"'))).toEqual([]);
    expect(SECRET.exec(all)?.[0]).toBeUndefined();
    expect(SECRET.exec(server.logged.join(''))?.[0]).toBeUndefined();
  });

  it('has no id: drafts, internal results and measures without a result answer like nothing', async () => {
    const rows = await server.source.query<{ id: string; state: string; slug: string }[]>(
      'SELECT r.id, r.state, p.slug FROM result r JOIN programme p ON p.id = r.programme_id',
    );
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['DRAFT', 'INTERNAL', 'PUBLISHED']),
    );
    for (const { id, state, slug } of rows) {
      const { success } = await read(server, 'query ($id: ID!) { success(id: $id) { id } }', {
        id,
      });
      expect([slug, state, success]).toEqual([
        slug,
        state,
        state === 'PUBLISHED' && slug === 'probe' ? { id } : null,
      ]);
    }
    const measures = await server.source.query<{ id: string; key: string; slug: string }[]>(
      'SELECT m.id, m.key, p.slug FROM measure m JOIN programme p ON p.id = m.programme_id',
    );
    for (const { id, key, slug } of measures) {
      const { measure } = await read(server, 'query ($id: ID!) { measure(id: $id) { key } }', {
        id,
      });
      const shown = slug === 'probe' && !['kuerzen', 'geplant'].includes(key);
      expect([slug, key, measure]).toEqual([slug, key, shown ? { key } : null]);
    }
  });

  it('is no cursor, and a programme that isn’t published answers byte for byte like one of none', async () => {
    const query =
      'query ($slug: String!, $after: String) { programme(slug: $slug) { id } successesFeed(programme: $slug, after: $after) { totalCount } }';
    for (const after of [null, ...(await idsOf('result'))]) {
      const hidden = await ask(server, query, { slug: 'verborgen', after });
      const none = await ask(server, query, { slug: 'niemandes', after });
      expect(hidden.text).toBe(none.text);
      expect(hidden.status).toBe(none.status);
    }
    const unknown = '00000000-0000-4000-8000-000000000000';
    const drafts = await server.source.query<{ id: string }[]>(
      `SELECT id FROM result WHERE state <> 'PUBLISHED'`,
    );
    const nothing = await ask(server, query, { slug: 'probe', after: unknown });
    for (const { id } of drafts)
      expect((await ask(server, query, { slug: 'probe', after: id })).text).toBe(nothing.text);
  });

  it('is found by no search and counted by no filter', async () => {
    const count = async (filter: unknown): Promise<number> =>
      (
        await read(
          server,
          'query ($f: SuccessFilter) { successesFeed(programme: "probe", filter: $f) { totalCount } }',
          { f: filter },
        )
      ).successesFeed.totalCount;
    expect(await count({ search: 'rueckrufe' })).toBe(1);
    for (const word of ['geheim', 'qx', 'Entfallen', 'Gisela', 'Schritt', 'probe', 'Nähe', 'Büro'])
      expect([word, await count({ search: word })]).toEqual([word, 0]);
    for (const filter of [
      { loops: [3] },
      { topics: ['geplant'] },
      { phases: ['DO'] },
      { phases: ['PLAN'] },
    ])
      expect([filter, await count(filter)]).toEqual([filter, 0]);
  });

  it('moves no byte of any answer when it is added', async () => {
    const before = await everyAnswer();
    const draft = withSecrets();
    draft.loops?.push({ number: 4, stage: 'PLANNED' });
    draft.topics?.push({ key: 'spaeter', title: 'Später' });
    draft.actionFields?.push(
      { key: 'spaeter-4', topic: 'spaeter', loop: 4, question: 'Was kommt später?' },
      { key: 'telefon-4', topic: 'telefon', loop: 4, question: 'Wer ruft dann an?' },
    );
    draft.measures?.push({ key: 'spaeter', actionField: 'spaeter-4', title: 'Später mehr' });
    measureOf(draft, 'rueckrufe').results?.push({
      key: 'zweiter-entwurf',
      text: 'Noch ein Entwurf',
    });
    draft.people?.push({ key: 'neu', name: 'Neue Person', role: 'GUIDE', publicName: 'HIDDEN' });
    measureOf(draft, 'rueckrufe').guides?.push('neu');
    await brought(server.source, draft);
    const known = new Set(before);
    const after = await everyAnswer();
    // New rows bring new ids to ask for; what they answer is nothing.
    const added = after.filter((text) => !known.has(text));
    expect(added).toEqual([]);
    expect(after.length).toBe(before.length + 2);
  });
});

describe('people', () => {
  it('are named as far as they consent', async () => {
    const { successesFeed: feed } = await read(
      server,
      '{ successesFeed(programme: "probe") { edges { node { key guides { name unit } nextSteps { text { text } addressee { text } } } } } }',
    );
    const nodes: { key: string; guides: unknown; nextSteps: { text: { text: string } }[] }[] =
      feed.edges.map(({ node }: { node: unknown }) => node);
    const byKey = new Map(nodes.map((node) => [node.key, node]));
    expect(byKey.get('telefondienst')?.guides).toEqual([{ name: 'Gisela Gerdes', unit: 'Büro' }]);
    expect(byKey.get('rueckrufe')?.guides).toEqual([{ name: null, unit: null }]);
    const forSomebody = byKey
      .get('rueckrufe')
      ?.nextSteps.find(({ text }) => text.text === 'Für jemanden');
    expect(forSomebody).toMatchObject({ addressee: null });
  });
});
