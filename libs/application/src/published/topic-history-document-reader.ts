import type { ReadyAnswer } from './ready-answer.js';
import type { NamedSqlReader } from './sql-reader.js';

/** Answers the trusted document TopicHistory (apps/server/src/trusted/topic-history.graphql) in one statement. */
export class TopicHistoryDocumentReader {
  constructor(private readonly database: NamedSqlReader) {}

  /**
   * A topic by its key with its path, and a page of its successes, the newest first, after the success `after` (an
   * id). `language` null means the programme's own. Null when there is no such programme, or `after` is no success of it.
   */
  async history(
    slug: string,
    topic: string,
    language: string | null,
    first: number,
    after: string | null,
  ): Promise<ReadyAnswer | null> {
    const values: unknown[] = [slug, topic, language];
    const cursor =
      after === null
        ? { known: 'true', join: '', condition: '' }
        : {
            known: 'c.id IS NOT NULL',
            join: `LEFT JOIN published_success c ON c.id = $${values.push(after)}::uuid AND c.programme_id = p.id`,
            condition: 'AND (s.published_at, s.id) < (c.published_at, c.id)',
          };
    // Like the feed's, the page's length stands in the text.
    const length = Math.trunc(first);
    const [row] = await this.database.queryByName<
      {
        id: string;
        cursor_known: boolean;
        topic: string | null;
        edges: string | null;
        more: boolean;
        end_cursor: string | null;
      }[]
    >(
      `topic history ${length}${after === null ? '' : ' after'}`,
      `SELECT p.id, ${cursor.known} AS cursor_known, t.text AS topic, page.*
       FROM published_programme p
       ${cursor.join}
       LEFT JOIN LATERAL (
         SELECT t.id, json_build_object('id', t.id, 'key', t.key,
           'title', localised(t.title, t.translations, 'title', coalesce($3, p.default_language), p.default_language),
           'description', localised(t.description, t.translations, 'description', coalesce($3, p.default_language), p.default_language),
           'path', coalesce((SELECT json_agg(json_build_object('loopNumber', d.dot -> 'loopNumber', 'stage', d.dot -> 'stage',
               'state', upper(d.dot ->> 'state')) ORDER BY d.place)
             FROM published_topic_summary k, jsonb_array_elements(k.path) WITH ORDINALITY d (dot, place)
             WHERE k.topic_id = t.id), '[]'))::text AS text
         FROM published_topic t WHERE t.programme_id = p.id AND t.key = $2) t ON true
       CROSS JOIN LATERAL (
         -- Keys and ids need no escapes in JSON, and a node is JSON already.
         SELECT string_agg('{"cursor":"' || s.id || '","node":' || s.node || '}', ',' ORDER BY s.place)
             FILTER (WHERE s.place <= ${length}) AS edges,
           count(*) > ${length} AS more,
           max(s.id::text) FILTER (WHERE s.place = least(${length}, s.length)) AS end_cursor
         FROM (
           SELECT s.id, coalesce(wanted.node, original.node) AS node,
             row_number() OVER (ORDER BY s.published_at DESC, s.id DESC) AS place, count(*) OVER () AS length
           FROM (SELECT s.id, s.published_at FROM published_success s
             WHERE s.topic_id = t.id ${cursor.condition}
             ORDER BY s.published_at DESC, s.id DESC LIMIT ${length + 1}) s
           JOIN published_feed_node original ON original.id = s.id AND original.original
           LEFT JOIN published_feed_node wanted ON wanted.id = s.id AND wanted.language = $3) s) page
       WHERE p.slug = $1`,
      values,
    );
    if (row?.cursor_known !== true) return null;
    const pageInfo = JSON.stringify({ hasNextPage: row.more, endCursor: row.end_cursor });
    return {
      programmeId: row.id,
      data: `{"programme":{"topic":${row.topic},"successes":{"edges":[${row.edges ?? ''}],"pageInfo":${pageInfo}}}}`,
    };
  }
}
