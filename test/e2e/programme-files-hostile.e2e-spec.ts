import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LARGEST_FILE } from '#application/programme-files/read-programme-file.js';
import { aProgramme, bring, brought, refused } from '../support/sample-programme.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => void (database = await startTestDatabase()));
afterAll(() => database.stop());

const HEAD = [
  'format: lernschleife/programme',
  'version: 1',
  'programme: { slug: feind, organisation: A, title: B, purpose: C, contact: d@example.org, language: de }',
  '',
].join('\n');
const manyTimes = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_one, at) => line(at)).join('\n');
const json = (changes: object): string =>
  JSON.stringify({ ...aProgramme('feind'), measures: [], actionFields: [], ...changes });

/** What is refused: a name, the file, and the line, key and reason of one of its faults. */
const FILES: [string, () => string | Uint8Array, number, string, string][] = [
  ['nothing', () => '', 1, '', 'is missing'],
  [
    'bytes of a picture',
    () => Uint8Array.from({ length: 5_000 }, (_one, at) => (at * 7_919) % 256),
    1,
    '',
    'not UTF-8',
  ],
  ['UTF-16', () => Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 1, '', 'not UTF-8'],
  [
    'half of a letter',
    () => Buffer.concat([Buffer.from(HEAD), Buffer.from([0x23, 0xc3])]),
    1,
    '',
    'not UTF-8',
  ],
  ['more bytes than are read', () => Buffer.alloc(LARGEST_FILE + 1, 0x20), 1, '', 'larger than'],
  ['100 MB of one letter', () => Buffer.alloc(100_000_000, 0x61), 1, '', 'expected object'],
  [
    'a text of 100 MB',
    () => `${HEAD}topics:\n  - key: a\n    title: ${'a'.repeat(100_000_000)}\n`,
    6,
    'topics[0].title',
    'is longer than 300 characters',
  ],
  [
    'a mark of byte order in the middle',
    () => `${HEAD}\ufefftopics: []\n`,
    4,
    '\ufefftopics',
    'is not a key of this format',
  ],
  ['an anchor', () => `${HEAD}topics:\n  - { key: &a a, title: A }\n`, 5, '', '&a is an anchor'],
  [
    'an alias to another entry',
    () => `${HEAD}topics:\n  - &x { key: a, title: A }\n  - *x\n`,
    6,
    '',
    '*x is an alias',
  ],
  ['an alias to itself', () => `${HEAD}topics: &x [*x]\n`, 4, '', '*x is an alias'],
  [
    'a merge',
    () => `${HEAD}topics:\n  - { <<: { title: A }, key: a }\n`,
    5,
    'topics[0].<<',
    'is not a key of this format',
  ],
  [
    'a billion laughs',
    () =>
      `${HEAD}b0: &b0 [ha]\n${manyTimes(30, (at) => `b${at + 1}: &b${at + 1} [*b${at}, *b${at}]`)}`,
    5,
    '',
    '*b0 is an alias',
  ],
  [
    'a key twice',
    () => `${HEAD}topics:\n  - key: a\n    title: A\n    key: b\n`,
    7,
    '',
    'key stands here a second time',
  ],
  [
    'a key twice in JSON',
    () => json({}).replace('"version":1,', '"version":1,\n"version":1,'),
    2,
    '',
    'version stands here a second time',
  ],
  ['a tag of code', () => `${HEAD}topics: !!js/function "function () {}"\n`, 4, '', 'is a tag'],
  [
    'a tag of its own',
    () => `${HEAD}topics:\n  - key: !secret a\n    title: A\n`,
    5,
    '',
    '!secret is a tag',
  ],
  ['a second document', () => `${HEAD}---\n${HEAD}`, 4, '', 'begins a second document'],
  [
    'an inherited key',
    () => json({ topics: [JSON.parse('{"key":"a","title":"A","__proto__":{"x":1}}')] }),
    1,
    'topics[0].__proto__',
    'is not a key of this format',
  ],
  [
    'a hundred thousand brackets',
    () => `${HEAD}topics: ${'['.repeat(100_000)}`,
    4,
    '',
    'nested too deeply',
  ],
  [
    'a hundred thousand braces',
    () => `${HEAD}topics: ${'{a: '.repeat(100_000)}`,
    4,
    '',
    'nested too deeply',
  ],
  [
    'ten thousand dashes',
    () => `${HEAD}topics:\n  ${'- '.repeat(10_000)}a\n`,
    5,
    '',
    'nested too deeply',
  ],
  [
    'a stair of a thousand lines',
    () => `${HEAD}topics:\n${manyTimes(1_000, (at) => `${' '.repeat(at + 1)}a:`)}`,
    103,
    '',
    'nested too deeply',
  ],
  [
    'JSON two hundred thousand deep',
    () => json({ format: 0 }).replace('0', '['.repeat(200_000) + ']'.repeat(200_000)),
    1,
    'format',
    'expected',
  ],
  [
    'a million entries in brackets',
    () => `${HEAD}topics: [${'1,'.repeat(1_100_000)}]`,
    4,
    '',
    'too much in one place',
  ],
  [
    'over a million short entries',
    () => `${HEAD}topics:\n${'- 1\n'.repeat(1_100_000)}`,
    333_330,
    '',
    'too much in one place',
  ],
  [
    'JSON of eleven million values',
    () => json({}).replace('[]', `[${'1,'.repeat(11_000_000)}1]`),
    1,
    '',
    'holds more than',
  ],
  [
    'twenty thousand keys',
    () => `${HEAD}${manyTimes(20_000, (at) => `k${at}: 1`)}`,
    4,
    'k0',
    'is not a key of this format',
  ],
  [
    'two thousand wrong entries',
    () => `${HEAD}topics:\n${manyTimes(2_000, () => '  - { key: A, title: A }')}`,
    1,
    '',
    'and 1000 faults more',
  ],
  [
    'units in a ring',
    () =>
      `${HEAD}units:\n${manyTimes(20_000, (at) => `  - { key: u${at}, name: U, parent: u${(at + 1) % 20_000} }`)}`,
    5,
    'units[0].parent',
    'lies within itself',
  ],
  [
    'U+0000',
    () => `${HEAD}topics:\n  - { key: a, title: "A\\0" }\n`,
    5,
    'topics[0].title',
    'U+0000',
  ],
  [
    'half of a surrogate pair',
    () => json({ topics: [{ key: 'a', title: '\udc00' }] }),
    1,
    'topics[0].title',
    'surrogate',
  ],
  [
    'the year 0',
    () => `${HEAD}loops:\n  - { number: 1, start: "0000-12-31" }\n`,
    5,
    'loops[0].start',
    'not a day of the calendar',
  ],
  [
    'the instant before all',
    () =>
      json({
        loops: [{ number: 1 }],
        topics: [{ key: 'a', title: 'A' }],
        actionFields: [{ key: 'a', topic: 'a', loop: 1, question: 'A' }],
        measures: [
          {
            key: 'a',
            actionField: 'a',
            title: 'A',
            results: [
              { key: 'a', text: 'A', state: 'PUBLISHED', publishedAt: '0000-01-01T00:00:00Z' },
            ],
          },
        ],
      }),
    1,
    'measures[0].results[0].publishedAt',
    'not an instant of the calendar',
  ],
  [
    'translations that are too long together',
    () =>
      json({
        programme: {
          ...aProgramme('feind').programme,
          translations: Object.fromEntries(
            ['en', 'nl', 'da', 'sv'].map((language) => [
              language,
              { purpose: 'a'.repeat(10_000), privacyText: 'b'.repeat(10_000) },
            ]),
          ),
        },
      }),
    1,
    'programme.translations',
    'longer than',
  ],
];

describe('a file that means harm', () => {
  it.each(FILES)(
    'is refused for %s, and nothing is written',
    async (_what, file, line, key, reason) => {
      const faults = await refused(database.source, file());
      expect(faults).toContainEqual({
        line: line > 300_000 ? expect.any(Number) : line,
        key,
        reason: expect.stringContaining(reason),
      });
      expect(await database.source.query('SELECT FROM programme')).toEqual([]);
    },
  );

  it('but only looks odd is taken: the complement', async () => {
    const chain = manyTimes(
      5_000,
      (at) => `  - { key: u${at}, name: U${at === 0 ? '' : `, parent: u${at - 1}`} }`,
    );
    for (const file of [`\ufeff---\n${HEAD}...\n`, `${HEAD}units:\n${chain}\n`])
      expect(await bring(database.source, file, true)).toMatchObject({ ok: true });
    await brought(database.source, HEAD.replaceAll('\n', '\r\n'));
    await database.source.query('DELETE FROM programme');
  });
});
