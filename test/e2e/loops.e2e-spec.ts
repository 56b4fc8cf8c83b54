import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer } from '../support/graphql.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** As deep as the query: tests know what they asked. */
type Deep = GraphqlAnswer['data'];

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

const LOOP = `__typename ... on UserError { code }
  ... on WorkspaceLoop { id number stage startDay endDay reflection version }
  ... on InvalidInput { faults { field problem limit } }
  ... on StaleVersion { currentVersion changes { field from to reason actor } }
  ... on LoopFrozen { loopNumber }
  ... on LoopStageNotAllowed { from to }
  ... on LoopNotReady { obstacles { code loopNumber measureId title phase } }`;
const mutation = (name: string): string =>
  `mutation ($input: ${name === 'planLoop' ? 'PlanLoop' : name === 'editLoop' ? 'EditLoop' : 'LoopStage'}Input!) {
    ${name}(input: $input) { ${LOOP} } }`;
const LOOPS = `query ($programme: String!) { workspace(programme: $programme) { loops {
  id number stage startDay endDay reflection recorded version counts { phase count }
  stages { to permitted obstacles { code loopNumber measureId title phase } }
  actionFields { key question loopNumber topic { key title } }
  history { field from to reason actor version }
} } }`;

type Loop = { id: string; number: number; stage: string; version: number } & Record<string, Deep>;

/** Sends one mutation; its answer, or the errors of a request that had no answer. */
async function write(who: SignedIn, name: string, input: object): Promise<Deep> {
  const { data, errors } = await who.gql(mutation(name), { input });
  return data ? data[name] : { errors };
}
async function loopsOf(who: SignedIn, programme: string): Promise<Loop[]> {
  const { data, errors } = await who.gql(LOOPS, { programme });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Deep).workspace.loops;
}
/** A programme of its own, with its people signed in: loops 1 closed, 2 running, 3 planned. */
async function aWorkspace() {
  const slug = `probe-${randomUUID().slice(0, 8)}`;
  const draft = aProgramme(slug);
  draft.people?.push(
    { key: 'ada', name: 'Ada Amann', role: 'ADMINISTRATOR' },
    { key: 'emil', name: 'Emil Evers', role: 'EMPLOYEE' },
  );
  await brought(server.source, draft);
  const signIn = (key: string): Promise<SignedIn> => signInAs(server, slug, key);
  const circle = await signIn('olga');
  const [one, two, three] = await loopsOf(circle, slug);
  return { slug, signIn, circle, one: one!, two: two!, three: three! };
}
/** Brings loop 2 to its review, with its open measure carried out of the way. */
async function inReview({ circle, two }: Awaited<ReturnType<typeof aWorkspace>>): Promise<Loop> {
  const reviewed = await write(circle, 'reviewLoop', { loopId: two.id, version: two.version });
  await server.source.query(
    `UPDATE measure SET phase = 'STOPPED' WHERE loop_id = $1 AND phase = 'DO'`,
    [two.id],
  );
  return reviewed;
}

describe('the loops of a workspace', () => {
  it('are read by number with counts, questions and what may follow', async () => {
    const { slug, signIn, circle } = await aWorkspace();
    const [one, two, three] = await loopsOf(circle, slug);
    expect([one, two, three].map((loop) => [loop!.number, loop!.stage])).toEqual([
      [1, 'CLOSED'],
      [2, 'RUNNING'],
      [3, 'PLANNED'],
    ]);
    expect(two!.counts).toEqual([
      { phase: 'DO', count: 1 },
      { phase: 'DONE', count: 1 },
    ]);
    expect(two!.actionFields.map(({ key }: { key: string }) => key)).toEqual([
      'telefon-2',
      'formulare-2',
    ]);
    expect(two!.stages).toEqual([{ to: 'REVIEW', permitted: true, obstacles: [] }]);
    expect(three!.stages).toMatchObject([
      {
        to: 'RUNNING',
        permitted: true,
        obstacles: [{ code: 'OTHER_LOOP_RUNNING', loopNumber: 2 }],
      },
    ]);
    expect(one!.stages).toMatchObject([{ to: 'REVIEW', permitted: false }]);
    const [asAdministrator] = await loopsOf(await signIn('ada'), slug);
    expect(asAdministrator!.stages).toMatchObject([
      { to: 'REVIEW', permitted: true, obstacles: [{ code: 'REASON_MISSING' }] },
    ]);
  });

  it('are one loop by its number, and null for a number that there isn’t', async () => {
    const { slug, circle } = await aWorkspace();
    const ask = `query ($programme: String!, $number: Int!) {
      workspace(programme: $programme) { loop(number: $number) { number stage } } }`;
    expect(await circle.gql(ask, { programme: slug, number: 2 })).toEqual({
      data: { workspace: { loop: { number: 2, stage: 'RUNNING' } } },
    });
    expect(await circle.gql(ask, { programme: slug, number: 9 })).toEqual({
      data: { workspace: { loop: null } },
    });
  });

  it('take one statement each, beside the question who asks', async () => {
    const { slug, circle } = await aWorkspace();
    const ask = `query ($programme: String!) { workspace(programme: $programme) {
      loops { number counts { count } stages { to } actionFields { key } } } }`;
    const before = server.statements.length;
    await circle.gql(ask, { programme: slug });
    const read = server.statements.slice(before).filter((sql) => !/session/i.test(sql));
    expect(read).toHaveLength(2);
  });
});

describe('a loop', () => {
  it('lives from the plan to the close, and keeps how it came about', async () => {
    const workspace = await aWorkspace();
    const { slug, circle, three } = workspace;
    const planned = await write(circle, 'planLoop', {
      programme: slug,
      startDay: '2027-05-03',
      endDay: '2027-12-17',
    });
    expect(planned).toMatchObject({
      number: 4,
      stage: 'PLANNED',
      startDay: '2027-05-03',
      version: 1,
    });

    let two = await inReview(workspace);
    expect(two).toMatchObject({ stage: 'REVIEW', version: 2 });
    two = await write(circle, 'editLoop', {
      loopId: two.id,
      version: 2,
      reflection: 'Später fragen.',
    });
    two = await write(circle, 'closeLoop', { loopId: two.id, version: 3 });
    expect(two).toMatchObject({ stage: 'CLOSED', version: 4, reflection: 'Später fragen.' });
    const started = await write(circle, 'startLoop', { loopId: three.id, version: three.version });
    expect(started).toMatchObject({ number: 3, stage: 'RUNNING' });

    const read = (await loopsOf(circle, slug)).find(({ number }) => number === 2)!;
    expect(read['history'].filter(({ version }: { version: number }) => version > 1)).toEqual([
      {
        field: 'stage',
        from: 'REVIEW',
        to: 'CLOSED',
        reason: null,
        actor: 'Olga Ostermann',
        version: 4,
      },
      {
        field: 'reflection',
        from: null,
        to: 'Später fragen.',
        reason: null,
        actor: 'Olga Ostermann',
        version: 3,
      },
      {
        field: 'stage',
        from: 'RUNNING',
        to: 'REVIEW',
        reason: null,
        actor: 'Olga Ostermann',
        version: 2,
      },
    ]);
  });

  it('names every measure that stands in the way of its close, and what else does', async () => {
    const { circle, two } = await aWorkspace();
    await server.source.query(
      `UPDATE measure SET phase = 'ACT' WHERE loop_id = $1 AND key = 'rueckrufe'`,
      [two.id],
    );
    await write(circle, 'reviewLoop', { loopId: two.id, version: two.version });
    const refused = await write(circle, 'closeLoop', { loopId: two.id, version: two.version + 1 });
    expect(refused).toMatchObject({ __typename: 'LoopNotReady', code: 'LOOP_NOT_READY' });
    expect(
      refused.obstacles.map(({ code, title, phase }: Record<string, unknown>) => [
        code,
        title,
        phase,
      ]),
    ).toEqual([
      ['MEASURE_OPEN', 'Maßnahme rueckrufe', 'ACT'],
      ['MEASURE_OPEN', 'Formulare kürzen', 'DO'],
      ['REFLECTION_MISSING', null, null],
    ]);
    const ids = await server.source.query<{ id: string }[]>(
      `SELECT id FROM measure WHERE loop_id = $1 ORDER BY position`,
      [two.id],
    );
    expect(refused.obstacles.slice(0, 2).map(({ measureId }: Deep) => measureId)).toEqual(
      ids.map(({ id }) => id),
    );
    const [loop] = (await loopsOf(circle, await slugOf(two.id))).filter(({ id }) => id === two.id);
    expect(loop).toMatchObject({ stage: 'REVIEW', version: two.version + 1 });
  });

  it('is reopened by an administrator with a reason, and by nobody else', async () => {
    const { signIn, circle, one } = await aWorkspace();
    const ada = await signIn('ada');
    const input = { loopId: one.id, version: one.version, reason: 'Eine Zahl war falsch.' };
    expect(await write(circle, 'reopenLoop', input)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await write(ada, 'reopenLoop', { ...input, reason: ' ' })).toMatchObject({
      code: 'LOOP_NOT_READY',
      obstacles: [{ code: 'REASON_MISSING' }],
    });
    expect(await write(ada, 'reopenLoop', input)).toMatchObject({ stage: 'REVIEW' });
  });

  it('changes no more when it is closed', async () => {
    const { circle, one } = await aWorkspace();
    expect(
      await write(circle, 'editLoop', { loopId: one.id, version: one.version, endDay: null }),
    ).toEqual({ __typename: 'LoopFrozen', code: 'LOOP_FROZEN', loopNumber: 1 });
  });

  it.each([
    ['planned', 'reviewLoop', 'REVIEW'],
    ['planned', 'closeLoop', 'CLOSED'],
    ['planned', 'reopenLoop', 'REVIEW'],
    ['running', 'startLoop', 'RUNNING'],
    ['running', 'closeLoop', 'CLOSED'],
    ['running', 'reopenLoop', 'REVIEW'],
    ['closed', 'startLoop', 'RUNNING'],
    ['closed', 'reviewLoop', 'REVIEW'],
    ['closed', 'closeLoop', 'CLOSED'],
  ])('that is %s refuses %s', async (stage, name, to) => {
    const { signIn, one, two, three } = await aWorkspace();
    const loop = { planned: three, running: two, closed: one }[stage]!;
    const input = { loopId: loop.id, version: loop.version, reason: 'Darum.' };
    expect(await write(await signIn('ada'), name, input)).toEqual({
      __typename: 'LoopStageNotAllowed',
      code: 'LOOP_STAGE_NOT_ALLOWED',
      from: loop.stage,
      to,
    });
  });

  it('refuses days out of order and texts that are too long, by their names', async () => {
    const { slug, circle, three } = await aWorkspace();
    const { id: loopId, version } = three;
    const faults = (answer: Deep): unknown => answer.faults;
    expect(
      faults(
        await write(circle, 'planLoop', {
          programme: slug,
          startDay: '2027-02-01',
          endDay: '2027-01-01',
        }),
      ),
    ).toEqual([{ field: 'input.endDay', problem: 'OUT_OF_RANGE', limit: null }]);
    const edited = await write(circle, 'editLoop', { loopId, version, endDay: '2027-01-01' });
    expect(
      faults(
        await write(circle, 'editLoop', {
          loopId,
          version: edited.version,
          startDay: '2027-01-02',
        }),
      ),
    ).toEqual([{ field: 'input.startDay', problem: 'OUT_OF_RANGE', limit: null }]);
    expect(
      faults(
        await write(circle, 'editLoop', {
          loopId,
          version: edited.version,
          reflection: 'a'.repeat(10_001),
        }),
      ),
    ).toEqual([{ field: 'input.reflection', problem: 'TOO_LONG', limit: 10_000 }]);
  });

  it('tells an older version who changed what since', async () => {
    const { circle, signIn, three } = await aWorkspace();
    const { id: loopId, version } = three;
    await write(circle, 'editLoop', { loopId, version, startDay: '2027-01-04' });
    expect(
      await write(await signIn('carl'), 'editLoop', { loopId, version, startDay: '2027-01-11' }),
    ).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: version + 1,
      changes: [{ field: 'startDay', from: null, to: '2027-01-04', actor: 'Olga Ostermann' }],
    });
  });
});

describe('a loop of somebody else', () => {
  it('is not a guide’s to change, and nothing at all to anyone outside', async () => {
    const { slug, signIn, two } = await aWorkspace();
    const other = await aWorkspace();
    const input = { loopId: two.id, version: two.version };
    const writes: [string, object][] = [
      ['planLoop', { programme: slug }],
      ['editLoop', { ...input, reflection: 'x' }],
      ['startLoop', input],
      ['reviewLoop', input],
      ['closeLoop', input],
      ['reopenLoop', { ...input, reason: 'x' }],
    ];
    const guide = await signIn('gisela');
    const outsiders = [await signIn('emil'), other.circle, await other.signIn('ada')];
    for (const [name, given] of writes) {
      expect([name, await write(guide, name, given)]).toEqual([
        name,
        { __typename: 'NotAllowed', code: 'NOT_ALLOWED' },
      ]);
      for (const outsider of outsiders)
        expect([name, await write(outsider, name, given)]).toEqual([
          name,
          { __typename: 'NotFound', code: 'NOT_FOUND' },
        ]);
      const { errors } = await server.gql(mutation(name), { input: given });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(await write(guide, 'reviewLoop', { loopId: randomUUID(), version: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const [unchanged] = await server.source.query<{ version: number }[]>(
      'SELECT version FROM learning_loop WHERE id = $1',
      [two.id],
    );
    expect(unchanged?.version).toBe(two.version);
  });
});

describe('at once', () => {
  it('two loops are started, and one runs', async () => {
    const { slug, circle, signIn, two, three } = await aWorkspace();
    await write(circle, 'reviewLoop', { loopId: two.id, version: two.version });
    const four = await write(circle, 'planLoop', { programme: slug });
    const carl = await signIn('carl');
    const answers = await Promise.all([
      write(circle, 'startLoop', { loopId: three.id, version: three.version }),
      write(carl, 'startLoop', { loopId: four.id, version: four.version }),
    ]);
    const running = answers.filter(({ stage }) => stage === 'RUNNING');
    const refused = answers.filter(({ code }) => code === 'LOOP_NOT_READY');
    expect([running.length, refused.length]).toEqual([1, 1]);
    expect(refused[0].obstacles).toMatchObject([
      { code: 'OTHER_LOOP_RUNNING', loopNumber: running[0].number },
    ]);
  });

  it('a loop is started by something that knows no rules, and the other is told which', async () => {
    const { slug, circle, two, three } = await aWorkspace();
    await write(circle, 'reviewLoop', { loopId: two.id, version: two.version });
    const four = await write(circle, 'planLoop', { programme: slug });
    const runner = server.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE learning_loop SET stage = 'RUNNING' WHERE id = $1`, [four.id]);
    const started = write(circle, 'startLoop', { loopId: three.id, version: three.version });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await runner.commitTransaction();
    await runner.release();
    expect(await started).toMatchObject({
      code: 'LOOP_NOT_READY',
      obstacles: [{ code: 'OTHER_LOOP_RUNNING', loopNumber: 4 }],
    });
  });

  it('ten loops are planned, and each has a number of its own', async () => {
    const { slug, circle } = await aWorkspace();
    const planned = await Promise.all(
      Array.from({ length: 10 }, () => write(circle, 'planLoop', { programme: slug })),
    );
    expect(planned.map(({ number }) => number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 10 }, (_one, at) => at + 4),
    );
  });

  it('a request is sent twice, and does its work once', async () => {
    const { slug, circle } = await aWorkspace();
    const input = { programme: slug, requestId: randomUUID() };
    const [one, other] = await Promise.all([
      write(circle, 'planLoop', input),
      write(circle, 'planLoop', input),
    ]);
    expect(other).toEqual(one);
    expect(await loopsOf(circle, slug)).toHaveLength(4);
    expect(
      await write(circle, 'startLoop', { loopId: one.id, version: 1, requestId: input.requestId }),
    ).toMatchObject({
      faults: [{ field: 'input.requestId', problem: 'REUSED' }],
    });
  });
});

async function slugOf(loopId: string): Promise<string> {
  const [row] = await server.source.query<{ slug: string }[]>(
    'SELECT slug FROM programme p JOIN learning_loop l ON l.programme_id = p.id WHERE l.id = $1',
    [loopId],
  );
  return row!.slug;
}

describe('a loop that was planned by mistake', () => {
  const remove = async (who: SignedIn, { id: loopId, version }: Loop): Promise<Deep> => {
    const { data } = await who.gql(
      `mutation ($input: RemoveLoopInput!) { removeLoop(input: $input) { __typename
         ... on UserError { code } ... on Removed { id } } }`,
      { input: { loopId, version } },
    );
    return (data as Deep)?.removeLoop;
  };

  it('is taken away by the circle, when it is the last one, empty and not begun', async () => {
    const { slug, signIn, circle, one, two, three } = await aWorkspace();
    const four: Loop = await write(circle, 'planLoop', { programme: slug });
    const inUse = { __typename: 'InUse', code: 'IN_USE' };
    for (const loop of [one, two, three]) expect(await remove(circle, loop)).toEqual(inUse);
    expect(await remove(await signIn('gisela'), four)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await remove(circle, { ...four, version: 9 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await remove(circle, four)).toEqual({ __typename: 'Removed', id: four.id });
    expect(await remove(circle, four)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await loopsOf(circle, slug)).map(({ number }) => number)).toEqual([1, 2, 3]);
    const kept = await server.source.query<Deep[]>(
      `SELECT field, from_value, actor_id IS NOT NULL AS told FROM history_entry
       WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [four.id],
    );
    expect(kept).toEqual([{ field: 'removed', from_value: '4', told: true }]);
    expect(await write(circle, 'planLoop', { programme: slug })).toMatchObject({ number: 4 });
  });

  it('stays when a question belongs to it', async () => {
    const { circle, slug } = await aWorkspace();
    const four: Loop = await write(circle, 'planLoop', { programme: slug });
    await server.source.query(
      `INSERT INTO action_field (id, programme_id, topic_id, loop_id, key, question, position)
       SELECT gen_random_uuid(), programme_id, topic_id, $1, 'telefon-vier', 'Und nun?', 99 FROM action_field
       WHERE programme_id = (SELECT programme_id FROM learning_loop WHERE id = $1) LIMIT 1`,
      [four.id],
    );
    expect(await remove(circle, four)).toMatchObject({ code: 'IN_USE' });
  });
});
