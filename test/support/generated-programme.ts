import { aDoneMeasure, aProgramme, type ProgrammeDraft } from './sample-programme.js';

const WORDS = ['Tür', 'Plan', 'Runde', 'Frage', 'Stelle', 'Weg', 'Mappe', 'Takt', 'Ort', 'Liste'];

/** Numbers from 0 up to, not including, `below`; the same seed gives the same row of them (mulberry32). */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A programme of `measures` done measures over `topics` topics in loop 2; the same arguments give the same file. */
export function generatedProgramme(
  slug: string,
  measures: number,
  topics = 10,
  seed = 1,
): ProgrammeDraft {
  const number = seededNumbers(seed);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[number(WORDS.length)]).join(' ');
  const keys = Array.from({ length: topics }, (_one, at) => `thema-${at}`);
  return {
    ...aProgramme(slug),
    topics: keys.map((key) => ({ key, title: `${words(2)} ${key}` })),
    actionFields: keys.map((key) => ({
      key: `${key}-2`,
      topic: key,
      loop: 2,
      question: `${words(4)}?`,
    })),
    measures: Array.from({ length: measures }, (_one, at) => {
      const key = `massnahme-${at}`;
      const publishedAt = new Date(Date.UTC(2026, 5, 1) + number(10_000_000) * 1_000).toISOString();
      return {
        ...aDoneMeasure(key, `thema-${at % topics}-2`),
        title: words(3),
        steps: Array.from({ length: 1 + number(3) }, () => ({
          text: words(5),
          state: 'DONE' as const,
        })),
        results: [
          { key: `${key}-ergebnis`, text: words(20), state: 'PUBLISHED' as const, publishedAt },
        ],
      };
    }),
  };
}
