import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import type { FileMeasure } from '../programme-file.js';
import { rowsOfMeasureParts } from './rows-of-measure-parts.js';
import { idOrNull, keyedRows, table, type RowSource, type WantedTable } from './wanted-rows.js';
import type { Row } from './row.js';

/** The measures, and everything that belongs to one. */
export function rowsOfMeasures(source: RowSource): readonly WantedTable[] {
  const { file, programmeId, loopOf } = source;
  return [
    table(
      'measure',
      MeasureEntity,
      keyedRows(
        programmeId,
        'measures',
        file.measures ?? [],
        (measure) => columnsOf(measure, source),
        (measure) => loopOf.get(measure.actionField) ?? null,
      )
        // A measure is written before the one that carries it on, which lies in a later loop.
        .sort((a, b) => (a.frozenBy ?? 0) - (b.frozenBy ?? 0)),
    ),
    ...rowsOfMeasureParts(source),
  ];
}

function columnsOf(measure: FileMeasure, { placements, idOf, loopOf }: RowSource): Row {
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
    ownerId: idOrNull(idOf, 'person', measure.owner),
    ownerAccepted: measure.ownerAccepted ?? false,
    checkerId: idOrNull(idOf, 'person', measure.checker),
    commissionerId: idOrNull(idOf, 'person', measure.commissioner),
    commissionerTookOver: measure.commissionerTookOver ?? false,
    unitId: idOrNull(idOf, 'unit', measure.unit),
    verdict: measure.verdict ?? null,
    lesson: measure.lesson ?? null,
    anchoredIn: measure.anchoredIn ?? null,
    noNextStepNeeded: measure.noNextStepNeeded ?? false,
    helpWanted: measure.helpWanted ?? null,
    decisionRequiredFor: measure.decisionRequiredFor ?? null,
    carriedFromId: idOrNull(idOf, 'measure', measure.carriedFrom),
    recorded: placement?.recorded ?? false,
    translations: measure.translations ?? {},
  };
}
