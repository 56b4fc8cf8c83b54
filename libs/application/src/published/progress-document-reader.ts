import { PDCA_PHASES } from '#domain/pdca/pdca-phase.js';
import type { ReadyAnswer } from './ready-answer.js';
import type { NamedSqlReader } from './sql-reader.js';

/** Answers the trusted document Progress (apps/server/src/trusted/progress.graphql) in one statement. */
export class ProgressDocumentReader {
  constructor(private readonly database: NamedSqlReader) {}

  /** The loops of a programme with their counts; null when there is no such programme. */
  async progress(slug: string): Promise<ReadyAnswer | null> {
    const [row] = await this.database.queryByName<{ id: string; data: string }[]>(
      'progress',
      `SELECT p.id, json_build_object('programme', json_build_object('id', p.id, 'slug', p.slug, 'loops',
         coalesce((SELECT json_agg(json_build_object(
             'id', l.id, 'number', l.number, 'stage', l.stage, 'startDay', l.start_day, 'endDay', l.end_day,
             'total', c.total, 'counts', coalesce(c.counts, '[]')) ORDER BY l.number)
           FROM published_loop l LEFT JOIN published_loop_progress k ON k.loop_id = l.id
           CROSS JOIN LATERAL (
             SELECT coalesce(sum((k.counts ->> f.phase)::int), 0)::int AS total,
               json_agg(json_build_object('phase', f.phase, 'count', (k.counts ->> f.phase)::int) ORDER BY f.place) AS counts
             FROM unnest($2::text[]) WITH ORDINALITY f (phase, place) WHERE k.counts ? f.phase) c
           WHERE l.programme_id = p.id), '[]')))::text AS data
       FROM published_programme p WHERE p.slug = $1`,
      [slug, PDCA_PHASES],
    );
    return row ? { programmeId: row.id, data: row.data } : null;
  }
}
