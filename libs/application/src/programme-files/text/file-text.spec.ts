import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMap, isNode, isScalar, isSeq, LineCounter, parse, parseDocument, stringify } from 'yaml';
import { readFileText } from './file-text.js';

/** Texts that a reader of YAML or JSON could take for something else. */
const ODD = [
  'no',
  '~',
  'null',
  '0x1f',
  '2020-01-01',
  '---',
  '--- a',
  '...',
  '- a',
  '-',
  '# a',
  'a #b',
  'a: b',
  'measures:\n  - key: a\n',
  '\n\n- a\n  - b\n\n',
  ' a ',
  'a\r\nb',
  'a\tb\t',
  '\ta',
  'a\u2028measures:\u2029- b\u0085c',
  '\ufeffa',
  '"a" \'b\' \\',
  '&a *b !c %d @e `f',
  '{a: [b]}',
  '|\n  a',
  '😀\u{1f1e9}\u{1f1ea}',
  'a'.repeat(300),
  'Wort '.repeat(60),
  '\u0001\u001f\u007f',
];
const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary' }), fc.string());
const key = fc.stringMatching(/^[a-z][a-z-]{0,6}$/);
const entry: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom(true, false, null, 0, 1.5, -3),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const file = fc.dictionary(
  fc.constantFrom('format', 'programme', 'units', 'topics', 'measures'),
  fc.oneof(entry, fc.array(entry, { maxLength: 5 })),
  { minKeys: 1, noNullPrototype: true },
);
const style = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 110),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
  collectionStyle: fc.constantFrom('any', 'flow'),
} as const);

/** Every place of a value, as a path. */
function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const parts: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [[], ...parts.flatMap(([part, one]) => pathsOf(one).map((path) => [part, ...path]))];
}

/** The lines of places as the parser of the whole text tells them. */
function linesInWhole(written: string): (path: readonly (string | number)[]) => number {
  const lines = new LineCounter();
  const { contents } = parseDocument(written, { lineCounter: lines });
  return (path) => {
    let node: unknown = contents;
    let offset = isNode(node) ? node.range![0] : 0;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part)!;
        offset = isNode(pair.key) ? pair.key.range![0] : offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(part)];
        offset = isNode(node) ? node.range![0] : offset;
      }
    }
    return lines.linePos(offset).line;
  };
}

function expectLinesOfWhole(written: string): void {
  const { value, lineOf } = read(written);
  const lineInWhole = linesInWhole(written);
  const paths = pathsOf(value);
  expect(paths.map((path) => [path, lineOf(path)])).toEqual(
    paths.map((path) => [path, lineInWhole(path)]),
  );
}

const read = (written: string) => {
  const done = readFileText(written);
  if (!done.ok) throw new Error(`${JSON.stringify(done.error)} in\n${written}`);
  return done.value;
};
const faultsOf = (written: string) => {
  const done = readFileText(written);
  if (done.ok) throw new Error(`No fault in\n${written}`);
  return done.error.map(({ line, reason }) => `${line}: ${reason}`);
};

describe('a YAML file that is read entry by entry', () => {
  it('has the values and lines that it has as a whole, whatever its style', () => {
    fc.assert(
      fc.property(file, style, fc.boolean(), (value, options, windows) => {
        const lf = stringify(value, { ...options, aliasDuplicateObjects: false });
        const written = windows ? lf.replaceAll('\n', '\r\n') : lf;
        // The writer makes a few files that no reader takes.
        fc.pre(parseDocument(written).errors.length === 0);
        expect(read(written).value).toEqual(parse(written));
        expectLinesOfWhole(written);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [
      'comments and blank lines',
      '# a\n---\ntopics: # all\n# b\n\n  # c\n  - a\n\n # d\n  - b # e\n# f\n',
    ],
    ['dashes at the very left', 'topics:\n- a\n- - b\n  - c\n- d: |\n   - e\n\n   f\ngoals:\n- g'],
    ['a dash before a tab or a line', 'topics:\n  -\ta\n  -\n    b\n  -\r\n    c\n  -'],
    ['lists in brackets', 'topics: [\n  a,\n  b]\ngoals:\n  [c,\n  d]\n'],
    ['an empty list', 'topics:\ngoals:\n  # none\nunits: []\n'],
    ['a text instead of a list', 'topics:\n  a - b\n  - c\ngoals:\n  - d\n'],
    ['lists within lists', 'topics:\n  - - - a\n    - b\n  - c:\n    - d\n    - e\n'],
    ['texts that keep their last lines', 'topics:\n  - |+\n    a\n\n\n  - >-\n    b\n\n\n  - c\n'],
    ['the end of a document', 'topics:\n  - a\n...\n'],
    ['a root that is no object', '--- |\ntopics:\n  - a\n'],
    ['a root in quotation marks', '"a:\ntopics:\n  - b\n"\n'],
    ['a directive', '%YAML 1.1\n---\ntopics:\n  - no\n'],
  ])('has the values and lines of the whole with %s', (_what, written) => {
    expect(read(written).value).toEqual(parse(written));
    expectLinesOfWhole(written);
  });

  it.each([
    [
      'a quotation mark that is missing',
      'topics:\n  - a\n  - "b\n  - c\n',
      '3: Missing closing "quote',
    ],
    ['an entry that stands too far left', 'topics:\n   - a\n  - b\n', '3: '],
    ['a key that stands too far left', 'topics:\n  - a: b\n c: d\n', '3: '],
    [
      'a list that stands there again',
      'topics:\n  - a\ntopics:\n  - b\n',
      '3: topics stands here a second time',
    ],
    ['a second document', 'topics:\n  - a\n---\ntopics:\n  - b\n', '3: begins a second document'],
    ['an alias to another entry', 'topics:\n  - &a b\n  - *a\n', '3: *a is an alias'],
    ['a tag', 'topics:\n  - a\n  - !!js/function b\n', '3: tag:yaml.org,2002:js/function is a tag'],
    ['a key that is a list', 'topics:\n  - a\n  - ? [b]\n    : c\n', '3: is not a key'],
  ])('is refused for %s', (_what, written, fault) => {
    expect(faultsOf(written)).toContainEqual(expect.stringContaining(fault));
  });
});

describe('a JSON file', () => {
  it('has its values and the lines of its keys, written in any width', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('', ' ', '  '), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        expect(read(written).value).toEqual(value);
        expectLinesOfWhole(written);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [
      'a key that stands twice',
      '{"a": 1,\n "b": {"c": ":",\n "c": 2}}',
      '3: c stands here a second time',
    ],
    ['a bracket that is missing', '{"a": [1,\n2}', '2: '],
    ['two objects', '{"a": 1}\n{"a": 1}', '2: '],
  ])('is refused for %s', (_what, written, fault) => {
    expect(faultsOf(written)).toContainEqual(expect.stringContaining(fault));
  });
});
