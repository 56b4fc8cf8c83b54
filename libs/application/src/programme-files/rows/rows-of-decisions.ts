import { DecisionEntity } from '#persistence/decisions/decision.entity.js';
import { DecisionMeasureEntity } from '#persistence/decisions/decision-measure.entity.js';
import { table, type RowSource, type WantedTable } from './wanted-rows.js';

/** The decisions. They may change after the close of a loop: none freezes them. */
export function rowsOfDecisions({ file, programmeId }: RowSource): WantedTable {
  return table(
    'decision',
    DecisionEntity,
    (file.decisions ?? []).map(({ key, body, day, point, ruling, note }, at) => ({
      name: key,
      path: ['decisions', at],
      frozenBy: null,
      columns: { programmeId, key, body, day, point, ruling, note: note ?? null },
    })),
  );
}

/** Which measures each decision is about. */
export function linksOfDecisions({ file, idOf }: RowSource): WantedTable {
  return table(
    'decisionMeasure',
    DecisionMeasureEntity,
    (file.decisions ?? []).flatMap(({ key, measures = [] }, at) =>
      measures.map((measure, index) => ({
        name: `${key}/${measure}`,
        path: ['decisions', at, 'measures', index],
        frozenBy: null,
        columns: { decisionId: idOf('decision', key), measureId: idOf('measure', measure) },
      })),
    ),
    true,
  );
}
