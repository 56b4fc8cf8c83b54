import { PROGRAMME_FILE, type ProgrammeFile } from '#application/programme-files/programme-file.js';

export const BOARD_SLUG = 'tafelprogramm';
/** Whose board it is; the circle may move every measure. */
export const BOARD_PERSON = 'Jana Kaya';
export const BOARD_LOOP = 2;

const TOPICS = 12;
const GUIDES = 40;
/** Of every ten measures. */
const PHASES = ['PLAN', 'PLAN', 'PLAN', 'PLAN', 'DO', 'DO', 'DO', 'CHECK', 'CHECK', 'ACT'] as const;

/**
 * A programme whose running loop has `count` measures, all ready for the next phase, with what a real board shows: most
 * with a guide and a goal, some late, some that ask for help.
 */
export function boardProgramme(count: number): ProgrammeFile {
  const range = (length: number): number[] => Array.from({ length }, (_, at) => at);
  return PROGRAMME_FILE.parse({
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug: BOARD_SLUG,
      organisation: 'Messamt',
      title: 'Tafelprogramm',
      purpose: 'Ein erdachtes Programm, an dessen Tafel gemessen wird.',
      contact: 'messen@example.org',
      language: 'de',
      published: true,
    },
    goals: range(6).map((at) => ({ key: `g-${at}`, title: `Ziel Nummer ${at + 1}` })),
    people: [
      { key: 'circle', name: BOARD_PERSON, role: 'CIRCLE' },
      ...range(GUIDES).map((at) => ({ key: `p-${at}`, name: `Person ${at + 1}`, role: 'GUIDE' })),
    ],
    loops: [
      { number: 1, stage: 'CLOSED', reflection: 'Kürzer fragen.' },
      { number: BOARD_LOOP, start: '2026-01-12', end: '2027-12-18', stage: 'RUNNING' },
      { number: 3, stage: 'PLANNED' },
    ],
    topics: range(TOPICS).map((at) => ({ key: `t-${at}`, title: `Wege zum Amt ${at + 1}` })),
    actionFields: range(TOPICS).map((at) => ({
      key: `f-${at}`,
      topic: `t-${at}`,
      loop: BOARD_LOOP,
      question: 'Wie kommen Anliegen beim ersten Mal an?',
    })),
    measures: range(count).map((at) => {
      const phase = PHASES[at % PHASES.length] ?? 'PLAN';
      const begun = phase !== 'PLAN';
      return {
        key: `m-${at}`,
        actionField: `f-${at % TOPICS}`,
        title: `Wöchentliche Sprechstunde mit Rückrufliste erproben, Nummer ${at + 1}`,
        successCriterion: 'Jedes zweite Anliegen ist nach einem Gespräch geklärt.',
        due: at % 9 === 0 ? '2026-02-01' : '2027-06-30',
        phase,
        owner: `p-${at % GUIDES}`,
        ownerAccepted: true,
        guides: [`p-${(at + 1) % GUIDES}`],
        goals: [`g-${at % 6}`],
        steps: range(4).map((step) => ({
          text: `Schritt ${step + 1} der Erprobung`,
          due: '2027-03-01',
          state: begun ? 'DONE' : 'OPEN',
        })),
        ...(begun
          ? {
              results: [
                {
                  key: `r-${at}`,
                  text: 'Die Liste wird genutzt.',
                  day: '2026-06-01',
                  state: 'DRAFT',
                },
              ],
              verdict: 'ADOPT',
              lesson: 'Feste Zeiten helfen.',
            }
          : {}),
      };
    }),
  });
}
