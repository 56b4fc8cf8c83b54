import { END_PHASES } from '#domain/pdca/pdca-phase.js';

/** SQL: whether somebody has to carry a measure of a loop, as `isOpen` of the domain says. */
export const isOpenSql = (measure: string, loop: string): string =>
  `(${measure}.phase NOT IN (${END_PHASES.map((phase) => `'${phase}'`).join(', ')}) AND ${loop}.stage <> 'CLOSED')`;

/** SQL: the ids of the measures that a person owns or guides, each once. */
export const carriedBySql = (personId: string): string =>
  `(SELECT id FROM measure WHERE owner_id = ${personId}
    UNION SELECT measure_id FROM measure_guide WHERE person_id = ${personId})`;
