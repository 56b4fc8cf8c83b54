import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { exportProgramme } from '#application/programme-files/export-programme.js';
import { removeProgramme } from '#application/programme-files/remove-programme.js';
import { generatedProgramme } from '../support/generated-programme.js';
import {
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => void (database = await startTestDatabase()));
afterAll(() => database.stop());
afterEach(() => removeProgramme(database.source, 'probe'));

/** Texts that a reader of YAML, JSON or SQL arrays could take for something else, or trim. */
const ODD = [
  'no',
  'null',
  'NULL',
  '~',
  '0x1f',
  '1e3',
  '.inf',
  '2020-01-01',
  '2020-01-01T00:00:00Z',
  '---',
  '--- a\n--- b',
  '...',
  '- a',
  '-',
  '# a',
  'a # b',
  'a: b',
  '? a',
  'measures:\n  - key: a\n',
  '\n\n- a\n  - b\n\n\n',
  ' a ',
  'a  \n  b  \n',
  'a\r\nb\r\n',
  'a\rb',
  '\ta\tb\t',
  'a\u2028measures:\u2029- b\u0085c\u00a0',
  '\ufeffa\ufeff',
  '"a" \'b\' \\ \\n \\u0000 {} {"a"}',
  '&a *b !c %d @e `f',
  '{a: [b], c}',
  ',',
  '|+\n  a\n',
  '👩‍👩‍👧‍👦 \u{1f1e9}\u{1f1ea} e\u0301',
  '\u0001\u001b\u001f\u007f',
  `Wort ${'langes '.repeat(40)}Ende`,
  `${'\\'.repeat(50)}\n\n \n\n   \t`,
  `key: a\n${'\\'.repeat(50)}\n \n\n  `,
  'a\n\n\n  b\n',
  'x'.repeat(300),
];
const LONG = 'Größe 😀 "a"\n'.repeat(800).slice(0, 9_999);

/** A programme that has an odd text in every field that takes one, in German and in English. */
function oddProgramme(odd: string): ProgrammeDraft {
  const draft = aProgramme();
  const both = (...fields: string[]) => ({
    ...Object.fromEntries(fields.map((field) => [field, odd])),
    translations: { en: Object.fromEntries(fields.map((field) => [field, odd])) },
  });
  const words = { 'word.topic': odd.slice(0, 100), 'word.loops': 'Runden' };
  const text = { accessibilityText: LONG, privacyText: odd, words };
  Object.assign(draft.programme, text, both('organisation', 'title', 'purpose'));
  const short = odd.slice(0, 200);
  Object.assign(draft.units?.[0] ?? {}, both('name'), { kind: short });
  Object.assign(draft.goals?.[0] ?? {}, both('title'));
  Object.assign(draft.people?.[0] ?? {}, { name: short });
  Object.assign(draft.loops?.[0] ?? {}, { reflection: odd });
  Object.assign(draft.topics?.[0] ?? {}, both('title', 'description'));
  Object.assign(draft.actionFields?.[1] ?? {}, both('question'));
  const measure = measureOf(draft, 'rueckrufe');
  const texts = { successCriterion: odd, lesson: odd, anchoredIn: LONG };
  Object.assign(measure, texts, both('title', 'description'));
  Object.assign(measure.steps?.[0] ?? {}, both('text', 'stage'));
  measure.steps?.push({ text: odd, state: 'DROPPED', reason: odd });
  const attachment = { kind: 'VIDEO' as const, address: 'https://example.org/a?b=c&d#%20' };
  Object.assign(measure.results?.[0] ?? {}, both('text'), {
    attachments: [{ ...attachment, ...both('title', 'alternativeText', 'transcript') }],
  });
  Object.assign(measure.nextSteps?.[0] ?? {}, both('text'));
  const stopped = { phase: 'STOPPED' as const, stoppedIn: 'PLAN' as const, reason: odd };
  Object.assign(measureOf(draft, 'kuerzen'), stopped);
  return draft;
}

/** Brings a file, and proves that its export comes back to the same bytes and that nothing changes twice. */
async function roundTrip(draft: ProgrammeDraft): Promise<string> {
  const slug = draft.programme.slug;
  const nothing = { added: [], changed: [], removed: [], left: [] };
  const first = await brought(database.source, draft);
  expect(await brought(database.source, draft)).toMatchObject(nothing);
  const yaml = (await exportProgramme(database.source, slug, 'yaml')) ?? '';
  const json = (await exportProgramme(database.source, slug, 'json')) ?? '';
  for (const file of [yaml, json])
    expect(await brought(database.source, file)).toMatchObject(nothing);
  await removeProgramme(database.source, slug);
  expect((await brought(database.source, yaml)).added).toHaveLength(first.added.length);
  expect(await exportProgramme(database.source, slug, 'yaml')).toBe(yaml);
  expect(await exportProgramme(database.source, slug, 'json')).toBe(json);
  return json;
}

describe('a programme that is exported and imported into an empty database', () => {
  it.each(ODD)('keeps %j in every field and language', async (odd) => {
    const file = JSON.parse(await roundTrip(oddProgramme(odd))) as ProgrammeDraft;
    const measure = measureOf(file, 'rueckrufe');
    expect(file.programme).toMatchObject({ purpose: odd, accessibilityText: LONG });
    expect(file.programme.words).toEqual({
      'word.topic': odd.slice(0, 100),
      'word.loops': 'Runden',
    });
    expect(measure.translations).toEqual({ en: { title: odd, description: odd } });
    expect(measure.steps?.[1]).toEqual({ text: odd, state: 'DROPPED', reason: odd });
    expect(measure.results?.[0]?.attachments?.[0]).toMatchObject({ transcript: odd });
    expect(measureOf(file, 'kuerzen').reason).toBe(odd);
  });

  it('keeps a text of 10,000 characters', async () => {
    const longest = 'ä'.repeat(10_000);
    const draft = aProgramme();
    Object.assign(draft.programme, { purpose: longest });
    const file = JSON.parse(await roundTrip(draft)) as ProgrammeDraft;
    expect(file.programme.purpose).toBe(longest);
  });

  it('keeps more records than go into one statement', async () => {
    const draft = generatedProgramme('probe', 600, 7, 3);
    const file = JSON.parse(await roundTrip(draft)) as ProgrammeDraft;
    expect(file.measures).toHaveLength(600);
    expect(file.measures?.map(({ title }) => title)).toEqual(
      draft.measures?.map(({ title }) => title),
    );
  });
});
