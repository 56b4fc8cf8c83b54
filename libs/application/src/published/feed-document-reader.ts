import type { ReadyAnswer } from './ready-answer.js';
import type { NamedSqlReader } from './sql-reader.js';

/** Answers the trusted document Feed (apps/server/src/trusted/feed.graphql) from nodes that are kept ready. */
export class FeedDocumentReader {
  constructor(private readonly database: NamedSqlReader) {}

  /**
   * A page of at most `first` successes, newest first, after the success `after` (an id). `language` null means the
   * programme's own. Null when there is no such programme, or `after` is no success of it.
   */
  async feed(
    slug: string,
    language: string | null,
    first: number,
    after: string | null,
  ): Promise<ReadyAnswer | null> {
    const values: unknown[] = [slug];
    const given = (value: string): string => `$${values.push(value)}`;
    const translated =
      language === null
        ? { node: 'n.node', join: '' }
        : {
            node: 'coalesce(w.node, n.node)',
            join: `LEFT JOIN published_feed_node w ON w.id = n.id AND w.language = ${given(language)}`,
          };
    const cursor =
      after === null
        ? { known: 'true', join: '', condition: '' }
        : {
            known: 'c.id IS NOT NULL',
            join: `LEFT JOIN published_feed_node c
              ON c.id = ${given(after)}::uuid AND c.programme_id = p.id AND c.original`,
            condition: 'AND (n.published_at, n.id) < (c.published_at, c.id)',
          };
    const rows = await this.database.queryByName<
      { programme: string; known: boolean; id: string | null; node: string }[]
    >(
      // The page's length stands in the text: PostgreSQL keeps no plan for a length that it doesn't know.
      `feed ${first}${language === null ? '' : ' translated'}${after === null ? '' : ' after'}`,
      `SELECT p.id AS programme, ${cursor.known} AS known, n.id, ${translated.node} AS node
       FROM published_programme p ${cursor.join}
       LEFT JOIN LATERAL (SELECT n.id, n.node, n.published_at FROM published_feed_node n
         WHERE n.programme_id = p.id AND n.original ${cursor.condition}
         ORDER BY n.published_at DESC, n.id DESC LIMIT ${Math.trunc(first) + 1}) n ON true
       ${translated.join}
       WHERE p.slug = $1 ORDER BY n.published_at DESC, n.id DESC`,
      values,
    );
    const [row] = rows;
    if (row?.known !== true) return null;
    // Ids need no escapes in JSON, and a node is JSON already.
    const found = rows.filter(({ id }) => id !== null);
    const page = found.slice(0, first);
    const edges = page.map(({ id, node }) => `{"cursor":"${id}","node":${node}}`).join(',');
    const endCursor = page.at(-1)?.id ?? null;
    const pageInfo = JSON.stringify({ hasNextPage: found.length > first, endCursor });
    return {
      programmeId: row.programme,
      data: `{"successesFeed":{"edges":[${edges}],"pageInfo":${pageInfo}}}`,
    };
  }
}
