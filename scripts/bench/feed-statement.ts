const text = (column: string): string =>
  `CASE WHEN ${column} IS NOT NULL THEN json_build_object('text', ${column}, 'language', p.default_language) END`;
const list = (value: string, from: string): string =>
  `(SELECT coalesce(json_agg(${value} ORDER BY x.position), '[]') FROM ${from})`;
/** Another measure `e` of the chain, as far as the public may know of it. */
const link = (condition: string): string =>
  `(SELECT json_build_object('loopNumber', f.number, 'successKey', CASE WHEN EXISTS
      (SELECT FROM result o WHERE o.measure_id = e.id AND o.state = 'PUBLISHED') THEN e.key END)
    FROM measure e JOIN learning_loop f ON f.id = e.loop_id
    WHERE ${condition} AND f.stage <> 'PLANNED')`;

const newest = (part: string): string => `
  FROM result r JOIN measure m ON m.id = r.measure_id JOIN learning_loop l ON l.id = m.loop_id
  WHERE r.programme_id = p.id AND r.state = 'PUBLISHED' AND l.stage <> 'PLANNED'
  ORDER BY r.published_at DESC, r.id DESC ${part}`;

/**
 * One statement on the tables of the records that answers the whole document of the feed as text: its newest page of 20,
 * for a programme without translations. It is what somebody would write by hand who needs this answer and nothing else.
 * $1 is the slug; no row where nothing is published under it.
 */
export const FEED_STATEMENT = `
  SELECT json_build_object('data', json_build_object('successesFeed', json_build_object(
    'edges', json_agg(json_build_object('cursor', s.id, 'node', s.node) ORDER BY s.published_at DESC, s.id DESC),
    'pageInfo', json_build_object('endCursor', (array_agg(s.id ORDER BY s.published_at, s.id))[1],
      'hasNextPage', EXISTS (SELECT ${newest('OFFSET 20 LIMIT 1')})))))::text AS body
  FROM programme p CROSS JOIN LATERAL (
    SELECT r.id, r.published_at, json_build_object(
      'id', r.id, 'key', m.key, 'phase', m.phase,
      'publishedAt', to_char(r.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'resultDay', r.day,
      'topic', json_build_object('id', t.id, 'key', t.key, 'title', ${text('t.title')}),
      'loop', json_build_object('number', l.number, 'stage', l.stage),
      'question', ${text('a.question')},
      'measureTitle', ${text('m.title')},
      'measureDescription', ${text('m.description')},
      'measure', json_build_object('id', m.id, 'key', m.key),
      'steps', ${list(
        `json_build_object('text', ${text('x.text')}, 'stage', ${text('x.stage')}, 'state', x.state, 'dueDay', x.due_day)`,
        'measure_step x WHERE x.measure_id = m.id',
      )},
      'result', ${text('r.text')},
      'attachments', ${list(
        `json_build_object('kind', x.kind, 'title', ${text('x.title')}, 'address', x.address,
          'alternativeText', ${text('x.alternative_text')}, 'transcript', ${text('x.transcript')})`,
        'result_attachment x WHERE x.result_id = r.id',
      )},
      'nextSteps', ${list(
        `json_build_object('text', ${text('x.text')}, 'state', x.state, 'dueFrom', x.due_from, 'dueDay', x.due_day, 'doneDay', x.done_day,
          'addressee', coalesce(${text('u.name')}, CASE WHEN q.public_name IN ('NAME', 'NAME_AND_UNIT') THEN ${text('q.name')} END))`,
        `next_step x LEFT JOIN organisational_unit u ON u.id = x.addressee_unit_id
          LEFT JOIN person q ON q.id = x.addressee_person_id WHERE x.measure_id = m.id`,
      )},
      'guides', ${list(
        `json_build_object('name', CASE WHEN x.public_name <> 'ROLE' THEN x.name END,
          'unit', CASE WHEN x.public_name = 'NAME_AND_UNIT' THEN u.name END)`,
        `measure_guide g JOIN person x ON x.id = g.person_id LEFT JOIN organisational_unit u ON u.id = x.unit_id
          WHERE g.measure_id = m.id AND x.public_name <> 'HIDDEN'`,
      )},
      'goals', ${list(
        text('x.title'),
        'measure_goal g JOIN strategic_goal x ON x.id = g.goal_id WHERE g.measure_id = m.id',
      )},
      'continuedFrom', ${link('e.id = m.carried_from_id')},
      'continuedIn', ${link('e.carried_from_id = m.id')}) AS node
    FROM (SELECT r.* ${newest('LIMIT 20')}) r
    JOIN measure m ON m.id = r.measure_id
    JOIN action_field a ON a.id = m.action_field_id
    JOIN topic t ON t.id = a.topic_id
    JOIN learning_loop l ON l.id = m.loop_id
  ) s
  WHERE p.slug = $1 AND p.published
  GROUP BY p.id`;
