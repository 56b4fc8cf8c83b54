import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeLoop } from '#application/learning-loops/change-loop-stage.js';
import { Transactions } from '#persistence/shared/transactions.js';
import {
  ask,
  COMPLETE,
  historyRows,
  idOf,
  measureOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let staff: Staff;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
});
afterAll(() => server.stop());

const REASON = 'Weil sich die Lage geändert hat.';
const kindsOf = (answers: readonly Read[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ __typename }) => __typename)].map(([kind, all]) => [
      kind,
      all.length,
    ]),
  );

describe('many at once on one measure', () => {
  it('move, twenty of them: one wins, nineteen are told who was faster, and one move is kept', async () => {
    const measureId = await placed(server, 'PLAN', COMPLETE);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_one, at) =>
        write(at % 2 ? staff.carl : staff.bea, 'moveMeasure', { measureId, version: 1, to: 'DO' }),
      ),
    );
    expect(kindsOf(answers)).toEqual({ WorkspaceMeasure: 1, StaleVersion: 19 });
    for (const told of answers.filter(({ __typename }) => __typename === 'StaleVersion'))
      expect(told).toMatchObject({
        code: 'STALE_VERSION',
        currentVersion: 2,
        changes: [{ field: 'phase', from: 'PLAN', to: 'DO', version: 2, actor: /Carl|Bea/ }].map(
          (change) => ({ ...change, actor: expect.stringMatching(change.actor) }),
        ),
      });
    expect(await measureOf(staff.carl, measureId)).toMatchObject({ phase: 'DO', version: 2 });
    expect(await historyRows(server, measureId)).toHaveLength(1);
  });

  it('edit, eight of them: none is lost, when each names anew the version that it was told', async () => {
    const measureId = await placed(server, 'PLAN', COMPLETE);
    const add = async (at: number): Promise<void> => {
      for (let version = 1; ;) {
        const told = await write(staff.carl, 'addStep', {
          measureId,
          version,
          text: `Schritt ${at}`,
        });
        if (told.__typename === 'WorkspaceMeasure') return;
        expect(told.code).toBe('STALE_VERSION');
        version = told.currentVersion;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_one, at) => add(at)));
    const { steps, version } = await measureOf(staff.carl, measureId);
    expect(version).toBe(9);
    expect(steps.map(({ position }: { position: number }) => position)).toEqual(
      Array.from({ length: 9 }, (_one, at) => at + 1),
    );
    expect(new Set(steps.map(({ text }: { text: string }) => text)).size).toBe(9);
  });

  it('make measures of one title: each gets a key of its own', async () => {
    const actionFieldId = await idOf(server, 'action_field', 'formulare-2');
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        write(staff.carl, 'createMeasure', { actionFieldId, title: 'Gleicher Name' }),
      ),
    );
    expect(new Set(made.map(({ key }) => key)).size).toBe(10);
  });
});

describe('a request that comes again', () => {
  it('does its work once, ten times at once, and all get the same answer', async () => {
    const requestId = randomUUID();
    const measureId = await placed(server, 'PLAN', COMPLETE);
    const input = { measureId, version: 1, to: 'DO', requestId };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => write(staff.carl, 'moveMeasure', input)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'WorkspaceMeasure', phase: 'DO', version: 2 });
    expect(await historyRows(server, measureId)).toHaveLength(1);
  });

  it('makes one measure, not ten', async () => {
    const input = {
      actionFieldId: await idOf(server, 'action_field', 'formulare-2'),
      title: 'Doppelt geklickt',
      requestId: randomUUID(),
    };
    const made = await Promise.all(
      Array.from({ length: 10 }, () => write(staff.carl, 'createMeasure', input)),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const [counted] = await server.source.query(
      `SELECT count(*)::int AS count FROM measure WHERE title = 'Doppelt geklickt'`,
    );
    expect(counted.count).toBe(1);
  });

  it('is refused with another content, under another mutation, and does nothing then', async () => {
    const requestId = randomUUID();
    const measureId = await placed(server, 'PLAN', { ...COMPLETE, ownerAccepted: false });
    const input = { measureId, version: 1, requestId };
    expect(await write(staff.olga, 'acceptOwnership', input)).toMatchObject({ version: 2 });
    const refused = {
      code: 'INVALID_INPUT',
      field: 'input.requestId',
      faults: [{ field: 'input.requestId', problem: 'REUSED' }],
    };
    expect(await write(staff.olga, 'acceptOwnership', { ...input, version: 2 })).toMatchObject(
      refused,
    );
    // The same input exactly, but another use case.
    expect(await write(staff.olga, 'takeOverOutcome', input)).toMatchObject(refused);
    expect(await measureOf(staff.olga, measureId)).toMatchObject({ version: 2 });
  });

  it('is another one when somebody else sends it', async () => {
    const requestId = randomUUID();
    const measureId = await placed(server, 'PLAN', COMPLETE);
    const title = (version: number) => ({
      measureId,
      version,
      title: `Titel ${version}`,
      requestId,
    });
    expect(await write(staff.olga, 'editMeasure', title(1))).toMatchObject({ version: 2 });
    expect(await write(staff.carl, 'editMeasure', title(2))).toMatchObject({ version: 3 });
  });

  it('may be sent anew after a refusal', async () => {
    const requestId = randomUUID();
    const measureId = await placed(server, 'PLAN', { ...COMPLETE, ownerAccepted: false });
    const move = { measureId, version: 1, to: 'DO', requestId };
    expect(await write(staff.carl, 'moveMeasure', move)).toMatchObject({ code: 'MOVE_NOT_READY' });
    await server.source.query('UPDATE measure SET owner_accepted = true WHERE id = $1', [
      measureId,
    ]);
    expect(await write(staff.carl, 'moveMeasure', move)).toMatchObject({ phase: 'DO' });
  });
});

describe('a loop that is closed while a measure of it moves back', () => {
  it('ends closed around an ended measure, or open with the measure at work: never both', async () => {
    const writing = { work: new Transactions(server.source), now: () => new Date() };
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const { loopId, version, measureId } = await aReviewedLoop(100 + round);
      const reopen = () =>
        write(staff.carl, 'moveMeasure', { measureId, version: 1, to: 'ACT', reason: REASON });
      const close = () =>
        closeLoop(
          writing,
          { accountId: staff.bea.accountId, requestId: null },
          { loopId, version, reason: null },
        );
      const [moved, closed] =
        round % 2
          ? await Promise.all([reopen(), close()])
          : await Promise.all([close(), reopen()].toReversed());
      const back = moved.__typename === 'WorkspaceMeasure';
      const isClosed = closed.ok;
      expect([back, isClosed].filter(Boolean)).toHaveLength(1);
      const [row] = await server.source.query(
        `SELECT l.stage, m.phase FROM measure m JOIN learning_loop l ON l.id = m.loop_id WHERE m.id = $1`,
        [measureId],
      );
      expect(row).toEqual(
        isClosed ? { stage: 'CLOSED', phase: 'DONE' } : { stage: 'REVIEW', phase: 'ACT' },
      );
      expect(isClosed ? moved : closed).toMatchObject(
        isClosed
          ? { code: 'MOVE_NOT_READY', missing: ['LOOP_NOT_CLOSED'] }
          : { error: { code: 'LOOP_NOT_READY', obstacles: [{ code: 'MEASURE_OPEN' }] } },
      );
      outcomes.add(isClosed ? 'closed' : 'moved');
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

/** A loop in review with a reflection, and one measure that is DONE. */
async function aReviewedLoop(number: number) {
  const loopId = randomUUID();
  await server.source.query(
    `INSERT INTO learning_loop (id, programme_id, number, stage, reflection)
     SELECT $1, id, $2, 'REVIEW', 'Gelernt.' FROM programme WHERE slug = 'probe'`,
    [loopId, number],
  );
  const key = `telefon-${number}`;
  await server.source.query(
    `INSERT INTO action_field (id, programme_id, topic_id, loop_id, key, question, position)
     SELECT $1, t.programme_id, t.id, $2, $3, 'Wer?', $4 FROM topic t
     JOIN programme pr ON pr.id = t.programme_id WHERE pr.slug = 'probe' AND t.key = 'telefon'`,
    [randomUUID(), loopId, key, number],
  );
  const measureId = await placed(server, 'DONE', { ...COMPLETE, field: key });
  return { loopId, version: 1, measureId };
}

describe('several measures at once', () => {
  it('are moved each by itself, and answered in the order given', async () => {
    const ready = await placed(server, 'PLAN', COMPLETE);
    const bare = await placed(server, 'PLAN');
    const stale = await placed(server, 'PLAN', COMPLETE);
    const foreign = await idOf(server, 'measure', 'kuerzen', 'fremd');
    const last = await placed(server, 'PLAN', COMPLETE);
    const measures = [ready, bare, stale, foreign, last].map((measureId) => ({
      measureId,
      version: measureId === stale ? 7 : 1,
    }));
    const input = { measures, to: 'DO', requestId: randomUUID() };
    const answers = await write(staff.carl, 'moveMeasures', input);
    expect(answers.map(({ measureId }: { measureId: string }) => measureId)).toEqual(
      measures.map(({ measureId }) => measureId),
    );
    expect(answers.map(({ answer }: Read) => answer.code ?? answer.phase)).toEqual([
      'DO',
      'MOVE_NOT_READY',
      'STALE_VERSION',
      'NOT_FOUND',
      'DO',
    ]);
    expect(await measureOf(staff.carl, bare)).toMatchObject({ phase: 'PLAN', version: 1 });
    expect(await write(staff.carl, 'moveMeasures', input)).toEqual(answers);
    expect(await historyRows(server, ready)).toHaveLength(1);
  });

  it('are at most a hundred', async () => {
    const measures = Array.from({ length: 101 }, () => ({ measureId: randomUUID(), version: 1 }));
    const { errors } = await ask(staff.carl, 'moveMeasures', { measures, to: 'DO' });
    expect(errors?.[0]?.message).toContain('measures');
  });
});
