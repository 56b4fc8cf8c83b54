import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDCA_PHASES, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import {
  COMPLETE,
  historyRows,
  measureOf,
  placed,
  staffed,
  write,
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

type Who = 'owner' | 'checker' | 'circle';
/**
 * Copied by hand from docs/spec/pdca.md §2: what a bare measure lacks on each move, and who may make it. A test that
 * read the table would agree with any table.
 */
const SPEC: Readonly<
  Record<string, { readonly lacks: readonly string[]; readonly by: readonly Who[] }>
> = {
  'PLAN>DO': {
    lacks: ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY'],
    by: ['owner', 'circle'],
  },
  'DO>PLAN': { lacks: ['REASON'], by: ['owner', 'circle'] },
  'DO>CHECK': { lacks: ['RESULT'], by: ['owner', 'circle'] },
  'CHECK>DO': { lacks: ['REASON'], by: ['checker', 'circle'] },
  'CHECK>ACT': { lacks: ['VERDICT', 'LESSON'], by: ['checker', 'circle'] },
  'ACT>CHECK': { lacks: ['REASON'], by: ['circle'] },
  'ACT>DONE': {
    lacks: ['RESULT_SETTLED', 'COMMISSIONER_TOOK_OVER', 'NEXT_STEPS_SETTLED'],
    by: ['circle'],
  },
  'PLAN>STOPPED': { lacks: ['REASON'], by: ['circle'] },
  'DO>STOPPED': { lacks: ['REASON'], by: ['circle'] },
  'CHECK>STOPPED': { lacks: ['REASON'], by: ['circle'] },
  'PLAN>CARRIED_OVER': { lacks: ['REASON', 'LATER_LOOP'], by: ['circle'] },
  'DO>CARRIED_OVER': { lacks: ['REASON', 'LATER_LOOP'], by: ['circle'] },
  'CHECK>CARRIED_OVER': { lacks: ['REASON', 'LATER_LOOP'], by: ['circle'] },
  'ACT>CARRIED_OVER': { lacks: ['REASON', 'LATER_LOOP'], by: ['circle'] },
  'DONE>ACT': { lacks: ['REASON'], by: ['circle'] },
  'STOPPED>DO': { lacks: ['REASON'], by: ['circle'] },
};
const PAIRS = PDCA_PHASES.flatMap((from) => PDCA_PHASES.map((to) => ({ from, to })));
const REASON = 'Weil sich die Lage geändert hat.';

/** A measure in the phase; stopped ones were stopped in DO. */
const at = (from: PdcaPhase, facts: Parameters<typeof placed>[2] = {}): Promise<string> =>
  placed(server, from, { ...facts, ...(from === 'STOPPED' ? { stoppedIn: 'DO' } : {}) });

/** Asks for a move in the way that leads to its phase: an end as CARRIED_OVER is asked for with a loop. */
const go = (
  who: keyof Staff,
  measureId: string,
  to: PdcaPhase,
  said: { readonly reason: string; readonly loopNumber: number },
) =>
  to === 'CARRIED_OVER'
    ? write(staff[who], 'carryOverMeasure', { measureId, version: 1, ...said })
    : write(staff[who], 'moveMeasure', { measureId, version: 1, to, reason: said.reason });

describe.each(PAIRS)('$from > $to', ({ from, to }) => {
  const spec = SPEC[`${from}>${to}`];

  it('asks a bare measure for all that the specification asks for', async () => {
    const id = await at(from);
    const told = await go('carl', id, to, { reason: ' ', loopNumber: 2 });
    expect(told).toMatchObject(
      spec === undefined
        ? { __typename: 'MoveNotAllowed', code: 'MOVE_NOT_ALLOWED', from, to }
        : { __typename: 'MoveNotReady', code: 'MOVE_NOT_READY', missing: spec.lacks },
    );
    expect(told.message).toMatch(/\w/);
    expect(await measureOf(staff.carl, id)).toMatchObject({ phase: from, version: 1 });
    expect(await historyRows(server, id)).toEqual([]);
    const { availableMoves } = await measureOf(staff.carl, id, 'availableMoves { to missing }');
    expect(availableMoves.filter((move: { to: string }) => move.to === to)).toEqual(
      spec === undefined ? [] : [{ to, missing: spec.lacks }],
    );
  });

  it('lets a complete measure pass, once, and keeps it', async () => {
    const id = await at(from, COMPLETE);
    const told = await go('carl', id, to, { reason: REASON, loopNumber: 3 });
    if (spec === undefined) {
      expect(told).toMatchObject({ code: 'MOVE_NOT_ALLOWED', from, to });
      expect(await historyRows(server, id)).toEqual([]);
      return;
    }
    expect(told).toMatchObject({ __typename: 'WorkspaceMeasure' });
    const after = await measureOf(staff.carl, id);
    expect(after).toMatchObject({
      phase: to,
      version: 2,
      stoppedIn: to === 'STOPPED' ? from : null,
      endReason: to === 'STOPPED' || to === 'CARRIED_OVER' ? REASON : null,
      commissionerTookOver: from !== 'DONE',
    });
    const [moved] = await historyRows(server, id);
    expect(moved).toEqual({
      field: 'phase',
      from,
      to,
      reason: REASON,
      version: 2,
      way: 'API',
      actor: 'carl',
    });
  });

  it('is made by whom the specification names, and by nobody else', async () => {
    const people = { owner: 'gisela', checker: 'gerd', circle: 'carl' } as const;
    const facts = { ...COMPLETE, owner: people.owner, checker: people.checker };
    for (const who of ['owner', 'checker', 'circle'] as const) {
      const id = await at(from, facts);
      const told = await go(people[who], id, to, { reason: REASON, loopNumber: 3 });
      const expected =
        spec === undefined
          ? 'MoveNotAllowed'
          : spec.by.includes(who)
            ? 'WorkspaceMeasure'
            : 'NotAllowed';
      expect([who, told.__typename]).toEqual([who, expected]);
    }
    const id = await at(from, { ...facts, checker: 'carl' });
    const told = await go('gerd', id, to, { reason: REASON, loopNumber: 3 });
    expect(told.__typename).toBe(spec === undefined ? 'MoveNotAllowed' : 'NotAllowed');
  });
});

describe('the rules beside the table', () => {
  it('never let an owner judge, be it one of the circle', async () => {
    const id = await at('CHECK', COMPLETE);
    expect(await go('olga', id, 'ACT', { reason: REASON, loopNumber: 3 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const edit = { measureId: id, version: 1, verdict: 'ADOPT' };
    expect(await write(staff.olga, 'editMeasure', edit)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each(['PLAN', 'DO', 'CHECK'] as const)('lead a stopped measure back to %s', async (phase) => {
    for (const to of ['PLAN', 'DO', 'CHECK'] as const) {
      const id = await placed(server, 'STOPPED', { stoppedIn: phase });
      expect(await go('carl', id, to, { reason: REASON, loopNumber: 3 })).toMatchObject(
        to === phase
          ? { __typename: 'WorkspaceMeasure', phase, stoppedIn: null, endReason: null }
          : { code: 'MOVE_NOT_ALLOWED' },
      );
    }
  });

  it('ask for a successor and for an anchor by the verdict', async () => {
    const adapt = await at('ACT', { ...COMPLETE, verdict: 'ADAPT' });
    const adopt = await at('ACT', { ...COMPLETE, verdict: 'ADOPT' });
    const done = (id: string) => go('carl', id, 'DONE', { reason: REASON, loopNumber: 3 });
    expect(await done(adapt)).toMatchObject({ missing: ['SUCCESSOR'] });
    expect(await done(adopt)).toMatchObject({ missing: ['ANCHORED'] });
  });

  it('wait for a decision that approves, where the circle says so', async () => {
    const id = await at('PLAN', COMPLETE);
    const said = { measureId: id, version: 1, decisionRequiredFor: 'DO' };
    expect(await write(staff.olga, 'editMeasure', said)).toMatchObject({
      decisionRequiredFor: 'DO',
    });
    const move = { measureId: id, version: 2, to: 'DO' };
    expect(await write(staff.olga, 'moveMeasure', move)).toMatchObject({ missing: ['DECISION'] });
    const rule = (ruling: string) =>
      server.source.query(
        `WITH d AS (INSERT INTO decision (id, programme_id, key, body, day, point, ruling)
           SELECT gen_random_uuid(), programme_id, 'd-' || gen_random_uuid(), 'Kreis', '2026-06-01', 'Anrufe', $2
           FROM measure WHERE id = $1 RETURNING id)
         INSERT INTO decision_measure SELECT id, $1 FROM d`,
        [id, ruling],
      );
    await rule('REFERRED');
    expect(await write(staff.olga, 'moveMeasure', move)).toMatchObject({ missing: ['DECISION'] });
    await rule('APPROVED_WITH_CHANGES');
    expect(await write(staff.olga, 'moveMeasure', move)).toMatchObject({ phase: 'DO' });
  });

  it('name the closed loop beside all else that is missing, and let nothing else change there', async () => {
    const id = await placed(server, 'ACT', { field: 'telefon-1' });
    expect(await go('carl', id, 'DONE', { reason: REASON, loopNumber: 3 })).toMatchObject({
      missing: [
        'RESULT_SETTLED',
        'COMMISSIONER_TOOK_OVER',
        'NEXT_STEPS_SETTLED',
        'LOOP_NOT_CLOSED',
      ],
    });
    expect(await go('carl', id, 'CARRIED_OVER', { reason: REASON, loopNumber: 3 })).toMatchObject({
      missing: ['LOOP_NOT_CLOSED'],
    });
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
        await write(staff.carl, mutation, { measureId: id, version: 1, ...input }),
      ]).toMatchObject([mutation, frozen]);
  });

  it('refuse CARRIED_OVER as a plain move, with the field’s name', async () => {
    const id = await at('DO', COMPLETE);
    const move = { measureId: id, version: 1, to: 'CARRIED_OVER', reason: REASON };
    expect(await write(staff.carl, 'moveMeasure', move)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.to',
      faults: [{ problem: 'UNKNOWN' }],
    });
  });
});
