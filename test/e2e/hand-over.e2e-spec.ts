import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  historyRows,
  idOf,
  measureOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const HAND_OVER = `mutation ($input: HandOverMeasuresInput!) { handOverMeasures(input: $input) {
  __typename ... on HandedOver { measures { id version owner { key } ownerAccepted } } ... on UserError { code message }
  ... on InvalidInput { faults { field problem } }
  ... on HandOverBlocked { inTheWay { measureId title code message } } } }`;
const REASON = 'Ich gehe im Januar in Elternzeit.';

let server: TestServer;
let staff: Staff;
/** Ids of people by their keys. */
let ids: Record<'olga' | 'gerd' | 'gisela' | 'carl' | 'gus' | 'eva', string>;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
  await server.source.query(
    `UPDATE person SET email = key || '@' || pr.slug || '.example.org' FROM programme pr WHERE pr.id = programme_id`,
  );
  const person = (key: string): Promise<string> => idOf(server, 'person', key);
  ids = {
    olga: await person('olga'),
    gerd: await person('gerd'),
    gisela: await person('gisela'),
    carl: await person('carl'),
    gus: await person('gus'),
    eva: await person('eva'),
  };
});
afterAll(() => server.stop());
beforeEach(() => server.source.query('DELETE FROM mail'));

type Asked = {
  readonly from?: keyof typeof ids;
  readonly to?: keyof typeof ids;
  readonly reason?: string;
  readonly version?: number;
  readonly requestId?: string;
};

/** Hands measures over from `gerd` to `gisela`, at version 1. */
async function handOver(who: SignedIn, measureIds: readonly string[], asked: Asked = {}) {
  const { from = 'gerd', to = 'gisela', reason = REASON, version = 1, requestId } = asked;
  const input = {
    fromPersonId: ids[from],
    toPersonId: ids[to],
    measures: measureIds.map((measureId) => ({ measureId, version })),
    reason,
    ...(requestId === undefined ? {} : { requestId }),
  };
  const { data, errors } = await who.gql(HAND_OVER, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as Read).handOverMeasures;
}
const owned = (facts: Parameters<typeof placed>[2] = {}): Promise<string> =>
  placed(server, 'DO', { owner: 'gerd', ownerAccepted: true, ...facts });
const ownerOf = async (id: string) => {
  const { owner, ownerAccepted, version } = await measureOf(staff.bea, id);
  return { owner: owner?.key, ownerAccepted, version };
};
const UNTOUCHED = { owner: 'gerd', ownerAccepted: true, version: 1 };
const mails = (): Promise<Read[]> =>
  server.source.query('SELECT kind, address, cause FROM mail ORDER BY cause');

describe('handing measures over', () => {
  it('asks the new owner of each, keeps who, from whom and why, and mails each once', async () => {
    const some = [await owned({ title: 'Eins' }), await owned({ title: 'Zwei' })];
    const answer = await handOver(staff.bea, some);
    expect(answer).toMatchObject({ __typename: 'HandedOver' });
    expect(answer.measures.toSorted((a: Read, b: Read) => (a.id < b.id ? -1 : 1))).toEqual(
      some
        .toSorted()
        .map((id) => ({ id, version: 2, owner: { key: 'gisela' }, ownerAccepted: false })),
    );
    for (const id of some) {
      expect(await ownerOf(id)).toEqual({ owner: 'gisela', ownerAccepted: false, version: 2 });
      expect(await historyRows(server, id)).toEqual([
        {
          field: 'owner',
          from: ids.gerd,
          to: ids.gisela,
          reason: REASON,
          version: 2,
          way: 'API',
          actor: 'bea',
        },
      ]);
    }
    expect(await mails()).toEqual(
      some.toSorted().map((id) => ({
        kind: 'MEASURE_OFFERED',
        address: 'gisela@probe.example.org',
        cause: `measure-offered:${id}:2:${ids.gisela}`,
      })),
    );
    const [first] = some;
    expect(
      await write(staff.gisela, 'acceptOwnership', { measureId: first, version: 2 }),
    ).toMatchObject({ owner: { key: 'gisela' }, ownerAccepted: true });
  });

  it('is the owner’s to do as well, but of nobody else’s measures', async () => {
    const mine = await owned();
    expect(await handOver(staff.gerd, [mine])).toMatchObject({ __typename: 'HandedOver' });
    const theirs = await owned({ owner: 'olga' });
    expect(await handOver(staff.gerd, [theirs], { from: 'olga' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await handOver(staff.gisela, [await owned()])).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const outside of [staff.stranger, staff.eva, staff.gus])
      expect(await handOver(outside, [theirs], { from: 'olga' })).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await ownerOf(theirs)).toEqual({ ...UNTOUCHED, owner: 'olga' });
  });

  it('of whoever is shut out is possible: that is often why', async () => {
    const id = await owned({ owner: 'gus' });
    expect(await handOver(staff.bea, [id], { from: 'gus' })).toMatchObject({
      __typename: 'HandedOver',
    });
  });

  it('hands nothing over, and names all that stands in the way, in the reader’s language', async () => {
    const free = await owned({ title: 'Frei' });
    const checked = await owned({ title: 'Geprüft', checker: 'gisela' });
    const elses = await owned({ title: 'Von Olga', owner: 'olga' });
    const ended = await placed(server, 'STOPPED', {
      owner: 'gerd',
      ownerAccepted: true,
      title: 'Gestoppt',
    });
    const closed = await owned({ title: 'Früher', field: 'telefon-1' });
    const answer = await handOver(staff.bea, [free, checked, elses, ended, closed]);
    expect(answer).toMatchObject({ __typename: 'HandOverBlocked', code: 'HAND_OVER_BLOCKED' });
    expect(new Map(answer.inTheWay.map(({ title, code }: Read) => [title, code] as const))).toEqual(
      new Map([
        ['Geprüft', 'CHECKED_BY_THEM'],
        ['Von Olga', 'OTHER_OWNER'],
        ['Gestoppt', 'ENDED'],
        ['Früher', 'LOOP_CLOSED'],
      ]),
    );
    expect(await ownerOf(free)).toEqual(UNTOUCHED);
    expect(await historyRows(server, free)).toEqual([]);
    expect(await mails()).toEqual([]);

    const late = await handOver(staff.bea, [free], { version: 7 });
    expect(late.inTheWay).toMatchObject([{ measureId: free, code: 'CHANGED' }]);
    expect(late.inTheWay[0].message).toBe('Jemand hat sie inzwischen geändert.');
  });

  it('needs a reason, and two people of the programme, of whom the second may own', async () => {
    const id = await owned();
    const faultsOf = async (asked: Asked, measures = [id]) =>
      (await handOver(staff.bea, measures, asked)).faults?.map(
        ({ field, problem }: Read) => `${field} ${problem}`,
      );
    expect(await faultsOf({ reason: ' ' })).toEqual(['input.reason MISSING']);
    expect(await faultsOf({ reason: 'x'.repeat(20_001) })).toEqual(['input.reason TOO_LONG']);
    for (const to of ['gerd', 'gus', 'eva'] as const)
      expect(await faultsOf({ to })).toEqual(['input.toPersonId UNKNOWN']);
    expect(await faultsOf({}, [])).toEqual(['input.measures MISSING']);
    expect(await ownerOf(id)).toEqual(UNTOUCHED);
  });

  it('of a measure that isn’t there, or is somebody else’s programme’s, finds nothing', async () => {
    const id = await owned();
    const foreign = await idOf(server, 'measure', 'kuerzen', 'fremd');
    for (const other of [randomUUID(), foreign])
      expect(await handOver(staff.bea, [id, other])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ownerOf(id)).toEqual(UNTOUCHED);
  });

  it('is done once for one request, and by one of eight who ask at the same time', async () => {
    const again = await owned();
    const requestId = randomUUID();
    const told = await Promise.all([
      handOver(staff.bea, [again], { requestId }),
      handOver(staff.bea, [again], { requestId }),
    ]);
    expect(told[0]).toEqual(told[1]);
    expect(await ownerOf(again)).toMatchObject({ owner: 'gisela', version: 2 });

    const some = [await owned(), await owned(), await owned()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        handOver(staff.bea, at % 2 === 0 ? some : some.toReversed()),
      ),
    );
    const names = answers.map(({ __typename }: Read) => __typename).sort();
    expect(names).toEqual(
      [...Array<string>(1).fill('HandedOver'), ...Array<string>(7).fill('HandOverBlocked')].sort(),
    );
    for (const id of some) expect(await historyRows(server, id)).toHaveLength(1);
  });
});

describe('what guides carry', () => {
  const HINTS = 'hints { kind personId name loopNumber openMeasures }';
  const hintsOf = async (id: string): Promise<Read[]> =>
    (await measureOf(staff.bea, id, HINTS)).hints;
  const personOf = async (key: string): Promise<Read> => {
    const { data, errors } = await staff.bea.gql(
      `{ workspace(programme: "probe") { people { key tooManyMeasures
         openMeasures { measureId version title loopNumber phase owned hint } } } }`,
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data as Read).workspace.people.find((one: Read) => one.key === key);
  };
  const term = (key: string, first: number | null, last: number | null) =>
    server.source.query(
      `UPDATE person SET term_first_loop = $2, term_last_loop = $3 WHERE key = $1`,
      [key, first, last],
    );
  beforeEach(async () => {
    await server.source.query('DELETE FROM measure WHERE position = 1000');
    await term('gerd', null, null);
  });

  it('is told beside a measure: nobody, a term that misses its loop, whoever is away', async () => {
    const id = await owned();
    expect(await hintsOf(id)).toEqual([]);
    await term('gerd', 1, 1);
    const gerd = { personId: ids.gerd, name: 'Gerd Gilde', openMeasures: null };
    expect(await hintsOf(id)).toEqual([{ ...gerd, kind: 'TERM_ENDS_EARLIER', loopNumber: 1 }]);
    await term('gerd', 3, 4);
    expect(await hintsOf(id)).toEqual([{ ...gerd, kind: 'TERM_BEGINS_LATER', loopNumber: 3 }]);

    const away = await owned({ owner: 'gus' });
    expect(await hintsOf(away)).toMatchObject([
      { kind: 'NO_GUIDE', name: null },
      { kind: 'AWAY', name: 'Gus Grau' },
    ]);
    const orphan = await placed(server, 'PLAN', {});
    const nobody = { personId: null, name: null, loopNumber: null, openMeasures: null };
    expect(await hintsOf(orphan)).toEqual([
      { ...nobody, kind: 'NO_OWNER' },
      { ...nobody, kind: 'NO_GUIDE' },
    ]);
    const ofTheCircle = await owned({ owner: 'olga' });
    expect(await hintsOf(ofTheCircle)).toEqual([{ ...nobody, kind: 'NO_GUIDE' }]);
    for (const key of ['gus', 'carl'] as const)
      await server.source.query(
        'INSERT INTO measure_guide (measure_id, person_id) VALUES ($1, $2)',
        [ofTheCircle, ids[key]],
      );
    expect(await hintsOf(ofTheCircle)).toMatchObject([{ kind: 'AWAY', name: 'Gus Grau' }]);
    await server.source.query('DELETE FROM measure_guide WHERE person_id = $1', [ids.carl]);
    expect(await hintsOf(ofTheCircle)).toMatchObject([{ kind: 'NO_GUIDE' }, { kind: 'AWAY' }]);
    expect(await hintsOf(await placed(server, 'DONE', {}))).toEqual([]);
    expect(await hintsOf(await placed(server, 'PLAN', { field: 'telefon-1' }))).toEqual([]);
  });

  it('is told of those who guide as well, and counted once where somebody does both', async () => {
    const id = await owned();
    const others = [await owned(), await owned(), await owned()];
    const guiding = await owned({ owner: 'olga' });
    for (const measureId of [guiding, id])
      await server.source.query(
        'INSERT INTO measure_guide (measure_id, person_id) VALUES ($1, $2)',
        [measureId, ids.gerd],
      );
    expect(await hintsOf(guiding)).toEqual([
      {
        kind: 'TOO_MANY_MEASURES',
        personId: ids.gerd,
        name: 'Gerd Gilde',
        loopNumber: null,
        openMeasures: 5,
      },
    ]);
    expect(await hintsOf(id)).toHaveLength(1);
    expect(await personOf('gerd')).toMatchObject({ tooManyMeasures: true });

    await server.source.query(`UPDATE measure SET phase = 'STOPPED' WHERE id = $1`, [others[0]]);
    expect(await hintsOf(guiding)).toEqual([]);
    expect(await personOf('gerd')).toMatchObject({ tooManyMeasures: false });
  });

  it('is told beside a person, with the version that handing it over names', async () => {
    await term('gerd', 1, 1);
    const id = await owned({ title: 'Rückrufe' });
    await owned({ owner: 'olga' });
    expect((await personOf('gerd')).openMeasures).toEqual([
      {
        measureId: id,
        version: 1,
        title: 'Rückrufe',
        loopNumber: 2,
        phase: 'DO',
        owned: true,
        hint: 'TERM_ENDS_EARLIER',
      },
    ]);
    expect((await personOf('carl')).openMeasures).toEqual([]);
  });

  it('takes one statement for all people', async () => {
    const ask = async (): Promise<number> => {
      const before = server.statements.length;
      await personOf('gerd');
      return server.statements.length - before;
    };
    await owned();
    const few = await ask();
    for (let count = 0; count < 6; count += 1) await owned({ owner: 'gisela' });
    expect(await ask()).toBe(few);
  });
});
