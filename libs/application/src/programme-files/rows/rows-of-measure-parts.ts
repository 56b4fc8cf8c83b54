import { MeasureContributorEntity } from '#persistence/measures/measure-contributor.entity.js';
import { MeasureGoalEntity } from '#persistence/measures/measure-goal.entity.js';
import { MeasureGuideEntity } from '#persistence/measures/measure-guide.entity.js';
import { MeasureStepEntity } from '#persistence/measures/measure-step.entity.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { ResultAttachmentEntity } from '#persistence/measures/result-attachment.entity.js';
import { ResultEntity } from '#persistence/measures/result.entity.js';
import type { FilePath } from '../file-path.js';
import type { FileMeasure } from '../programme-file.js';
import {
  idOrNull,
  table,
  type RowSource,
  type WantedRow,
  type WantedTable,
} from './wanted-rows.js';

/** A measure of the file with what its parts need to know of it. */
type Place = {
  readonly measure: FileMeasure;
  readonly measureId: string;
  readonly frozenBy: number;
  readonly path: FilePath;
};

/** Steps, results, attachments, next steps and links of all measures, each table in the order of the file. */
export function rowsOfMeasureParts(source: RowSource): readonly WantedTable[] {
  const { file, idOf, loopOf } = source;
  const places = (file.measures ?? []).map((measure, at) => ({
    measure,
    measureId: idOf('measure', measure.key),
    frozenBy: loopOf.get(measure.actionField) ?? 0,
    path: ['measures', at],
  }));
  const all = (rows: (place: Place, source: RowSource) => readonly WantedRow[]): WantedRow[] =>
    places.flatMap((place) => rows(place, source));

  return [
    table('step', MeasureStepEntity, all(steps), true),
    table('result', ResultEntity, all(results)),
    table('attachment', ResultAttachmentEntity, all(attachments), true),
    table('nextStep', NextStepEntity, all(nextSteps)),
    table(
      'contributor',
      MeasureContributorEntity,
      all(links('contributors', 'personId', 'person')),
      true,
    ),
    table('guide', MeasureGuideEntity, all(links('guides', 'personId', 'person')), true),
    table('measureGoal', MeasureGoalEntity, all(links('goals', 'goalId', 'goal')), true),
  ];
}

function steps({ measure, measureId, frozenBy, path }: Place): WantedRow[] {
  return (measure.steps ?? []).map((step, position) => ({
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
  }));
}

function results(
  { measure, measureId, frozenBy, path }: Place,
  { programmeId }: RowSource,
): WantedRow[] {
  return (measure.results ?? []).map((result, position) => ({
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
  }));
}

function attachments({ measure, frozenBy, path }: Place, { idOf }: RowSource): WantedRow[] {
  return (measure.results ?? []).flatMap((result, place) =>
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
  );
}

function nextSteps(
  { measure, measureId, path }: Place,
  { programmeId, idOf }: RowSource,
): WantedRow[] {
  return (measure.nextSteps ?? []).map((next, position) => ({
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
      addresseeUnitId: idOrNull(idOf, 'unit', next.addresseeUnit),
      addresseePersonId: idOrNull(idOf, 'person', next.addresseePerson),
      state: next.state,
      doneDay: next.done ?? null,
      dropReason: next.reason ?? null,
      becameMeasureId: idOrNull(idOf, 'measure', next.becameMeasure),
      decisionId: idOrNull(idOf, 'decision', next.decision),
      translations: next.translations ?? {},
    },
  }));
}

function links(
  field: 'contributors' | 'guides' | 'goals',
  column: string,
  kind: string,
): (place: Place, source: RowSource) => WantedRow[] {
  return ({ measure, measureId, frozenBy, path }, { idOf }) =>
    (measure[field] ?? []).map((key, index) => ({
      name: `${measure.key}/${key}`,
      path: [...path, field, index],
      frozenBy,
      columns: { measureId, [column]: idOf(kind, key) },
    }));
}
