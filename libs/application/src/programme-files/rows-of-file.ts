import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Placement } from '#domain/measures/place-recorded.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureContributorEntity } from '#persistence/measures/measure-contributor.entity.js';
import { MeasureGoalEntity } from '#persistence/measures/measure-goal.entity.js';
import { MeasureGuideEntity } from '#persistence/measures/measure-guide.entity.js';
import { MeasureStepEntity } from '#persistence/measures/measure-step.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { ResultAttachmentEntity } from '#persistence/measures/result-attachment.entity.js';
import { ResultEntity } from '#persistence/measures/result.entity.js';
import { PersonEntity } from '#persistence/people/person.entity.js';
import { OrganisationalUnitEntity } from '#persistence/programmes/organisational-unit.entity.js';
import { ProgrammeEntity } from '#persistence/programmes/programme.entity.js';
import { StrategicGoalEntity } from '#persistence/programmes/strategic-goal.entity.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import type { ProgrammeFile } from './programme-file.js';
import type { Row } from './row.js';
import type { FilePath } from './file-path.js';

/** A row as the file wants it, with what finds it again in the database. */
export type WantedRow = {
  /** Stable within the programme and table: the key, the loop's number, or parent and position. */
  readonly name: string;
  readonly path: FilePath;
  /** The number of the loop that freezes the row once it is closed; null for what may always change. */
  readonly frozenBy: number | null;
  readonly columns: Row;
};

/** All rows of one table. A part belongs to its parent: rows that the file no longer has are deleted. */
export type WantedTable = {
  readonly kind: string;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly isPart: boolean;
  readonly rows: readonly WantedRow[];
};

/** Gives the id of a record by table and name: the stored one, or a new one. */
export type IdOf = (kind: string, name: string) => string;

/** What a file asks for, as rows in the order in which they can be written. */
export function rowsOfFile(
  file: ProgrammeFile,
  placements: ReadonlyMap<string, Placement>,
  idOf: IdOf,
): readonly WantedTable[] {
  const {
    programme,
    units = [],
    goals = [],
    people = [],
    loops = [],
    topics = [],
    actionFields = [],
  } = file;
  const measures = file.measures ?? [];
  const programmeId = idOf('programme', programme.slug);
  const maybe = (kind: string, name: string | undefined): string | null =>
    name === undefined ? null : idOf(kind, name);
  const loopOf = new Map(actionFields.map((field) => [field.key, field.loop]));
  const depthOf = (key: string | undefined): number =>
    key === undefined ? 0 : 1 + depthOf(units.find((unit) => unit.key === key)?.parent);

  const table = (
    kind: string,
    entity: EntityTarget<ObjectLiteral>,
    rows: readonly WantedRow[],
    isPart = false,
  ): WantedTable => ({ kind, entity, rows, isPart });
  const keyed = <Item extends { readonly key: string }>(
    list: string,
    items: readonly Item[],
    columns: (item: Item) => Row,
  ): WantedRow[] =>
    items.map((item, position) => ({
      name: item.key,
      path: [list, position],
      frozenBy: null,
      columns: { programmeId, key: item.key, position, ...columns(item) },
    }));
  const ofMeasures = (
    rows: (
      measure: (typeof measures)[number],
      frozenBy: number,
      path: FilePath,
      measureId: string,
    ) => readonly WantedRow[],
  ): WantedRow[] =>
    measures.flatMap((measure, at) =>
      rows(
        measure,
        loopOf.get(measure.actionField) ?? 0,
        ['measures', at],
        idOf('measure', measure.key),
      ),
    );
  const links = (
    field: 'contributors' | 'guides' | 'goals',
    column: string,
    kind: string,
  ): WantedRow[] =>
    ofMeasures((measure, frozenBy, path, measureId) =>
      (measure[field] ?? []).map((key, index) => ({
        name: `${measure.key}/${key}`,
        path: [...path, field, index],
        frozenBy,
        columns: { measureId, [column]: idOf(kind, key) },
      })),
    );

  return [
    table('programme', ProgrammeEntity, [
      {
        name: programme.slug,
        path: ['programme'],
        frozenBy: null,
        columns: {
          slug: programme.slug,
          organisation: programme.organisation,
          title: programme.title,
          purpose: programme.purpose,
          contactAddress: programme.contact,
          defaultLanguage: programme.language,
          timeZone: programme.timeZone,
          staleAfterDays: programme.staleAfterDays,
          published: programme.published,
          feedbackOpen: programme.feedbackOpen,
          accessibilityText: programme.accessibilityText ?? null,
          privacyText: programme.privacyText ?? null,
          translations: programme.translations ?? {},
        },
      },
    ]),
    table(
      'unit',
      OrganisationalUnitEntity,
      keyed('units', units, (unit) => ({
        name: unit.name,
        kind: unit.kind ?? null,
        parentId: maybe('unit', unit.parent),
        translations: unit.translations ?? {},
      })).sort((a, b) => depthOf(a.name) - depthOf(b.name)),
    ),
    table(
      'goal',
      StrategicGoalEntity,
      keyed('goals', goals, (goal) => ({
        title: goal.title,
        translations: goal.translations ?? {},
      })),
    ),
    table(
      'person',
      PersonEntity,
      keyed('people', people, (person) => ({
        name: person.name,
        email: person.email ?? null,
        unitId: maybe('unit', person.unit),
        role: person.role,
        publicName: person.publicName,
        termFirstLoop: person.term?.firstLoop ?? null,
        termLastLoop: person.term?.lastLoop ?? null,
      })),
    ),
    table(
      'loop',
      LearningLoopEntity,
      [...loops.entries()]
        .sort(([, a], [, b]) => a.number - b.number)
        .map(([at, loop]) => ({
          name: String(loop.number),
          path: ['loops', at],
          frozenBy: loop.number,
          columns: {
            programmeId,
            number: loop.number,
            startDay: loop.start ?? null,
            endDay: loop.end ?? null,
            stage: loop.stage,
            reflection: loop.reflection ?? null,
            recorded: loop.stage === 'CLOSED' && loop.reflection === undefined,
          },
        })),
    ),
    table(
      'topic',
      TopicEntity,
      keyed('topics', topics, (topic) => ({
        title: topic.title,
        description: topic.description ?? null,
        translations: topic.translations ?? {},
      })),
    ),
    table(
      'actionField',
      ActionFieldEntity,
      keyed('actionFields', actionFields, (field) => ({
        topicId: idOf('topic', field.topic),
        loopId: idOf('loop', String(field.loop)),
        question: field.question,
        translations: field.translations ?? {},
      })).map((row) => ({ ...row, frozenBy: loopOf.get(row.name) ?? null })),
    ),
    table(
      'measure',
      MeasureEntity,
      keyed('measures', measures, (measure) => {
        const placement = placements.get(measure.key);
        return {
          actionFieldId: idOf('actionField', measure.actionField),
          loopId: idOf('loop', String(loopOf.get(measure.actionField))),
          title: measure.title,
          description: measure.description ?? null,
          successCriterion: measure.successCriterion ?? null,
          dueDay: measure.due ?? null,
          phase: placement?.phase ?? 'PLAN',
          stoppedIn: placement?.stoppedIn ?? null,
          endReason: measure.reason ?? null,
          ownerId: maybe('person', measure.owner),
          ownerAccepted: measure.ownerAccepted ?? false,
          checkerId: maybe('person', measure.checker),
          commissionerId: maybe('person', measure.commissioner),
          commissionerTookOver: measure.commissionerTookOver ?? false,
          unitId: maybe('unit', measure.unit),
          verdict: measure.verdict ?? null,
          lesson: measure.lesson ?? null,
          anchoredIn: measure.anchoredIn ?? null,
          noNextStepNeeded: measure.noNextStepNeeded ?? false,
          carriedFromId: maybe('measure', measure.carriedFrom),
          recorded: placement?.recorded ?? false,
          translations: measure.translations ?? {},
        };
      })
        .map((row) => ({
          ...row,
          frozenBy:
            loopOf.get(measures.find((one) => one.key === row.name)?.actionField ?? '') ?? null,
        }))
        // A measure is written before the one that carries it on, which lies in a later loop.
        .sort((a, b) => (a.frozenBy ?? 0) - (b.frozenBy ?? 0)),
    ),
    table(
      'step',
      MeasureStepEntity,
      ofMeasures((measure, frozenBy, path, measureId) =>
        (measure.steps ?? []).map((step, position) => ({
          name: `${measure.key}/${position}`,
          path: [...path, 'steps', position],
          frozenBy,
          columns: {
            measureId,
            position,
            text: step.text,
            stage: step.stage ?? null,
            dueDay: step.due ?? null,
            state: step.state,
            doneDay: step.done ?? null,
            dropReason: step.reason ?? null,
            translations: step.translations ?? {},
          },
        })),
      ),
      true,
    ),
    table(
      'result',
      ResultEntity,
      ofMeasures((measure, frozenBy, path, measureId) =>
        (measure.results ?? []).map((result, position) => ({
          name: result.key,
          path: [...path, 'results', position],
          frozenBy,
          columns: {
            programmeId,
            measureId,
            key: result.key,
            text: result.text,
            day: result.day ?? null,
            state: result.state,
            publishedAt: result.publishedAt === undefined ? null : new Date(result.publishedAt),
            internalReason: result.internalReason ?? null,
            position,
            translations: result.translations ?? {},
          },
        })),
      ),
    ),
    table(
      'attachment',
      ResultAttachmentEntity,
      ofMeasures((measure, frozenBy, path) =>
        (measure.results ?? []).flatMap((result, place) =>
          (result.attachments ?? []).map((attachment, position) => ({
            name: `${result.key}/${position}`,
            path: [...path, 'results', place, 'attachments', position],
            frozenBy,
            columns: {
              resultId: idOf('result', result.key),
              position,
              kind: attachment.kind,
              title: attachment.title,
              address: attachment.address,
              alternativeText: attachment.alternativeText ?? null,
              transcript: attachment.transcript ?? null,
              translations: attachment.translations ?? {},
            },
          })),
        ),
      ),
      true,
    ),
    table(
      'nextStep',
      NextStepEntity,
      ofMeasures((measure, _frozenBy, path, measureId) =>
        (measure.nextSteps ?? []).map((next, position) => ({
          name: next.key,
          path: [...path, 'nextSteps', position],
          // Their due days lie after the close: they can still be ticked off.
          frozenBy: null,
          columns: {
            programmeId,
            measureId,
            key: next.key,
            position,
            text: next.text,
            dueFrom: next.dueFrom ?? null,
            dueDay: next.due ?? null,
            addresseeUnitId: maybe('unit', next.addresseeUnit),
            addresseePersonId: maybe('person', next.addresseePerson),
            state: next.state,
            doneDay: next.done ?? null,
            dropReason: next.reason ?? null,
            becameMeasureId: maybe('measure', next.becameMeasure),
            translations: next.translations ?? {},
          },
        })),
      ),
    ),
    table(
      'contributor',
      MeasureContributorEntity,
      links('contributors', 'personId', 'person'),
      true,
    ),
    table('guide', MeasureGuideEntity, links('guides', 'personId', 'person'), true),
    table('measureGoal', MeasureGoalEntity, links('goals', 'goalId', 'goal'), true),
  ];
}
