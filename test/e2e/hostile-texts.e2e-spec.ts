import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { aMeasure } from '#domain/measures/measure-facts.builder.js';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Read } from '../support/measures.js';
import {
  aHostileProgramme,
  HOSTILE_TEXTS,
  hostilePages,
  joinedTo,
  ODD_TEXTS,
  TRIED,
  UNSTORABLE_TEXTS,
} from '../support/hostile-texts.js';
import { aProgrammeOfMoves, measuresWith } from '../support/move-cases.js';
import { brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { aVoice } from '../support/voices.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const MUTATIONS = Object.values(schema.getMutationType()!.getFields());
/** Not texts but names of records: a slug, and the key of a word that has to be one of the catalogue. */
const NAMES: readonly string[] = ['programme', 'words.key'];

type TextField = { readonly mutation: string; readonly path: string };
const inputOf = (mutation: string): GraphQLInputType =>
  MUTATIONS.find(({ name }) => name === mutation)!.args[0]!.type;

/** Every field of an input that takes text, lists and inputs in it looked through. */
function textPaths(type: GraphQLInputType): string[] {
  const named = getNamedType(type);
  if (named.name === 'String') return [''];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    textPaths(field.type).map((path) => (path === '' ? field.name : `${field.name}.${path}`)),
  );
}
const FIELDS: readonly TextField[] = MUTATIONS.flatMap(({ name, args: [input] }) =>
  textPaths(input!.type)
    .filter((path) => !NAMES.includes(path))
    .map((path) => ({ mutation: name, path })),
);

/** What the answers show of the records, so that a text that was kept is among it. */
const HISTORY = 'history(first: 5) { from to reason }';
const ANSWERS = `__typename ... on UserError { code message field }
  ... on InvalidInput { faults { field problem limit } }
  ... on WorkspaceMeasure { id title description successCriterion lesson anchoredIn helpWanted endReason
    steps { text stage dropReason }
    results { text internalReason attachments { title address alternativeText transcript } }
    nextSteps { text dropReason } ${HISTORY} }
  ... on HandedOver { measures { ${HISTORY} } }
  ... on WorkspaceTopic { id title description }
  ... on WorkspaceActionField { id question }
  ... on WorkspaceGoal { id title }
  ... on WorkspaceUnit { id name kind }
  ... on WorkspacePerson { id name email }
  ... on WorkspaceDecision { id body point note }
  ... on WorkspaceCall { id title text qualifications questions { text } closedReason }
  ... on WorkspaceApplication { id note reason }
  ... on WorkspaceIdea { id reason measure { title } }
  ... on MyIdea { id name title text }
  ... on MyApplication { id name motivation qualifications answers { text } consentVersion }
  ... on WorkspaceVoice { id answer reason }
  ... on WorkspaceVoiceTheme { id name }
  ... on WorkspaceThanks { id text }
  ... on WorkspaceLoop { id reflection ${HISTORY} }
  ... on WorkspaceProgramme { id title organisation purpose contactAddress accessibilityText privacyText timeZone
    applicationDomains
    words { word } }`;
const TYPES = ANSWERS.split('... on ')
  .slice(3)
  .map((part) => part.split(' ')[0] ?? '');

/** The part of the answers that a mutation can give; those of several measures stand in a list. */
function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (named.name === 'BulkMeasureAnswer') return `answer { ${selectionFor('MeasureAnswer')} }`;
  return selectionFor(named.name);
}
function selectionFor(union: string): string {
  const possible = schema.getPossibleTypes(schema.getType(union) as never).map(({ name }) => name);
  return ANSWERS.split('\n  ... on ')
    .filter((part, at) => at === 0 || possible.includes(part.split(' ')[0] ?? ''))
    .join(' ... on ');
}

/** Where mails go, so that none is given up. */
let mails: string;
let server: TestServer;
let administrator: SignedIn;
const ids = new Map<string, string>();
beforeAll(async () => {
  mails = mkdtempSync(join(tmpdir(), 'lernschleife-mails-'));
  server = await startTestServer({
    mail: { from: 'lernschleife@example.org', way: { folder: mails } },
  });
  const draft = aProgrammeOfMoves();
  await brought(server.source, {
    ...draft,
    units: [{ key: 'haus', name: 'Haus' }],
    goals: [{ key: 'naehe', title: 'Nähe' }],
    decisions: [
      { key: 'punkt', body: 'Kreis', day: '2026-06-01', point: 'Anrufe', ruling: 'NOTED' },
    ],
    loops: [...(draft.loops ?? []), { number: 5 }],
  });
  administrator = await signInAs(server, 'probe', 'administrator');
  for (const [field, sql] of [
    ['topicId', 'SELECT id FROM topic'],
    ['actionFieldId', `SELECT id FROM action_field WHERE key = 'frage-3'`],
    ['goalId', 'SELECT id FROM strategic_goal'],
    ['unitId', 'SELECT id FROM organisational_unit'],
    ['personId', `SELECT id FROM person WHERE key = 'stranger'`],
    ['fromPersonId', `SELECT id FROM person WHERE key = 'owner'`],
    ['toPersonId', `SELECT id FROM person WHERE key = 'circle-member'`],
    ['decisionId', 'SELECT id FROM decision'],
    ['loopId', 'SELECT id FROM learning_loop WHERE number = 5'],
    ['programme', 'SELECT id FROM programme'],
  ] as const) {
    const [row] = await server.source.query<{ id: string }[]>(sql);
    ids.set(field, row!.id);
  }
  await server.source.query(`UPDATE learning_loop SET stage = 'REVIEW' WHERE number = 2`);
  await server.source.query(
    `UPDATE person SET email = 'wir@example.org' WHERE key = 'administrator'`,
  );
});
afterAll(async () => {
  await server?.stop();
  rmSync(mails, { recursive: true, force: true });
});

const QUESTION = '0190aaaa-0000-7000-8000-000000000001';
const ANSWERED = [{ questionId: QUESTION, text: 'Gut' }];
const PLAIN_TEXT = 'Ein ganz gewöhnlicher Text';

/** Values that some mutations need so that they can be done; all others are made from the types. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  moveMeasure: { to: 'CHECK' },
  moveMeasures: { to: 'CHECK' },
  applyToCall: { consentVersion: APPLICATION_CONSENT, answers: ANSWERED },
  editApplication: { answers: ANSWERED },
  addAttachment: { kind: 'FILE' },
  invitePerson: { role: 'GUIDE' },
  answerVoice: { inPublic: false },
  editProgramme: { words: [{ key: 'nav.successes', word: 'Gut' }] },
};
/** In ACT and to be adapted, so that it can be moved back, carried over, and get a successor. */
const MEASURE = aMeasure({
  phase: 'ACT',
  verdict: 'ADAPT',
  steps: [{ state: 'OPEN', dropReason: null }],
  resultStates: ['DRAFT'],
});
const MEASURES: Readonly<Record<string, MeasureFacts>> = {
  declineOwnership: { ...MEASURE, ownerId: 'administrator', ownerAccepted: false },
  withdrawResult: { ...MEASURE, resultStates: ['PUBLISHED'] },
};
const STAGE_BEFORE: Readonly<Record<string, string>> = {
  startLoop: 'PLANNED',
  reviewLoop: 'RUNNING',
  closeLoop: 'REVIEW',
  reopenLoop: 'CLOSED',
};

/** Measures that no mutation has touched yet, with their parts, made many at a time. */
const fresh = new Map<string, Read[]>();
async function freshMeasure(mutation: string): Promise<Read> {
  const ready = fresh.get(mutation) ?? [];
  if (ready.length === 0) {
    const facts = Array.from({ length: 30 }, () => MEASURES[mutation] ?? MEASURE);
    ready.push(
      ...(await server.source.query<Read[]>(
        `SELECT m.id AS "measureId", s.id AS "stepId", r.id AS "resultId", n.id AS "nextStepId"
         FROM measure m JOIN measure_step s ON s.measure_id = m.id JOIN result r ON r.measure_id = m.id
         JOIN next_step n ON n.measure_id = m.id WHERE m.id = ANY ($1::uuid[])`,
        [await measuresWith(server, facts)],
      )),
    );
    fresh.set(mutation, ready);
  }
  return ready.pop();
}

/** Tables of records that are used again and again, by what inputs name them by; a person's input names a unit as well. */
const VERSIONED: Readonly<Record<string, string>> = {
  loopId: 'learning_loop',
  decisionId: 'decision',
  programme: 'programme',
  personId: 'person',
  topicId: 'topic',
  actionFieldId: 'action_field',
  goalId: 'strategic_goal',
  unitId: 'organisational_unit',
};

/** Makes what a mutation is about anew, and answers the ids that lead there. */
async function prepare(mutation: string): Promise<ReadonlyMap<string, unknown>> {
  const here = new Map<string, unknown>(ids);
  const one = async (sql: string, ...values: unknown[]): Promise<Read> =>
    (await server.source.query<Read[]>(sql, values))[0];
  const field = MUTATIONS.find(({ name }) => name === mutation)!;
  if (/Measure|HandOver/.test(getNamedType(field.type).name)) {
    const measure = await freshMeasure(mutation);
    for (const [name, id] of Object.entries(measure)) here.set(name, id);
    const move = { measureId: measure.measureId, version: 1, to: 'CHECK', reason: 'Anders.' };
    if (mutation === 'undoLastMove') await send('moveMeasure', move);
    return here.set('version', mutation === 'undoLastMove' ? 2 : 1);
  }
  if (/Call$|Applicant$|Application$/.test(mutation)) return prepareCall(mutation, here);
  if (/Voice$|VoiceTheme$|^thank/.test(mutation)) return prepareVoice(here);
  if (/Idea$/.test(mutation)) return prepareIdea(here);
  // Each of these is used again and again, so that its version goes up; a loop is in the stage that can be left.
  await one(
    `UPDATE learning_loop SET stage = $2, reflection = 'Gut.' WHERE id = $1`,
    ids.get('loopId'),
    STAGE_BEFORE[mutation] ?? 'PLANNED',
  );
  const input = getNamedType(inputOf(mutation)) as GraphQLInputObjectType;
  const id = Object.keys(VERSIONED).find((name) => name in input.getFields());
  if (id === undefined) return here;
  const row = await one(`SELECT version FROM ${VERSIONED[id]} WHERE id = $1`, ids.get(id));
  return here.set('version', row?.version);
}

const CALL_STATE: Readonly<Record<string, string>> = {
  editCall: 'DRAFT',
  declineApplicant: 'CLOSED',
};

/** A call of its own for each request, with an application of the administrator where one is asked for. */
async function prepareCall(
  mutation: string,
  here: Map<string, unknown>,
): Promise<ReadonlyMap<string, unknown>> {
  const [call] = await server.source.query<{ id: string }[]>(
    `INSERT INTO volunteer_call (id, programme_id, key, title, text, opens_on, closes_on, seats, minimum_term,
       first_loop_id, qualifications, questions, state)
     SELECT gen_random_uuid(), p.id, 'aufruf-' || gen_random_uuid(), 'Gut', 'Gut', '2026-01-01', '2090-01-31', 1, 1, $1,
       ARRAY[$2], jsonb_build_array(jsonb_build_object('id', $3::text, 'text', 'Gut')), $4
     FROM programme p WHERE p.slug = 'probe' RETURNING id`,
    [ids.get('loopId'), PLAIN_TEXT, QUESTION, CALL_STATE[mutation] ?? 'OPEN'],
  );
  here.set('callId', call!.id).set('version', 1);
  if (/Call$/.test(mutation)) return here;
  const [application] = await server.source.query<{ id: string }[]>(
    `INSERT INTO application (id, call_id, account_id, name, email, motivation, confirmed_at, received_at)
     VALUES (gen_random_uuid(), $1, $2, 'Gut', 'gut@example.org', 'Gut', now(), now()) RETURNING id`,
    [call!.id, administrator.accountId],
  );
  return here.set('applicationId', application!.id);
}

/** A measure with a published result and a voice about it, and the one theme that there is. */
async function prepareVoice(here: Map<string, unknown>): Promise<ReadonlyMap<string, unknown>> {
  const { measureId } = await freshMeasure('withdrawResult');
  await server.source.query('UPDATE voice SET theme_id = NULL');
  await server.source.query('DELETE FROM voice_theme');
  const [theme] = await server.source.query<{ id: string }[]>(
    `INSERT INTO voice_theme (id, programme_id, name) VALUES (gen_random_uuid(), $1, 'Thema') RETURNING id`,
    [ids.get('programme')],
  );
  return here
    .set('measureId', measureId)
    .set('voiceId', await aVoice(server, measureId))
    .set('themeId', theme!.id)
    .set('version', 1);
}

/** An idea of the administrator's own for each request, in a programme that takes some. */
async function prepareIdea(here: Map<string, unknown>): Promise<ReadonlyMap<string, unknown>> {
  await server.source.query(`UPDATE programme SET ideas_open = true WHERE slug = 'probe'`);
  // Only so many are taken a day.
  await server.source.query(`UPDATE idea SET created_at = now() - interval '2 days'`);
  const [idea] = await server.source.query<{ id: string }[]>(
    `INSERT INTO idea (id, programme_id, account_id, name, email, title, text, created_at)
     SELECT gen_random_uuid(), p.id, $1, 'Gut', 'gut@example.org', 'Gut', 'Gut', now()
     FROM programme p WHERE p.slug = 'probe' RETURNING id`,
    [administrator.accountId],
  );
  return here.set('ideaId', idea!.id).set('version', 1);
}

/** An input with all that its type requires, with `text` in one field. */
function inputWith(
  { mutation, path }: TextField,
  text: string,
  here: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const example = EXAMPLES[mutation] ?? {};
  const valueOf = (type: GraphQLInputType, name: string): unknown => {
    if (name === 'programme') return 'probe';
    if (here.has(name)) return here.get(name);
    if (isNonNullType(type)) return valueOf(type.ofType, name);
    if (isListType(type)) return [valueOf(type.ofType, name)];
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[0]!.name;
    if (isInputObjectType(named)) return objectOf(named.name);
    if (named.name === 'Int') return 3;
    if (named.name === 'LocalDay') return '2026-06-01';
    if (name === 'address') return 'https://example.org/a';
    return 'Gut';
  };
  const objectOf = (typeName: string): Record<string, unknown> => {
    const type = schema.getType(typeName);
    if (!isInputObjectType(type)) throw new Error(`${typeName} is no input`);
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, valueOf(field.type, field.name)]),
    );
  };
  const input = {
    ...objectOf(getNamedType(inputOf(mutation)).name),
    ...example,
    ...(mutation === 'takeUpIdea' && { actionFieldId: here.get('actionFieldId') }),
  };
  const [outer = '', inner] = path.split('.');
  if (inner === undefined) return { ...input, [outer]: text };
  const [first] = (input as Read)[outer];
  return { ...input, [outer]: [{ ...first, [inner]: text }] };
}

type Answer = {
  readonly status: number;
  readonly text: string;
  readonly data: Read;
  readonly errors: Read[];
};
async function send(mutation: string, input: Record<string, unknown>): Promise<Answer> {
  const field = MUTATIONS.find(({ name }) => name === mutation)!;
  const query = `mutation ($input: ${String(field.args[0]!.type)}) { ${mutation}(input: $input) { ${selectionOf(field)} } }`;
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: administrator.cookie },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: Read; errors?: Read[] };
  const answer = data?.[mutation];
  return {
    status: response.status,
    text,
    data: Array.isArray(answer) ? answer[0].answer : answer,
    errors,
  };
}

const isAmong = (value: unknown, text: string): boolean =>
  value === text ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((one) => isAmong(one, text)));
/** Where each text is sent by itself as well: one field of a line, and one of Markdown. */
const TRIED_ALONE = ['editProgramme, title', 'draftResult, text'];
const BLANK = /^[\s\u0085]*$/;

describe.each(FIELDS)('$mutation, $path', (field) => {
  const last = field.path.split('.').at(-1)!;
  const [outer = '', inner] = field.path.split('.');
  // Several texts in a list may be too long together: then the list is named.
  const places =
    inner === undefined
      ? [`input.${outer}`, `input.${outer}[0]`]
      : [`input.${outer}[0].${inner}`, `input.${outer}`];
  const sent = async (text: string): Promise<Answer> =>
    send(field.mutation, inputWith(field, text, await prepare(field.mutation)));
  /** Answers how long a text may be when this one was too long. */
  const expectKeptOrRefused = async (name: string, text: string): Promise<number | null> => {
    const { status, data, errors } = await sent(text);
    expect([name, status, errors]).toEqual([name, 200, []]);
    if (TYPES.includes(data.__typename)) {
      if (!BLANK.test(text)) expect([name, isAmong(data, text), data]).toEqual([name, true, data]);
      return null;
    }
    const missing = BLANK.test(text) && /NotReady$/.test(data.__typename);
    if (missing) return null;
    expect([name, data]).toEqual([
      name,
      expect.objectContaining({ __typename: 'InvalidInput', code: 'INVALID_INPUT' }),
    ]);
    for (const fault of data.faults) expect(places).toContain(fault.field);
    return data.faults[0].limit;
  };

  it(`keeps each hostile text as it came, or refuses it and names the field (${TRIED})`, async () => {
    const [all = '', ...others] = joinedTo(9_000);
    const limit = await expectKeptOrRefused('all', all);
    for (const text of limit === null ? others : joinedTo(limit))
      await expectKeptOrRefused(text, text);
    for (const [name, text] of Object.entries(ODD_TEXTS)) await expectKeptOrRefused(name, text);
  });

  if (TRIED_ALONE.includes(`${field.mutation}, ${field.path}`))
    it(`keeps each hostile text alone (${TRIED})`, async () => {
      for (const text of HOSTILE_TEXTS) await expectKeptOrRefused(text, text);
    });

  it('refuses what can’t be kept, and names the field', async () => {
    for (const [name, text] of Object.entries(UNSTORABLE_TEXTS)) {
      const { status, data, errors } = await sent(text);
      expect([name, status, data]).toEqual([name, 400, undefined]);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors[0].message).toMatch(new RegExp(`\\b${last}(\\[0\\])?: `));
    }
  });

  it('keeps a plain text, so that the above is about the text', async () => {
    const plain: Readonly<Record<string, string>> = {
      email: `${field.mutation.toLowerCase()}@example.org`,
      contactAddress: 'neu@example.org',
      timeZone: 'Europe/Helsinki',
      address: 'https://example.org/b',
      key: 'neu',
      applicationDomains: 'neu.example.org',
      consentVersion: APPLICATION_CONSENT,
    };
    const text = plain[last] ?? PLAIN_TEXT;
    const { data } = await sent(text);
    expect([data.__typename, TYPES.includes(data.__typename)]).toEqual([data.__typename, true]);
    if (last !== 'key') expect([isAmong(data, text), data]).toEqual([true, data]);
  });
});

describe(`hostile texts on public faces (${TRIED})`, () => {
  beforeAll(async () => {
    await brought(server.source, aHostileProgramme());
  });

  it.each(hostilePages())('are text and nothing else on %s', async (path) => {
    const response = await server.get(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    // Whatever is text stands escaped, so that each bracket here begins or ends a tag of the page's own.
    const tags = (html.match(/<[^<>]*>/g) ?? []).filter((tag) => !tag.includes(' rel="icon"'));
    expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
    const attributes = tags.flatMap((tag) =>
      [...tag.matchAll(/\s([^\s"'<>/=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => ({
        name: name.toLowerCase(),
        value,
      })),
    );
    expect(
      tags.filter((tag) => /^<\/?(script|iframe|object|embed|base|foreignobject)/i.test(tag)),
    ).toEqual([]);
    expect(attributes.filter(({ name }) => /^on|^srcdoc$|^style$/.test(name))).toEqual([]);
    const addresses = attributes.filter(({ name }) =>
      /^(href|src|action|formaction|xlink:href)$/.test(name),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const { value } of addresses) expect(value).toMatch(/^(\/|#|\?|https?:\/\/|mailto:)/);
  });

  it('leave the feeds well-formed, and whole', async () => {
    const texts = joinedTo(LIMITS.name);
    // A feed has the newest 50.
    const shown = Math.min(texts.length, 50);
    const atom = await (await server.get('/de/feind/erfolge.atom')).text();
    // XML has no way to write these, escaped or not.
    expect(atom).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    // Nor may an attribute hold an open bracket.
    expect(atom.match(/<category label="[^"<]*"/g)).toHaveLength(shown);
    // Titles and summaries are HTML there, which shows them as they are.
    for (const [, html] of atom.matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/gs))
      expect(html).not.toContain('<');
    for (const [, html] of atom.matchAll(/<summary type="html"><!\[CDATA\[(.*?)\]\]>/gs))
      expect(html).not.toMatch(/<(script|img|svg|iframe|style)/i);
    for (const name of ['title', 'summary'])
      expect(atom).toMatch(
        // The first of our own texts, which a longer list pushes out of the newest.
        shown === texts.length
          ? `<${name} type="html"><![CDATA[&lt;script&gt;alert(1)`
          : new RegExp(`<${name} type="html"><!\\[CDATA\\[.*&lt;`),
      );
    expect(atom.match(/<entry>/g)).toHaveLength(shown);
    const json = (await (await server.get('/de/feind/erfolge.json')).json()) as Read;
    const titles: string[] = json.items.map(({ title }: Read) => title);
    expect(titles).toHaveLength(shown);
    expect(texts).toEqual(expect.arrayContaining(titles));
    for (const { content_html } of json.items)
      expect(content_html).not.toMatch(
        /<script|<[^<>]*\son\w+=|<[^<>]*\shref="(?!https?:|mailto:)/i,
      );
  });
});

it('logged no error on the way', () => {
  const errors = server.logged.filter(
    (line) => (JSON.parse(line) as { level: number }).level >= 50,
  );
  expect(errors).toEqual([]);
});
