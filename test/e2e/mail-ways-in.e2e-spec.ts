import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  COMPLETE,
  idOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const REASON = 'Die Zeit war zu kurz.';

let server: TestServer;
let staff: Staff;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
  await server.source.query(
    `UPDATE person SET email = key || '@' || pr.slug || '.example.org' FROM programme pr WHERE pr.id = programme_id`,
  );
});
afterAll(() => server.stop());
beforeEach(() => server.source.query('DELETE FROM mail'));

const person = (key: string): Promise<string> => idOf(server, 'person', key);
/** Who was mailed what of which measure. */
const mailed = async (): Promise<Read[]> =>
  (
    await server.source.query<Read[]>(
      `SELECT m.kind, p.key, m."values"->>'measureId' AS "measureId", m.cause FROM mail m
       JOIN person p ON p.id = m.person_id ORDER BY p.key`,
    )
  ).map(({ kind, key, measureId, cause }) => [kind, key, measureId, cause]);
/** What is wanted of each of them, of the version that the change made. */
async function asked(
  kind: 'MEASURE_OFFERED' | 'CHECK_WANTED' | 'SENT_BACK',
  keys: readonly string[],
  { id, version }: Read,
): Promise<Read[]> {
  const cause = `${kind.toLowerCase().replace('_', '-')}:${id}:${version}`;
  return Promise.all(keys.map(async (key) => [kind, key, id, `${cause}:${await person(key)}`]));
}
const handOver = async (input: Read): Promise<Read> => {
  const { data } = await staff.bea.gql(
    `mutation ($input: HandOverMeasuresInput!) { handOverMeasures(input: $input) {
       ... on HandedOver { measures { id version } } } }`,
    { input },
  );
  return (data as Read).handOverMeasures.measures[0];
};

/** Every way in which a measure gets an owner who hasn't accepted; the answer is that measure. */
const OFFERS: Readonly<Record<string, (owner: string) => Promise<Read>>> = {
  createMeasure: async (owner) =>
    write(staff.bea, 'createMeasure', {
      actionFieldId: await idOf(server, 'action_field', 'telefon-2'),
      title: 'Schilder tauschen',
      ownerId: await person(owner),
    }),
  assignOwner: async (owner) =>
    write(staff.bea, 'assignOwner', {
      measureId: await placed(server, 'PLAN'),
      version: 1,
      personId: await person(owner),
    }),
  handOverMeasures: async (owner) =>
    handOver({
      fromPersonId: await person('gisela'),
      toPersonId: await person(owner),
      measures: [{ measureId: await placed(server, 'DO', { owner: 'gisela' }), version: 1 }],
      reason: REASON,
    }),
  carryOverMeasure: async (owner) =>
    write(staff.bea, 'carryOverMeasure', {
      measureId: await placed(server, 'DO', { owner, ownerAccepted: true }),
      version: 1,
      loopNumber: 3,
      reason: REASON,
    }),
  carryOverMeasures: async (owner) => {
    const measureId = await placed(server, 'PLAN', { owner });
    const [one] = await write(staff.bea, 'carryOverMeasures', {
      measures: [{ measureId, version: 1 }],
      loopNumber: 3,
      reason: REASON,
    });
    return one.answer;
  },
  planSuccessor: async (owner) =>
    write(staff.bea, 'planSuccessor', {
      measureId: await placed(server, 'ACT', { owner, ownerAccepted: true, verdict: 'ADAPT' }),
      version: 1,
      loopNumber: 3,
      reason: REASON,
    }),
};

describe('a measure is offered', () => {
  it.each(Object.keys(OFFERS))('by mail, once, when %s gives it an owner', async (way) => {
    const made = await OFFERS[way]!('gerd');
    expect(made).toMatchObject({ id: expect.any(String), version: expect.any(Number) });
    expect(await mailed()).toEqual(await asked('MEASURE_OFFERED', ['gerd'], made));
  });

  it.each(Object.keys(OFFERS))('by no mail when it is one’s own by %s', async (way) => {
    expect(await OFFERS[way]!('bea')).toMatchObject({ id: expect.any(String) });
    expect(await mailed()).toEqual([]);
  });

  it('by no mail where nobody owns it, nor when it is refused', async () => {
    const actionFieldId = await idOf(server, 'action_field', 'telefon-2');
    await write(staff.bea, 'createMeasure', { actionFieldId, title: 'Ohne' });
    const owner = { ownerId: await person('gerd') };
    expect(
      await write(staff.bea, 'createMeasure', { actionFieldId, title: ' ', ...owner }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    const measureId = await placed(server, 'DO', { owner: 'gerd' });
    const carry = { measureId, version: 1, reason: REASON };
    expect(await write(staff.bea, 'carryOverMeasure', { ...carry, loopNumber: 2 })).toMatchObject({
      code: 'MOVE_NOT_READY',
    });
    expect(await mailed()).toEqual([]);
  });
});

const CIRCLE = ['adam', 'carl', 'olga'];
const move = async (measureId: string, to: string, version = 1): Promise<Read> =>
  write(staff.bea, 'moveMeasure', { measureId, version, to, reason: REASON });
/** As COMPLETE, but `gisela` owns it. */
const READY = { ...COMPLETE, owner: 'gisela' };

/** Every way in which a measure comes to wait for a check by `gerd`; the answer is that measure. */
const CHECKS: Readonly<Record<string, () => Promise<Read>>> = {
  'moveMeasure from DO': async () => move(await placed(server, 'DO', READY), 'CHECK'),
  'moveMeasure from ACT': async () => move(await placed(server, 'ACT', READY), 'CHECK'),
  'moveMeasure from STOPPED': async () =>
    move(await placed(server, 'STOPPED', { ...READY, stoppedIn: 'CHECK' }), 'CHECK'),
  moveMeasures: async () => {
    const measureId = await placed(server, 'DO', READY);
    const [one] = await write(staff.bea, 'moveMeasures', {
      measures: [{ measureId, version: 1 }],
      to: 'CHECK',
    });
    return one.answer;
  },
  undoLastMove: async () => {
    const measureId = await placed(server, 'CHECK', READY);
    await move(measureId, 'ACT');
    return write(staff.bea, 'undoLastMove', { measureId, version: 2, reason: REASON });
  },
  assignChecker: async () =>
    write(staff.bea, 'assignChecker', {
      measureId: await placed(server, 'CHECK', { ...READY, checker: 'carl' }),
      version: 1,
      personId: await person('gerd'),
    }),
};

describe('a check is wanted', () => {
  it.each(Object.keys(CHECKS))('of the checker, once, by %s', async (way) => {
    expect(await mailed()).toEqual([]);
    const measure = await CHECKS[way]!();
    expect(measure).toMatchObject({ phase: 'CHECK', checker: { key: 'gerd' } });
    expect(await mailed()).toEqual(await asked('CHECK_WANTED', ['gerd'], measure));
  });

  it('of the circle when the checker is taken away', async () => {
    const measureId = await placed(server, 'CHECK', READY);
    const measure = await write(staff.bea, 'assignChecker', { measureId, version: 1 });
    expect(await mailed()).toEqual(await asked('CHECK_WANTED', CIRCLE, measure));
  });

  it.each([
    ['before there is anything to check', 'DO', 'gerd'],
    ['when the checker stays', 'CHECK', 'carl'],
    ['when the checker has put in the own name', 'CHECK', 'bea'],
  ] as const)('of nobody %s', async (_when, phase, to) => {
    const measureId = await placed(server, phase, { ...READY, checker: 'carl' });
    const personId = await person(to);
    const measure = await write(staff.bea, 'assignChecker', { measureId, version: 1, personId });
    expect(measure).toMatchObject({ checker: { key: to } });
    expect(await mailed()).toEqual([]);
  });

  it('no more when the last move is taken back: the owner is told why', async () => {
    const measureId = await placed(server, 'DO', READY);
    await move(measureId, 'CHECK');
    await server.source.query('DELETE FROM mail');
    const undone = await write(staff.bea, 'undoLastMove', {
      measureId,
      version: 2,
      reason: REASON,
    });
    expect(await mailed()).toEqual(await asked('SENT_BACK', ['gisela'], undone));
  });
});
