import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  COMPLETE,
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

/** Where a text goes in, and where it must come out as it went in. */
const FIELDS: readonly (readonly [
  mutation: string,
  field: string,
  longest: number,
  input: (measure: Read) => Record<string, unknown>,
  out: (measure: Read) => unknown,
])[] = [
  ['editMeasure', 'title', 300, () => ({}), (m) => m.title],
  ['editMeasure', 'description', 10_000, () => ({}), (m) => m.description],
  ['editMeasure', 'successCriterion', 10_000, () => ({}), (m) => m.successCriterion],
  ['editMeasure', 'anchoredIn', 10_000, () => ({}), (m) => m.anchoredIn],
  ['editMeasure', 'lesson', 10_000, () => ({}), (m) => m.lesson],
  ['requestHelp', 'text', 10_000, () => ({}), (m) => m.helpWanted],
  ['addStep', 'text', 10_000, () => ({}), (m) => m.steps.at(-1).text],
  ['addStep', 'stage', 300, () => ({ text: 'x' }), (m) => m.steps.at(-1).stage],
  [
    'dropStep',
    'reason',
    10_000,
    (m) => ({ stepId: m.steps.at(-1).id }),
    (m) => m.steps.at(-1).dropReason,
  ],
  ['draftResult', 'text', 10_000, () => ({}), (m) => m.results.at(-1).text],
  [
    'keepResultInternal',
    'reason',
    10_000,
    (m) => ({ resultId: m.results.at(-1).id }),
    (m) => m.results.at(-1).internalReason,
  ],
  [
    'addAttachment',
    'title',
    300,
    (m) => ({ resultId: m.results.at(-1).id, kind: 'FILE', address: 'https://example.org/' }),
    (m) => m.results.at(-1).attachments.at(-1).title,
  ],
  ['addNextStep', 'text', 10_000, () => ({}), (m) => m.nextSteps.at(-1).text],
  [
    'dropNextStep',
    'reason',
    10_000,
    (m) => ({ nextStepId: m.nextSteps.at(-1).id }),
    (m) => m.nextSteps.at(-1).dropReason,
  ],
  ['moveMeasure', 'reason', 10_000, () => ({ to: 'STOPPED' }), (m) => m.endReason],
];

/** All that a text may hold and a program may stumble over, in one; short enough for a title. */
const HOSTILE = [
  ' \t blanks first',
  '👩🏽‍💻 geht 🚀 vor 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'שלום \u202eمرحبا\u202c Ende',
  `<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"'`,
  `'); DROP TABLE measure; -- $1 \\`,
  'Z͑ͫ̓ä̈ḧ́l̸ e\u0301 é \u200b\ufeff',
  'and last \r\n',
].join('\n');

describe.each(FIELDS)('%s, %s (at most %d)', (mutation, field, longest, input, out) => {
  /** Asks for one write with this text, of a measure that the writes of this row can be made to. */
  async function send(text: string) {
    const measureId = await placed(server, 'PLAN', { ...COMPLETE, result: 'DRAFT' });
    await write(staff.carl, 'addStep', { measureId, version: 1, text: 'Offen' });
    await write(staff.carl, 'addNextStep', { measureId, version: 2, text: 'Weiter' });
    const before = await measureOf(staff.carl, measureId);
    const asked = { measureId, version: 3, ...input(before), [field]: text };
    return { measureId, before, ...(await ask(staff.carl, mutation, asked)) };
  }

  it.each([
    ['hostile text', HOSTILE],
    ['the longest text', '🙂'.repeat(longest)],
  ])('keeps %s exactly', async (_what, text) => {
    const { measureId, errors } = await send(text);
    expect(errors).toBeUndefined();
    expect(out(await measureOf(staff.carl, measureId))).toBe(text);
  });

  it('refuses what can’t be stored or is too long, with its name, and writes nothing', async () => {
    for (const text of ['a\u0000b', 'half \ud800']) {
      const { errors, measureId, before } = await send(text);
      expect(errors?.[0]?.message).toContain(`input.${field}`);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(await measureOf(staff.carl, measureId)).toEqual(before);
    }
    const { data, measureId, before } = await send('🙂'.repeat(longest + 1));
    expect((data as Read)[mutation]).toMatchObject({
      code: 'INVALID_INPUT',
      faults: [{ field: `input.${field}`, problem: 'TOO_LONG', limit: longest }],
    });
    expect(await measureOf(staff.carl, measureId)).toEqual(before);
  });
});

it('texts of nothing but blanks are none, also those that only some databases take for blank', async () => {
  const measureId = await placed(server, 'PLAN', COMPLETE);
  for (const text of ['', ' ', '\u00a0', '\u0085', '\u2003\n', '\ufeff'])
    expect(await write(staff.carl, 'requestHelp', { measureId, version: 1, text })).toMatchObject({
      faults: [{ field: 'input.text', problem: 'MISSING' }],
    });
});
