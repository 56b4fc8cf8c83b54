import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  historyRows,
  idOf,
  measureOf,
  staffed,
  write,
  type Read,
  type Staff,
} from '../support/measures.js';
import type { SignedIn } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
let staff: Staff;
beforeAll(async () => {
  server = await startTestServer();
  staff = await staffed(server);
});
afterAll(() => server.stop());

const NEVER = '00000000-0000-7000-8000-000000000000';
const REASON = 'Weil es so ist.';

/** One stage of the way: who may, and who of the programme may not; `input` is made when it is its turn. */
type Stage = readonly [
  mutation: string,
  who: keyof Staff,
  notBy: readonly (keyof Staff)[],
  input?: (measure: Read) => Record<string, unknown> | Promise<Record<string, unknown>>,
];
const person = (key: string) => async (): Promise<{ personId: string }> => ({
  personId: await idOf(server, 'person', key),
});

/**
 * From PLAN to DONE: gisela (guide) owns it, carl (circle) checks it, bea commissioned it, gerd (guide) contributes
 * from the second stage on. adam is administrator and may what the circle may.
 */
const WAY: readonly Stage[] = [
  ['assignOwner', 'olga', ['gisela', 'gerd'], person('gisela')],
  ['addContributor', 'olga', ['gerd'], person('gerd')],
  ['acceptOwnership', 'gisela', ['olga', 'adam', 'gerd']],
  ['editMeasure', 'gisela', [], () => ({ successCriterion: 'Alle', dueDay: '2026-12-01' })],
  ['addStep', 'gisela', [], () => ({ text: 'Zuhören', dueDay: '2026-11-01' })],
  ['addStep', 'gerd', [], () => ({ text: 'Mitschreiben', stage: 'Haus' })],
  ['assignChecker', 'olga', ['gisela', 'gerd'], person('carl')],
  ['assignCommissioner', 'olga', ['gisela', 'gerd'], person('bea')],
  ['addGuide', 'olga', ['gisela', 'gerd'], person('gerd')],
  ['moveMeasure', 'gisela', ['gerd'], () => ({ to: 'DO' })],
  ['requestHelp', 'gisela', [], () => ({ text: 'Wer kennt die Anlage?' })],
  ['withdrawHelp', 'gerd', []],
  ['completeStep', 'gerd', [], (m) => ({ stepId: m.steps[0].id })],
  ['dropStep', 'gisela', [], (m) => ({ stepId: m.steps[1].id, reason: REASON })],
  ['draftResult', 'gerd', [], () => ({ text: 'Alle kamen **an**.', day: '2026-10-01' })],
  ['moveMeasure', 'gisela', ['gerd'], () => ({ to: 'CHECK' })],
  ['editMeasure', 'carl', ['gisela', 'gerd'], () => ({ verdict: 'ADOPT', lesson: 'Früher.' })],
  ['moveMeasure', 'carl', ['gisela', 'gerd'], () => ({ to: 'ACT' })],
  ['publishResult', 'olga', ['gisela', 'gerd'], (m) => ({ resultId: m.results[0].id })],
  ['addNextStep', 'gisela', [], () => ({ text: 'Nachfragen', dueDay: '2027-01-15' })],
  ['editMeasure', 'gerd', [], () => ({ anchoredIn: 'Handbuch' })],
  ['takeOverOutcome', 'bea', ['gisela', 'gerd']],
  ['moveMeasure', 'adam', ['gisela', 'gerd'], () => ({ to: 'DONE' })],
];

describe('a measure on its way from PLAN to DONE', () => {
  let id: string;

  it('is made by the circle and by nobody else', async () => {
    const input = {
      actionFieldId: await idOf(server, 'action_field', 'telefon-2'),
      title: 'Rückruf am selben Tag',
    };
    for (const who of ['gisela', 'gerd'] as const)
      expect(await write(staff[who], 'createMeasure', input)).toMatchObject({
        code: 'NOT_ALLOWED',
      });
    for (const who of ['eva', 'gus', 'stranger'] as const)
      expect(await write(staff[who], 'createMeasure', input)).toEqual(
        await write(staff[who], 'createMeasure', { ...input, actionFieldId: NEVER }),
      );
    const made = await write(staff.olga, 'createMeasure', input);
    expect(made).toMatchObject({
      __typename: 'WorkspaceMeasure',
      key: 'rueckruf-am-selben-tag',
      version: 1,
      phase: 'PLAN',
      loopNumber: 2,
    });
    id = made.id;
  });

  it.each(WAY.map(([mutation, who, notBy, input], at) => ({ at, mutation, who, notBy, input })))(
    'goes on at $at by $mutation of $who, not by $notBy, and outsiders learn nothing',
    async ({ mutation, who, notBy, input }) => {
      const before = await measureOf(staff.olga, id);
      const asked = {
        measureId: id,
        version: before.version,
        ...(await input?.(before)),
      };
      for (const other of notBy)
        expect([other, await write(staff[other], mutation, asked)]).toMatchObject([
          other,
          { __typename: 'NotAllowed', code: 'NOT_ALLOWED' },
        ]);
      for (const outsider of ['eva', 'gus', 'stranger'] as const) {
        const told = await write(staff[outsider], mutation, asked);
        expect(told).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
        expect(JSON.stringify(told)).toBe(
          JSON.stringify(await write(staff[outsider], mutation, { ...asked, measureId: NEVER })),
        );
      }
      expect(await measureOf(staff.olga, id)).toEqual(before);
      expect(await write(staff[who], mutation, asked)).toMatchObject({
        __typename: 'WorkspaceMeasure',
        id,
        version: Number(before.version) + 1,
      });
    },
  );

  it('has arrived with all that was said on the way', async () => {
    expect(await measureOf(staff.gerd, id)).toMatchObject({
      phase: 'DONE',
      owner: { key: 'gisela' },
      ownerAccepted: true,
      checker: { key: 'carl' },
      commissioner: { key: 'bea' },
      commissionerTookOver: true,
      contributors: [{ key: 'gerd' }],
      guides: [{ key: 'gerd' }],
      verdict: 'ADOPT',
      lesson: 'Früher.',
      anchoredIn: 'Handbuch',
      helpWanted: null,
      steps: [
        { position: 1, text: 'Zuhören', state: 'DONE' },
        { position: 2, text: 'Mitschreiben', stage: 'Haus', state: 'DROPPED', dropReason: REASON },
      ],
      results: [{ text: 'Alle kamen **an**.', day: '2026-10-01', state: 'PUBLISHED' }],
      nextSteps: [{ text: 'Nachfragen', dueDay: '2027-01-15', state: 'OPEN' }],
    });
  });

  it('kept each change, once, with who, from, to, why and the version', async () => {
    const rows = await historyRows(server, id);
    const version = WAY.length + 1;
    expect(rows.map(({ version: one }) => one).at(-1)).toBe(version);
    expect([...new Set(rows.map(({ version: one }) => one))]).toEqual(
      Array.from({ length: version }, (_one, at) => at + 1),
    );
    expect(rows.filter(({ field }) => field === 'phase')).toMatchObject([
      { actor: 'gisela', from: 'PLAN', to: 'DO' },
      { actor: 'gisela', from: 'DO', to: 'CHECK' },
      { actor: 'carl', from: 'CHECK', to: 'ACT' },
      { actor: 'adam', from: 'ACT', to: 'DONE' },
    ]);
    expect(rows).toContainEqual({
      field: 'step.dropped',
      from: null,
      to: 'Mitschreiben',
      reason: REASON,
      version: 15,
      way: 'API',
      actor: 'gisela',
    });
  });

  it('tells its history newest first, with names for people, and none of who has left', async () => {
    const history = async (who: SignedIn) =>
      (
        await measureOf(
          who,
          id,
          'history { actor formerMember field from to toFormerMember version }',
        )
      ).history;
    const lines = await history(staff.olga);
    expect(lines[0]).toMatchObject({
      field: 'phase',
      from: 'ACT',
      to: 'DONE',
      actor: 'Adam Amsel',
    });
    expect(lines.at(-1)).toMatchObject({ field: 'created', version: 1 });
    const owner = { field: 'owner', from: null, actor: 'Olga Ostermann', formerMember: false };
    expect(lines).toContainEqual(
      expect.objectContaining({ ...owner, to: 'Gisela Gerdes', toFormerMember: false }),
    );
    await server.source.query('DELETE FROM measure_guide');
    await server.source.query(`UPDATE person SET blocked_at = now() WHERE key = 'gisela'`);
    const later = await history(staff.olga);
    expect(later).toContainEqual(
      expect.objectContaining({ ...owner, to: null, toFormerMember: true }),
    );
    expect(later).toContainEqual(
      expect.objectContaining({ field: 'ownerAccepted', actor: null, formerMember: true }),
    );
    expect(JSON.stringify(later)).not.toContain('Gisela');
    await server.source.query(`UPDATE person SET blocked_at = NULL WHERE key = 'gisela'`);
  });

  it('keeps its history for good: nothing changes or removes an entry', async () => {
    for (const sql of [
      `UPDATE history_entry SET to_value = 'PLAN' WHERE subject_id = $1`,
      `UPDATE history_entry SET reason = 'anders' WHERE subject_id = $1`,
      `DELETE FROM history_entry WHERE subject_id = $1`,
    ])
      await expect(server.source.query(sql, [id])).rejects.toThrow('history is never');
  });
});
