import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer } from '../support/graphql.js';
import {
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { signInAs } from '../support/sign-in.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** As deep as the query: tests know what they asked. */
type Deep = GraphqlAnswer['data'];

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

const DUTIES = `query ($programme: String!) { workspace(programme: $programme) { duties {
  kind measureId loopNumber title detail dueDay overdue } } }`;

/** A programme whose measure "kuerzen" is in DO, changed by `change`, then by SQL on the measure. */
async function aProgrammeWith(change: (draft: ProgrammeDraft) => void, set = ''): Promise<string> {
  const slug = `probe-${randomUUID().slice(0, 8)}`;
  const draft = aProgramme(slug);
  change(draft);
  await brought(server.source, draft);
  if (set !== '')
    await server.source.query(
      `UPDATE measure SET ${set} WHERE key = 'kuerzen'
       AND programme_id = (SELECT id FROM programme WHERE slug = $1)`,
      [slug],
    );
  return slug;
}
/** What waits for a person, in short: kind, detail, due day, overdue. */
async function dutiesOf(slug: string, key: string): Promise<unknown[][]> {
  const who = await signInAs(server, slug, key);
  const { data, errors } = await who.gql(DUTIES, { programme: slug });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Deep).workspace.duties.map((duty: Deep) => [
    duty.kind,
    duty.detail,
    duty.dueDay,
    duty.overdue,
  ]);
}
const nothing = (draft: ProgrammeDraft): void => {
  measureOf(draft, 'kuerzen').steps = [];
};
const FAR = '2099-12-01';

describe('my duties', () => {
  it('are the open steps of the measures that I own, overdue first, and nobody else’s', async () => {
    const slug = await aProgrammeWith((draft) => {
      measureOf(draft, 'kuerzen').steps = [
        { text: 'Ohne Tag', state: 'OPEN' },
        { text: 'Später', state: 'OPEN', due: '2099-11-30' },
        { text: 'Erledigt', state: 'DONE', due: '2020-01-01' },
        { text: 'Fallen gelassen', state: 'DROPPED', reason: 'Unnötig', due: '2020-01-01' },
        { text: 'Bald', state: 'OPEN', due: '2099-11-01' },
        { text: 'Verpasst', state: 'OPEN', due: '2020-02-02' },
      ];
    });
    expect(await dutiesOf(slug, 'olga')).toEqual([
      ['DO_STEP', 'Verpasst', '2020-02-02', true],
      ['DO_STEP', 'Bald', '2099-11-01', false],
      ['DO_STEP', 'Später', '2099-11-30', false],
      ['DO_STEP', 'Ohne Tag', null, false],
    ]);
    for (const other of ['carl', 'bea', 'gisela']) expect(await dutiesOf(slug, other)).toEqual([]);
  });

  it('are a measure to accept, before there is anything to do on it', async () => {
    const slug = await aProgrammeWith(
      () => undefined,
      `phase = 'PLAN', owner_accepted = false, due_day = '${FAR}'`,
    );
    expect(await dutiesOf(slug, 'olga')).toEqual([['ACCEPT_OWNERSHIP', null, FAR, false]]);
    expect(await dutiesOf(slug, 'carl')).toEqual([]);
  });

  it('are a measure to check: the checker’s, else the whole circle’s but for the owner', async () => {
    const checked = await aProgrammeWith(nothing, `phase = 'CHECK', due_day = '2020-01-01'`);
    const check = ['CHECK', null, '2020-01-01', true];
    expect(await dutiesOf(checked, 'carl')).toEqual([check]);
    expect(await dutiesOf(checked, 'bea')).toEqual([]);
    const open = await aProgrammeWith(
      nothing,
      `phase = 'CHECK', checker_id = NULL, due_day = '2020-01-01'`,
    );
    expect(await dutiesOf(open, 'carl')).toEqual([check]);
    expect(await dutiesOf(open, 'bea')).toEqual([check]);
    expect(await dutiesOf(open, 'olga')).toEqual([]);
    expect(await dutiesOf(open, 'gisela')).toEqual([]);
    const working = await aProgrammeWith(nothing, `phase = 'DO'`);
    expect(await dutiesOf(working, 'carl')).toEqual([]);
  });

  it.each([
    ['PLAN', 'DRAFT', false],
    ['DO', 'DRAFT', false],
    ['CHECK', 'DRAFT', true],
    ['ACT', 'DRAFT', true],
    ['ACT', 'PUBLISHED', false],
    ['STOPPED', 'DRAFT', false],
  ] as const)('in %s with a result in %s are to publish it: %s', async (phase, state, waits) => {
    const slug = await aProgrammeWith((draft) => {
      nothing(draft);
      measureOf(draft, 'kuerzen').results = [
        {
          key: 'ergebnis',
          text: `Ergebnis ${'ö'.repeat(400)}`,
          state,
          ...(state === 'PUBLISHED' ? { publishedAt: '2026-06-01T08:00:00Z' } : {}),
        },
      ];
    }, `phase = '${phase}', due_day = NULL`);
    const toPublish = (await dutiesOf(slug, 'bea')).filter(([kind]) => kind === 'PUBLISH_RESULT');
    expect(toPublish).toEqual(
      waits ? [['PUBLISH_RESULT', `Ergebnis ${'ö'.repeat(291)}`, null, false]] : [],
    );
    expect(await dutiesOf(slug, 'gisela')).toEqual([]);
  });

  it('are an outcome to take over, in ACT alone and until it is taken over', async () => {
    const bea = `commissioner_id = (SELECT id FROM person p WHERE p.key = 'bea' AND p.programme_id = measure.programme_id)`;
    const takeOver = [['TAKE_OVER', null, null, false]];
    const slug = await aProgrammeWith(nothing, `phase = 'ACT', due_day = NULL, ${bea}`);
    expect(await dutiesOf(slug, 'bea')).toEqual(takeOver);
    expect(await dutiesOf(slug, 'carl')).toEqual([]);
    const taken = await aProgrammeWith(
      nothing,
      `phase = 'ACT', due_day = NULL, commissioner_took_over = true, ${bea}`,
    );
    expect(await dutiesOf(taken, 'bea')).toEqual([]);
    const early = await aProgrammeWith(nothing, `phase = 'DO', due_day = NULL, ${bea}`);
    expect(await dutiesOf(early, 'bea')).toEqual([]);
  });

  it('are a measure whose next move waits for a decision that approves', async () => {
    const slug = await aProgrammeWith(
      nothing,
      `phase = 'DO', due_day = NULL, decision_required_for = 'CHECK'`,
    );
    expect(await dutiesOf(slug, 'bea')).toEqual([['DECIDE', null, null, false]]);
    expect(await dutiesOf(slug, 'gisela')).toEqual([]);
    const ruled = async (ruling: string): Promise<unknown> => {
      await server.source.query(
        `WITH made AS (INSERT INTO decision (id, programme_id, key, body, day, point, ruling)
           SELECT gen_random_uuid(), id, $2, 'Kreis', '2026-06-01', 'Punkt', $3 FROM programme WHERE slug = $1
           RETURNING id, programme_id)
         INSERT INTO decision_measure (decision_id, measure_id)
         SELECT made.id, m.id FROM made JOIN measure m ON m.programme_id = made.programme_id AND m.key = 'kuerzen'`,
        [slug, ruling.toLowerCase().replaceAll('_', '-'), ruling],
      );
      return dutiesOf(slug, 'bea');
    };
    expect(await ruled('REFERRED')).toHaveLength(1);
    expect(await ruled('APPROVED_WITH_CHANGES')).toEqual([]);
    // From DO, no move leads to DONE: that decision isn't waited for yet.
    const later = await aProgrammeWith(
      nothing,
      `phase = 'DO', due_day = NULL, decision_required_for = 'DONE'`,
    );
    expect(await dutiesOf(later, 'bea')).toEqual([]);
  });

  it('are the open next steps that I am addressed by, after the close of their loop as well', async () => {
    const slug = await aProgrammeWith((draft) => {
      nothing(draft);
      measureOf(draft, 'telefondienst').nextSteps = [
        { key: 'eins', text: 'Nachfragen', due: '2020-05-05', addresseePerson: 'gisela' },
        { key: 'zwei', text: 'Getan', state: 'DONE', addresseePerson: 'gisela' },
        { key: 'drei', text: 'Fürs Büro', addresseeUnit: 'buero' },
        { key: 'vier', text: 'Für Carl', addresseePerson: 'carl' },
      ];
    });
    expect(await dutiesOf(slug, 'gisela')).toEqual([
      ['NEXT_STEP', 'Nachfragen', '2020-05-05', true],
    ]);
    expect(await dutiesOf(slug, 'carl')).toEqual([['NEXT_STEP', 'Für Carl', null, false]]);
  });

  it('are the circle’s to help with, where help is wanted', async () => {
    const slug = await aProgrammeWith(
      nothing,
      `due_day = NULL, help_wanted = 'Wer kennt die Software?'`,
    );
    expect(await dutiesOf(slug, 'bea')).toEqual([['HELP', 'Wer kennt die Software?', null, false]]);
    expect(await dutiesOf(slug, 'gisela')).toEqual([]);
  });

  it('are of all kinds in one list, overdue first, then by day', async () => {
    const slug = await aProgrammeWith((draft) => {
      const measure = measureOf(draft, 'kuerzen');
      measure.owner = 'bea';
      measure.steps = [{ text: 'Schritt', state: 'OPEN', due: '2021-01-01' }];
      measureOf(draft, 'rueckrufe').nextSteps = [
        { key: 'frueh', text: 'Früh', due: '2020-01-01', addresseePerson: 'bea' },
        { key: 'spaet', text: 'Spät', due: '2099-01-01', addresseePerson: 'bea' },
      ];
    }, `due_day = '2022-02-02', help_wanted = 'Hilfe!'`);
    expect((await dutiesOf(slug, 'bea')).map(([kind, detail]) => [kind, detail])).toEqual([
      ['NEXT_STEP', 'Früh'],
      ['DO_STEP', 'Schritt'],
      ['HELP', 'Hilfe!'],
      ['NEXT_STEP', 'Spät'],
    ]);
  });

  it('take one statement, and show nobody outside that there is anything', async () => {
    const slug = await aProgrammeWith(() => undefined);
    const stranger = await aProgrammeWith(() => undefined);
    const outsider = await signInAs(server, stranger, 'olga');
    expect((await outsider.gql(DUTIES, { programme: slug })).data).toEqual({ workspace: null });
    const insider = await signInAs(server, slug, 'olga');
    const before = server.statements.length;
    await insider.gql(DUTIES, { programme: slug });
    const read = server.statements.slice(before).filter((sql) => !/session/i.test(sql));
    expect(read).toHaveLength(2);
  });
});
