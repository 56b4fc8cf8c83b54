import {
  PROGRAMME_FILE,
  type FileMeasure,
  type ProgrammeFile,
} from '#application/programme-files/programme-file.js';

export const BENCH_SLUG = 'messprogramm';
export const BENCH_SEED = 20_260_101;

const LOOPS = 10;
/** The size of a programme with five measures a topic and loop. */
const BASE = 500;
const PEOPLE = 40;
const UNITS = 12;
const GOALS = 6;
const WORDS =
  'Wege Fragen Antworten Gebäude Schilder Termine Formulare Sprechzeiten Werkstatt Probe Monat Woche Referat Amt Büro Team Aushang Verfahren Auskunft Rückmeldung kurz früh gemeinsam sichtbar einfach ruhig verlässlich offen gezeigt erprobt vereinbart gesammelt verglichen angepasst und mit für ohne nach vor'.split(
    ' ',
  );

/**
 * A programme of `count` measures, the same for the same `seed`: ten loops, as many topics as measures a topic and loop
 * or a few more, each measure with four steps, a published result, three next steps, a guide and two goals. So both
 * what belongs to a topic and what belongs to a loop grows with the programme. `count` is a multiple of 50.
 */
export function generateProgramme(count: number, seed: number, slug = BENCH_SLUG): ProgrammeFile {
  if (!(count > 0) || count % 50 !== 0)
    throw new Error(`${count} measures: must be a multiple of 50, from 50.`);
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = (length: number): string => {
    const text = Array.from({ length }, () => WORDS[below(WORDS.length)]).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const perTopicAndLoop = measuresPerTopicAndLoop(count);
  const topics = count / (LOOPS * perTopicAndLoop);

  const measure = (topic: number, loop: number, place: number): FileMeasure => {
    const key = `m-${topic}-${loop}-${place}`;
    const running = loop === LOOPS;
    const person = below(PEOPLE);
    const goal = below(GOALS);
    const publishedAt = new Date(Date.UTC(2016 + loop, 0, 1) + below(300 * 86_400) * 1_000);
    return {
      key,
      actionField: `f-${topic}-${loop}-${place}`,
      title: words(5),
      description: `${words(25)}.`,
      successCriterion: `${words(8)}.`,
      due: dayOf(2016 + loop, 11, 1),
      phase: running ? 'ACT' : 'DONE',
      owner: `p-${person}`,
      ownerAccepted: true,
      guides: [`p-${(person + 1) % PEOPLE}`],
      unit: `u-${below(UNITS)}`,
      goals: [`g-${goal}`, `g-${(goal + 1) % GOALS}`],
      verdict: 'ADOPT',
      lesson: `${words(12)}.`,
      anchoredIn: `${words(4)}.`,
      steps: [1, 2, 3, 4].map((step) => ({
        text: `${words(8)}.`,
        due: dayOf(2016 + loop, step + 2, 1 + below(28)),
        state: 'DONE' as const,
      })),
      results: [
        {
          key: `r-${key}`,
          text: `${words(40)}.`,
          day: dayOf(2016 + loop, 10, 1 + below(28)),
          state: 'PUBLISHED',
          publishedAt: publishedAt.toISOString(),
        },
      ],
      nextSteps: [1, 2, 3].map((next) => ({
        key: `n-${key}-${next}`,
        text: `${words(9)}.`,
        due: dayOf(2017 + loop, next, 1 + below(28)),
        addresseeUnit: `u-${below(UNITS)}`,
        state: 'OPEN' as const,
      })),
    };
  };

  const places = range(topics).flatMap((topic) =>
    range(LOOPS).flatMap((loop) =>
      range(perTopicAndLoop).map((place) => ({ topic, loop: loop + 1, place })),
    ),
  );
  return PROGRAMME_FILE.parse({
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug,
      organisation: 'Messamt',
      title: 'Messprogramm',
      purpose: 'Ein erdachtes Programm, an dem gemessen wird.',
      contact: 'messen@example.org',
      language: 'de',
      published: true,
    },
    units: range(UNITS).map((at) => ({ key: `u-${at}`, name: `Referat ${at + 1}` })),
    goals: range(GOALS).map((at) => ({ key: `g-${at}`, title: words(4) })),
    people: range(PEOPLE).map((at) => ({
      key: `p-${at}`,
      name: `Person ${at + 1}`,
      unit: `u-${at % UNITS}`,
      role: 'GUIDE',
      publicName: 'NAME_AND_UNIT',
    })),
    loops: range(LOOPS).map((at) => ({
      number: at + 1,
      start: dayOf(2017 + at, 1, 1),
      end: dayOf(2017 + at, 12, 31),
      stage: at + 1 === LOOPS ? 'RUNNING' : 'CLOSED',
      ...(at + 1 === LOOPS ? {} : { reflection: `${words(20)}.` }),
    })),
    topics: range(topics).map((at) => ({
      key: `t-${at}`,
      title: words(3),
      description: `${words(15)}.`,
    })),
    actionFields: places.map(({ topic, loop, place }) => ({
      key: `f-${topic}-${loop}-${place}`,
      topic: `t-${topic}`,
      loop,
      question: `${words(9)}?`,
    })),
    measures: places.map(({ topic, loop, place }) => measure(topic, loop, place)),
  });
}

/** Grows as the root of the programme: 5 of 500, 20 of 5,000, 50 of 50,000. */
function measuresPerTopicAndLoop(count: number): number {
  const wanted = 5 * Math.sqrt(count / BASE);
  const divisors = range(count / LOOPS)
    .map((at) => at + 1)
    .filter((divisor) => (count / LOOPS) % divisor === 0);
  return divisors.reduce((best, one) =>
    Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best,
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

function dayOf(year: number, month: number, day: number): NonNullable<FileMeasure['due']> {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as NonNullable<
    FileMeasure['due']
  >;
}

/** Numbers from 0 up to 1, by mulberry32: small, and the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
