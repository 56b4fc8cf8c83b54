import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { STATES } from '../rights/states.js';
import {
  ADDRESSES,
  ANSWERS,
  ANYONE,
  IN_WORKSPACE,
  MUTATIONS,
  ONESELF,
  PUBLISHED,
  QUERIES,
  REFUSALS,
  ROUTES,
  WORKSPACE,
  type Fields,
  type Kind,
  type Who,
} from '../rights/who-may-what.js';
import { everyone, HIDDEN, OTHER, type Person } from '../support/everyone.js';
import { FreshRecords } from '../support/fresh-records.js';
import { mailToken } from '../support/mail-token.js';
import { idOf } from '../support/measures.js';
import {
  idFields,
  inputOf,
  mutationText,
  nodesAt,
  objectsIn,
  readings,
  readTypes,
  requiredFields,
  type Node,
} from '../support/schema-requests.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const TYPES = { ...PUBLISHED, ...ONESELF, ...IN_WORKSPACE };

let server: TestServer;
let people: Person[];
let schema: GraphQLSchema;
let ids: Readonly<Record<'probe' | 'measure' | 'result' | 'draft', string>>;
beforeAll(async () => {
  server = await startTestServer();
  people = await everyone(server);
  const { body } = await post(null, getIntrospectionQuery());
  schema = buildClientSchema(body.data as never);
  const [found] = await server.source.query<(typeof ids)[]>(
    `SELECT pr.id AS probe, m.id AS measure, r.id AS result, d.id AS draft
     FROM programme pr JOIN measure m ON m.programme_id = pr.id AND m.key = 'rueckrufe'
     JOIN result r ON r.measure_id = m.id AND r.state = 'PUBLISHED'
     JOIN result d ON d.measure_id = m.id AND d.state = 'DRAFT' WHERE pr.slug = 'probe'`,
  );
  ids = found!;
});
afterAll(() => server?.stop());

type Answer = {
  /** All that a client can tell one answer from another by: status, headers, body. */
  readonly bytes: string;
  readonly text: string;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly path?: readonly (string | number)[];
      readonly extensions: { readonly code?: string };
    }[];
  };
};

/** What differs from request to request, whoever asks for whatever. */
const ALWAYS_NEW = ['date', 'x-request-id', 'set-cookie', 'keep-alive', 'connection'];

async function bytesOf(response: Response, names: Readonly<Record<string, string>>) {
  // What was named in the request may stand in the answer.
  const without = (text: string): string =>
    Object.entries(names).reduce((rest, [named, mark]) => rest.replaceAll(named, mark), text);
  const headers = [...response.headers]
    .filter(([name]) => !ALWAYS_NEW.includes(name))
    .map(([name, value]) => [name, without(value)]);
  const text = without(await response.text());
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
  return JSON.stringify([response.status, headers, cookies, text]);
}

async function post(
  who: Pick<Person, 'cookie'> | null,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  names: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(who?.cookie && { cookie: who.cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.clone().text();
  const body = JSON.parse(text) as Answer['body'];
  return { bytes: await bytesOf(response, names), text, body };
}

const kindsOf = (list: Iterable<Kind>): Kind[] => ANYONE.filter((kind) => new Set(list).has(kind));
/** Those of whose kind everyone passes; it must not depend on who of them asks. */
async function kindsWhere(passes: (person: Person) => boolean | Promise<boolean>) {
  const all = new Map<Kind, boolean[]>();
  for (const person of people)
    all.set(person.kind, [...(all.get(person.kind) ?? []), await passes(person)]);
  for (const [kind, each] of all) expect([kind, new Set(each).size]).toEqual([kind, 1]);
  return kindsOf([...all].filter(([, [first]]) => first === true).map(([kind]) => kind));
}
const coordinateOf = (line: string): string => line.split(': ')[0]!;

describe('the table', () => {
  it('has each query and mutation of the schema, and no other', () => {
    const coordinates = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
      Object.keys(root!.getFields()).map((field) => `${root!.name}.${field}`),
    );
    const lines = new Set([...Object.keys(QUERIES), ...Object.keys(MUTATIONS)].map(coordinateOf));
    expect([...lines].sort()).toEqual(coordinates.sort());
  });

  it('has each field of each type, and no other', () => {
    const fields = readTypes(schema).flatMap((name) =>
      Object.keys((schema.getType(name) as GraphQLObjectType).getFields()).map(
        (field) => `${name}.${field}`,
      ),
    );
    const lines = Object.entries({ ...TYPES, ...ANSWERS }).flatMap(([line, { fields: names }]) =>
      names.split(' ').map((field) => `${coordinateOf(line)}.${field}`),
    );
    expect(lines.sort()).toEqual(fields.sort());
  });

  it('has each route of the server, and no other', () => {
    expect([...server.routes].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('knows of each state whose it is', () => {
    for (const line of Object.keys(STATES))
      expect([line, line in MUTATIONS || line in REFUSALS]).toEqual([line, true]);
  });
});

describe('reading', () => {
  /** Type, field: the people who were shown something. */
  const shown = new Map<string, Map<string, Set<Person>>>();
  const addresses = { own: new Set<Person>(), others: new Set<Person>() };
  const wholeAnswers = new Map<string, Set<string>>();

  beforeAll(async () => {
    const given = {
      'Query.programme.slug': 'probe',
      'Query.successesFeed.programme': 'probe',
      'Query.successesFeed.first': 1,
      'Query.workspace.programme': 'probe',
      'Query.measure.id': ids.measure,
      'Query.success.id': ids.result,
      'Programme.loop.number': 2,
      'Programme.topic.key': 'telefon',
      'Workspace.board.loop': 2,
      'WorkspacePerson.termHint.loop': 2,
      'Workspace.call.key': 'open',
      'Workspace.loop.number': 2,
      'Workspace.measure.id': ids.measure,
      'Workspace.preview.text': 'Text',
      'Workspace.thanks.measureId': ids.measure,
    };
    // In each history there is a change of a part of the record.
    await server.source.query(
      `INSERT INTO history_entry SELECT r.* FROM (SELECT DISTINCT ON (subject, subject_id) e AS entry FROM history_entry e) h,
         jsonb_populate_record(h.entry, jsonb_build_object('id', gen_random_uuid(), 'part_id', gen_random_uuid())) r`,
    );
    for (const [type, { query, way }] of readings(schema, given)) {
      const seen = new Map<string, Set<Person>>();
      const answers = new Set<string>();
      shown.set(type, seen);
      wholeAnswers.set(type, answers);
      for (const person of people) {
        const { body, text } = await post(person, query);
        answers.add(text);
        // Who may not read is told nothing, and no reason.
        if (body.errors) throw new Error(`${type} for ${person.key}: ${JSON.stringify(body)}`);
        for (const node of nodesAt(body.data, way))
          for (const [field, value] of Object.entries(node))
            if (value !== null) seen.set(field, (seen.get(field) ?? new Set()).add(person));
        noteAddresses(person, body.data);
      }
    }
    // Some 700 requests: a busy machine takes longer than it may for a single test.
  });

  function noteAddresses(person: Person, data: unknown): void {
    for (const { __typename, id, email } of objectsIn(data))
      if (__typename === 'WorkspacePerson' && typeof email === 'string')
        addresses[id === person.id ? 'own' : 'others'].add(person);
  }
  const whoSaw = (seen: ReadonlySet<Person> | undefined): Promise<Kind[]> =>
    kindsWhere((person) => seen?.has(person) ?? false);

  it.each(Object.entries(QUERIES))('%s', async (line, who) => {
    const field = line.split('.')[1]!;
    const through: Record<string, string> = {
      me: 'Me',
      measure: 'Measure',
      success: 'Success',
      successesFeed: 'SuccessConnection',
      programme: 'Programme',
      programmes: 'ProgrammeConnection',
      workspace: 'Workspace',
    };
    expect(await whoSaw(shown.get(through[field]!)?.get('__typename'))).toEqual(kindsOf(who));
  });

  it.each(Object.entries(TYPES))('%s', async (line, { who, fields }: Fields) => {
    const seen = shown.get(coordinateOf(line));
    for (const field of fields.split(' '))
      expect([field, await whoSaw(seen?.get(field))]).toEqual([field, kindsOf(who)]);
  });

  it('answers everyone alike what is published', () => {
    for (const type of Object.keys(PUBLISHED))
      expect([type, wholeAnswers.get(type)?.size]).toEqual([type, 1]);
  });

  it.each(['own', 'others'] as const)('addresses of people: %s', async (whose) => {
    expect(await whoSaw(addresses[whose])).toEqual(kindsOf(ADDRESSES[whose]));
  });
});

describe('what one may not know of', () => {
  /** Answers that must be the same, with what is there and with what is made up. */
  type Pair = readonly [there: string, invented: string];
  const slugs: readonly Pair[] = [
    [OTHER, 'nirgend'.slice(0, OTHER.length)],
    [HIDDEN, 'nirgend'.slice(0, HIDDEN.length)],
  ];

  async function same(
    who: readonly Person[],
    ask: (value: string) => string,
    [there, invented]: Pair,
  ): Promise<void> {
    for (const person of who) {
      // A number stands everywhere, so it isn't looked for.
      const answers = [there, invented].map((value) =>
        post(person, ask(value), {}, value.length > 1 ? { [value]: '@' } : {}),
      );
      const [a, b] = await Promise.all(answers);
      expect([person.kind, a?.bytes]).toEqual([person.kind, b?.bytes]);
    }
  }
  const made = (there: string): Pair => [there, randomUUID()];
  const oneOf = (...kinds: Kind[]): Person[] =>
    kinds.map((kind) => people.find((person) => person.kind === kind)!);
  const inside = (): Person[] => oneOf('guide', 'circle', 'administrator');
  const outside = (): Person[] =>
    people.filter(({ kind }) => kind !== 'anonymous' && !WORKSPACE.includes(kind));
  const asking = (): Person[] => [...oneOf('anonymous'), ...outside(), ...inside()];

  it('is no programme: neither its workspace nor its unpublished pages', async () => {
    for (const pair of slugs)
      await same(inside(), (slug) => `{ workspace(programme: "${slug}") { today } }`, pair);
    await same(
      [...oneOf('anonymous'), ...outside()],
      (slug) => `{ workspace(programme: "${slug}") { today people { email } } }`,
      ['probe', 'eborp'],
    );
    const hidden: Pair = [HIDDEN, 'ganz-weg'.slice(0, HIDDEN.length)];
    await same(asking(), (slug) => `{ programme(slug: "${slug}") { id } }`, hidden);
    await same(
      asking(),
      (slug) => `{ successesFeed(programme: "${slug}") { totalCount } }`,
      hidden,
    );
  });

  it('is no measure, result or decision of somebody else’s programme', async () => {
    for (const slug of [OTHER, HIDDEN]) {
      const measure = made(await idOf(server, 'measure', 'kuerzen', slug));
      const person = made(await idOf(server, 'person', 'olga', slug));
      const [decision] = await server.source.query<{ id: string }[]>(
        'SELECT d.id FROM decision d JOIN programme pr ON pr.id = d.programme_id WHERE slug = $1',
        [slug],
      );
      const within = (inner: (id: string) => string) => (id: string) =>
        `{ workspace(programme: "probe") { ${inner(id)} } }`;
      await same(
        inside(),
        within((id) => `measure(id: "${id}") { id }`),
        measure,
      );
      await same(
        inside(),
        within((id) => `decisions(after: "${id}") { edges { cursor } }`),
        made(decision!.id),
      );
      for (const filter of ['owner', 'guides'])
        await same(
          inside(),
          within((id) => `board(loop: 2, filter: { ${filter}: "${id}" }) { id }`),
          person,
        );
    }
  });

  it('is no unpublished record of a published programme', async () => {
    const draft = made(ids.draft);
    await same(asking(), (id) => `{ success(id: "${id}") { id } }`, draft);
    for (const slug of ['probe', OTHER, HIDDEN])
      await same(
        asking(),
        (id) => `{ measure(id: "${id}") { id } }`,
        made(await idOf(server, 'measure', 'kuerzen', slug)),
      );
    const feed = (asked: (value: string) => string) => (value: string) =>
      `{ successesFeed(programme: "probe", ${asked(value)}) { totalCount edges { cursor } } }`;
    await same(
      asking(),
      feed((id) => `after: "${id}"`),
      draft,
    );
    await same(
      asking(),
      feed((key) => `filter: { topics: ["${key}"] }`),
      ['geplant', 'geplanz'],
    );
    await same(
      asking(),
      feed((word) => `filter: { search: "${word}" }`),
      ['fertig', 'firtig'],
    );
    const programme = (inner: (value: string) => string) => (value: string) =>
      `{ programme(slug: "probe") { ${inner(value)} } }`;
    await same(
      asking(),
      programme((number) => `loop(number: ${number}) { id }`),
      ['3', '7'],
    );
    await same(asking(), (slug) => `{ programmes(after: "${slug}") { edges { cursor } } }`, [
      HIDDEN,
      'stilm',
    ]);
  });

  it('is no page, no feed and no stream', async () => {
    const addresses: Record<string, Pair> = {};
    for (const path of ['erfolge', 'erfolge.atom', 'erfolge.json', 'schleifen', 'erfolge/kuerzen'])
      for (const pair of slugs.slice(1)) addresses[`/de/@/${path}`] = pair;
    addresses['/de/probe/erfolge/@'] = ['kuerzen', 'kuerzel'];
    addresses['/en/probe/successes/@'] = ['kuerzen', 'kuerzel'];
    addresses['/de/probe/erfolge/@/rueckmeldung'] = ['kuerzen', 'kuerzel'];
    addresses['/de/probe/schleifen/@'] = ['3', '7'];
    addresses['/de/probe/themen/@'] = ['geplant', 'geplanz'];
    const foreign = await idOf(server, 'measure', 'kuerzen', OTHER);
    addresses['/workspace/events/probe?looking=@'] = made(foreign);
    addresses['/workspace/events/@'] = slugs[1]!;
    addresses['/workspace/@/measures'] = slugs[0]!;
    addresses['/workspace/de/@/preview'] = slugs[1]!;
    addresses['/workspace/de/@/calls/open/preview'] = slugs[1]!;
    const answer = async ({ cookie }: Person, path: string, value: string): Promise<string> =>
      bytesOf(await server.get(path.replace('@', value), { ...(cookie !== null && { cookie }) }), {
        // Nothing but the address itself may tell them apart.
        [`/${value}"`]: '/@"',
        [`/${value}/`]: '/@/',
        [`%2F${value}%2F`]: '/@/',
      });
    for (const [path, [there, invented]] of Object.entries(addresses))
      for (const person of asking())
        expect([path, person.kind, await answer(person, path, there)]).toEqual([
          path,
          person.kind,
          await answer(person, path, invented),
        ]);
    for (const person of [...oneOf('anonymous'), ...outside()])
      expect([person.kind, await answer(person, '/workspace/events/@', 'probe')]).toEqual([
        person.kind,
        await answer(person, '/workspace/events/@', 'eborp'),
      ]);
  });
});

describe('the routes', () => {
  /** Where a route needs more than its own path. */
  const PATHS: Readonly<Record<string, string>> = {
    'GET /*path': '/de/probe/erfolge',
    'GET /workspace/*path': '/workspace/de/probe',
    'GET /de/:slug/mitmachen': '/de/probe/mitmachen?done=sent',
    'GET /en/:slug/join': '/en/probe/join?done=sent',
    'POST /de/:slug/mitmachen': '/de/probe/mitmachen',
    'POST /en/:slug/join': '/en/probe/join',
    'GET /de/:slug/erfolge/:key/rueckmeldung': '/de/probe/erfolge/rueckrufe/rueckmeldung',
    'GET /en/:slug/successes/:key/feedback': '/en/probe/successes/rueckrufe/feedback',
    'POST /de/:slug/erfolge/:key/rueckmeldung': '/de/probe/erfolge/rueckrufe/rueckmeldung',
    'POST /en/:slug/successes/:key/feedback': '/en/probe/successes/rueckrufe/feedback',
    'GET /de/:slug/erfolge/:key/danke': '/de/probe/erfolge/rueckrufe/danke',
    'GET /en/:slug/successes/:key/thanks': '/en/probe/successes/rueckrufe/thanks',
    'POST /de/:slug/erfolge/:key/danke': '/de/probe/erfolge/rueckrufe/danke',
    'POST /en/:slug/successes/:key/thanks': '/en/probe/successes/rueckrufe/thanks',
    'GET /de/:slug/ideen': '/de/probe/ideen',
    'GET /en/:slug/ideas': '/en/probe/ideas',
    'POST /de/:slug/ideen': '/de/probe/ideen',
    'POST /en/:slug/ideas': '/en/probe/ideas',
    'GET /workspace/events/:slug': '/workspace/events/probe',
    'GET /workspace/:language/:slug/preview': '/workspace/de/probe/preview',
    'GET /workspace/:language/:slug/calls/:key/preview': '/workspace/de/probe/calls/open/preview',
  };
  /** Answers that let nobody in. */
  const SHUT = [401, 403, 404];
  /** Open to all, though the settings of this server have nothing behind them. */
  const SWITCHED_OFF = [
    'GET /sign-in/provider',
    'GET /sign-in/provider/return',
    'POST /sign-in/email',
    'GET /sign-in/mails',
    'POST /sign-in/demonstration',
    'POST /sign-in/link',
  ];

  it.each(Object.entries(ROUTES).filter(([route]) => route !== 'POST /sign-out'))(
    '%s',
    async (route, who) => {
      const [method = '', path = ''] = route.split(' ');
      const token = mailToken(await idOf(server, 'person', 'olga'));
      const answers = new Map<Person, number | string>();
      for (const person of people) {
        const stop = new AbortController();
        const where = (PATHS[route] ?? path).replace(':token', token);
        const response = await fetch(server.origin + where, {
          method,
          redirect: 'manual',
          signal: stop.signal,
          headers: person.cookie === null ? {} : { cookie: person.cookie },
        });
        const leads = response.headers.get('location') ?? '';
        answers.set(person, leads.startsWith('/sign-in') ? 'sign in' : response.status);
        stop.abort();
      }
      if (SWITCHED_OFF.includes(route)) expect([...new Set(answers.values())]).toEqual([404]);
      else
        expect(
          await kindsWhere((person) => {
            const answer = answers.get(person);
            return typeof answer === 'number' && !SHUT.includes(answer);
          }),
        ).toEqual(kindsOf(who));
    },
  );
});

describe('writing', () => {
  /** Types of answers: the people who were given one. */
  const told = new Map<string, { readonly people: Set<Person>; readonly fields: Set<string> }>();

  function note(person: Person, data: unknown): void {
    for (const object of objectsIn(data)) {
      const { __typename: type } = object;
      if (typeof type !== 'string') continue;
      const seen = told.get(type) ?? { people: new Set<Person>(), fields: new Set<string>() };
      told.set(type, seen);
      seen.people.add(person);
      for (const [field, value] of Object.entries(object))
        if (value !== null) seen.fields.add(field);
      if (type === 'WorkspacePerson' && typeof object['email'] === 'string')
        expect([object['id'] === person.id, ADDRESSES.others]).toEqual(
          ADDRESSES.others.includes(person.kind)
            ? [expect.any(Boolean), ADDRESSES.others]
            : [true, ADDRESSES.others],
        );
    }
  }

  /** What came of it: the type of the answer, or the code of the error. */
  function outcomeOf({ body }: Answer): string {
    if (body.errors) return String(body.errors[0]?.extensions.code);
    const [value] = Object.values(body.data as Record<string, Node | Node[]>);
    const single = (Array.isArray(value) ? value[0]!['answer'] : value) as Node;
    return String(single['__typename']);
  }

  /** The same input with ids and a slug that nothing has. */
  function inventedOf(mutation: string, input: Readonly<Record<string, unknown>>) {
    const copy = structuredClone(input) as Record<string, unknown>;
    const names: Record<string, string> = {};
    const invent = (holder: Record<string, unknown>, [name = '', ...rest]: string[]): void => {
      const value = holder[name];
      if (value === undefined || value === null) return;
      if (rest.length > 0)
        for (const one of [value].flat()) invent(one as Record<string, unknown>, rest);
      else holder[name] = Array.isArray(value) ? value.map(() => another()) : another();
    };
    const another = (): string => {
      const id = randomUUID();
      names[id] = '@';
      return id;
    };
    for (const { path } of idFields(inputOf(schema, mutation))) invent(copy, path);
    if ('programme' in copy) copy['programme'] = 'eborp';
    return { copy, names };
  }
  const namesIn = (mutation: string, input: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      idFields(inputOf(schema, mutation)).flatMap(({ path }) =>
        path
          .reduce<unknown[]>(
            (values, name) => values.flatMap((value) => [(value as Node)?.[name]].flat()),
            [input],
          )
          .filter((value) => typeof value === 'string')
          .map((id) => [id, '@']),
      ),
    );

  const written = async (): Promise<unknown> => {
    const [row] = await server.source.query<{ count: string }[]>(
      'SELECT count(*) FROM history_entry',
    );
    return row?.count;
  };

  /** Asks for a mutation as everyone; `wanted` is what those of `who` are answered. */
  async function judge(line: string, mutation: string, who: Who, wanted: RegExp): Promise<void> {
    const state = STATES[line] ?? {};
    const query = mutationText(schema, mutation);
    const required = requiredFields(inputOf(schema, mutation));
    const may = ({ kind }: Person): boolean => who.includes(kind);
    // Those who change nothing share what they ask for, unless they have a part in it.
    let shared: { readonly whose: string; readonly input: Record<string, unknown> } | null = null;
    const inputFor = async (person: Person): Promise<Record<string, unknown>> => {
      const whose = TAKING_PART.includes(person.kind) ? person.key : '';
      if (shared?.whose === whose && !may(person)) return shared.input;
      const input = await new FreshRecords(server, ids.probe, person, state).input(required);
      shared = { whose, input };
      return input;
    };
    for (const person of people.toSorted((a, b) => Number(may(a)) - Number(may(b)))) {
      const input = await inputFor(person);
      const before = may(person) ? null : await written();
      const answer = await post(person, query, { input }, namesIn(mutation, input));
      note(person, answer.body.data);
      const got = outcomeOf(answer);
      if (may(person)) {
        expect([person.key, got]).toEqual([person.key, expect.stringMatching(wanted)]);
        continue;
      }
      expect([person.key, got]).toEqual([person.key, refusedTo(person.kind)]);
      expect(await written()).toBe(before);
      if (WORKSPACE.includes(person.kind)) continue;
      const { copy, names } = inventedOf(mutation, input);
      const nothing = await post(person, query, { input: copy }, names);
      expect([person.key, answer.bytes]).toEqual([person.key, nothing.bytes]);
    }
  }
  /** Kinds of people for whom the measure is made in another way. */
  const TAKING_PART: Who = ['circleOwner', 'blocked', 'employee'];
  const refusedTo = (kind: Kind): string => {
    if (kind === 'anonymous') return 'UNAUTHENTICATED';
    return WORKSPACE.includes(kind) ? 'NotAllowed' : 'NotFound';
  };

  it.each(Object.entries(MUTATIONS))('%s', async (line, who) => {
    await judge(
      line,
      coordinateOf(line).split('.')[1]!,
      who,
      /^(Workspace\w+|MyApplication|MyIdea|Removed|RetriedMail|MailSettings|HandedOver|Membership)$/,
    );
  });

  it.each(Object.entries(REFUSALS))('%s', async (line, who) => {
    const [type = '', mutation = ''] = line.split(': ');
    await judge(line, mutation, who, new RegExp(`^${type}$`));
  });

  it.each(Object.entries(ANSWERS).filter(([type]) => type !== 'UserError'))(
    '%s is told to nobody else',
    (type, { who, fields }) => {
      const seen = told.get(type);
      for (const { kind } of seen?.people ?? [])
        expect([kind, who.includes(kind)]).toEqual([kind, true]);
      expect(seen?.people.size).toBeGreaterThan(0);
      const always = fields.split(' ').filter((field) => !['field', 'limit'].includes(field));
      expect(always.filter((field) => !seen?.fields.has(field))).toEqual([]);
    },
  );
});

describe('what an input names of somebody else’s programme', () => {
  /** Fields of inputs by the table of what they name. */
  const TABLES: Readonly<Record<string, string>> = {
    measureId: 'measure',
    mailId: 'mail',
    measureIds: 'measure',
    stepId: 'measure_step',
    stepIds: 'measure_step',
    resultId: 'result',
    attachmentId: 'result_attachment',
    nextStepId: 'next_step',
    personId: 'person',
    fromPersonId: 'person',
    toPersonId: 'person',
    ownerId: 'person',
    addresseePersonId: 'person',
    topicId: 'topic',
    goalId: 'strategic_goal',
    goalIds: 'strategic_goal',
    unitId: 'organisational_unit',
    parentId: 'organisational_unit',
    addresseeUnitId: 'organisational_unit',
    actionFieldId: 'action_field',
    decisionId: 'decision',
    loopId: 'learning_loop',
    firstLoopId: 'learning_loop',
    topicIds: 'topic',
    callId: 'volunteer_call',
    applicationId: 'application',
    voiceId: 'voice',
    themeId: 'voice_theme',
    ledToMeasureId: 'measure',
    thanksId: 'thanks',
    ideaId: 'idea',
    questionId: 'question',
  };

  it('is told to its administrators as what nothing has', async () => {
    const adam = people.find(({ kind }) => kind === 'administrator')!;
    let asked = 0;
    for (const mutation of Object.keys(schema.getMutationType()!.getFields())) {
      const type = inputOf(schema, mutation);
      const line = Object.keys(STATES).find((one) => coordinateOf(one) === `Mutation.${mutation}`);
      const query = mutationText(schema, mutation);
      for (const { path, isList } of idFields(type)) {
        const table = TABLES[path.at(-1)!];
        if (table === undefined) throw new Error(`Say what ${path.join('.')} names`);
        const [foreign] = await server.source.query<{ id: string }[]>(foreignId(table), [
          OTHER,
          ...(SELF_OWNED.includes(table) ? [adam.id] : []),
        ]);
        const input = await new FreshRecords(
          server,
          ids.probe,
          adam,
          STATES[line ?? ''] ?? {},
        ).input(requiredFields(type));
        const answers = [];
        for (const id of [foreign!.id, randomUUID()]) {
          const copy = structuredClone(input);
          const holder = path
            .slice(0, -1)
            .reduce<Record<string, unknown>>(
              (at, name) => ([at[name]].flat() as Record<string, unknown>[])[0]!,
              copy,
            );
          holder[path.at(-1)!] = isList ? [id] : id;
          answers.push((await post(adam, query, { input: copy }, { [id]: '@' })).bytes);
        }
        expect([mutation, path, answers[0]]).toEqual([mutation, path, answers[1]]);
        expect(answers[0]).toMatch(/NotFound|InvalidInput/);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(90);
  });

  const SELF_OWNED = ['application', 'idea'];

  function foreignId(table: string): string {
    if (table === 'question')
      return `SELECT q ->> 'id' AS id FROM volunteer_call t JOIN programme pr ON pr.id = t.programme_id,
        jsonb_array_elements(t.questions) q WHERE pr.slug = $1 AND q ->> 'text' = 'Nur hier?'`;
    const through: Readonly<Record<string, string>> = {
      measure_step: 'JOIN measure o ON o.id = t.measure_id',
      application: 'JOIN volunteer_call o ON o.id = t.call_id',
      result_attachment: 'JOIN result o ON o.id = t.result_id',
    };
    const owner = table in through ? 'o' : 't';
    // What one has brought oneself is one's own in every programme.
    const notOwn = SELF_OWNED.includes(table)
      ? 'AND t.account_id IS DISTINCT FROM (SELECT account_id FROM person WHERE id = $2)'
      : '';
    return `SELECT t.id FROM ${table} t ${through[table] ?? ''}
      JOIN programme pr ON pr.id = ${owner}.programme_id WHERE pr.slug = $1 ${notOwn} ORDER BY t.id LIMIT 1`;
  }
});
