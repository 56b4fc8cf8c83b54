import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { VolunteerCallEntity } from '#persistence/calls/volunteer-call.entity.js';
import { DecisionEntity } from '#persistence/decisions/decision.entity.js';
import { HistoryEntryEntity } from '#persistence/history/history-entry.entity.js';
import { IdeaEntity } from '#persistence/ideas/idea.entity.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MailEntity } from '#persistence/mail/mail.entity.js';
import { MeasureContributorEntity } from '#persistence/measures/measure-contributor.entity.js';
import { MeasureGuideEntity } from '#persistence/measures/measure-guide.entity.js';
import { MeasureStepEntity } from '#persistence/measures/measure-step.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { ResultAttachmentEntity } from '#persistence/measures/result-attachment.entity.js';
import { ResultEntity } from '#persistence/measures/result.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { OrganisationalUnitEntity } from '#persistence/programmes/organisational-unit.entity.js';
import { StrategicGoalEntity } from '#persistence/programmes/strategic-goal.entity.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import { ThanksEntity } from '#persistence/voices/thanks.entity.js';
import { VoiceThemeEntity } from '#persistence/voices/voice-theme.entity.js';
import type { VoiceEntity } from '#persistence/voices/voice.entity.js';
import { QUESTION_ID, type Person } from './everyone.js';
import { idOf } from './measures.js';
import type { TestServer } from './start-server.js';
import { aVoice } from './voices.js';

/** What a mutation is to find. */
export type State = {
  /** Columns of the measure. */
  readonly measure?: Partial<MeasureEntity>;
  /** Whether its steps are done and its results published. */
  readonly settled?: true;
  /** Question that it answers, by key; of loop 2 by default. */
  readonly field?: string;
  /** Columns of the loop that is asked for. */
  readonly loop?: Partial<LearningLoopEntity>;
  /** Columns of the call that is asked for, which is open by default. */
  readonly call?: Partial<VolunteerCallEntity>;
  /** Columns of the application that is asked for, which is the person's own. */
  readonly application?: Partial<ApplicationEntity>;
  /** Columns of the voice that is asked for, which is open by default. */
  readonly voice?: Partial<VoiceEntity>;
  /** Whether another applicant has the call's only seat. */
  readonly full?: true;
  /** Columns of the idea that is asked for, which is the person's own. */
  readonly idea?: Partial<IdeaEntity>;
  /** Whether the programme takes ideas. */
  readonly ideasOpen?: boolean;
  /** The phase from which the measure has come. */
  readonly movedFrom?: string;
  /** Values of input fields, by their name; a text that begins with @ names another value. */
  readonly input?: Readonly<Record<string, unknown>>;
};

const DAY = '2026-12-01' as LocalDay;
const TEXT = 'Prüftext';

/**
 * Values for the inputs of mutations by the names of their fields, each made when it is first asked for: records of
 * `probe` that nobody has touched, with `person` in the part to them that the kind of people is named for.
 */
export class FreshRecords {
  readonly #made = new Map<string, Promise<unknown>>();

  constructor(
    private readonly server: TestServer,
    private readonly programmeId: string,
    private readonly person: Person,
    private readonly state: State,
  ) {}

  /** The input of a mutation: what it must have, and what the state names. */
  async input(required: readonly string[]): Promise<Record<string, unknown>> {
    const input: Record<string, unknown> = {};
    for (const name of required) input[name] = await this.valueOf(name);
    for (const [name, value] of Object.entries(this.state.input ?? {}))
      input[name] =
        typeof value === 'string' && value.startsWith('@')
          ? await this.valueOf(value.slice(1))
          : value;
    return input;
  }

  /** A value by the name of the field that takes it. Throws where there is none: then it belongs among the makers. */
  valueOf(name: string): Promise<unknown> {
    const make = this.#makers[name];
    if (make === undefined) throw new Error(`Say how to make a value for the input field ${name}`);
    const made = this.#made.get(name) ?? Promise.resolve(make());
    this.#made.set(name, made);
    return made;
  }

  readonly #makers: Readonly<Record<string, () => unknown>> = {
    programme: async () => {
      if (this.state.ideasOpen !== undefined)
        await this.server.source.query('UPDATE programme SET ideas_open = $2 WHERE id = $1', [
          this.programmeId,
          this.state.ideasOpen,
        ]);
      return 'probe';
    },
    measureId: () => this.#measure(),
    carriedId: async () => {
      const carriedFromId = await this.valueOf('measureId');
      const field = { programmeId: this.programmeId, key: 'telefon-4' };
      const { id: actionFieldId, loopId } = await this.server.source.manager.findOneByOrFail(
        ActionFieldEntity,
        field,
      );
      await this.#insert(MeasureEntity, { title: TEXT, actionFieldId, loopId, carriedFromId });
      return carriedFromId;
    },
    measures: async () => [{ measureId: await this.valueOf('measureId'), version: 1 }],
    version: () => 1,
    programmeVersion: async () => {
      const [row] = await this.server.source.query<{ version: number }[]>(
        'SELECT version FROM programme WHERE id = $1',
        [this.programmeId],
      );
      return row?.version;
    },
    stepId: () => this.#part('measure_step', `state = 'OPEN'`),
    doneStepId: () => this.#part('measure_step', `state = 'DONE'`),
    stepIds: async () => [await this.valueOf('stepId'), await this.valueOf('doneStepId')],
    resultId: () => this.#part('result', `state = 'DRAFT'`),
    publishedId: () => this.#part('result', `state = 'PUBLISHED'`),
    attachmentId: () => this.#part('result_attachment', `title = 'DRAFT'`),
    publishedAttachmentId: () => this.#part('result_attachment', `title = 'PUBLISHED'`),
    nextStepId: () => this.#part('next_step', `state = 'OPEN'`),
    doneNextStepId: () => this.#part('next_step', `state = 'DONE'`),
    personId: () => this.#insert(PersonEntity, { name: TEXT, role: 'GUIDE' }),
    blockedPersonId: () =>
      this.#insert(PersonEntity, { name: TEXT, role: 'GUIDE', blockedAt: new Date() }),
    fromPersonId: async () => {
      const id = (await this.valueOf('measureId')) as string;
      const { ownerId } = await this.server.source.manager.findOneByOrFail(MeasureEntity, { id });
      return ownerId;
    },
    toPersonId: () => this.valueOf('personId'),
    ownerId: async () => {
      await this.valueOf('measureId');
      return idOf(this.server, 'person', 'ove');
    },
    publicName: () => 'ROLE',
    contributorId: () => idOf(this.server, 'person', 'konny'),
    guideId: () => idOf(this.server, 'person', 'gisela'),
    topicId: () => this.#insert(TopicEntity, { title: TEXT }),
    usedTopicId: () => idOf(this.server, 'topic', 'telefon'),
    goalId: () => this.#insert(StrategicGoalEntity, { title: TEXT }),
    unitId: () => this.#insert(OrganisationalUnitEntity, { name: TEXT }),
    actionFieldId: async () => {
      const { topicId, loopId } = await this.#field();
      return this.#insert(ActionFieldEntity, { topicId, loopId, question: TEXT });
    },
    decisionId: () =>
      this.#insert(DecisionEntity, { body: TEXT, day: DAY, point: TEXT, ruling: 'APPROVED' }),
    mailId: () =>
      this.#insert(MailEntity, {
        cause: `probe:${randomUUID()}`,
        address: 'ada@example.org',
        language: 'de',
        kind: 'INVITATION',
        createdAt: new Date(),
        failedAt: new Date(),
      }),
    choice: () => 'AT_ONCE',
    loopId: () => this.#loop(),
    callId: () => this.#call(),
    applicationId: () => this.#application(),
    voiceId: async () =>
      aVoice(this.server, (await this.valueOf('measureId')) as string, this.state.voice),
    answer: () => TEXT,
    inPublic: () => false,
    themeId: () => this.#insert(VoiceThemeEntity, { name: `neu-${randomUUID()}` }),
    newName: () => `Neu ${randomUUID()}`,
    thanksId: async () =>
      this.#insert(ThanksEntity, {
        measureId: await this.valueOf('measureId'),
        personId: ['anonymous', 'elsewhere'].includes(this.person.kind)
          ? await idOf(this.server, 'person', 'ove')
          : this.person.id,
        text: TEXT,
        at: new Date(),
      }),
    ideaId: () => this.#idea(),
    closesOn: () => '2091-01-31',
    rank: () => 1,
    motivation: () => TEXT,
    consentVersion: () => APPLICATION_CONSENT,
    loopNumber: () => 3,
    to: () => 'STOPPED',
    reason: () => TEXT,
    text: () => TEXT,
    title: () => TEXT,
    name: () => TEXT,
    question: () => TEXT,
    body: () => TEXT,
    point: () => TEXT,
    ruling: () => 'NOTED',
    day: () => DAY,
    role: () => 'GUIDE',
    kind: () => 'FILE',
    address: () => 'https://example.org/datei',
  };

  async #insert(target: EntityTarget<ObjectLiteral>, columns: object): Promise<string> {
    const { source } = this.server;
    const id = randomUUID();
    const has = (name: string): boolean =>
      source.getMetadata(target).findColumnWithPropertyName(name) !== undefined;
    await source.manager.insert(target, {
      id,
      ...(has('programmeId') && { programmeId: this.programmeId }),
      ...(has('key') && { key: `neu-${id}` }),
      ...(has('position') && { position: 1000 }),
      ...columns,
    });
    return id;
  }

  #field(): Promise<ActionFieldEntity> {
    const { programmeId, state } = this;
    return this.server.source.manager.findOneByOrFail(ActionFieldEntity, {
      programmeId,
      key: state.field ?? 'telefon-2',
    });
  }

  async #loop(): Promise<string> {
    const { source } = this.server;
    // Only one may run.
    await source.query(`UPDATE learning_loop SET stage = 'REVIEW' WHERE stage = 'RUNNING'`);
    const [row] = await source.query<{ number: number }[]>(
      'SELECT max(number) + 1 AS number FROM learning_loop WHERE programme_id = $1',
      [this.programmeId],
    );
    return this.#insert(LearningLoopEntity, {
      number: row?.number,
      reflection: TEXT,
      ...this.state.loop,
    });
  }

  /** A complete call; no other is open. */
  async #call(): Promise<string> {
    const { source } = this.server;
    await source.query(`UPDATE volunteer_call SET state = 'CLOSED' WHERE state = 'OPEN'`);
    const [loop] = await source.query<{ id: string }[]>(
      'SELECT id FROM learning_loop WHERE programme_id = $1 AND number = 3',
      [this.programmeId],
    );
    const callId = await this.#insert(VolunteerCallEntity, {
      title: TEXT,
      text: TEXT,
      opensOn: DAY,
      closesOn: '2090-01-31',
      seats: 1,
      minimumTerm: 1,
      firstLoopId: loop?.id,
      questions: [{ id: QUESTION_ID, text: TEXT }],
      state: 'OPEN',
      ...this.state.call,
    });
    if (this.state.full) await this.#applicationTo(callId, { state: 'CHOSEN' });
    return callId;
  }

  /** A confirmed application of the person who asks. */
  async #application(): Promise<string> {
    const [row] = await this.server.source.query<{ account_id: string | null }[]>(
      'SELECT account_id FROM person WHERE id::text = $1',
      [this.person.id],
    );
    return this.#applicationTo((await this.valueOf('callId')) as string, {
      accountId: row?.account_id ?? null,
      ...this.state.application,
    });
  }

  /** An idea of the person who asks; of anyone who has an account for who has none. */
  async #idea(): Promise<string> {
    const [row] = await this.server.source.query<{ account_id: string }[]>(
      `SELECT account_id FROM person WHERE account_id IS NOT NULL AND (id::text = $1 OR $1 = '') LIMIT 1`,
      [this.person.id],
    );
    return this.#insert(IdeaEntity, {
      accountId: row?.account_id,
      name: TEXT,
      email: 'ada@example.org',
      title: TEXT,
      text: TEXT,
      createdAt: new Date(),
      ...this.state.idea,
    });
  }

  #applicationTo(callId: string, columns: Partial<ApplicationEntity>): Promise<string> {
    return this.#insert(ApplicationEntity, {
      callId,
      name: TEXT,
      email: `${randomUUID()}@example.org`,
      motivation: TEXT,
      receivedAt: new Date(),
      confirmedAt: new Date(),
      ...columns,
    });
  }

  /** A measure in DO that lacks little, owned by `ove`, or by the person of a kind that owns it. */
  async #measure(): Promise<string> {
    const { kind, id: personId } = this.person;
    const personOf = (key: string): Promise<string> => idOf(this.server, 'person', key);
    const { id: actionFieldId, loopId } = await this.#field();
    const owns = kind === 'circleOwner' || kind === 'blocked';
    const measureId = await this.#insert(MeasureEntity, {
      actionFieldId,
      loopId,
      title: TEXT,
      phase: 'DO',
      ownerId: owns ? personId : await personOf('ove'),
      ownerAccepted: true,
      checkerId: await personOf('chris'),
      commissionerId: kind === 'employee' ? personId : await personOf('cosi'),
      successCriterion: TEXT,
      dueDay: DAY,
      verdict: 'STOP',
      lesson: TEXT,
      helpWanted: TEXT,
      lastActivityAt: new Date(),
      ...this.state.measure,
    });
    for (const key of ['konny', 'emil'])
      await this.#insertPlain(MeasureContributorEntity, {
        measureId,
        personId: await personOf(key),
      });
    await this.#insertPlain(MeasureGuideEntity, { measureId, personId: await personOf('gisela') });
    const step = { measureId, text: TEXT };
    await this.#insert(MeasureStepEntity, { ...step, position: 0, state: 'DONE' });
    if (!this.state.settled) await this.#insert(MeasureStepEntity, { ...step, position: 1 });
    for (const state of this.state.settled ? ['PUBLISHED'] : ['DRAFT', 'PUBLISHED']) {
      const publishedAt = state === 'PUBLISHED' ? new Date() : null;
      const resultId = await this.#insert(ResultEntity, {
        measureId,
        text: TEXT,
        state,
        publishedAt,
      });
      const file = { kind: 'FILE', title: state, address: 'https://example.org/datei' };
      await this.#insert(ResultAttachmentEntity, { resultId, position: 0, ...file });
    }
    for (const [position, state] of ['OPEN', 'DONE'].entries())
      await this.#insert(NextStepEntity, { measureId, position, text: TEXT, state });
    const history = {
      programmeId: this.programmeId,
      subject: 'MEASURE',
      subjectId: measureId,
      actorId: await personOf('bea'),
      way: 'API',
      field: 'phase',
      fromValue: this.state.movedFrom ?? 'PLAN',
      toValue: this.state.measure?.phase ?? 'DO',
      reason: TEXT,
      version: 1,
    };
    await this.#insert(HistoryEntryEntity, history);
    return measureId;
  }

  async #insertPlain(target: EntityTarget<ObjectLiteral>, columns: object): Promise<void> {
    await this.server.source.manager.insert(target, columns);
  }

  async #part(table: string, where: string): Promise<string> {
    const measureId = await this.valueOf('measureId');
    const of =
      table === 'result_attachment'
        ? 'result_id IN (SELECT id FROM result WHERE measure_id = $1)'
        : 'measure_id = $1';
    const [row] = await this.server.source.query<{ id: string }[]>(
      `SELECT id FROM ${table} WHERE ${of} AND ${where}`,
      [measureId],
    );
    if (row === undefined) throw new Error(`The measure has no ${table} where ${where}`);
    return row.id;
  }
}
