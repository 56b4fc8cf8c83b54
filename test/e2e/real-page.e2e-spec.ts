import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { removeProgramme } from '#application/programme-files/remove-programme.js';
import {
  assumedInstant,
  keyOf,
  mapSuccessesPage,
  type SuccessesPageRecords,
} from '../support/map-lwl-page.js';
import { brought } from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const REPEATED = {
  loop: 1,
  actionField: 'Wer gießt die Pflanzen?',
  measure: 'Gießplan schreiben.',
  result: 'Ein Plan hängt am Brett & jede:r kennt ihn.',
  nextSteps: 'Im Mai wird nachgesehen.',
  steps: [],
};

/** Of the same shape as the page of the first user, in words of our own. */
const OWN: SuccessesPageRecords = {
  programme: {
    organisation: 'Gärtnerei Moos, Halle 2/3',
    title: 'Mehr Grün',
    language: 'de',
    currentLoop: 3,
    statements: ['Wir üben seit 2025.'],
  },
  topics: [
    { topic: 'Pflanzen', entries: [REPEATED] },
    {
      topic: 'Öffnungszeiten 2/3',
      entries: [
        {
          loop: 2,
          actionField: 'Wann ist die Halle offen?',
          measure: 'Schritt 1: Zeiten sammeln (Wann? Wo?)\nSchritt 2: Zeiten aushängen',
          result: 'Ein Schild mit 4 Zeiten.',
          nextSteps: 'Weiter im Betrieb.',
          steps: ['Zeiten sammeln (Wann? Wo?)', 'Zeiten aushängen'],
        },
        {
          loop: 1,
          actionField: 'Wer schließt auf?',
          measure: `Erst fragen wir. ${'Dann fragen wir noch einmal nach. '.repeat(10)}`.trim(),
          result: 'Eine Liste der Schlüssel.',
          nextSteps: 'Die Liste wächst.',
          steps: [],
        },
      ],
    },
    { topic: 'Katalog', entries: [REPEATED] },
  ],
};

const REAL = process.env['LWL_PAGE'] ?? resolve('../shared/data/lwl/successes-page.json');
const PAGES: [string, SuccessesPageRecords][] = [
  ['a page of our own', OWN],
  // The real page is nobody's to copy: it is tried when it lies beside the project.
  ...(existsSync(REAL)
    ? [
        ['the real page', JSON.parse(readFileSync(REAL, 'utf8')) as SuccessesPageRecords] as [
          string,
          SuccessesPageRecords,
        ],
      ]
    : []),
];

/** The words of a page without tags and white space, as a reader meets them. */
function wordsOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#x27|#39);/g,
      (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
    );
  return squeeze(text);
}
/** Typography and white space may differ; words may not. */
const squeeze = (text: string): string => text.replace(/[\s„“”"'’]+/g, '');

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

describe.each(PAGES)('%s', (_name, page) => {
  const file = mapSuccessesPage(page);
  const entries = page.topics.flatMap(({ topic, entries: list }) =>
    list.map((entry) => ({ topic, ...entry })),
  );
  let report: Awaited<ReturnType<typeof brought>>;
  let shown = '';
  beforeAll(async () => {
    report = await brought(server.source, file);
    shown = wordsOf(await (await server.get('/de/erfolge/erfolge')).text());
  });
  afterAll(() => removeProgramme(server.source, 'erfolge'));

  it('becomes a programme of closed loops and one that runs, each entry a measure of recorded history', () => {
    const { currentLoop } = page.programme;
    expect(file.loops?.map(({ stage }) => stage)).toEqual([
      ...Array<string>(currentLoop - 1).fill('CLOSED'),
      'RUNNING',
    ]);
    expect(file.measures).toHaveLength(entries.length);
    expect(report.recorded.map(({ key }) => key)).toEqual(file.measures?.map(({ key }) => key));
    expect(report.lowered).toEqual([]);
    expect(new Set(file.measures?.map(({ key }) => key)).size).toBe(entries.length);
  });

  it('has its repeated block pointed out', () => {
    const said = entries.map(({ actionField, measure, result }) =>
      squeeze(`${actionField}${measure}${result}`).toLowerCase(),
    );
    const copies = said.flatMap((words, at) =>
      said.indexOf(words) < at
        ? [{ key: file.measures?.[at]?.key, of: file.measures?.[said.indexOf(words)]?.key }]
        : [],
    );
    expect(copies).toHaveLength(1);
    expect(report.likelyCopies).toEqual(copies);
  });

  it('is found again on the successes page, word for word and in order', () => {
    // Rail and filter name the topics before their sections; the entries come after.
    let at = shown.indexOf(squeeze(entries[0]?.actionField ?? ''));
    expect(at).toBeGreaterThan(0);
    for (const topic of page.topics)
      for (const entry of [...topic.entries].sort((a, b) => b.loop - a.loop))
        for (const text of [
          entry.actionField,
          ...(entry.steps.length > 0 ? entry.steps : [entry.measure]),
          entry.result,
          entry.nextSteps,
        ]) {
          const found = shown.indexOf(squeeze(text), at);
          expect({ text, found: found >= at }).toEqual({ text, found: true });
          at = found;
        }
  });
});

describe('the mapping', () => {
  it('makes unique keys of titles that are alike', () => {
    expect(mapSuccessesPage(OWN).topics?.map(({ key }) => key)).toEqual([
      'pflanzen',
      'oeffnungszeiten-2-3',
      'katalog',
    ]);
    expect(keyOf('  ÄÖß – 10/11: “x”! ')).toBe('aeoess-10-11-x');
    const twice = mapSuccessesPage({ ...OWN, topics: [...OWN.topics, ...OWN.topics] });
    expect(new Set(twice.measures?.map(({ key }) => key)).size).toBe(8);
  });

  it('marks steps done and publishes results at the assumed instant of their loop', () => {
    const [first, second] = mapSuccessesPage(OWN).measures ?? [];
    expect(first).toMatchObject({
      title: 'Gießplan schreiben.',
      phase: 'DONE',
      steps: [],
      results: [{ state: 'PUBLISHED', publishedAt: '2024-04-01T12:00:00.000Z' }],
    });
    expect(first).not.toHaveProperty('description');
    expect(second?.steps).toEqual([
      { text: 'Zeiten sammeln (Wann? Wo?)', state: 'DONE' },
      { text: 'Zeiten aushängen', state: 'DONE' },
    ]);
    expect(assumedInstant(2) > assumedInstant(1)).toBe(true);
  });
});
