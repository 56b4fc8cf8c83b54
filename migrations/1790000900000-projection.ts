import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public reads most is kept ready, in the transaction that changes it (docs/adr/0016): a row for each
 * success, the node of the trusted document Feed, a summary of each topic, the counts of each loop, and a version of
 * each programme. What each must be is said by views; triggers find out what to compute anew.
 */

/** The parts of a success as JSON; what changes with the day (overdue) is left to the reader. */
const list = (select: string): string =>
  `coalesce((SELECT jsonb_agg(y) FROM (${select}) y), '[]'::jsonb)`;
const named = `CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('name', u.name, 'translations', u.translations) END AS unit`;

const VIEWS = [
  'ALTER VIEW "published_success" RENAME TO "success_of_result"',
  `CREATE VIEW "computed_success" AS
  SELECT s.*,
    ${list(`SELECT x.id, x.text, x.stage, x.state, x.due_day, x.translations
      FROM published_step x WHERE x.measure_id = s.measure_id ORDER BY x.position`)} AS steps,
    ${list(`SELECT x.id, x.text, x.state, x.due_from, x.due_day, x.done_day, x.translations, ${named},
        x.addressee_name AS person, x.taken_up_loop, x.taken_up_topic, x.taken_up_key
      FROM published_next_step x LEFT JOIN published_unit u ON u.id = x.addressee_unit_id
      WHERE x.measure_id = s.measure_id ORDER BY x.position`)} AS next_steps,
    ${list(`SELECT x.name, ${named}
      FROM published_guide x LEFT JOIN published_unit u ON u.id = x.unit_id
      WHERE x.measure_id = s.measure_id ORDER BY x.position`)} AS guides,
    ${list(`SELECT g.title, g.translations
      FROM published_measure_goal x JOIN published_goal g ON g.id = x.goal_id
      WHERE x.measure_id = s.measure_id ORDER BY g.position`)} AS goals,
    ${list(`SELECT x.kind, x.title, x.address, x.alternative_text, x.transcript, x.translations
      FROM published_attachment x WHERE x.result_id = s.id ORDER BY x.position`)} AS attachments,
    (SELECT jsonb_build_object('loop', x.from_loop, 'key', x.from_key)
      FROM published_measure_link x WHERE x.to_id = s.measure_id) AS continued_from,
    (SELECT jsonb_build_object('loop', x.to_loop, 'key', x.to_key)
      FROM published_measure_link x WHERE x.from_id = s.measure_id) AS continued_in
  FROM success_of_result s`,
  `CREATE TABLE "published_success" (LIKE "computed_success")`,
  `ALTER TABLE "published_success" ADD PRIMARY KEY ("id")`,
  // A row of a few kB stays in one piece: out of line, each would cost four pages more to read.
  `ALTER TABLE "published_success" SET (toast_tuple_target = 8160)`,
  `CREATE INDEX "published_success_newest" ON "published_success" ("programme_id", "published_at", "id")`,
  `CREATE INDEX "published_success_of_topic" ON "published_success"
    ("topic_id", "loop_number" DESC, "action_field_position", "measure_position", "position", "id")`,
  `CREATE INDEX "published_success_newest_of_topic" ON "published_success" ("topic_id", "published_at", "id")`,
  `CREATE INDEX "published_success_of_loop" ON "published_success" ("programme_id", "loop_number")`,
  `CREATE INDEX "published_success_by_key" ON "published_success" ("programme_id", "measure_key")`,
  `CREATE INDEX "published_success_by_measure" ON "published_success" ("measure_id")`,
  `CREATE INDEX "published_success_by_unit" ON "published_success" ("programme_id", "unit_id")`,
  // Every published loop of the programme as a dot: no entry of the topic, at work, or something published.
  `CREATE VIEW "computed_topic_summary" AS
  SELECT t.id AS topic_id, t.programme_id, t.position, t.key,
    (SELECT count(*)::int FROM published_success s WHERE s.topic_id = t.id) AS success_count,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('loopNumber', l.number, 'stage', l.stage, 'state',
        CASE WHEN EXISTS (SELECT FROM published_success s WHERE s.topic_id = t.id AND s.loop_number = l.number) THEN 'success'
             WHEN EXISTS (SELECT FROM action_field a WHERE a.topic_id = t.id AND a.loop_id = l.id) THEN 'entry'
             ELSE 'none' END) ORDER BY l.number), '[]'::jsonb)
      FROM published_loop l WHERE l.programme_id = t.programme_id) AS path
  FROM published_topic t`,
  `CREATE TABLE "published_topic_summary" (LIKE "computed_topic_summary")`,
  `ALTER TABLE "published_topic_summary" ADD PRIMARY KEY ("topic_id")`,
  `CREATE INDEX "published_topic_summary_in_order" ON "published_topic_summary" ("programme_id", "position", "key")`,
  `CREATE VIEW "computed_loop_progress" AS
  SELECT l.id AS loop_id, l.programme_id,
    (SELECT coalesce(jsonb_object_agg(c.phase, c.count), '{}'::jsonb)
      FROM (SELECT m.phase, count(*) FROM measure m WHERE m.loop_id = l.id GROUP BY m.phase) c) AS counts
  FROM published_loop l`,
  `CREATE TABLE "published_loop_progress" (LIKE "computed_loop_progress")`,
  `ALTER TABLE "published_loop_progress" ADD PRIMARY KEY ("loop_id")`,
  `CREATE INDEX "published_loop_progress_of_programme" ON "published_loop_progress" ("programme_id")`,
  'DROP VIEW "published_progress"',
];

const localised = (original: string, translations: string, field: string): string =>
  `localised(${original}, ${translations}, '${field}', wanted, written)`;
const object = (columns: string): string => `(SELECT row_to_json(o) FROM (SELECT ${columns}) o)`;
/** JSON of the elements `e.x` of a JSON column, in their order. */
const each = (column: string, columns: string): string =>
  `(SELECT coalesce(json_agg(${object(columns)} ORDER BY e.place), '[]'::json)
    FROM jsonb_array_elements(s.${column}) WITH ORDINALITY e (x, place))`;
const part = (field: string, name = field): string =>
  localised(`e.x ->> '${field}'`, `e.x -> 'translations'`, name);
const unit = localised(`e.x #>> '{unit,name}'`, `e.x #> '{unit,translations}'`, 'name');
const link = (column: string): string =>
  `CASE WHEN s.${column} IS NOT NULL THEN
    ${object(`(s.${column} ->> 'loop')::int AS "loopNumber", s.${column} ->> 'key' AS "successKey"`)} END`;

/** The document Feed (apps/server/src/trusted/feed.graphql): a node of it as text, in each language that differs. */
const NODES = [
  `CREATE FUNCTION localised(original text, translations jsonb, field text, wanted text, written text)
  RETURNS json LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN original IS NOT NULL THEN (SELECT row_to_json(o) FROM (
      SELECT CASE WHEN translated.text IS NULL THEN original ELSE translated.text END AS text,
        CASE WHEN translated.text IS NULL THEN written ELSE wanted END AS language) o) END
    FROM (SELECT CASE WHEN wanted <> written THEN translations #>> ARRAY[wanted, field] END AS text) translated
  $$`,
  `CREATE FUNCTION feed_node(s published_success, wanted text, written text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT ${object(`s.id, s.measure_key AS key, s.phase,
      to_char(s.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt", s.day AS "resultDay",
      ${object(`s.topic_id AS id, s.topic_key AS key, ${localised('s.topic_title', 's.topic_translations', 'title')} AS title`)} AS topic,
      ${object(`s.loop_number AS number, s.loop_stage AS stage`)} AS loop,
      ${localised('s.question', 's.action_field_translations', 'question')} AS question,
      ${localised('s.measure_title', 's.measure_translations', 'title')} AS "measureTitle",
      ${localised('s.measure_description', 's.measure_translations', 'description')} AS "measureDescription",
      ${object('s.measure_id AS id, s.measure_key AS key')} AS measure,
      ${each('steps', `${part('text')} AS text, ${part('stage')} AS stage, e.x ->> 'state' AS state, e.x ->> 'due_day' AS "dueDay"`)} AS steps,
      ${localised('s.text', 's.translations', 'text')} AS result,
      ${each(
        'attachments',
        `e.x ->> 'kind' AS kind, ${part('title')} AS title, e.x ->> 'address' AS address,
        ${part('alternative_text', 'alternativeText')} AS "alternativeText", ${part('transcript')} AS transcript`,
      )} AS attachments,
      ${each(
        'next_steps',
        `${part('text')} AS text, e.x ->> 'state' AS state, e.x ->> 'due_from' AS "dueFrom",
        e.x ->> 'due_day' AS "dueDay", e.x ->> 'done_day' AS "doneDay",
        coalesce(${unit}, localised(e.x ->> 'person', NULL, 'name', wanted, wanted)) AS addressee`,
      )} AS "nextSteps",
      ${each('guides', `e.x ->> 'name' AS name, ${unit} ->> 'text' AS unit`)} AS guides,
      (SELECT coalesce(json_agg(${part('title')} ORDER BY e.place), '[]'::json)
        FROM jsonb_array_elements(s.goals) WITH ORDINALITY e (x, place)) AS goals,
      ${link('continued_from')} AS "continuedFrom", ${link('continued_in')} AS "continuedIn"`)}::text
  $$`,
  // A language without a row says the same as the original.
  `CREATE VIEW "computed_feed_node" AS
  SELECT s.id, n.language, s.programme_id, s.published_at, n.language = p.default_language AS original,
    feed_node(s, n.language, p.default_language) AS node
  FROM published_success s JOIN published_programme p ON p.id = s.programme_id
  CROSS JOIN LATERAL (
    SELECT p.default_language AS language
    UNION SELECT other.language FROM unnest(ARRAY['de', 'en', 'nl', 'da', 'sv', 'fi']) other (language)
    WHERE other.language <> p.default_language AND (
      s.translations ? other.language OR s.measure_translations ? other.language
      OR s.action_field_translations ? other.language OR s.topic_translations ? other.language
      OR jsonb_path_exists(jsonb_build_array(s.steps, s.next_steps, s.guides, s.goals, s.attachments),
        '$.**.translations.keyvalue() ? (@.key == $language)', jsonb_build_object('language', other.language), true)
      -- A person's name is said in the reader's language.
      OR jsonb_path_exists(s.next_steps, '$[*].person ? (@ != null)'))
  ) n`,
  `CREATE TABLE "published_feed_node" (LIKE "computed_feed_node")`,
  `ALTER TABLE "published_feed_node" ADD PRIMARY KEY ("id", "language")`,
  `ALTER TABLE "published_feed_node" SET (toast_tuple_target = 8160)`,
  `CREATE INDEX "published_feed_node_newest" ON "published_feed_node" ("programme_id", "published_at", "id") WHERE "original"`,
];

/** What is noted of a changed row: what it is for the projection, by which column, and which columns the public sees. */
type Mark = {
  readonly table: string;
  readonly kind: string;
  readonly id?: string;
  readonly programme?: string;
  readonly columns: readonly string[];
};

const translatedText = ['position', 'translations'];
const MARKS: readonly Mark[] = [
  {
    table: 'programme',
    kind: 'PROGRAMME',
    programme: 'id',
    columns: [
      ...['slug', 'organisation', 'title', 'purpose', 'contact_address', 'default_language'],
      ...['time_zone', 'accessibility_text', 'privacy_text', 'translations', 'words', 'published'],
      ...['feedback_open', 'ideas_open'],
    ],
  },
  {
    table: 'programme',
    kind: 'EVERYTHING',
    programme: 'id',
    columns: ['published', 'default_language'],
  },
  {
    table: 'learning_loop',
    kind: 'LOOP',
    programme: 'programme_id',
    columns: ['number', 'stage', 'start_day', 'end_day'],
  },
  {
    table: 'topic',
    kind: 'TOPIC',
    programme: 'programme_id',
    columns: ['key', 'title', 'description', ...translatedText],
  },
  {
    table: 'action_field',
    kind: 'ACTION_FIELD',
    programme: 'programme_id',
    columns: ['topic_id', 'loop_id', 'key', 'question', ...translatedText],
  },
  {
    table: 'action_field',
    kind: 'SUMMARY',
    id: 'topic_id',
    programme: 'programme_id',
    columns: ['loop_id'],
  },
  ...['id', 'carried_from_id'].map((id) => ({
    table: 'measure',
    kind: 'MEASURE',
    id,
    programme: 'programme_id',
    columns: [
      ...['action_field_id', 'loop_id', 'key', 'title', 'description', 'phase', 'unit_id'],
      ...['carried_from_id', ...translatedText],
    ].filter((column) => column !== id),
  })),
  {
    table: 'measure',
    kind: 'PROGRESS',
    id: 'loop_id',
    programme: 'programme_id',
    // With the measure's id: two measures that change places between phases are two changes.
    columns: ['id', 'phase'],
  },
  {
    table: 'measure_step',
    kind: 'MEASURE',
    id: 'measure_id',
    columns: ['id', 'text', 'stage', 'state', 'due_day', ...translatedText],
  },
  {
    table: 'next_step',
    kind: 'MEASURE',
    id: 'measure_id',
    programme: 'programme_id',
    columns: [
      ...['id', 'text', 'state', 'due_from', 'due_day', 'done_day', 'addressee_unit_id'],
      ...['addressee_person_id', 'became_measure_id', ...translatedText],
    ],
  },
  {
    table: 'result',
    kind: 'MEASURE',
    id: 'measure_id',
    programme: 'programme_id',
    columns: ['id', 'state', 'text', 'day', 'published_at', ...translatedText],
  },
  {
    table: 'result_attachment',
    kind: 'RESULT',
    id: 'result_id',
    columns: [
      ...['id', 'kind', 'title', 'address', 'alternative_text', 'transcript', ...translatedText],
    ],
  },
  { table: 'measure_goal', kind: 'MEASURE', id: 'measure_id', columns: ['goal_id'] },
  { table: 'measure_guide', kind: 'MEASURE', id: 'measure_id', columns: ['person_id'] },
  {
    table: 'person',
    kind: 'PERSON',
    programme: 'programme_id',
    columns: ['name', 'public_name', 'unit_id', 'position'],
  },
  {
    table: 'organisational_unit',
    kind: 'UNIT',
    programme: 'programme_id',
    columns: ['key', 'name', ...translatedText],
  },
  {
    table: 'strategic_goal',
    kind: 'GOAL',
    programme: 'programme_id',
    columns: ['key', 'title', ...translatedText],
  },
  {
    table: 'volunteer_call',
    kind: 'PROGRAMME',
    id: 'programme_id',
    programme: 'programme_id',
    columns: [
      ...['id', 'key', 'title', 'text', 'opens_on', 'closes_on', 'seats', 'minimum_term'],
      ...['first_loop_id', 'qualifications', 'questions', 'state'],
    ],
  },
  {
    table: 'voice',
    kind: 'PROGRAMME',
    id: 'programme_id',
    programme: 'programme_id',
    columns: [
      ...[
        'id',
        'measure_id',
        'theme_id',
        'kind',
        'text',
        'language',
        'state',
        'in_public',
        'answer',
      ],
      ...['answered_at', 'led_to_id', 'consent_version'],
    ],
  },
  {
    table: 'voice_theme',
    kind: 'PROGRAMME',
    id: 'programme_id',
    programme: 'programme_id',
    columns: ['id', 'name'],
  },
];

/** A statement's rows before and after it, where it has them. */
const EVENTS = {
  INSERT: 'NEW TABLE AS new_rows',
  UPDATE: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  DELETE: 'OLD TABLE AS old_rows',
} as const;

const triggersOf = ({ table, kind, id = 'id', programme = 'NULL::uuid', columns }: Mark) =>
  Object.entries(EVENTS).map(
    ([event, rows]) => `CREATE TRIGGER "public_${kind.toLowerCase()}_${id}_${event.toLowerCase()}"
    AFTER ${event} ON "${table}" REFERENCING ${rows} FOR EACH STATEMENT
    EXECUTE FUNCTION note_public_change('${kind}', '${id}', '${programme}', '${columns.join(', ')}')`,
  );

const CHANGES = [
  // No foreign key: a removed programme would hold this row from the beginning of its transaction.
  `CREATE TABLE "publication" (
    "programme_id" uuid NOT NULL,
    "version" bigint NOT NULL,
    CONSTRAINT "publication_pkey" PRIMARY KEY ("programme_id"))`,
  // What a transaction has changed so far. Empty when it ends, so that it needs neither a log nor an index.
  `CREATE UNLOGGED TABLE "public_change" (
    "kind" text NOT NULL,
    "id" uuid,
    "programme_id" uuid)`,
  // Rows of which the public sees something else than before; and once a transaction that there are any.
  `CREATE FUNCTION note_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    columns text := format('%s AS id, %s AS programme_id, row(%s) AS seen', TG_ARGV[1], TG_ARGV[2], TG_ARGV[3]);
    changed text := CASE TG_OP
      WHEN 'INSERT' THEN format('SELECT %s FROM new_rows', columns)
      WHEN 'DELETE' THEN format('SELECT %s FROM old_rows', columns)
      ELSE format('(SELECT %1$s FROM old_rows EXCEPT SELECT %1$s FROM new_rows)
        UNION ALL (SELECT %1$s FROM new_rows EXCEPT SELECT %1$s FROM old_rows)', columns) END;
    noted int;
  BEGIN
    EXECUTE format('INSERT INTO public_change
      SELECT DISTINCT %L, c.id, c.programme_id FROM (%s) c WHERE c.id IS NOT NULL', TG_ARGV[0], changed);
    GET DIAGNOSTICS noted = ROW_COUNT;
    IF noted > 0 AND coalesce(current_setting('lernschleife.public_change', true), '') <> 'noted' THEN
      PERFORM set_config('lernschleife.public_change', 'noted', true);
      INSERT INTO public_change (kind) VALUES ('END');
    END IF;
    RETURN NULL;
  END $$`,
  ...MARKS.flatMap(triggersOf),
];

/** Brings what is kept to what the views say, for whatever was noted. `columns` are those of published_success. */
const refresh = (columns: readonly string[]): string => `
  CREATE FUNCTION refresh_public() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    preview boolean := coalesce(current_setting('lernschleife.preview', true), '') = 'on';
    marked jsonb;
    programmes uuid[];
    everything uuid[];
    measures uuid[];
    successes uuid[];
    topics uuid[];
    loops uuid[];
    changed uuid[];
    -- Of loops that changed, came or went: the path of each topic of theirs has a dot for each loop.
    paths uuid[];
  BEGIN
    PERFORM set_config('lernschleife.public_change', '', true);
    WITH gone AS (DELETE FROM public_change RETURNING *),
      ids AS (SELECT kind, jsonb_agg(DISTINCT id) AS ids FROM gone WHERE id IS NOT NULL GROUP BY kind)
    SELECT (SELECT jsonb_object_agg(kind, ids.ids) FROM ids),
      (SELECT array_agg(DISTINCT programme_id) FROM gone WHERE programme_id IS NOT NULL),
      (SELECT array_agg(DISTINCT programme_id) FROM gone
        WHERE kind IN ('PROGRAMME', 'LOOP', 'TOPIC', 'UNIT', 'GOAL') AND programme_id IS NOT NULL),
      (SELECT array_agg(DISTINCT programme_id) FROM gone WHERE kind = 'LOOP')
    INTO marked, programmes, changed, paths;
    everything := public_ids(marked, 'EVERYTHING');

    SELECT array_agg(DISTINCT p.id) INTO programmes FROM (
      SELECT unnest(programmes) AS id
      UNION ALL SELECT programme_id FROM measure WHERE id = ANY(public_ids(marked, 'MEASURE'))
      UNION ALL SELECT programme_id FROM result WHERE id = ANY(public_ids(marked, 'RESULT'))) p;

    -- One after the other for each programme: what is looked up and computed below has seen all that was committed before.
    -- Not for a preview, which is rolled back: nobody is to wait for its readers.
    IF NOT preview THEN
      INSERT INTO publication (programme_id, version)
        SELECT id, 0 FROM programme WHERE id = ANY(programmes) ORDER BY id ON CONFLICT DO NOTHING;
      PERFORM 1 FROM publication WHERE programme_id = ANY(programmes) ORDER BY programme_id FOR UPDATE;
    END IF;

    SELECT array_agg(DISTINCT x.id) INTO measures FROM (
      SELECT unnest(public_ids(marked, 'MEASURE')) AS id
      UNION ALL SELECT measure_id FROM result WHERE id = ANY(public_ids(marked, 'RESULT'))
      UNION ALL SELECT id FROM measure WHERE action_field_id = ANY(public_ids(marked, 'ACTION_FIELD'))
      UNION ALL SELECT m.id FROM action_field a JOIN measure m ON m.action_field_id = a.id
        WHERE a.topic_id = ANY(public_ids(marked, 'TOPIC'))
      UNION ALL SELECT id FROM measure WHERE loop_id = ANY(public_ids(marked, 'LOOP'))
      UNION ALL SELECT g.measure_id FROM measure_guide g JOIN person p ON p.id = g.person_id
        WHERE p.id = ANY(public_ids(marked, 'PERSON')) OR p.unit_id = ANY(public_ids(marked, 'UNIT'))
      UNION ALL SELECT measure_id FROM next_step
        WHERE addressee_person_id = ANY(public_ids(marked, 'PERSON')) OR addressee_unit_id = ANY(public_ids(marked, 'UNIT'))
      UNION ALL SELECT measure_id FROM measure_goal WHERE goal_id = ANY(public_ids(marked, 'GOAL'))
      UNION ALL SELECT id FROM measure WHERE programme_id = ANY(everything)
      UNION ALL SELECT measure_id FROM published_success WHERE programme_id = ANY(everything)) x;

    -- Others lead to these measures, and say whether they are published.
    SELECT array_agg(DISTINCT x.id) INTO measures FROM (
      SELECT unnest(measures) AS id
      UNION ALL SELECT carried_from_id FROM measure WHERE id = ANY(measures)
      UNION ALL SELECT id FROM measure WHERE carried_from_id = ANY(measures)
      UNION ALL SELECT measure_id FROM next_step WHERE became_measure_id = ANY(measures)) x
    WHERE EXISTS (SELECT FROM result r WHERE r.measure_id = x.id AND r.state = 'PUBLISHED')
      OR EXISTS (SELECT FROM published_success s WHERE s.measure_id = x.id);
    topics := ARRAY(SELECT DISTINCT topic_id FROM published_success WHERE measure_id = ANY(measures));
    WITH fresh AS MATERIALIZED (SELECT * FROM computed_success WHERE measure_id = ANY(measures)),
      gone AS (
        DELETE FROM published_success s
        WHERE s.measure_id = ANY(measures) AND NOT EXISTS (SELECT FROM fresh f WHERE f.id = s.id)
        RETURNING s.id, s.programme_id, s.topic_id),
      kept AS (
        INSERT INTO published_success AS s SELECT * FROM fresh
        ON CONFLICT (id) DO UPDATE SET (${columns.join(', ')}) = ROW(${columns.map((column) => `EXCLUDED.${column}`).join(', ')})
        WHERE s.* IS DISTINCT FROM EXCLUDED.*
        RETURNING s.id, s.programme_id, s.topic_id)
    SELECT array_agg(x.id), changed || array_agg(DISTINCT x.programme_id), topics || array_agg(DISTINCT x.topic_id)
    INTO successes, changed, topics
    FROM (SELECT * FROM gone UNION ALL SELECT * FROM kept) x;
    successes := successes || ARRAY(SELECT id FROM published_success WHERE programme_id = ANY(everything));
    DELETE FROM published_feed_node WHERE id = ANY(successes);
    INSERT INTO published_feed_node SELECT * FROM computed_feed_node WHERE id = ANY(successes);

    topics := topics || public_ids(marked, 'TOPIC') || public_ids(marked, 'SUMMARY') || ARRAY(
      SELECT x.id FROM topic x WHERE x.programme_id = ANY(everything) OR x.programme_id = ANY(paths));
    ${keptTable('topic_summary', 'topic_id', 'topics', ['programme_id', 'position', 'key', 'success_count', 'path'])}
    loops := public_ids(marked, 'LOOP') || public_ids(marked, 'PROGRESS')
      || ARRAY(SELECT l.id FROM learning_loop l WHERE l.programme_id = ANY(everything));
    ${keptTable('loop_progress', 'loop_id', 'loops', ['programme_id', 'counts'])}

    IF NOT preview THEN
      UPDATE publication SET version = version + 1 WHERE programme_id = ANY(changed);
      DELETE FROM publication p
        WHERE p.programme_id = ANY(programmes) AND NOT EXISTS (SELECT FROM programme g WHERE g.id = p.programme_id);
    END IF;
    RETURN NULL;
  END $$`;

/** PL/pgSQL: brings the rows of a kept table to what its view says, and notes whose have changed. */
const keptTable = (name: string, key: string, ids: string, columns: readonly string[]): string => `
    WITH fresh AS MATERIALIZED (SELECT * FROM computed_${name} WHERE ${key} = ANY(${ids})),
      gone AS (
        DELETE FROM published_${name} k
        WHERE k.${key} = ANY(${ids}) AND NOT EXISTS (SELECT FROM fresh f WHERE f.${key} = k.${key})
        RETURNING k.programme_id),
      kept AS (
        INSERT INTO published_${name} AS k SELECT * FROM fresh
        ON CONFLICT (${key}) DO UPDATE SET (${columns.join(', ')}) = ROW(${columns.map((column) => `EXCLUDED.${column}`).join(', ')})
        WHERE k.* IS DISTINCT FROM EXCLUDED.*
        RETURNING k.programme_id)
    SELECT changed || array_agg(DISTINCT x.programme_id) INTO changed
    FROM (SELECT * FROM gone UNION ALL SELECT * FROM kept) x;`;

const REFRESHING = [
  `CREATE FUNCTION public_ids(marked jsonb, kind text) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(x::uuid), '{}') FROM jsonb_array_elements_text(marked -> kind) x
  $$`,
  `CREATE CONSTRAINT TRIGGER "public_change_refresh" AFTER INSERT ON "public_change"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'END') EXECUTE FUNCTION refresh_public()`,
  // Computes all of it anew, of one programme or (null) of all.
  `CREATE FUNCTION rebuild_public(programme uuid) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM published_success s WHERE NOT EXISTS (SELECT FROM programme p WHERE p.id = s.programme_id);
    DELETE FROM published_feed_node n WHERE NOT EXISTS (SELECT FROM published_success s WHERE s.id = n.id);
    DELETE FROM published_topic_summary t WHERE NOT EXISTS (SELECT FROM topic x WHERE x.id = t.topic_id);
    DELETE FROM published_loop_progress l WHERE NOT EXISTS (SELECT FROM learning_loop x WHERE x.id = l.loop_id);
    DELETE FROM publication p WHERE NOT EXISTS (SELECT FROM programme x WHERE x.id = p.programme_id);
    INSERT INTO public_change
      SELECT kind, p.id, p.id FROM programme p, unnest(ARRAY['PROGRAMME', 'EVERYTHING']) kind
      WHERE programme IS NULL OR p.id = programme;
    INSERT INTO public_change (kind) VALUES ('END');
  END $$`,
];

export class Projection1790000900000 implements MigrationInterface {
  readonly name = 'Projection1790000900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...VIEWS, ...NODES, ...CHANGES]) await runner.query(statement);
    const columns = (await runner.query(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = 'published_success'::regclass AND attnum > 0 AND attname <> 'id' ORDER BY attnum`,
    )) as readonly { readonly name: string }[];
    const [ids, ...triggers] = REFRESHING;
    await runner.query(ids ?? '');
    await runner.query(refresh(columns.map(({ name }) => name)));
    for (const statement of triggers) await runner.query(statement);
    await runner.query('SELECT rebuild_public(NULL)');
    await runner.query('SET CONSTRAINTS "public_change_refresh" IMMEDIATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const mark of MARKS)
      for (const event of Object.keys(EVENTS))
        await runner.query(
          `DROP TRIGGER "public_${mark.kind.toLowerCase()}_${mark.id ?? 'id'}_${event.toLowerCase()}" ON "${mark.table}"`,
        );
    for (const statement of [
      'DROP FUNCTION rebuild_public(uuid)',
      'DROP TABLE "public_change"',
      'DROP FUNCTION refresh_public()',
      'DROP FUNCTION note_public_change()',
      'DROP FUNCTION public_ids(jsonb, text)',
      'DROP TABLE "publication"',
      'DROP TABLE "published_feed_node"',
      'DROP VIEW "computed_feed_node"',
      'DROP FUNCTION feed_node(published_success, text, text)',
      'DROP FUNCTION localised(text, jsonb, text, text, text)',
      'DROP TABLE "published_loop_progress"',
      'DROP VIEW "computed_loop_progress"',
      'DROP TABLE "published_topic_summary"',
      'DROP VIEW "computed_topic_summary"',
      'DROP TABLE "published_success"',
      'DROP VIEW "computed_success"',
      'ALTER VIEW "success_of_result" RENAME TO "published_success"',
      `CREATE VIEW published_progress AS
        SELECT l.programme_id, l.id AS loop_id, m.phase, count(*)::int AS count
        FROM published_loop l JOIN measure m ON m.loop_id = l.id
        GROUP BY l.programme_id, l.id, m.phase`,
    ])
      await runner.query(statement);
  }
}
