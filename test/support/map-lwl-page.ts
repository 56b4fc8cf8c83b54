/**
 * Maps a successes page that was cut into records by hand (topics with entries: question, measure, steps, result,
 * next steps) to a programme file. A pure function: reads no file and no clock. By hand:
 *
 *   LWL_PAGE=path/to/successes-page.json npm test -- test/e2e/real-page
 *
 * maps, imports and renders that page as well; without LWL_PAGE it is looked for in ../shared/data/lwl beside the
 * repository.
 */
import { LIMITS } from '#persistence/shared/limits.js';
import type { ProgrammeDraft } from './sample-programme.js';

export type SuccessesPageRecords = {
  readonly programme: {
    readonly organisation: string;
    readonly title: string;
    readonly language: string;
    readonly currentLoop: number;
    readonly statements: readonly string[];
  };
  readonly topics: readonly {
    readonly topic: string;
    readonly entries: readonly {
      readonly loop: number;
      readonly actionField: string;
      readonly measure: string;
      readonly result: string;
      readonly nextSteps: string;
      readonly steps: readonly string[];
    }[];
  }[];
};

/** The page gives no day of publication; its loops are kept in order by one assumed instant for each. */
export const assumedInstant = (loop: number): string =>
  new Date(Date.UTC(2024, 3 * loop, 1, 12)).toISOString();

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A title as a key: lower case, umlauts written out, at most 60 characters. */
export function keyOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD');
  const key = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return key === '' ? 'ohne-titel' : key;
}

/**
 * The page as a programme file: loops before the current one CLOSED, the current one RUNNING, its measures
 * recorded history with done steps and published results. A measure too long for a title, or with steps, is cut
 * before its first step or sentence; its whole text is then the description.
 */
export function mapSuccessesPage(page: SuccessesPageRecords): ProgrammeDraft {
  const { organisation, title, language, currentLoop, statements } = page.programme;
  const taken = new Set<string>();
  const unique = (text: string): string => {
    const key = keyOf(text);
    let free = key;
    for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`;
    taken.add(free);
    return free;
  };
  const topics = page.topics.map(({ topic, entries }) => ({
    key: unique(topic),
    title: topic,
    entries,
  }));
  const entries = topics.flatMap(({ key: topic, entries: list }) =>
    list.map((entry) => ({ ...entry, topic, key: unique(`${topic}-${entry.loop}`) })),
  );
  return {
    format: 'lernschleife/programme',
    version: 1,
    programme: {
      slug: 'erfolge',
      organisation,
      title,
      purpose: statements.join('\n\n') || title,
      contact: 'transformation@example.org',
      language: language === 'en' ? 'en' : 'de',
      published: true,
    },
    loops: Array.from({ length: currentLoop }, (_one, at) => ({
      number: at + 1,
      stage: at + 1 === currentLoop ? ('RUNNING' as const) : ('CLOSED' as const),
    })),
    topics: topics.map(({ key, title: name }) => ({ key, title: name })),
    actionFields: entries.map(({ key, topic, loop, actionField }) => ({
      key,
      topic,
      loop,
      question: actionField,
    })),
    measures: entries.map(({ key, measure, result, nextSteps, steps, loop }) => {
      const short = titleOf(measure, steps);
      return {
        key,
        actionField: key,
        title: short,
        ...(short === measure || steps.length > 0 ? {} : { description: measure }),
        phase: 'DONE' as const,
        steps: steps.map((text) => ({ text, state: 'DONE' as const })),
        results: [
          { key, text: result, state: 'PUBLISHED' as const, publishedAt: assumedInstant(loop) },
        ],
        nextSteps:
          nextSteps.trim() === '' ? [] : [{ key, text: nextSteps, state: 'OPEN' as const }],
      };
    }),
  };
}

/** The first step names a measure that is nothing but steps; else the first sentence, or as much as a title holds. */
function titleOf(measure: string, steps: readonly string[]): string {
  const whole = steps[0] ?? measure;
  if (whole.length <= 150) return whole;
  const [sentence = ''] = whole.split(/(?<=[.!?:)])\s/, 1);
  return sentence.length <= LIMITS.title ? sentence : `${sentence.slice(0, LIMITS.title - 1)}…`;
}
