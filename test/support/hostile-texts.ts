import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LIMITS } from '#persistence/shared/limits.js';
import { aProgramme, type ProgrammeDraft } from './sample-programme.js';

/** One text each of the kinds that break programs which take texts for something else. All of them are texts that may be kept. */
const OWN_TEXTS: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script><ScRiPt src=//example.org/x.js></sCrIpT>',
  'end of an element': '</title></textarea></style></script><svg/onload=alert(2)>',
  'attribute breaker': `"><img src=x onerror=alert(3)> ' onfocus=alert(4) autofocus x="`,
  'HTML of Markdown': '**fett** <b onclick="alert(5)">b</b> <iframe srcdoc="<script>">',
  'Markdown links':
    '[a](javascript:alert(6)) [b](JaVaScRiPt&#58;alert(7)) [c](data:text/html,<script>alert(8)</script>) [d](vbscript:x) ![e](javascript:alert(9)) <javascript:alert(10)>',
  entities: '&lt;script&gt; &amp;amp; &#x3c;script&#x3e; &nbsp; &#0; &bogus;',
  CDATA: ']]> <![CDATA[ ]]> ]]> <!-- --> <!ENTITY x SYSTEM "file:///etc/passwd"> &x; <?php ?>',
  SQL: `Robert'); DROP TABLE measure; -- " \\' %_ $1 :name`,
  'template braces': '{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {name} {n, plural, other {#}} %s %n %d',
  paths: '../../../../etc/passwd ..\\..\\win.ini file:///etc/passwd C:\\ /dev/null CON',
  'direction overrides': 'auf \u202elinks\u202c \u2066um\u2069 \u061c \u200f\u200e \u202d0',
  'zero width': 'Null\u200bbreite\u200c\u200d\u2060 \ufeffmit\u00adTrenner',
  'combining marks': `Z\u0351\u036b\u0343\u032a\u0302a\u0300\u0301\u0302\u0303l\u0334go ${'e' + '\u0301'.repeat(40)} A\u030a \u00c5 \u212b`,
  emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 👍🏽 1️⃣ 𝒳 𠜎 🧑🏿‍🚀',
  'right to left': 'مرحبا بالعالم שלום 123 abc تجربة!',
  'control characters': 'a\u0001b\u0008c\u000bd\u000ce\u001b[31mf\u007fg\u0085h\u009bi',
  'no characters': 'x\ufffey\uffffz\ufdd0 \ufffd \u{1fffe}',
  'line ends': 'eins\r\nzwei\rdrei\nvier\u2028fünf\u2029sechs\tsieben',
  'formula of a table': '=cmd|" /C calc"!A0 +1+1 -2 @SUM(1) \t=1',
  'keys of an object': '__proto__ constructor prototype toString hasOwnProperty null undefined NaN',
  JSON: '{"__proto__":{"x":1},"a":[1,"\\u0000"]} null true 1e999 \\ud800',
  'upper and lower case': 'ßẞſıİΣσςŉǰ ﬁ DŽ Dž dž',
};

const LIST = process.env['HOSTILE_STRINGS'];
/** The texts of a list that isn't part of this repository: `HOSTILE_STRINGS` is the path of a JSON array of strings. */
const GIVEN_TEXTS: readonly string[] =
  LIST === undefined ? [] : z.array(z.string()).parse(JSON.parse(readFileSync(LIST, 'utf8')));

/** Which texts are tried, for the names of tests. */
export const TRIED =
  LIST === undefined
    ? 'own texts only, as HOSTILE_STRINGS names no list'
    : `own texts and ${GIVEN_TEXTS.length} of ${LIST}`;

/** All texts that are tried; each of them may be kept. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...Object.values(OWN_TEXTS),
  ...GIVEN_TEXTS.filter((text) => text.trim() !== ''),
];

/** Texts that are words of no language, or none at all: each is kept or refused as a whole. */
export const ODD_TEXTS: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t\u00a0\u2003\u3000\n',
  'another blank': '\u0085',
  'blanks of some databases': '\u001c\u001d\u001e\u001f\u180e\u200b',
  'a byte order mark alone': '\ufeff',
  'a formula at the start': '=HYPERLINK("https://example.org";"x")',
  'a key of an object': '__proto__',
  'blanks around': '  außen \n',
  'one very long word': 'Ab'.repeat(5_001),
  'as many halves as characters': '😀'.repeat(299),
};

/** Texts that the database can't hold, or would not give back as they came. */
export const UNSTORABLE_TEXTS: Readonly<Record<string, string>> = {
  NUL: 'a\u0000b',
  'first half of a pair': 'a\ud800b',
  'second half of a pair': '\udc00',
};

/** The hostile texts joined to texts of at most `longest` characters, so that few of them say all; longer ones are cut. */
export function joinedTo(longest: number): readonly string[] {
  const joined: string[] = [];
  const fitting = (text: string): string =>
    // A letter may be two characters, which belong together.
    text.length <= longest
      ? text
      : Array.from(text)
          .slice(0, longest / 2)
          .join('')
          .trim();
  for (const text of HOSTILE_TEXTS.map(fitting)) {
    const last = joined.at(-1);
    if (last !== undefined && `${last} ${text}`.length <= longest)
      joined[joined.length - 1] = `${last} ${text}`;
    else joined.push(text);
  }
  return joined;
}

/** A published programme whose texts are all hostile, a measure with a published result for each of them. */
export function aHostileProgramme(slug = 'feind'): ProgrammeDraft {
  const draft = aProgramme(slug);
  const texts = joinedTo(LIMITS.name);
  const longTexts = joinedTo(LIMITS.text);
  const long = (at: number): string => longTexts[at % longTexts.length] ?? '';
  const [worst = ''] = texts;
  return {
    ...draft,
    programme: {
      ...draft.programme,
      organisation: worst,
      title: worst,
      purpose: long(0),
      accessibilityText: long(0),
      privacyText: long(0),
    },
    units: texts.map((name, at) => ({ key: `einheit-${at}`, name, kind: name })),
    goals: texts.map((title, at) => ({ key: `ziel-${at}`, title })),
    people: texts.map((name, at) => ({
      key: at === 0 ? 'olga' : `mensch-${at}`,
      name,
      unit: `einheit-${at}`,
      role: 'CIRCLE',
      publicName: 'NAME_AND_UNIT',
    })),
    loops: [
      { number: 2, start: '2026-05-04', end: '2026-12-18', stage: 'RUNNING', reflection: long(0) },
    ],
    topics: texts.map((title, at) => ({ key: `thema-${at}`, title, description: long(at) })),
    actionFields: texts.map((question, at) => ({
      key: `frage-${at}`,
      topic: `thema-${at}`,
      loop: 2,
      question,
    })),
    measures: texts.map((text, at) => ({
      key: `massnahme-${at}`,
      actionField: `frage-${at}`,
      title: text,
      description: long(at),
      successCriterion: text,
      guides: [at === 0 ? 'olga' : `mensch-${at}`],
      goals: [`ziel-${at}`],
      unit: `einheit-${at}`,
      steps: [{ text, stage: text, state: 'OPEN' }],
      results: [
        {
          key: `ergebnis-${at}`,
          text: long(at),
          state: 'PUBLISHED',
          publishedAt: '2026-06-02T08:00:00Z',
          attachments: [
            {
              kind: 'FIGURE',
              title: text,
              address: 'https://example.org/b',
              alternativeText: text,
            },
            { kind: 'VIDEO', title: text, address: 'https://example.org/v', transcript: long(at) },
          ],
        },
      ],
      nextSteps: [{ key: `weiter-${at}`, text, addresseeUnit: `einheit-${at}` }],
    })),
    decisions: texts.map((text, at) => ({
      key: `beschluss-${at}`,
      body: text,
      day: '2026-06-01',
      point: text,
      ruling: 'NOTED',
      note: long(at),
      measures: [`massnahme-${at}`],
    })),
  };
}

/** Its public pages in German. */
export function hostilePages(slug = 'feind'): readonly string[] {
  const each = joinedTo(LIMITS.name).map((_text, at) => at);
  return [
    '/de/',
    `/de/${slug}/erfolge`,
    `/de/${slug}/erfolge?q=${encodeURIComponent(joinedTo(LIMITS.name)[0] ?? '')}`,
    ...each.map((at) => `/de/${slug}/erfolge/massnahme-${at}`),
    ...each.map((at) => `/de/${slug}/themen/thema-${at}`),
    `/de/${slug}/schleifen`,
    `/de/${slug}/schleifen/2`,
    `/de/${slug}/barrierefreiheit`,
    `/de/${slug}/datenschutz`,
    `/de/${slug}/leichte-sprache`,
  ];
}
