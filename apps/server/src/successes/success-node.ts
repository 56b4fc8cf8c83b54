import type { Loop } from '#application/published/programme-reader.js';
import type { Measure } from '#application/published/records-reader.js';
import type { Success } from '#application/published/success-rows.js';
import type { SuccessFilter, Topic } from '#application/published/successes-reader.js';
import { badUserInput } from '../graphql/bad-user-input.js';
import type { Language } from '../graphql/enums.js';
import type { Loaders } from '../graphql/loaders.js';
import { connectionOf, type Connection } from '../graphql/page-info.type.js';
import type { WantedTopic } from '../programmes/topic.type.js';
import type { WantedMeasure } from './measure.type.js';

/** What GraphQL asks of a record: some of it is known, the rest a promise. */
type Answering<Record> = {
  readonly [Field in keyof Record]: Record[Field] | Promise<Record[Field]>;
};

/** A success with what it belongs to, as GraphQL asks it field by field. */
export type SuccessNode = Success & {
  readonly topic: Answering<WantedTopic>;
  readonly loop: Answering<Omit<Loop, 'programmeId'>>;
  readonly measure: Answering<Omit<WantedMeasure, 'loopNumber'>>;
};

/**
 * A success knows much of its topic, loop and measure already. The rest is a getter, asked where the field is selected:
 * so the usual feed needs no further statement. Resolvers of Nest would say the same, and cost a third of such an answer:
 * each call of one goes through guards and pipes. `wanted` is the caller's language, null the programme's own.
 */
export function successNode(
  success: Success,
  wanted: Language | null,
  loaders: Loaders,
): SuccessNode {
  return {
    ...success,
    get topic() {
      return topicOf(success, wanted, loaders);
    },
    get loop() {
      return loopOf(success, loaders);
    },
    get measure() {
      return measureOf(success, wanted, loaders);
    },
  };
}

function topicOf(
  { topicId, topicKey, topicTitle }: Success,
  wanted: Language | null,
  loaders: Loaders,
): SuccessNode['topic'] {
  const whole = (): Promise<Topic> => loaders.inLanguage(wanted).topics.load(topicId);
  return {
    id: topicId,
    key: topicKey,
    title: topicTitle,
    wanted,
    get description() {
      return whole().then(({ description }) => description);
    },
    get path() {
      return whole().then(({ path }) => path);
    },
  };
}

function loopOf({ loopId, loopNumber, loopStage }: Success, loaders: Loaders): SuccessNode['loop'] {
  const whole = (): Promise<Loop> => loaders.loops.load(loopId);
  return {
    id: loopId,
    number: loopNumber,
    stage: loopStage,
    get startDay() {
      return whole().then(({ startDay }) => startDay);
    },
    get endDay() {
      return whole().then(({ endDay }) => endDay);
    },
    get counts() {
      return whole().then(({ counts }) => counts);
    },
    get total() {
      return whole().then(({ total }) => total);
    },
  };
}

function measureOf(
  success: Success,
  wanted: Language | null,
  loaders: Loaders,
): SuccessNode['measure'] {
  const { measureId, measureTitle, measureDescription } = success;
  const whole = (): Promise<Measure> => loaders.inLanguage(wanted).measures.load(measureId);
  return {
    id: measureId,
    key: success.key,
    title: measureTitle,
    description: measureDescription,
    phase: success.phase,
    goals: success.goals,
    steps: success.steps,
    nextSteps: success.nextSteps,
    guides: success.guides,
    topicId: success.topicId,
    loopId: success.loopId,
    wanted,
    get results() {
      return whole().then(({ results }) => results);
    },
    get actionField() {
      return whole().then(({ actionField }) => actionField);
    },
  };
}

/** A page that knows what it was asked, for its total. */
export type SuccessConnection = Connection<SuccessNode> & {
  readonly programmeId: string;
  readonly filter: SuccessFilter;
};

/** The connection for rows that hold one more when there is a next page. Throws for a cursor that is unknown. */
export function successConnectionOf(
  rows: readonly Success[] | null,
  page: {
    programmeId: string;
    filter: SuccessFilter;
    first: number;
    after: string | null;
    wanted: Language | null;
  },
  loaders: Loaders,
): SuccessConnection {
  const { programmeId, filter, first, after, wanted } = page;
  // An empty page would look like the end of the list to someone who walks through it.
  if (rows === null)
    throw badUserInput(
      'after: is the cursor of no success of this programme, or of none any more; start without it.',
    );
  const nodes = rows.map((row) => successNode(row, wanted, loaders));
  return { ...connectionOf(nodes, first, after, ({ id }) => id), programmeId, filter };
}
