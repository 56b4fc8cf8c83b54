import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer } from '../support/graphql.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** As deep as the query: tests know what they asked. */
type Deep = GraphqlAnswer['data'];

let server: TestServer;
let circle: SignedIn;
let guide: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, aProgramme('probe'));
  await brought(server.source, aProgramme('fremd'));
  circle = await signInAs(server, 'probe', 'olga');
  guide = await signInAs(server, 'probe', 'gisela');
  outsider = await signInAs(server, 'fremd', 'olga');
});
afterAll(() => server.stop());

const ANSWER = `__typename ... on UserError { code }
  ... on InvalidInput { faults { field problem limit } }`;
const STALE = '... on StaleVersion { currentVersion changes { field from to actor } }';
const FROZEN = '... on LoopFrozen { loopNumber }';
const MUTATIONS: Readonly<Record<string, string>> = {
  createTopic: '... on WorkspaceTopic { id key title description actionFields { id } }',
  editTopic: `... on WorkspaceTopic { id key title description version } ${STALE}`,
  removeTopic: `... on Removed { id } ${FROZEN}`,
  askQuestion: `... on WorkspaceActionField { id key question loopNumber topic { key } } ${FROZEN}`,
  editQuestion: `... on WorkspaceActionField { id key question loopNumber topic { key } version } ${FROZEN} ${STALE}`,
  removeQuestion: `... on Removed { id } ${FROZEN}`,
};
const mutation = (name: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { ${ANSWER} ${MUTATIONS[name]} } }`;
async function write(who: SignedIn, name: string, input: object): Promise<Deep> {
  const { data, errors } = await who.gql(mutation(name), { input });
  return data ? data[name] : { errors };
}
const TOPICS = `query ($programme: String!) { workspace(programme: $programme) {
  topics { id key title description actionFields { id key question loopNumber topic { id title } } } } }`;
const topicsOf = async (programme = 'probe'): Promise<Deep[]> =>
  ((await circle.gql(TOPICS, { programme })).data as Deep).workspace.topics;
const topic = async (key: string): Promise<Deep> =>
  (await topicsOf()).find((one) => one.key === key);
const historyOf = (subjectId: string): Promise<unknown[]> =>
  server.source.query(
    `SELECT subject, field, from_value, to_value, actor_id IS NOT NULL AS by_somebody
     FROM history_entry WHERE subject_id = $1 AND way = 'API' ORDER BY id`,
    [subjectId],
  );

describe('the topics of a workspace', () => {
  it('are read with the questions of every loop, oldest first, drafts included', async () => {
    expect(await topicsOf()).toMatchObject([
      {
        key: 'telefon',
        actionFields: [
          { key: 'telefon-1', loopNumber: 1, topic: { title: 'Telefon' } },
          { key: 'telefon-2', loopNumber: 2 },
        ],
      },
      { key: 'formulare', actionFields: [{ question: 'Welche Felder fragt niemand nach?' }] },
    ]);
  });

  it('take one statement, and their questions another', async () => {
    const before = server.statements.length;
    await topicsOf();
    const read = server.statements.slice(before).filter((sql) => !/session/i.test(sql));
    expect(read).toHaveLength(3);
  });
});

describe('a topic', () => {
  it('is made behind the others, with a key made from its title that no other has', async () => {
    const made = await write(circle, 'createTopic', {
      programme: 'probe',
      title: 'Größere Wünsche',
      description: ' ',
    });
    expect(made).toMatchObject({
      key: 'groessere-wuensche',
      title: 'Größere Wünsche',
      description: null,
      actionFields: [],
    });
    const again = await write(circle, 'createTopic', {
      programme: 'probe',
      title: 'Größere Wünsche!',
    });
    expect(again).toMatchObject({ key: 'groessere-wuensche-2' });
    expect((await topicsOf()).map(({ key }) => key).slice(-2)).toEqual([
      'groessere-wuensche',
      'groessere-wuensche-2',
    ]);
    const named = { programme: 'probe', title: 'Wünsche', key: 'groessere-wuensche' };
    expect(await write(circle, 'createTopic', named)).toEqual({
      __typename: 'InUse',
      code: 'IN_USE',
    });
    expect(await write(circle, 'createTopic', { ...named, key: 'Mit Leerzeichen' })).toMatchObject({
      faults: [{ field: 'input.key', problem: 'MALFORMED' }],
    });
    expect(await historyOf(made.id)).toEqual([
      {
        subject: 'TOPIC',
        field: 'created',
        from_value: null,
        to_value: 'Größere Wünsche',
        by_somebody: true,
      },
    ]);
  });

  it.each(['🚀🚀', '漢字', '---', 'a'.repeat(300), 'ß'.repeat(300), 'x'.repeat(79) + ' ü'])(
    'has a key, whatever its title: %s',
    async (title) => {
      const one = await write(circle, 'createTopic', { programme: 'probe', title });
      const other = await write(circle, 'createTopic', { programme: 'probe', title });
      expect([one.title, other.title]).toEqual([title, title]);
      expect(other.key).not.toBe(one.key);
      for (const { key } of [one, other]) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    },
  );

  it('is changed in what is given, and names what is wrong', async () => {
    const { id: topicId } = await write(circle, 'createTopic', {
      programme: 'probe',
      title: 'Vorher',
      description: 'Bleibt',
    });
    expect(
      await write(circle, 'editTopic', { topicId, version: 1, title: 'Nachher' }),
    ).toMatchObject({
      title: 'Nachher',
      description: 'Bleibt',
    });
    expect(
      await write(circle, 'editTopic', { topicId, version: 2, description: null }),
    ).toMatchObject({
      title: 'Nachher',
      description: null,
    });
    expect(
      await write(circle, 'editTopic', {
        topicId,
        version: 3,
        title: null,
        description: 'a'.repeat(10_001),
      }),
    ).toMatchObject({
      faults: [
        { field: 'input.description', problem: 'TOO_LONG', limit: 10_000 },
        { field: 'input.title', problem: 'MISSING' },
      ],
    });
    expect(await write(circle, 'editTopic', { topicId, version: 3, title: ' ' })).toMatchObject({
      faults: [{ field: 'input.title', problem: 'MISSING' }],
    });
    expect(
      await write(circle, 'editTopic', { topicId, version: 3, title: '😀'.repeat(300) }),
    ).toMatchObject({ title: '😀'.repeat(300) });
  });

  it('and a question of it are changed by who has seen them as they are, and the later one is told', async () => {
    const { id: topicId } = await write(circle, 'createTopic', {
      programme: 'probe',
      title: 'Alt',
    });
    const asked = { topicId, loopNumber: 3, question: 'Alt?' };
    const { id: actionFieldId } = await write(circle, 'askQuestion', asked);
    const question = { actionFieldId, version: 1, question: 'Neu?' };
    expect(await write(circle, 'editQuestion', question)).toMatchObject({ version: 2 });
    expect(await write(circle, 'editQuestion', { ...question, question: 'Zu spät?' })).toEqual({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      currentVersion: 2,
      changes: [{ field: 'question.changed', from: 'Alt?', to: 'Neu?', actor: 'Olga Ostermann' }],
    });
    // Nor is the topic another one for it.
    const edit = { topicId, version: 1, title: 'Neu' };
    expect(await write(circle, 'editTopic', edit)).toMatchObject({ title: 'Neu', version: 2 });
    expect(await write(circle, 'editTopic', { ...edit, title: 'Zu spät' })).toEqual({
      __typename: 'StaleVersion',
      code: 'STALE_VERSION',
      currentVersion: 2,
      changes: [{ field: 'title', from: 'Alt', to: 'Neu', actor: 'Olga Ostermann' }],
    });
  });

  it('is removed while nothing was asked of it, and not after', async () => {
    const { id: topicId } = await write(circle, 'createTopic', {
      programme: 'probe',
      title: 'Weg',
    });
    const { id: actionFieldId } = await write(circle, 'askQuestion', {
      topicId,
      loopNumber: 3,
      question: 'Wohin?',
    });
    expect(await write(circle, 'removeTopic', { topicId })).toMatchObject({ code: 'IN_USE' });
    expect(await write(circle, 'removeQuestion', { actionFieldId })).toEqual({
      __typename: 'Removed',
      id: actionFieldId,
    });
    expect(await write(circle, 'removeTopic', { topicId })).toEqual({
      __typename: 'Removed',
      id: topicId,
    });
    expect(await write(circle, 'removeTopic', { topicId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await historyOf(topicId)).map((entry: Deep) => entry.field)).toEqual([
      'created',
      'question.added',
      'question.removed',
      'removed',
    ]);
  });
});

describe('a question', () => {
  it('is asked in a loop that isn’t closed, and put in other words', async () => {
    const { id: topicId } = await topic('telefon');
    const asked = await write(circle, 'askQuestion', {
      topicId,
      loopNumber: 3,
      question: 'Wer hört zu?',
    });
    expect(asked).toMatchObject({
      key: 'telefon-3',
      question: 'Wer hört zu?',
      loopNumber: 3,
      topic: { key: 'telefon' },
    });
    expect(
      await write(circle, 'editQuestion', {
        actionFieldId: asked.id,
        version: 1,
        question: 'Wer hört wem zu?',
      }),
    ).toMatchObject({ question: 'Wer hört wem zu?', key: 'telefon-3' });
    for (const question of ['', 'a'.repeat(501)])
      expect(
        await write(circle, 'editQuestion', { actionFieldId: asked.id, version: 2, question }),
      ).toMatchObject({ faults: [{ field: 'input.question' }] });
    expect(
      await write(circle, 'askQuestion', { topicId, loopNumber: 9, question: 'Wann?' }),
    ).toMatchObject({ faults: [{ field: 'input.loopNumber', problem: 'UNKNOWN' }] });
  });

  it('is frozen with its loop', async () => {
    const { id: topicId, actionFields } = await topic('telefon');
    const [first] = actionFields;
    const frozen = { __typename: 'LoopFrozen', code: 'LOOP_FROZEN', loopNumber: 1 };
    const actionFieldId = first.id;
    expect(
      await write(circle, 'askQuestion', { topicId, loopNumber: 1, question: 'Zu spät?' }),
    ).toEqual(frozen);
    expect(
      await write(circle, 'editQuestion', { actionFieldId, version: 1, question: 'Anders?' }),
    ).toEqual(frozen);
    expect(await write(circle, 'removeQuestion', { actionFieldId })).toEqual(frozen);
  });

  it('stays while a measure answers it', async () => {
    const { actionFields } = await topic('formulare');
    expect(
      await write(circle, 'removeQuestion', { actionFieldId: actionFields[0].id }),
    ).toMatchObject({ code: 'IN_USE' });
  });
});

describe('topics and questions', () => {
  it('are not a guide’s to change, and nothing at all to anyone outside', async () => {
    const { id: topicId, actionFields } = await topic('formulare');
    const actionFieldId = actionFields[0].id;
    const writes: [string, object][] = [
      ['createTopic', { programme: 'probe', title: 'X' }],
      ['editTopic', { topicId, version: 1, title: 'X' }],
      ['removeTopic', { topicId }],
      ['askQuestion', { topicId, loopNumber: 2, question: 'X' }],
      ['editQuestion', { actionFieldId, version: 1, question: 'X' }],
      ['removeQuestion', { actionFieldId }],
    ];
    const before = await topicsOf();
    for (const [name, input] of writes) {
      expect([name, await write(guide, name, input)]).toEqual([
        name,
        { __typename: 'NotAllowed', code: 'NOT_ALLOWED' },
      ]);
      expect([name, await write(outsider, name, input)]).toEqual([
        name,
        { __typename: 'NotFound', code: 'NOT_FOUND' },
      ]);
      const { errors } = await server.gql(mutation(name), { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(await topicsOf()).toEqual(before);
    expect(
      await write(circle, 'editTopic', { topicId: randomUUID(), version: 1, title: 'X' }),
    ).toEqual({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
    });
  });

  it('are made once for a request that is sent twice, and apart for topics of one title', async () => {
    const input = { programme: 'probe', title: 'Zugleich', requestId: randomUUID() };
    const answers = await Promise.all([
      write(circle, 'createTopic', input),
      write(circle, 'createTopic', input),
      write(circle, 'createTopic', { ...input, requestId: randomUUID() }),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(new Set(answers.map(({ key }) => key)).size).toBe(2);
  });
});
