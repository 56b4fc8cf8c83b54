import DataLoader from 'dataloader';
import type { Loop, ProgrammeReader } from '#application/published/programme-reader.js';
import type {
  ActionField,
  Measure,
  Named,
  Owned,
  RecordsReader,
} from '#application/published/records-reader.js';
import type { Success } from '#application/published/success-rows.js';
import type { SuccessFilter, Topic } from '#application/published/successes-reader.js';
import type { TopicsReader } from '#application/topics/topics-reader.js';
import type { WorkspaceActionField } from '#application/workspace/measure-rows.js';
import type {
  HistoryKey,
  HistoryLine,
  HistoryReader,
} from '#application/workspace/history-reader.js';
import { badUserInput } from './bad-user-input.js';
import type { Language } from './enums.js';

/** Measures that the action fields of one answer may have together: lists in lists have no page size. */
export const MOST_MEASURES = 300;

export type Readers = {
  readonly programmes: ProgrammeReader;
  readonly records: RecordsReader;
  readonly history: HistoryReader;
  readonly topics: TopicsReader;
};

/** A page of one programme's successes. */
export type SuccessesKey = {
  readonly programmeId: string;
  readonly filter: SuccessFilter;
  readonly first: number;
  readonly after: string | null;
};

/** How many successes of one programme there are. */
export type CountKey = Pick<SuccessesKey, 'programmeId' | 'filter'>;

/** One set per request: a loader caches, and one caller's rows must never reach another. */
export type Loaders = {
  readonly loopsOf: DataLoader<string, Loop[]>;
  readonly loops: DataLoader<string, Loop>;
  readonly counts: DataLoader<CountKey, number, string>;
  /** History of records that the caller was shown. */
  readonly history: DataLoader<HistoryKey, HistoryLine[], string>;
  /** The questions of topics that the caller was shown, drafts included. */
  readonly questionsOf: DataLoader<string, WorkspaceActionField[]>;
  /** Loaders of what is text; null means each programme's own language. */
  inLanguage(language: Language | null): LanguageLoaders;
};

export function createLoaders(readers: Readers): Loaders {
  const loopsOf = new DataLoader<string, Loop[]>(async (ids) =>
    groupsOf(ids, await readers.programmes.loops(ids), (loop) => loop.programmeId),
  );
  const loops = new DataLoader<string, Loop>(async (ids) =>
    inOrderOf(ids, await readers.programmes.loopsByIds(ids)),
  );
  const counts = new DataLoader<CountKey, number, string>(
    async (keys) =>
      batchesOf(keys, async (ids, { filter }) => {
        const rows = await readers.records.successCounts(ids, filter);
        return new Map(rows.map(({ id, count }) => [id, count]));
      }),
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
  const history = new DataLoader<HistoryKey, HistoryLine[], string>(
    (keys) => readers.history.ofSubjects(keys),
    { cacheKeyFn: ({ subjectId, first }) => `${subjectId} ${first}` },
  );
  const questionsOf = new DataLoader<string, WorkspaceActionField[]>(async (ids) =>
    groupsOf(ids, await readers.topics.actionFieldsOf(ids), ({ topic }) => topic.id),
  );
  const byLanguage = new Map<Language | null, LanguageLoaders>();
  const inLanguage = (language: Language | null): LanguageLoaders => {
    const loaders = byLanguage.get(language) ?? createLanguageLoaders(readers.records, language);
    byLanguage.set(language, loaders);
    return loaders;
  };
  return { loopsOf, loops, counts, history, questionsOf, inLanguage };
}

type LanguageLoaders = ReturnType<typeof createLanguageLoaders>;

function createLanguageLoaders(records: RecordsReader, language: Language | null) {
  const programmeOf = ({ programmeId }: { readonly programmeId: string }): string => programmeId;
  return {
    topics: new DataLoader<string, Topic>(async (ids) =>
      inOrderOf(ids, await records.topicsByIds(ids, language)),
    ),
    topicsOf: new DataLoader<string, Topic[]>(async (ids) =>
      groupsOf(ids, await records.topicsOf(ids, language), programmeOf),
    ),
    goalsOf: new DataLoader<string, Owned<Named>[]>(async (ids) =>
      groupsOf(ids, await records.goalsOf(ids, language), programmeOf),
    ),
    unitsOf: new DataLoader<string, Owned<Named>[]>(async (ids) =>
      groupsOf(ids, await records.unitsOf(ids, language), programmeOf),
    ),
    measures: new DataLoader<string, Measure>(async (ids) =>
      inOrderOf(ids, await records.measures(ids, language)),
    ),
    actionFieldsOf: new DataLoader<string, ActionField[]>(async (ids) =>
      groupsOf(ids, await records.actionFieldsOf(ids, language), ({ topicId }) => topicId),
    ),
    measuresOf: new DataLoader<string, Measure[]>(async (ids) => {
      const measures = await records.measuresOf(ids, language, MOST_MEASURES + 1);
      if (measures.length > MOST_MEASURES)
        throw badUserInput(`measures: are more than ${MOST_MEASURES} at once; ask topic by topic.`);
      return groupsOf(ids, measures, ({ actionField }) => actionField.id);
    }),
    chains: new DataLoader<string, readonly Measure[]>(async (ids) =>
      inOrderOf(ids, await records.chains(ids, language)).map((row) =>
        'chain' in row ? row.chain : row,
      ),
    ),
    successes: new DataLoader<SuccessesKey, readonly Success[] | null, string>(
      async (keys) =>
        batchesOf(keys, async (ids, { filter, first, after }) => {
          const pages = await records.feeds('id', ids, language, {
            filter,
            first: first + 1,
            after,
          });
          return new Map(pages.map(({ programmeId, successes }) => [programmeId, successes]));
        }),
      { cacheKeyFn: (key) => JSON.stringify(key) },
    ),
  };
}

/** Sorts rows into the order of the keys, as DataLoader demands; a missing row becomes an Error in its place. */
export function inOrderOf<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | Error)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? new Error(`No row with id ${id}`));
}

/** The rows of each key, in the order of the keys; a key without rows has an empty list. */
export function groupsOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}

/** Asks once for all programmes of keys that are alike in the rest: as often as a document says, whatever the page's size. */
async function batchesOf<Key extends { readonly programmeId: string }, Value>(
  keys: readonly Key[],
  load: (programmeIds: readonly string[], key: Key) => Promise<ReadonlyMap<string, Value>>,
): Promise<(Value | Error)[]> {
  const rest = (key: Key): string => JSON.stringify({ ...key, programmeId: null });
  const batches = new Map<string, Promise<ReadonlyMap<string, Value>>>();
  for (const [name, alike] of Map.groupBy(keys, rest)) {
    const [key] = alike;
    if (key !== undefined)
      batches.set(name, load([...new Set(alike.map(({ programmeId }) => programmeId))], key));
  }
  return Promise.all(
    keys.map(async (key) => {
      // A value may be null; a programme that is missing has none.
      const value = (await batches.get(rest(key)))?.get(key.programmeId);
      return value === undefined ? new Error(`No programme with id ${key.programmeId}`) : value;
    }),
  );
}
