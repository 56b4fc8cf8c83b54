import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatedProgramme } from '../support/generated-programme.js';
import {
  COMPLETE,
  idOf,
  MEASURE,
  measureOf,
  placed,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import { brought } from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let staff: Staff;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
  await brought(server.source, generatedProgramme('klein', 30));
  await brought(server.source, generatedProgramme('gross', 300));
});
afterAll(() => server.stop());

const ALL = `${MEASURE} late stale staleDays stepCount stepsSettled mayEdit
  availableMoves { to permitted missing } decisions { id measures { title } nextSteps { text } }
  results { html } history(first: 5) { field actor }`;
const BOARD = `query ($slug: String!, $loop: Int!, $filter: BoardFilter) {
  workspace(programme: $slug) { board(loop: $loop, filter: $filter) { ${ALL} } } }`;

describe('the number of statements', () => {
  it('of the board is the same for 30 and for 300 measures: one, and one for all histories', async () => {
    const counts = [];
    for (const [slug, size] of [
      ['klein', 30],
      ['gross', 300],
    ] as const) {
      const olga = await signInAs(server, slug, 'olga');
      const before = server.statements.length;
      const { data } = (await olga.gql(BOARD, { slug, loop: 2 })) as Read;
      expect(data.workspace.board).toHaveLength(size);
      const sent = server.statements
        .slice(before)
        .filter((sql) => !/"?session"?/.test(sql.slice(0, 60)));
      counts.push([
        sent.filter((sql) => sql.includes('FROM measure m JOIN')).length,
        sent.filter((sql) => sql.includes('history_entry e')).length,
        sent.length,
      ]);
    }
    // The third one is who may enter.
    expect(counts).toEqual([
      [1, 1, 3],
      [1, 1, 3],
    ]);
  });

  it('of one measure is one as well', async () => {
    const id = await idOf(server, 'measure', 'kuerzen');
    const before = server.statements.length;
    await measureOf(staff.olga, id, 'late stale mayEdit availableMoves { to } undoTo');
    const sent = server.statements.slice(before);
    expect(sent.filter((sql) => sql.includes('FROM measure m'))).toHaveLength(1);
  });
});

describe('the board', () => {
  const keys = async (filter: Record<string, unknown>) => {
    const { data, errors } = (await staff.gerd.gql(BOARD, {
      slug: 'probe',
      loop: 2,
      filter,
    })) as Read;
    expect(errors).toBeUndefined();
    return data.workspace.board.map(({ key }: { key: string }) => key);
  };

  it('is in the order of topic and position', async () => {
    expect(await keys({})).toEqual(['rueckrufe', 'kuerzen']);
  });

  it.each([
    ['topics', { topics: ['formulare'] }, ['kuerzen']],
    ['units', { units: ['buero'] }, ['rueckrufe', 'kuerzen']],
    ['units without measures', { units: ['haus'] }, []],
    ['goals', { goals: ['naehe'] }, ['rueckrufe', 'kuerzen']],
    ['words, all of them', { search: 'FORMULARE kürz' }, ['kuerzen']],
    ['words of the question', { search: 'zurück' }, ['rueckrufe']],
    ['signs that search would take for others', { search: '%' }, []],
    ['help wanted', { helpWanted: true }, []],
    ['topics and words together', { topics: ['telefon'], search: 'kürzen' }, []],
  ])('is filtered by %s', async (_what, filter, expected) => {
    expect(await keys(filter)).toEqual(expected);
  });

  it('is filtered by people, and by what is late', async () => {
    expect(await keys({ guides: [await idOf(server, 'person', 'gisela')] })).toEqual([
      'rueckrufe',
      'kuerzen',
    ]);
    expect(await keys({ owner: await idOf(server, 'person', 'carl') })).toEqual([]);
    expect(await keys({ late: true })).toEqual([]);
    await server.source.query(`UPDATE measure SET due_day = '2026-01-01' WHERE key = 'kuerzen'`);
    expect(await keys({ late: true })).toEqual(['kuerzen']);
  });

  it('of a loop that isn’t there is empty, and of another programme not there', async () => {
    const { data } = (await staff.gerd.gql(BOARD, { slug: 'probe', loop: 9 })) as Read;
    expect(data.workspace.board).toEqual([]);
    for (const who of ['eva', 'gus', 'stranger'] as const)
      expect(await staff[who].gql(BOARD, { slug: 'probe', loop: 2 })).toEqual({
        data: { workspace: null },
      });
  });
});

describe('a measure', () => {
  it('of another programme isn’t there, although the caller may read it elsewhere', async () => {
    const foreign = await idOf(server, 'measure', 'kuerzen', 'fremd');
    expect(await measureOf(staff.olga, foreign)).toBeNull();
  });

  it('is late by an open step, stale after the programme’s days, and settled steps are counted', async () => {
    const id = await placed(server, 'DO', COMPLETE);
    const marks = 'late stale staleDays stepCount stepsSettled';
    await write(staff.carl, 'addStep', {
      measureId: id,
      version: 1,
      text: 'Spät',
      dueDay: '2026-01-01',
    });
    expect(await measureOf(staff.carl, id, marks)).toMatchObject({
      late: true,
      stale: false,
      staleDays: 0,
      stepCount: 2,
      stepsSettled: 1,
    });
    await server.source.query(
      `UPDATE measure SET last_activity_at = now() - interval '31 days' WHERE id = $1`,
      [id],
    );
    expect(await measureOf(staff.carl, id, marks)).toMatchObject({ stale: true, staleDays: 31 });
  });

  it('says to each what each may do', async () => {
    const id = await placed(server, 'DO', { ...COMPLETE, owner: 'gisela' });
    const more = 'mayEdit availableMoves { to permitted }';
    const open = async (who: keyof Staff) => {
      const { mayEdit, availableMoves } = await measureOf(staff[who], id, more);
      const moves = availableMoves.filter(({ permitted }: Read) => permitted);
      return [mayEdit, moves.map(({ to }: { to: string }) => to)];
    };
    expect(await open('gisela')).toEqual([true, ['PLAN', 'CHECK']]);
    expect(await open('gerd')).toEqual([false, []]);
    expect(await open('carl')).toEqual([true, ['PLAN', 'CHECK', 'STOPPED', 'CARRIED_OVER']]);
  });

  it('tells addresses to administrators and to oneself alone', async () => {
    const id = await idOf(server, 'measure', 'kuerzen');
    const email = async (who: keyof Staff) =>
      (await measureOf(staff[who], id, 'mail: owner { email }')).mail.email;
    expect([await email('adam'), await email('olga'), await email('carl')]).toEqual([
      'olga@example.org',
      'olga@example.org',
      null,
    ]);
  });
});
