import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOVE_CASES, type MoveCase } from '#domain/pdca/move-cases.builder.js';
import { aBareMeasure, aMeasure } from '#domain/measures/measure-facts.builder.js';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import { historyRows, write, type Read } from '../support/measures.js';
import { aProgrammeOfMoves, measuresWith } from '../support/move-cases.js';
import { brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
const people = new Map<string, SignedIn>();
const person = (key: string): SignedIn => people.get(key)!;
beforeAll(async () => {
  server = await startTestServer();
  const draft = aProgrammeOfMoves();
  await brought(server.source, draft);
  for (const { key } of draft.people ?? []) people.set(key, await signInAs(server, 'probe', key));
});
afterAll(() => server.stop());

describe('every case of the table', () => {
  const ids = new Map<MoveCase, string>();
  const bulkIds = new Map<MoveCase, string>();
  beforeAll(async () => {
    const facts = MOVE_CASES.map(({ measure }) => measure);
    for (const all of [ids, bulkIds])
      (await measuresWith(server, facts)).forEach((id, at) => all.set(MOVE_CASES[at]!, id));
  });

  const who = ({ actor }: MoveCase): SignedIn => person(actor.personId);
  /** The end as CARRIED_OVER is asked for with the loop in which the measure goes on. */
  const said = ({ to, reason, targetLoop }: MoveCase): Record<string, unknown> =>
    to === 'CARRIED_OVER'
      ? { reason: reason ?? '', loopNumber: targetLoop?.number }
      : { to, reason };
  /** What the answer to a move has to hold. */
  const told = ({ measure: { phase: from }, to, expected }: MoveCase): object => {
    if (expected === 'MOVED') return { __typename: 'WorkspaceMeasure' };
    if (expected === 'MOVE_NOT_ALLOWED')
      return { __typename: 'MoveNotAllowed', code: expected, from, to };
    if (expected === 'MOVE_NOT_PERMITTED') return { __typename: 'NotAllowed', code: 'NOT_ALLOWED' };
    return { __typename: 'MoveNotReady', code: 'MOVE_NOT_READY', missing: expected };
  };

  const rowsOf = (of: readonly (string | undefined)[]): Promise<Read[]> =>
    server.source.query(
      `SELECT id, phase, version, stopped_in, end_reason, commissioner_took_over FROM measure
       WHERE id = ANY ($1::uuid[])`,
      [of],
    );

  it.each(MOVE_CASES)('$name: offered as it is answered, and kept once', async (one) => {
    const { measure, to, reason, expected } = one;
    const id = ids.get(one)!;
    const { data } = await who(one).gql(
      `query ($id: ID!) { workspace(programme: "probe") { measure(id: $id) {
         availableMoves { to permitted missing } } } }`,
      { id },
    );
    const { availableMoves } = (data as Read).workspace.measure;
    // What is said with a move is missing wherever the table asks for it, until it is said.
    const unsaid = (need: string): boolean => need !== 'REASON' && need !== 'LATER_LOOP';
    const offered = availableMoves.filter((move: Read) => move.to === to);
    if (expected === 'MOVE_NOT_ALLOWED') expect(offered).toEqual([]);
    else if (expected === 'MOVE_NOT_PERMITTED')
      expect(offered).toMatchObject([{ permitted: false }]);
    else
      expect(
        offered.map((move: Read) => ({ ...move, missing: move.missing.filter(unsaid) })),
      ).toEqual([
        { to, permitted: true, missing: expected === 'MOVED' ? [] : expected.filter(unsaid) },
      ]);

    const mutation = to === 'CARRIED_OVER' ? 'carryOverMeasure' : 'moveMeasure';
    const answer = await write(who(one), mutation, { measureId: id, version: 1, ...said(one) });
    expect(answer).toMatchObject(told(one));
    const [after] = await rowsOf([id]);
    if (expected !== 'MOVED') {
      expect(answer.message).toMatch(/\w/);
      expect(after).toMatchObject({ phase: measure.phase, version: 1 });
      expect(await historyRows(server, id)).toEqual([]);
      return;
    }
    expect(after).toEqual({
      id,
      phase: to,
      version: 2,
      stopped_in: to === 'STOPPED' ? measure.phase : null,
      end_reason: to === 'STOPPED' || to === 'CARRIED_OVER' ? reason : null,
      commissioner_took_over: measure.phase !== 'DONE',
    });
    const moves = (await historyRows(server, id)).filter(({ field }) => field === 'phase');
    expect(moves).toEqual([
      {
        field: 'phase',
        from: measure.phase,
        to,
        reason,
        version: 2,
        way: 'API',
        actor: one.actor.personId,
      },
    ]);
  });

  it.each([
    ...Map.groupBy(MOVE_CASES, (one) =>
      JSON.stringify({ by: one.actor.personId, to: one.to, ...said(one) }),
    ),
  ])('%s: in bulk each is answered as by itself', async (_name, cases) => {
    const [first] = cases as [MoveCase, ...MoveCase[]];
    const mutation = first.to === 'CARRIED_OVER' ? 'carryOverMeasures' : 'moveMeasures';
    const answers = await write(who(first), mutation, {
      measures: cases.map((one) => ({ measureId: bulkIds.get(one), version: 1 })),
      ...said(first),
    });
    const rows = await rowsOf(cases.map((one) => bulkIds.get(one)));
    for (const one of cases) {
      const id = bulkIds.get(one);
      const { answer } = answers.find(({ measureId }: Read) => measureId === id);
      expect([one.name, answer]).toMatchObject([one.name, told(one)]);
      const phase = one.expected === 'MOVED' ? one.to : one.measure.phase;
      expect([one.name, rows.find((row) => row.id === id).phase]).toEqual([one.name, phase]);
    }
  });
});

describe('the rules beside the table', () => {
  const one = async (facts: MeasureFacts): Promise<string> =>
    (await measuresWith(server, [facts]))[0]!;

  it('never let an owner write the verdict, be it one of the circle', async () => {
    const measureId = await one(aMeasure({ phase: 'CHECK', ownerId: 'circle-member' }));
    const edit = { measureId, version: 1, verdict: 'ADAPT' };
    expect(await write(person('circle-member'), 'editMeasure', edit)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('wait for a decision where the circle says so', async () => {
    const measureId = await one(aMeasure());
    const said = { measureId, version: 1, decisionRequiredFor: 'DO' };
    expect(await write(person('circle-member'), 'editMeasure', said)).toMatchObject({
      decisionRequiredFor: 'DO',
    });
    const move = { measureId, version: 2, to: 'DO' };
    expect(await write(person('circle-member'), 'moveMeasure', move)).toMatchObject({
      missing: ['DECISION'],
    });
  });

  it('let nothing else change in a closed loop', async () => {
    const measureId = await one(aBareMeasure({ loopNumber: 1, loopStage: 'CLOSED' }));
    const frozen = { __typename: 'LoopFrozen', code: 'LOOP_FROZEN', frozen: 1 };
    for (const [mutation, input] of [
      ['editMeasure', { title: 'Anders' }],
      ['addStep', { text: 'Noch einer' }],
      ['draftResult', { text: 'Noch eines' }],
      ['addNextStep', { text: 'Noch einer' }],
      ['assignOwner', { personId: null }],
      ['requestHelp', { text: 'Bitte' }],
    ] as const)
      expect([
        mutation,
        await write(person('circle-member'), mutation, { measureId, version: 1, ...input }),
      ]).toMatchObject([mutation, frozen]);
  });

  it('refuse CARRIED_OVER as a plain move, with the field’s name', async () => {
    const measureId = await one(aMeasure({ phase: 'DO' }));
    const move = { measureId, version: 1, to: 'CARRIED_OVER', reason: 'Anders.' };
    expect(await write(person('circle-member'), 'moveMeasure', move)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.to',
      faults: [{ problem: 'UNKNOWN' }],
    });
  });
});
