import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { exportProgramme } from '#application/programme-files/export-programme.js';
import { removeProgramme } from '#application/programme-files/remove-programme.js';
import {
  aDoneMeasure,
  aProgramme,
  bring,
  brought,
  measureOf,
  refused,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { DEMONSTRATION } from '../support/start-server.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => void (database = await startTestDatabase()));
afterAll(() => database.stop());

/** Rows of every table, to prove that nothing was written. */
async function everything(): Promise<unknown> {
  const tables = [
    'programme',
    'learning_loop',
    'topic',
    'action_field',
    'measure',
    'measure_step',
    'result',
    'next_step',
    'history_entry',
  ];
  const rows = [];
  for (const table of tables)
    rows.push(await database.source.query(`SELECT * FROM ${table} ORDER BY id`));
  return rows;
}

const NOTHING = { added: [], changed: [], removed: [], left: [] };

describe('an import of the demonstration programme', () => {
  afterAll(() => removeProgramme(database.source, 'serviceweg'));

  it('adds every record of the file, and the second time changes nothing', async () => {
    const first = await brought(database.source, readFileSync(DEMONSTRATION));
    expect(first).toMatchObject({
      slug: 'serviceweg',
      changed: [],
      removed: [],
      left: [],
      unchanged: 0,
    });
    const before = await everything();
    const second = await brought(database.source, readFileSync(DEMONSTRATION));
    expect(second).toMatchObject({ ...NOTHING, unchanged: first.added.length });
    expect(await everything()).toEqual(before);
  });

  it.each(['yaml', 'json'] as const)(
    'is exported, removed, imported and exported to the same bytes as %s',
    async (format) => {
      const before = await exportProgramme(database.source, 'serviceweg', format);
      expect(await removeProgramme(database.source, 'serviceweg')).toBe(true);
      expect(await exportProgramme(database.source, 'serviceweg', format)).toBeNull();
      await brought(database.source, before ?? '');
      expect(await exportProgramme(database.source, 'serviceweg', format)).toBe(before);
    },
  );
});

describe('an import over records', () => {
  let draft: ProgrammeDraft;
  beforeEach(async () => {
    await removeProgramme(database.source, 'probe');
    draft = aProgramme();
    await brought(database.source, draft);
  });

  it('changes the one record that was edited and names its columns', async () => {
    measureOf(draft, 'kuerzen').title = 'Formulare halbieren';
    measureOf(draft, 'kuerzen').due = '2026-12-02';
    expect(await brought(database.source, draft)).toMatchObject({
      ...NOTHING,
      changed: [{ kind: 'measure', name: 'kuerzen', columns: ['title', 'dueDay'] }],
    });
    expect(
      await database.source.query(`SELECT title, version FROM measure WHERE key = 'kuerzen'`),
    ).toEqual([{ title: 'Formulare halbieren', version: 2 }]);
    expect(
      await database.source.query(
        `SELECT field, from_value, to_value, way FROM history_entry WHERE field = 'title'`,
      ),
    ).toEqual([
      {
        field: 'title',
        from_value: 'Formulare kürzen',
        to_value: 'Formulare halbieren',
        way: 'IMPORT',
      },
    ]);
  });

  it('removes a step that the file no longer has, and says so', async () => {
    measureOf(draft, 'kuerzen').steps?.pop();
    expect(await brought(database.source, draft)).toMatchObject({
      ...NOTHING,
      removed: [{ kind: 'step', name: 'kuerzen/1' }],
    });
  });

  it('leaves the public name to whoever has signed in', async () => {
    const hide = (more: string): Promise<unknown> =>
      database.source.query(`UPDATE person SET public_name = 'HIDDEN'${more} WHERE key = 'olga'`);
    const grades = (): Promise<unknown> =>
      database.source.query(`SELECT public_name FROM person WHERE key = 'olga'`);
    const olga = draft.people?.find(({ key }) => key === 'olga');
    olga!.publicName = 'NAME';
    await hide('');
    expect(await brought(database.source, draft)).toMatchObject({
      changed: [{ kind: 'person', name: 'olga', columns: ['publicName'] }],
    });
    expect(await grades()).toEqual([{ public_name: 'NAME' }]);
    const [account] = await database.source.query<{ id: string }[]>(
      'INSERT INTO account (id) VALUES (gen_random_uuid()) RETURNING id',
    );
    await hide(`, account_id = '${account!.id}'`);
    expect(await brought(database.source, draft)).toMatchObject(NOTHING);
    expect(await grades()).toEqual([{ public_name: 'HIDDEN' }]);
  });

  it('leaves records that the file does not have', async () => {
    draft.measures = draft.measures?.filter(({ key }) => key !== 'kuerzen') ?? [];
    const { left, removed } = await brought(database.source, draft);
    expect(left).toEqual([{ kind: 'measure', name: 'kuerzen' }]);
    // Its parts are not of a measure in the file and stay with it.
    expect(removed).toEqual([]);
    expect(
      await database.source.query(
        `SELECT count(*)::int AS steps FROM measure_step s JOIN measure m ON m.id = s.measure_id WHERE m.key = 'kuerzen'`,
      ),
    ).toEqual([{ steps: 2 }]);
  });

  it('writes nothing in a dry run and reports the same', async () => {
    measureOf(draft, 'kuerzen').title = 'Formulare halbieren';
    const before = await everything();
    const dry = await brought(database.source, draft, true);
    expect(await everything()).toEqual(before);
    expect(await brought(database.source, draft)).toEqual(dry);
  });

  it('writes nothing at all when one record is refused', async () => {
    const before = await everything();
    measureOf(draft, 'kuerzen').title = 'Formulare halbieren';
    measureOf(draft, 'telefondienst').title = 'Anders';
    await refused(database.source, draft);
    expect(await everything()).toEqual(before);
  });

  describe('of a closed loop', () => {
    const frozen: [string, (file: ProgrammeDraft) => void, string][] = [
      [
        'its question',
        (file) => void Object.assign(file.actionFields?.[0] ?? {}, { question: 'Wer legt auf?' }),
        'actionFields[0]',
      ],
      [
        'a measure',
        (file) => void (measureOf(file, 'telefondienst').lesson = 'Keine'),
        'measures[0]',
      ],
      [
        'a step',
        (file) =>
          void Object.assign(measureOf(file, 'telefondienst').steps?.[0] ?? {}, { text: 'Anders' }),
        'measures[0].steps[0]',
      ],
      [
        'a further step',
        (file) => void measureOf(file, 'telefondienst').steps?.push({ text: 'Neu', state: 'DONE' }),
        'measures[0].steps[1]',
      ],
      [
        'a step that goes',
        (file) => void (measureOf(file, 'telefondienst').steps = []),
        'measures',
      ],
      [
        'a result',
        (file) =>
          void Object.assign(measureOf(file, 'telefondienst').results?.[0] ?? {}, {
            text: 'Anders',
          }),
        'measures[0].results[0]',
      ],
      [
        'a further result',
        (file) => void measureOf(file, 'telefondienst').results?.push({ key: 'neu', text: 'Neu' }),
        'measures[0].results[1]',
      ],
      [
        'its days',
        (file) => void Object.assign(file.loops?.[0] ?? {}, { end: '2026-05-01' }),
        'loops[0]',
      ],
    ];
    it.each(frozen)('refuses to change %s', async (_what, change, key) => {
      change(draft);
      const faults = await refused(database.source, draft);
      expect(faults).toContainEqual({
        key,
        line: expect.any(Number),
        reason: expect.stringContaining('closed'),
      });
    });

    it('refuses to move its measure into the running loop', async () => {
      measureOf(draft, 'telefondienst').actionField = 'telefon-2';
      expect(await refused(database.source, draft)).toContainEqual(
        expect.objectContaining({ key: 'measures[0]' }),
      );
    });

    it('lets a next step be ticked off', async () => {
      Object.assign(measureOf(draft, 'telefondienst').nextSteps?.[0] ?? {}, {
        state: 'DONE',
        done: '2026-06-01',
      });
      expect(await brought(database.source, draft)).toMatchObject({
        changed: [
          { kind: 'nextStep', name: 'telefondienst-weiter', columns: ['state', 'doneDay'] },
        ],
      });
    });

    it('lets recorded history be added, with its gaps', async () => {
      draft.measures?.push({
        key: 'frueher',
        actionField: 'telefon-1',
        title: 'Was früher war',
        phase: 'DONE',
      });
      const { added, recorded } = await brought(database.source, draft);
      expect(added).toEqual([{ kind: 'measure', name: 'frueher' }]);
      expect(recorded).toEqual([
        {
          key: 'frueher',
          gaps: expect.arrayContaining(['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'DUE_DAY']),
        },
      ]);
      expect(
        await database.source.query(`SELECT recorded FROM measure WHERE key = 'frueher'`),
      ).toEqual([{ recorded: true }]);
    });

    it('refuses an open measure', async () => {
      draft.measures?.push({
        key: 'offen',
        actionField: 'telefon-1',
        title: 'Noch offen',
        phase: 'DO',
      });
      expect(await refused(database.source, draft)).toEqual([
        {
          key: 'measures[3].phase',
          line: expect.any(Number),
          reason: expect.stringContaining('is DO in a closed loop'),
        },
      ]);
    });
  });

  it('places a measure of an open loop in the furthest phase that it reaches, and says what is missing', async () => {
    draft.measures?.push({
      ...aDoneMeasure('zu-weit', 'telefon-2'),
      lesson: undefined,
      commissioner: undefined,
    });
    const { lowered } = await brought(database.source, draft);
    expect(lowered).toEqual([
      { key: 'zu-weit', from: 'DONE', to: 'CHECK', missing: expect.arrayContaining(['LESSON']) },
    ]);
    expect(
      await database.source.query(`SELECT phase, recorded FROM measure WHERE key = 'zu-weit'`),
    ).toEqual([{ phase: 'CHECK', recorded: false }]);
  });

  it('refuses to take a measure back', async () => {
    measureOf(draft, 'kuerzen').phase = 'PLAN';
    expect(await refused(database.source, draft)).toEqual([
      {
        key: 'measures[2].phase',
        line: expect.any(Number),
        reason: expect.stringContaining('stands in DO and would go back to PLAN'),
      },
    ]);
  });

  it('refuses to close a loop that has an open measure', async () => {
    Object.assign(draft.loops?.[1] ?? {}, { stage: 'CLOSED', reflection: 'Gut.' });
    expect(await refused(database.source, draft)).toContainEqual(
      expect.objectContaining({ key: 'measures[2].phase' }),
    );
    draft.measures?.pop();
    expect(await refused(database.source, draft)).toEqual([
      {
        key: 'loops[1]',
        line: expect.any(Number),
        reason: expect.stringContaining('measure kuerzen is open'),
      },
    ]);
  });

  it('refuses to close a loop without its reflection or with gaps, and closes it with all it needs', async () => {
    const close = (changes: object): void =>
      void Object.assign(draft.loops?.[1] ?? {}, { stage: 'CLOSED' }, changes);
    draft.measures?.pop();
    draft.measures?.push({
      key: 'kuerzen',
      actionField: 'formulare-2',
      title: 'Formulare kürzen',
      phase: 'DONE',
    });
    close({});
    const reasons = (await refused(database.source, draft)).map(({ reason }) => reason).join('\n');
    expect(reasons).toContain('its reflection is missing');
    expect(reasons).toContain('this measure lacks');
    draft.measures?.pop();
    draft.measures?.push({ ...aDoneMeasure('kuerzen', 'formulare-2') });
    close({ reflection: 'Gut.' });
    await brought(database.source, draft);
    expect(
      await database.source.query(
        'SELECT number, stage, recorded FROM learning_loop ORDER BY number',
      ),
    ).toEqual([
      { number: 1, stage: 'CLOSED', recorded: false },
      { number: 2, stage: 'CLOSED', recorded: false },
      { number: 3, stage: 'PLANNED', recorded: false },
    ]);
  });

  it('hands over what only one can be, whichever comes first in the file', async () => {
    const stages = (
      second: 'RUNNING' | 'PLANNED' | 'REVIEW',
      third: 'RUNNING' | 'REVIEW',
    ): void => {
      Object.assign(draft.loops?.[1] ?? {}, { stage: second });
      Object.assign(draft.loops?.[2] ?? {}, { stage: third });
    };
    await removeProgramme(database.source, 'probe');
    stages('PLANNED', 'RUNNING');
    measureOf(draft, 'kuerzen').carriedFrom = 'telefondienst';
    await brought(database.source, draft);
    stages('RUNNING', 'REVIEW');
    delete measureOf(draft, 'kuerzen').carriedFrom;
    measureOf(draft, 'rueckrufe').carriedFrom = 'telefondienst';
    expect((await brought(database.source, draft)).changed).toEqual([
      { kind: 'loop', name: '2', columns: ['stage'] },
      { kind: 'loop', name: '3', columns: ['stage'] },
      { kind: 'measure', name: 'rueckrufe', columns: ['carriedFromId'] },
      { kind: 'measure', name: 'kuerzen', columns: ['carriedFromId'] },
    ]);
    expect(await brought(database.source, draft)).toMatchObject(NOTHING);
  });

  it('lets next steps that are not in the file stand behind those that are', async () => {
    const [old] = measureOf(draft, 'rueckrufe').nextSteps ?? [];
    measureOf(draft, 'rueckrufe').nextSteps = [
      { ...old, key: 'neu', text: 'Neu' },
      { ...old, key: 'neuer', text: 'Neuer' },
    ];
    expect(await brought(database.source, draft)).toMatchObject({
      added: [{ name: 'neu' }, { name: 'neuer' }],
      changed: [{ name: 'rueckrufe-weiter', columns: ['position'] }],
      left: [{ name: 'rueckrufe-weiter' }],
    });
    expect(await brought(database.source, draft)).toMatchObject({ added: [], changed: [] });
    expect(
      await database.source.query(
        `SELECT n.key FROM next_step n JOIN measure m ON m.id = n.measure_id
         WHERE m.key = 'rueckrufe' ORDER BY n.position`,
      ),
    ).toEqual([{ key: 'neu' }, { key: 'neuer' }, { key: 'rueckrufe-weiter' }]);
  });

  describe('that are not in the file', () => {
    const taken: [string, (file: ProgrammeDraft) => void, string, string][] = [
      [
        'the running loop',
        (file) => {
          file.loops = [
            { ...file.loops?.[0], number: 1 },
            { number: 3, stage: 'RUNNING' },
          ];
          file.actionFields = file.actionFields?.slice(0, 1) ?? [];
          file.measures = file.measures?.slice(0, 1) ?? [];
        },
        'loops[1].stage',
        'loop 2 is RUNNING already and is not in this file',
      ],
      [
        'a successor',
        (file) => {
          file.measures = file.measures?.slice(0, 2) ?? [];
          measureOf(file, 'rueckrufe').carriedFrom = 'telefondienst';
        },
        'measures[1].carriedFrom',
        'goes on in kuerzen already, which is not in this file',
      ],
      [
        'the loop of a question that measures answer',
        (file) => void Object.assign(file.actionFields?.[2] ?? {}, { loop: 3 }),
        'actionFields[2].loop',
        'give the question of that loop a key of its own',
      ],
      [
        'a result of a closed loop, recorded with gaps',
        (file) => {
          const [result] = measureOf(file, 'luecken').results?.splice(0) ?? [];
          measureOf(file, 'kuerzen').results = result ? [result] : [];
        },
        'measures[2].results[0]',
        'is in loop 1, which is closed',
      ],
    ];
    it.each(taken)('are not robbed of %s', async (_what, change, key, reason) => {
      measureOf(draft, 'kuerzen').carriedFrom = 'telefondienst';
      draft.measures?.push({
        key: 'luecken',
        actionField: 'telefon-1',
        title: 'Was noch war',
        phase: 'DONE',
        results: [{ key: 'luecken-ergebnis', text: 'Etwas' }],
      });
      await brought(database.source, draft);
      const before = await everything();
      change(draft);
      expect(await refused(database.source, draft)).toContainEqual({
        key,
        line: expect.any(Number),
        reason: expect.stringContaining(reason),
      });
      expect(await everything()).toEqual(before);
    });
  });

  it('keeps its longer limits to itself', async () => {
    const limits = await database.source.query<{ setting: string }[]>(
      `SELECT current_setting(name) AS setting
       FROM unnest(ARRAY['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) name`,
    );
    expect(limits.map(({ setting }) => setting)).not.toContain('10min');
  });

  it('points out a measure that says the same as another', async () => {
    const copy = { ...aDoneMeasure('doppelt', 'formulare-2b'), title: 'maßnahme  RUECKRUFE' };
    copy.results = [
      { ...copy.results?.[0], key: 'doppelt-ergebnis', text: 'Ergebnis von rueckrufe' },
    ];
    draft.actionFields?.push({
      key: 'formulare-2b',
      topic: 'formulare',
      loop: 2,
      question: 'Wer ruft zurück?',
    });
    draft.measures?.push(copy);
    expect((await brought(database.source, draft)).likelyCopies).toEqual([
      { key: 'doppelt', of: 'rueckrufe' },
    ]);
  });
});

describe('two imports of one new programme at once', () => {
  it('both end well and make one programme', async () => {
    const [one, other] = await Promise.all([
      brought(database.source, aProgramme('zwei')),
      brought(database.source, aProgramme('zwei')),
    ]);
    const added = [one.added.length, other.added.length].sort((a, b) => a - b);
    expect(added).toEqual([0, expect.any(Number)]);
    expect(added[1]).toBeGreaterThan(0);
    expect(
      await database.source.query(
        `SELECT count(*)::int AS count FROM programme WHERE slug = 'zwei'`,
      ),
    ).toEqual([{ count: 1 }]);
    await removeProgramme(database.source, 'zwei');
  });
});

describe('a file with faults', () => {
  const HEAD = [
    'format: lernschleife/programme',
    'version: 1',
    'programme: { slug: fehler, organisation: A, title: B, purpose: C, contact: d@example.org, language: de }',
  ];
  const file = (...lines: string[]): string => [...HEAD, ...lines, ''].join('\n');
  const LOOPS = ['loops:', '  - { number: 1, stage: RUNNING }'];

  it.each([
    [
      'an unknown key',
      file('topics:', '  - { key: a, title: A, colour: red }'),
      5,
      'topics[0].colour',
      'is not a key of this format',
    ],
    [
      'a day that is none',
      file('loops:', '  - number: 1', '    start: "2026-02-30"'),
      6,
      'loops[0].start',
      'is not a day of the calendar',
    ],
    [
      'a day written otherwise',
      file('loops:', '  - number: 1', '    start: 30.2.2026'),
      6,
      'loops[0].start',
      'write YYYY-MM-DD',
    ],
    [
      'a reference to nothing',
      file(
        ...LOOPS,
        'actionFields:',
        '  - key: f',
        '    topic: fehlt',
        '    loop: 1',
        '    question: Was?',
      ),
      8,
      'actionFields[0].topic',
      'fehlt is not a key of topics',
    ],
    [
      'a key that repeats',
      file('topics:', '  - { key: a, title: A }', '  - { key: a, title: B }'),
      6,
      'topics[1].key',
      'a second time',
    ],
    [
      'two running loops',
      file(...LOOPS, '  - { number: 2, stage: RUNNING }'),
      6,
      'loops[1].stage',
      'loop 1 is RUNNING already',
    ],
    [
      'U+0000',
      file('topics:', '  - key: a', '    title: "A\\0B"'),
      6,
      'topics[0].title',
      'can’t be stored',
    ],
    [
      'half of a surrogate pair',
      file('topics:', '  - key: a', '    title: "\\ud800"'),
      6,
      'topics[0].title',
      'can’t be stored',
    ],
    [
      'a name twice in one map',
      file('topics:', '  - key: a', '    title: A', '    title: B'),
      7,
      '',
      'unique',
    ],
    [
      'an alias',
      file('topics:', '  - key: a', '    title: &t A', '  - key: b', '    title: *t'),
      8,
      '',
      'alias',
    ],
  ])('is refused for %s, with line and key', async (_what, text, line, key, reason) => {
    expect(await refused(database.source, text)).toContainEqual({
      line,
      key,
      reason: expect.stringContaining(reason),
    });
    expect(await database.source.query(`SELECT FROM programme WHERE slug = 'fehler'`)).toEqual([]);
  });

  it('is refused for half of a surrogate pair in JSON', async () => {
    const json = JSON.stringify({
      ...aProgramme('fehler'),
      topics: [{ key: 'a', title: '\ud800' }],
      actionFields: [],
      measures: [],
    });
    expect(json).toContain('\\ud800');
    expect(await refused(database.source, json)).toEqual([
      { line: 1, key: 'topics[0].title', reason: expect.stringContaining('can’t be stored') },
    ]);
  });

  it('is refused when it is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(file()), Buffer.from([0x23, 0xfc, 0x0a])]);
    expect(await refused(database.source, bytes)).toEqual([
      { line: 1, key: '', reason: expect.stringContaining('not UTF-8') },
    ]);
  });

  it('is answered with all of its faults at once', async () => {
    const faults = await refused(
      database.source,
      file('topics:', '  - { key: A, title: "" }', 'extra: 1'),
    );
    expect(faults.map(({ line, key }) => `${line} ${key}`).sort()).toEqual([
      '5 topics[0].key',
      '5 topics[0].title',
      '6 extra',
    ]);
  });

  it('without faults is taken: the complement', async () => {
    expect(
      await bring(database.source, file('topics:', '  - { key: a, title: "😀 A" }')),
    ).toMatchObject({ ok: true });
    await removeProgramme(database.source, 'fehler');
  });
});
