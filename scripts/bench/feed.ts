import { BENCH_SLUG } from './generate-programme.js';

const TEXT = '{ text language }';

/** The feed as a client asks for it. */
export const FEED_REQUEST = JSON.stringify({
  query: `query Feed {
  successesFeed(programme: "${BENCH_SLUG}", first: 20) {
    edges {
      node {
        id key phase publishedAt resultDay
        topic { key title ${TEXT} }
        loop { number stage }
        question ${TEXT}
        measureTitle ${TEXT}
        measureDescription ${TEXT}
        measure { id key }
        steps { text ${TEXT} state dueDay }
        result ${TEXT}
        nextSteps { text ${TEXT} state overdue dueDay addressee ${TEXT} }
        guides { name unit }
        goals ${TEXT}
      }
    }
  }
}`,
});

const text = (column: string): string =>
  `json_build_object('text', ${column}, 'language', p.default_language)`;
const list = (value: string, from: string): string =>
  `(SELECT coalesce(json_agg(${value} ORDER BY x.position), '[]') FROM ${from})`;

/** One statement that answers the whole of FEED_REQUEST as text, for programmes without translations. $1 is the slug. */
export const FEED_SQL = `
  SELECT json_build_object('data', json_build_object('successesFeed', json_build_object('edges',
    coalesce(json_agg(json_build_object('node', node.value) ORDER BY node.published_at DESC, node.id DESC), '[]'))))::text AS body
  FROM published_programme p CROSS JOIN LATERAL (
    SELECT s.id, s.published_at, json_build_object(
      'id', s.id, 'key', s.measure_key, 'phase', s.phase,
      'publishedAt', to_char(s.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'resultDay', s.day,
      'topic', json_build_object('key', s.topic_key, 'title', ${text('s.topic_title')}),
      'loop', json_build_object('number', s.loop_number, 'stage', s.loop_stage),
      'question', ${text('s.question')},
      'measureTitle', ${text('s.measure_title')},
      'measureDescription', ${text('s.measure_description')},
      'measure', json_build_object('id', s.measure_id, 'key', s.measure_key),
      'steps', ${list(
        `json_build_object('text', ${text('x.text')}, 'state', x.state, 'dueDay', x.due_day)`,
        'published_step x WHERE x.measure_id = s.measure_id',
      )},
      'result', ${text('s.text')},
      'nextSteps', ${list(
        `json_build_object('text', ${text('x.text')}, 'state', x.state, 'overdue', coalesce(x.overdue, false),
          'dueDay', x.due_day, 'addressee', CASE WHEN u.id IS NOT NULL THEN ${text('u.name')} END)`,
        'published_next_step x LEFT JOIN published_unit u ON u.id = x.addressee_unit_id WHERE x.measure_id = s.measure_id',
      )},
      'guides', ${list(
        `json_build_object('name', x.name, 'unit', u.name)`,
        'published_guide x LEFT JOIN published_unit u ON u.id = x.unit_id WHERE x.measure_id = s.measure_id',
      )},
      'goals', ${list(
        text('x.title'),
        'published_measure_goal m JOIN published_goal x ON x.id = m.goal_id WHERE m.measure_id = s.measure_id',
      )}) AS value
    FROM (SELECT * FROM published_success s WHERE s.programme_id = p.id
      ORDER BY s.published_at DESC, s.id DESC LIMIT 20) s
  ) node
  WHERE p.slug = $1`;
