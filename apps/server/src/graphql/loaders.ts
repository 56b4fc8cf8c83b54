import DataLoader from 'dataloader';
import type {
  ApplicantsReader,
  ApplicationAccess,
  WorkspaceApplication,
} from '#application/calls/applicants-reader.js';
import type { WorkspaceCall } from '#application/calls/calls-reader.js';
import type { IdeasReader, TakenUpIdea } from '#application/ideas/ideas-reader.js';
import type { OpenCall } from '#application/published/open-calls-reader.js';
import type { Loop } from '#application/published/programme-reader.js';
import type {
  ActionField,
  Measure,
  Named,
  Owned,
  RecordsReader,
} from '#application/published/records-reader.js';
import type { Success } from '#application/published/success-rows.js';
import type { SuccessFilter, Topic } from '#application/published/successes-reader.js';
import type { OpenMeasure, PeopleReader } from '#application/people/people-reader.js';
import type { TopicsReader } from '#application/topics/topics-reader.js';
import type { WorkspaceActionField } from '#application/workspace/measure-rows.js';
import type {
  HistoryKey,
  HistoryLine,
  HistoryReader,
} from '#application/workspace/history-reader.js';
import type { PublishedReaders } from '../database/published-readers.js';
import { badUserInput } from './bad-user-input.js';
import type { Language } from './enums.js';

/** Measures that the action fields of one answer may have together: lists in lists have no page size. */
export const MOST_MEASURES = 300;

export type Readers = {
  readonly published: PublishedReaders;
  readonly history: HistoryReader;
  readonly topics: TopicsReader;
  readonly applicants: ApplicantsReader;
  readonly people: PeopleReader;
  readonly ideas: IdeasReader;
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
  /** The call of a published programme that can be answered today. */
  readonly openCallOf: DataLoader<string, OpenCall | null>;
  /** Applications to calls that the caller was shown; reading them is recorded. */
  readonly applicationsOf: DataLoader<WorkspaceCall, WorkspaceApplication[], string>;
  /** Who has looked at the applications to calls, for their administrators. */
  readonly accessesOf: DataLoader<string, ApplicationAccess[]>;
  /** What people whom the caller was shown own or guide. */
  readonly openMeasuresOf: DataLoader<string, OpenMeasure[]>;
  /** What measures that the caller was shown have taken up. */
  readonly ideasOf: DataLoader<string, TakenUpIdea[]>;
  /** Loaders of what is text; null means each programme's own language. */
  inLanguage(language: Language | null): LanguageLoaders;
};

export function createLoaders(readers: Readers): Loaders {
  const loopsOf = new DataLoader<string, Loop[]>(async (ids) =>
    groupsOf(ids, await readers.published.programmes.loops(ids), (loop) => loop.programmeId),
  );
  const loops = new DataLoader<string, Loop>(async (ids) =>
    inOrderOf(ids, await readers.published.programmes.loopsByIds(ids)),
  );
  const counts = new DataLoader<CountKey, number, string>(
    async (keys) =>
      batchesOf(keys, async (ids, { filter }) => {
        const rows = await readers.published.records.successCounts(ids, filter);
        return new Map(rows.map(({ id, count }) => [id, count]));
      }),
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
  const history = new DataLoader<HistoryKey, HistoryLine[], string>(
    (keys) => readers.history.ofSubjects(keys),
    {
      cacheKeyFn: ({ subjectId, first, after }) => `${subjectId} ${first} ${after}`,
    },
  );
  const questionsOf = new DataLoader<string, WorkspaceActionField[]>(async (ids) =>
    groupsOf(ids, await readers.topics.actionFieldsOf(ids), ({ topic }) => topic.id),
  );
  const openCallOf = new DataLoader<string, OpenCall | null>(async (ids) => {
    const calls = await readers.published.openCalls.ofProgrammes(ids);
    return ids.map((id) => calls.find(({ programmeId }) => programmeId === id)?.call ?? null);
  });
  const applicationsOf = new DataLoader<WorkspaceCall, WorkspaceApplication[], string>(
    async (calls) => {
      // Of one workspace each; a request may ask for several.
      const rows = [...Map.groupBy(calls, ({ scope }) => scope)].map(([scope, of]) =>
        readers.applicants.ofCalls(
          scope,
          of.map(({ id }) => id),
        ),
      );
      const ids = calls.map(({ id }) => id);
      return groupsOf(ids, (await Promise.all(rows)).flat(), ({ callId }) => callId);
    },
    { cacheKeyFn: ({ id }) => id },
  );
  const accessesOf = new DataLoader<string, ApplicationAccess[]>(async (ids) =>
    groupsOf(ids, await readers.applicants.accesses(ids), ({ callId }) => callId),
  );
  const openMeasuresOf = new DataLoader<string, OpenMeasure[]>(async (ids) =>
    groupsOf(ids, await readers.people.openMeasuresOf(ids), ({ personId }) => personId),
  );
  const ideasOf = new DataLoader<string, TakenUpIdea[]>(async (ids) =>
    groupsOf(ids, await readers.ideas.ofMeasures(ids), ({ measureId }) => measureId),
  );
  const byLanguage = new Map<Language | null, LanguageLoaders>();
  const inLanguage = (language: Language | null): LanguageLoaders => {
    const loaders =
      byLanguage.get(language) ?? createLanguageLoaders(readers.published.records, language);
    byLanguage.set(language, loaders);
    return loaders;
  };
  return {
    loopsOf,
    loops,
    counts,
    history,
    questionsOf,
    openCallOf,
    applicationsOf,
    accessesOf,
    openMeasuresOf,
    ideasOf,
    inLanguage,
  };
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
