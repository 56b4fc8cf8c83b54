import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
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

const REASON = 'Die Zeit war zu kurz.';
/** A measure in DO with a done step and two open ones. */
async function atWork(field = 'telefon-2'): Promise<{ measureId: string; version: number }> {
  const measureId = await placed(server, 'DO', { ...COMPLETE, field, verdict: 'ADAPT' });
  await write(staff.carl, 'addStep', { measureId, version: 1, text: 'Offen eins', stage: 'Haus' });
  await write(staff.carl, 'addStep', { measureId, version: 2, text: 'Offen zwei' });
  return { measureId, version: 3 };
}

describe('a measure that is carried over', () => {
  it('ends in its loop, and goes on in a later one with its open steps and a question of the same topic', async () => {
    const { measureId, version } = await atWork();
    const before = await measureOf(staff.carl, measureId);
    const successor = await write(staff.carl, 'carryOverMeasure', {
      measureId,
      version,
      loopNumber: 3,
      reason: REASON,
    });
    expect(successor).toMatchObject({
      __typename: 'WorkspaceMeasure',
      phase: 'PLAN',
      version: 1,
      loopNumber: 3,
      title: before.title,
      successCriterion: before.successCriterion,
      owner: { key: 'olga' },
      ownerAccepted: false,
      commissioner: { key: 'bea' },
      commissionerTookOver: false,
      dueDay: null,
      verdict: null,
      // The topic had no question in loop 3 yet.
      actionField: { key: 'telefon-3', question: 'Wer ruft zurück?' },
      steps: [
        { position: 1, text: 'Offen eins', stage: 'Haus', state: 'OPEN' },
        { position: 2, text: 'Offen zwei', stage: null, state: 'OPEN' },
      ],
      results: [],
    });
    const after = await measureOf(staff.carl, measureId);
    expect(after).toMatchObject({ phase: 'CARRIED_OVER', endReason: REASON, version: 4 });
    expect(after.steps).toEqual(before.steps);
    const chain = [
      { measureId, loopNumber: 2, phase: 'CARRIED_OVER' },
      { measureId: successor.id, loopNumber: 3, phase: 'PLAN' },
    ];
    expect([after.chain, successor.chain]).toEqual([chain, chain]);
    expect((await historyRows(server, measureId)).slice(-2)).toMatchObject([
      { field: 'phase', from: 'DO', to: 'CARRIED_OVER', reason: REASON },
      { field: 'carriedOver', from: '2', to: '3', reason: REASON },
    ]);
    expect(await historyRows(server, successor.id)).toMatchObject([
      { field: 'created', to: before.title, version: 1 },
      { field: 'carriedFrom', from: '2', to: '3', reason: REASON },
    ]);
  });

  it('answers the question that is named, if it is one of that loop', async () => {
    const { measureId, version } = await atWork('formulare-2');
    const carry = { measureId, version, loopNumber: 3, reason: REASON };
    for (const [key, slug] of [
      ['telefon-2', 'probe'],
      ['telefon-2', 'fremd'],
    ] as const)
      expect(
        await write(staff.carl, 'carryOverMeasure', {
          ...carry,
          actionFieldId: await idOf(server, 'action_field', key, slug),
        }),
      ).toMatchObject({ code: 'INVALID_INPUT', field: 'input.actionFieldId' });
    expect(await measureOf(staff.carl, measureId)).toMatchObject({ phase: 'DO', version: 3 });
    const actionFieldId = await idOf(server, 'action_field', 'telefon-3');
    expect(await write(staff.carl, 'carryOverMeasure', { ...carry, actionFieldId })).toMatchObject({
      actionField: { key: 'telefon-3' },
    });
  });

  it.each([
    ['the same loop', 2],
    ['an earlier loop', 1],
    ['no loop', 77],
  ])('doesn’t go to %s', async (_what, loopNumber) => {
    const { measureId, version } = await atWork();
    const carry = { measureId, version, loopNumber, reason: REASON };
    expect(await write(staff.carl, 'carryOverMeasure', carry)).toMatchObject({
      code: 'MOVE_NOT_READY',
      missing: ['LATER_LOOP'],
    });
    expect(await historyRows(server, measureId)).toHaveLength(2);
  });

  it('isn’t carried back, nor by a guide', async () => {
    const { measureId, version } = await atWork();
    const carry = { measureId, version, loopNumber: 3, reason: REASON };
    expect(await write(staff.gerd, 'carryOverMeasure', carry)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await write(staff.carl, 'carryOverMeasure', carry);
    expect(await measureOf(staff.carl, measureId)).toMatchObject({ undoTo: null });
    expect(
      await write(staff.carl, 'undoLastMove', { measureId, version: 4, reason: REASON }),
    ).toMatchObject({ code: 'INVALID_INPUT', faults: [{ problem: 'WRONG_STATE' }] });
  });

  it('goes with others, each by itself', async () => {
    const one = await atWork();
    const two = await atWork();
    const done = await placed(server, 'DONE', COMPLETE);
    const answers = await write(staff.carl, 'carryOverMeasures', {
      measures: [one, { measureId: done, version: 1 }, two],
      loopNumber: 3,
      reason: REASON,
    });
    expect(answers.map(({ answer }: Read) => answer.code ?? answer.phase)).toEqual([
      'PLAN',
      'MOVE_NOT_ALLOWED',
      'PLAN',
    ]);
    expect(await measureOf(staff.carl, one.measureId)).toMatchObject({ phase: 'CARRIED_OVER' });
  });
});

describe('a measure that is to be adapted', () => {
  it('gets one successor while it stays in ACT, and can be done then', async () => {
    const measureId = await placed(server, 'ACT', { ...COMPLETE, verdict: 'ADAPT' });
    const plan = { measureId, version: 1, loopNumber: 3, reason: REASON };
    expect(await write(staff.gerd, 'planSuccessor', plan)).toMatchObject({ code: 'NOT_ALLOWED' });
    const successor = await write(staff.carl, 'planSuccessor', plan);
    expect(successor).toMatchObject({ phase: 'PLAN', loopNumber: 3 });
    expect(await measureOf(staff.carl, measureId)).toMatchObject({ phase: 'ACT', version: 2 });
    expect(await write(staff.carl, 'planSuccessor', { ...plan, version: 2 })).toMatchObject({
      code: 'MEASURE_HAS_SUCCESSOR',
      goesOnIn: 3,
    });
    expect(await write(staff.carl, 'carryOverMeasure', { ...plan, version: 2 })).toMatchObject({
      code: 'MEASURE_HAS_SUCCESSOR',
    });
    expect(
      await write(staff.carl, 'moveMeasure', { measureId, version: 2, to: 'DONE' }),
    ).toMatchObject({ phase: 'DONE' });
  });

  it('is told all that its successor lacks', async () => {
    const inDo = await placed(server, 'DO', COMPLETE);
    const adopted = await placed(server, 'ACT', { ...COMPLETE, verdict: 'ADOPT' });
    const plan = { version: 1, loopNumber: 1, reason: ' ' };
    expect(await write(staff.carl, 'planSuccessor', { ...plan, measureId: inDo })).toMatchObject({
      code: 'MOVE_NOT_ALLOWED',
      from: 'DO',
      to: 'PLAN',
    });
    expect(await write(staff.carl, 'planSuccessor', { ...plan, measureId: adopted })).toMatchObject(
      { missing: ['VERDICT', 'REASON', 'LATER_LOOP'] },
    );
  });
});

describe('undoing the last move', () => {
  it('goes back where the table does, with a reason, and back again', async () => {
    const measureId = await placed(server, 'PLAN', COMPLETE);
    const nothing = { measureId, version: 1, reason: REASON };
    expect(await write(staff.olga, 'undoLastMove', nothing)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.measureId',
    });
    await write(staff.olga, 'moveMeasure', { measureId, version: 1, to: 'DO' });
    expect(await measureOf(staff.olga, measureId)).toMatchObject({ undoTo: 'PLAN' });
    expect(await measureOf(staff.gerd, measureId)).toMatchObject({ undoTo: null });
    const undo = { measureId, version: 2 };
    expect(await write(staff.gerd, 'undoLastMove', { ...undo, reason: REASON })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await write(staff.olga, 'undoLastMove', undo)).toMatchObject({ missing: ['REASON'] });
    expect(await write(staff.olga, 'undoLastMove', { ...undo, reason: REASON })).toMatchObject({
      phase: 'PLAN',
      version: 3,
      undoTo: 'DO',
    });
    expect(await write(staff.olga, 'undoLastMove', { measureId, version: 3 })).toMatchObject({
      phase: 'DO',
    });
  });

  it('doesn’t go where the table has no way, or where a file put the measure', async () => {
    const act = await placed(server, 'CHECK', COMPLETE);
    await write(staff.carl, 'moveMeasure', {
      measureId: act,
      version: 1,
      to: 'STOPPED',
      reason: REASON,
    });
    expect(await measureOf(staff.carl, act)).toMatchObject({ undoTo: 'CHECK' });
    const imported = await idOf(server, 'measure', 'kuerzen');
    expect(await measureOf(staff.carl, imported)).toMatchObject({ undoTo: null });
  });
});
