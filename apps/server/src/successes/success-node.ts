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
  readonly topic: SuccessTopic;
  readonly loop: SuccessLoop;
  readonly measure: SuccessMeasure;
};

/**
 * A success knows much of its topic, loop and measure already. The rest is a promise, made where the field is selected:
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
    topic: new SuccessTopic(success, wanted, loaders),
    loop: new SuccessLoop(success, loaders),
    measure: new SuccessMeasure(success, wanted, loaders),
  };
}

class SuccessTopic implements Answering<WantedTopic> {
  constructor(
    private readonly success: Success,
    readonly wanted: Language | null,
    private readonly loaders: Loaders,
  ) {}

  get id(): string {
    return this.success.topicId;
  }
  get key(): string {
    return this.success.topicKey;
  }
  get title(): Topic['title'] {
    return this.success.topicTitle;
  }
  get description(): Promise<Topic['description']> {
    return this.whole().then(({ description }) => description);
  }
  get path(): Promise<Topic['path']> {
    return this.whole().then(({ path }) => path);
  }

  private whole(): Promise<Topic> {
    return this.loaders.inLanguage(this.wanted).topics.load(this.id);
  }
}

class SuccessLoop implements Answering<Omit<Loop, 'programmeId'>> {
  constructor(
    private readonly success: Success,
    private readonly loaders: Loaders,
  ) {}

  get id(): string {
    return this.success.loopId;
  }
  get number(): number {
    return this.success.loopNumber;
  }
  get stage(): Loop['stage'] {
    return this.success.loopStage;
  }
  get startDay(): Promise<Loop['startDay']> {
    return this.whole().then(({ startDay }) => startDay);
  }
  get endDay(): Promise<Loop['endDay']> {
    return this.whole().then(({ endDay }) => endDay);
  }
  get counts(): Promise<Loop['counts']> {
    return this.whole().then(({ counts }) => counts);
  }
  get total(): Promise<Loop['total']> {
    return this.whole().then(({ total }) => total);
  }

  private whole(): Promise<Loop> {
    return this.loaders.loops.load(this.id);
  }
}

class SuccessMeasure implements Answering<Omit<WantedMeasure, 'loopNumber'>> {
  constructor(
    private readonly success: Success,
    readonly wanted: Language | null,
    private readonly loaders: Loaders,
  ) {}

  get id(): string {
    return this.success.measureId;
  }
  get key(): string {
    return this.success.key;
  }
  get title(): Measure['title'] {
    return this.success.measureTitle;
  }
  get description(): Measure['description'] {
    return this.success.measureDescription;
  }
  get phase(): Measure['phase'] {
    return this.success.phase;
  }
  get goals(): Measure['goals'] {
    return this.success.goals;
  }
  get steps(): Measure['steps'] {
    return this.success.steps;
  }
  get nextSteps(): Measure['nextSteps'] {
    return this.success.nextSteps;
  }
  get guides(): Measure['guides'] {
    return this.success.guides;
  }
  get topicId(): string {
    return this.success.topicId;
  }
  get loopId(): string {
    return this.success.loopId;
  }
  get results(): Promise<Measure['results']> {
    return this.whole().then(({ results }) => results);
  }
  get actionField(): Promise<Measure['actionField']> {
    return this.whole().then(({ actionField }) => actionField);
  }

  private whole(): Promise<Measure> {
    return this.loaders.inLanguage(this.wanted).measures.load(this.id);
  }
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
