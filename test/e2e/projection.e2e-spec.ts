import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { rebuildPublished } from '#application/published/rebuild-published.js';
import { until } from '../support/compiled-server.js';
import { aFullProgramme, callsIn, VOICES } from '../support/everyone.js';
import { generatedProgramme } from '../support/generated-programme.js';
import { brought } from '../support/sample-programme.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What is kept ready for the public is always what the views say of the records, whatever changes and however. */

const KEPT = ['success', 'feed_node', 'topic_summary', 'loop_progress'];

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await brought(database.source, aFullProgramme('probe'));
  await brought(database.source, generatedProgramme('viele', 24));
  for (const statement of [callsIn('OPEN'), ...VOICES]) await database.source.query(statement);
});
afterAll(() => database.stop());

/** Rows that are kept and shouldn't be, or should be and aren't. */
async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const name of KEPT) {
    const rows = await database.source.query<{ side: string; row: string }[]>(
      `SELECT 'kept' AS side, x::text AS row FROM (SELECT * FROM published_${name} EXCEPT SELECT * FROM computed_${name}) x
       UNION ALL
       SELECT 'missing', x::text FROM (SELECT * FROM computed_${name} EXCEPT SELECT * FROM published_${name}) x`,
    );
    found.push(...rows.map(({ side, row }) => `${name} ${side}: ${row}`));
  }
  const [left] = await database.source.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM public_change',
  );
  return left?.count === 0 ? found : [...found, `${left?.count} changes left`];
}

const versions = async (): Promise<string> =>
  JSON.stringify(
    await database.source.query(
      `SELECT p.slug, v.version FROM publication v JOIN programme p ON p.id = v.programme_id ORDER BY p.slug`,
    ),
  );

/** Numbers from 0 to 1, the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** SQL: some row of a table. */
const some = (table: string, where = 'true'): string =>
  `(SELECT id FROM ${table} WHERE ${where} ORDER BY md5(id::text || $1) LIMIT 1)`;
const SAME_PROGRAMME = (table: string, of: string): string =>
  some(table, `programme_id = ${of}.programme_id`);
/** SQL: some row of a table, of the programme of the measure that `x` links. */
const fitting = (table: string): string =>
  some(table, `programme_id = (SELECT programme_id FROM measure WHERE id = x.measure_id)`);
const translated = (field: string): string =>
  `jsonb_build_object('en', jsonb_build_object('${field}', 'In English ' || $1))`;

/** SQL: one more row like some row of a table, with an id, a key, and so on, of its own. */
const copy = (table: string): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), 'key', 'n-' || md5($1),
     'slug', 'kopie-' || md5($1), 'name', 'Kopie ' || $1, 'number', 2000 + abs(hashtext($1) % 9000), 'position', 2000 + abs(hashtext($1) % 9000),
     'account_id', NULL, 'email', NULL, 'carried_from_id', NULL))).* FROM ${table} x WHERE x.id = ${some(table)}`;

/** A change of each record and column that the public sees; $1 is a word that differs from time to time. */
const CHANGES: readonly string[] = [
  `UPDATE programme SET title = 'Titel ' || $1 WHERE id = ${some('programme')}`,
  ...['organisation', 'purpose', 'contact_address', 'accessibility_text', 'privacy_text'].map(
    (column) => `UPDATE programme SET ${column} = 'Wort ' || $1 WHERE id = ${some('programme')}`,
  ),
  `UPDATE programme SET translations = ${translated('title')}, words = jsonb_build_object('measure', 'Vorhaben ' || $1) WHERE id = ${some('programme')}`,
  `UPDATE programme SET feedback_open = NOT feedback_open, ideas_open = NOT ideas_open WHERE id = ${some('programme')}`,
  `UPDATE programme SET time_zone = CASE time_zone WHEN 'Europe/Berlin' THEN 'Europe/Vienna' ELSE 'Europe/Berlin' END WHERE id = ${some('programme')}`,
  `UPDATE programme SET slug = CASE WHEN slug LIKE '%-neu' THEN left(slug, -4) ELSE slug || '-neu' END WHERE id = ${some('programme')}`,
  `UPDATE programme SET published = NOT published WHERE id = ${some('programme')}`,
  `UPDATE programme SET default_language = CASE default_language WHEN 'de' THEN 'en' ELSE 'de' END WHERE id = ${some('programme')}`,
  `UPDATE learning_loop SET stage = CASE stage WHEN 'PLANNED' THEN 'REVIEW' ELSE 'PLANNED' END WHERE id = ${some('learning_loop')}`,
  `UPDATE learning_loop SET number = number + 100 WHERE id = ${some('learning_loop')}`,
  `UPDATE learning_loop SET start_day = start_day - 1, end_day = end_day + 1 WHERE id = ${some('learning_loop')}`,
  `UPDATE topic SET title = 'Thema ' || $1, translations = ${translated('title')} WHERE id = ${some('topic')}`,
  `UPDATE topic SET key = 'k-' || md5($1), position = position + 7 WHERE id = ${some('topic')}`,
  `UPDATE topic SET description = 'Mehr ' || $1 WHERE id = ${some('topic')}`,
  `INSERT INTO topic (id, programme_id, key, title, position)
   SELECT gen_random_uuid(), id, 'n-' || md5($1), 'Neu', 99 FROM programme WHERE id = ${some('programme')}`,
  `DELETE FROM topic WHERE id = ${some('topic', `key LIKE 'n-%'`)}`,
  `UPDATE action_field SET question = 'Wie ' || $1 || '?', translations = ${translated('question')} WHERE id = ${some('action_field')}`,
  `UPDATE action_field a SET topic_id = ${SAME_PROGRAMME('topic', 'a')} WHERE a.id = ${some('action_field')}`,
  `UPDATE action_field SET key = 'k-' || md5($1), position = position + 3 WHERE id = ${some('action_field')}`,
  `INSERT INTO action_field (id, programme_id, topic_id, loop_id, key, question, position)
   SELECT gen_random_uuid(), l.programme_id, ${SAME_PROGRAMME('topic', 'l')}, l.id, 'n-' || md5($1), 'Was?', 9
   FROM learning_loop l WHERE l.id = ${some('learning_loop')}`,
  `DELETE FROM action_field WHERE id = ${some('action_field', `key LIKE 'n-%'`)}`,
  `UPDATE measure SET title = 'Tun ' || $1, translations = ${translated('title')} WHERE id = ${some('measure')}`,
  `UPDATE measure SET description = 'So ' || $1 WHERE id = ${some('measure')}`,
  `UPDATE measure SET phase = CASE phase WHEN 'PLAN' THEN 'DO' WHEN 'DO' THEN 'CHECK' ELSE 'PLAN' END, stopped_in = NULL WHERE id = ${some('measure')}`,
  `UPDATE measure m SET unit_id = ${SAME_PROGRAMME('organisational_unit', 'm')} WHERE m.id = ${some('measure')}`,
  `UPDATE measure SET key = 'k-' || md5($1), position = position + 5 WHERE id = ${some('measure')}`,
  `UPDATE measure m SET carried_from_id = ${some('measure', `programme_id = m.programme_id AND id <> m.id`)} WHERE m.id = ${some('measure')}`,
  `UPDATE measure SET carried_from_id = NULL WHERE id = ${some('measure', 'carried_from_id IS NOT NULL')}`,
  `UPDATE measure m SET (action_field_id, loop_id) = (SELECT a.id, a.loop_id FROM action_field a
     WHERE a.programme_id = m.programme_id ORDER BY md5(a.id::text || $1) LIMIT 1) WHERE m.id = ${some('measure')}`,
  `DELETE FROM measure WHERE id = ${some('measure')} AND md5($1) < '4'`,
  `UPDATE measure_step SET text = 'Schritt ' || $1, state = 'DONE', drop_reason = NULL, translations = ${translated('text')} WHERE id = ${some('measure_step')}`,
  `UPDATE measure_step SET due_day = '2026-05-01', stage = 'Stufe ' || $1 WHERE id = ${some('measure_step')}`,
  `UPDATE measure_step SET position = 1000 - position WHERE measure_id = ${some('measure')}`,
  `UPDATE measure_step x SET measure_id = ${some('measure')}, position = position + 500 WHERE x.id = ${some('measure_step')}`,
  `INSERT INTO measure_step (id, measure_id, position, text) VALUES (gen_random_uuid(), ${some('measure')}, 77, 'Noch einer')`,
  `DELETE FROM measure_step WHERE id = ${some('measure_step')}`,
  `UPDATE next_step SET text = 'Dann ' || $1, due_day = date '2026-02-01' + length($1), translations = ${translated('text')} WHERE id = ${some('next_step')}`,
  `UPDATE next_step n SET state = 'BECAME_MEASURE', drop_reason = NULL, done_day = NULL,
     became_measure_id = ${SAME_PROGRAMME('measure', 'n')} WHERE n.id = ${some('next_step')}`,
  `UPDATE next_step SET state = 'OPEN', became_measure_id = NULL, drop_reason = NULL, done_day = NULL WHERE id = ${some('next_step')}`,
  `UPDATE next_step n SET addressee_unit_id = NULL, addressee_person_id = ${SAME_PROGRAMME('person', 'n')} WHERE n.id = ${some('next_step')}`,
  `UPDATE next_step n SET addressee_person_id = NULL, addressee_unit_id = ${SAME_PROGRAMME('organisational_unit', 'n')} WHERE n.id = ${some('next_step')}`,
  `UPDATE next_step SET due_from = date '2026-01-05' + length($1), due_day = date '2026-09-01' + length($1) WHERE id = ${some('next_step')}`,
  `UPDATE next_step SET state = 'DONE', done_day = date '2026-03-01' + length($1), became_measure_id = NULL, drop_reason = NULL WHERE id = ${some('next_step')}`,
  `UPDATE next_step SET position = 1000 - position WHERE measure_id = ${some('measure')}`,
  `UPDATE next_step n SET measure_id = ${SAME_PROGRAMME('measure', 'n')}, key = 'k-' || md5($1), position = position + 500 WHERE n.id = ${some('next_step')}`,
  `INSERT INTO next_step (id, programme_id, measure_id, key, position, text)
   SELECT gen_random_uuid(), m.programme_id, m.id, 'n-' || md5($1), 88, 'Neu' FROM measure m WHERE m.id = ${some('measure')}`,
  `DELETE FROM next_step WHERE id = ${some('next_step')}`,
  `UPDATE result SET text = 'Ergebnis ' || $1, translations = ${translated('text')} WHERE id = ${some('result')}`,
  `UPDATE result SET state = 'PUBLISHED', published_at = now(), internal_reason = NULL WHERE id = ${some('result')}`,
  `UPDATE result SET state = 'DRAFT', published_at = NULL, internal_reason = NULL WHERE id = ${some('result')}`,
  `UPDATE result r SET measure_id = ${SAME_PROGRAMME('measure', 'r')}, key = 'k-' || md5($1), position = position + 500 WHERE r.id = ${some('result')}`,
  `UPDATE result SET day = '2026-03-03', position = position + 1 WHERE id = ${some('result')}`,
  `INSERT INTO result (id, programme_id, measure_id, key, text, state, published_at, position)
   SELECT gen_random_uuid(), m.programme_id, m.id, 'n-' || md5($1), 'Neu', 'PUBLISHED', now(), 8 FROM measure m WHERE m.id = ${some('measure')}`,
  `DELETE FROM result WHERE id = ${some('result')}`,
  `INSERT INTO result_attachment (id, result_id, position, kind, title, address)
   VALUES (gen_random_uuid(), ${some('result')}, 55, 'FILE', 'Bericht', 'https://example.org/bericht')`,
  `UPDATE result_attachment SET title = 'Datei ' || $1 WHERE id = ${some('result_attachment')}`,
  `UPDATE result_attachment SET kind = CASE kind WHEN 'FILE' THEN 'VIDEO' ELSE 'FILE' END, transcript = 'Mitschrift ' || $1 WHERE id = ${some('result_attachment')}`,
  `UPDATE result_attachment SET address = 'https://example.org/' || md5($1) WHERE id = ${some('result_attachment')}`,
  `UPDATE result_attachment SET alternative_text = 'Zu sehen ist ' || $1 WHERE id = ${some('result_attachment')}`,
  `UPDATE result_attachment SET translations = ${translated('title')} WHERE id = ${some('result_attachment')}`,
  `UPDATE result_attachment SET position = 1000 - position WHERE result_id = ${some('result', 'id IN (SELECT result_id FROM result_attachment GROUP BY 1 HAVING count(*) > 1)')}`,
  `UPDATE result_attachment SET result_id = ${some('result')}, position = position + 500 WHERE id = ${some('result_attachment')}`,
  `DELETE FROM result_attachment WHERE id = ${some('result_attachment')}`,
  `INSERT INTO measure_goal SELECT m.id, ${SAME_PROGRAMME('strategic_goal', 'm')} FROM measure m WHERE m.id = ${some('measure')}`,
  `UPDATE measure_goal x SET goal_id = ${fitting('strategic_goal')} WHERE x.measure_id = ${some('measure')}`,
  `UPDATE measure_goal x SET measure_id = ${fitting('measure')} WHERE x.measure_id = (SELECT measure_id FROM measure_goal ORDER BY md5(measure_id::text || $1) LIMIT 1)`,
  `DELETE FROM measure_goal WHERE measure_id = ${some('measure')}`,
  `UPDATE strategic_goal SET title = 'Ziel ' || $1, translations = ${translated('title')} WHERE id = ${some('strategic_goal')}`,
  `UPDATE strategic_goal SET key = 'k-' || md5($1), position = position + 500 WHERE id = ${some('strategic_goal')}`,
  `DELETE FROM strategic_goal WHERE id = ${some('strategic_goal')} AND md5($1) < '2'`,
  `INSERT INTO measure_guide SELECT m.id, ${SAME_PROGRAMME('person', 'm')} FROM measure m WHERE m.id = ${some('measure')}`,
  `UPDATE measure_guide x SET person_id = ${fitting('person')} WHERE x.measure_id = ${some('measure')}`,
  `UPDATE measure_guide x SET measure_id = ${fitting('measure')} WHERE measure_id = (SELECT measure_id FROM measure_guide ORDER BY md5(measure_id::text || $1) LIMIT 1)`,
  `DELETE FROM measure_guide WHERE measure_id = ${some('measure')}`,
  `UPDATE person SET name = 'Name ' || $1, public_name = (ARRAY['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT'])[1 + length($1) % 4] WHERE id = ${some('person')}`,
  `UPDATE person p SET unit_id = ${SAME_PROGRAMME('organisational_unit', 'p')}, position = position + 2 WHERE p.id = ${some('person')}`,
  `DELETE FROM person WHERE id = ${some('person')} AND md5($1) < '2'`,
  `UPDATE organisational_unit SET name = 'Einheit ' || $1, translations = ${translated('name')} WHERE id = ${some('organisational_unit')}`,
  `UPDATE organisational_unit SET key = 'k-' || md5($1), position = position + 500 WHERE id = ${some('organisational_unit')}`,
  ...['title', 'text'].map(
    (column) =>
      `UPDATE volunteer_call SET ${column} = 'Ruf ' || $1 WHERE id = ${some('volunteer_call')}`,
  ),
  `UPDATE volunteer_call SET key = 'k-' || md5($1), opens_on = opens_on - 1, closes_on = closes_on - 1 WHERE id = ${some('volunteer_call')}`,
  `UPDATE volunteer_call SET seats = 1 + seats % 9, minimum_term = 1 + minimum_term % 9 WHERE id = ${some('volunteer_call')}`,
  `UPDATE volunteer_call c SET first_loop_id = ${SAME_PROGRAMME('learning_loop', 'c')}, qualifications = ARRAY['Zeit ' || $1] WHERE c.id = ${some('volunteer_call')}`,
  `UPDATE volunteer_call SET questions = jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'text', 'Warum ' || $1 || '?')) WHERE id = ${some('volunteer_call')}`,
  `UPDATE volunteer_call SET state = CASE state WHEN 'OPEN' THEN 'CLOSED' ELSE 'OPEN' END WHERE id = ${some('volunteer_call')}`,
  ...['text', 'answer'].map(
    (column) =>
      `UPDATE voice SET ${column} = 'Stimme ' || $1 WHERE id = ${some('voice', 'in_public')}`,
  ),
  `UPDATE voice SET kind = CASE kind WHEN 'QUESTION' THEN 'FEEDBACK' ELSE 'QUESTION' END WHERE id = ${some('voice')}`,
  `UPDATE voice SET language = CASE language WHEN 'de' THEN 'en' ELSE 'de' END, consent_version = 'voices-' || length($1) WHERE id = ${some('voice')}`,
  `UPDATE voice v SET theme_id = ${SAME_PROGRAMME('voice_theme', 'v')}, led_to_id = ${SAME_PROGRAMME('measure', 'v')} WHERE v.id = ${some('voice')}`,
  `UPDATE voice v SET measure_id = ${SAME_PROGRAMME('measure', 'v')} WHERE v.id = ${some('voice')}`,
  `UPDATE voice SET answered_at = answered_at - interval '1 day' WHERE id = ${some('voice', `state = 'ANSWERED'`)}`,
  `UPDATE voice SET in_public = NOT in_public WHERE id = ${some('voice', `state = 'ANSWERED'`)}`,
  `UPDATE voice SET state = 'ANSWERED', answer = 'Ja.', answered_at = now(), email = NULL WHERE id = ${some('voice', `state = 'OPEN'`)}`,
  `UPDATE voice_theme SET name = 'Thema ' || $1 WHERE id = ${some('voice_theme')}`,
  ...[
    'programme',
    'learning_loop',
    'measure',
    'strategic_goal',
    'organisational_unit',
    'volunteer_call',
    'voice',
    'voice_theme',
  ].map(copy),
  `WITH p AS (${copy('person')} RETURNING id, programme_id)
   INSERT INTO measure_guide SELECT s.measure_id, p.id FROM p JOIN published_success s ON s.programme_id = p.programme_id LIMIT 1`,
  `DELETE FROM voice WHERE id = ${some('voice')}`,
  `DELETE FROM voice_theme WHERE id = ${some('voice_theme')}`,
  `DELETE FROM volunteer_call WHERE id = ${some('volunteer_call')}`,
  `UPDATE learning_loop SET stage = 'REVIEW' WHERE id = ${some('learning_loop', `number > 1000 AND stage = 'PLANNED'`)}`,
  `DELETE FROM learning_loop WHERE id = ${some('learning_loop', `number > 1000 AND stage <> 'PLANNED'`)}`,
  `DELETE FROM programme WHERE id = ${some('programme', `slug LIKE 'kopie-%'`)}`,
  `DELETE FROM organisational_unit WHERE id = ${some('organisational_unit')} AND md5($1) < '2'`,
];

/** One change; what the database refuses is taken back by itself. Answers how many rows it changed. */
async function change(em: EntityManager, sql: string, word: string): Promise<void> {
  await em.query('SAVEPOINT change');
  try {
    await em.query(sql, [word]);
    await em.query('RELEASE SAVEPOINT change');
  } catch (error) {
    if (!/violates|duplicate key/.test(String(error))) throw error;
    await em.query('ROLLBACK TO SAVEPOINT change');
  }
}

/** The changes in one transaction; `wordOf` their places. */
async function inTransaction(
  statements: readonly string[],
  wordOf: (at: number) => string,
): Promise<void> {
  await database.source
    .transaction(async (em) => {
      for (const [at, sql] of statements.entries()) await change(em, sql, wordOf(at));
    })
    .catch((error: unknown) => {
      // Orders that are checked at the end only.
      if (!/violates|duplicate key/.test(String(error))) throw error;
    });
}

describe('what is kept ready for the public', () => {
  it('says from the beginning what the views say', async () => {
    const [count] = await database.source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM published_success',
    );
    expect(count?.count).toBeGreaterThan(20);
    expect(await differences()).toEqual([]);
  });

  /**
   * Somebody links a published measure to a record, and somebody else changes that record before the first one's
   * commit. On PostgreSQL the second one's commit waits for the first one's, and has to find the link then. The embedded
   * database has one session: there the second one begins when the first one has ended, and all must be right as well.
   */
  describe('is right when a record changes while a published measure is being linked to it:', () => {
    const MEASURE = `(SELECT s.measure_id FROM published_success s JOIN programme p ON p.id = s.programme_id
      WHERE p.slug = 'viele' ORDER BY s.id LIMIT 1)`;
    /** SQL: a record of the programme that the measure has nothing to do with so far. */
    const spare = (table: string, linked: string): string =>
      `(SELECT x.id FROM ${table} x JOIN programme p ON p.id = x.programme_id
        WHERE p.slug = 'viele' AND x.id NOT IN (${linked}) ORDER BY x.id LIMIT 1)`;
    const STEPS = 'SELECT coalesce(addressee_person_id, addressee_unit_id, id) FROM next_step';
    const guide = {
      record: spare('person', `${STEPS} UNION SELECT person_id FROM measure_guide`),
      before: `UPDATE person SET public_name = 'NAME' WHERE id = $1`,
      link: `INSERT INTO measure_guide SELECT ${MEASURE}, $1`,
    };
    const nextStep = (addressee: string, position: number): string =>
      `INSERT INTO next_step (id, programme_id, measure_id, key, position, text, ${addressee})
       SELECT gen_random_uuid(), programme_id, id, 'n-' || md5('${addressee}'), ${position}, 'Noch etwas', $1 FROM measure WHERE id = ${MEASURE}`;
    it.each([
      ['a guide', { ...guide, change: `UPDATE person SET name = 'Neu' WHERE id = $1` }],
      [
        'a guide who no longer consents',
        { ...guide, change: `UPDATE person SET public_name = 'HIDDEN' WHERE id = $1` },
      ],
      [
        'an addressee who no longer consents',
        {
          ...guide,
          link: nextStep('addressee_person_id', 81),
          change: `UPDATE person SET public_name = 'HIDDEN' WHERE id = $1`,
        },
      ],
      [
        'a unit',
        {
          record: spare('organisational_unit', STEPS),
          before: 'SELECT $1::uuid',
          link: nextStep('addressee_unit_id', 82),
          change: `UPDATE organisational_unit SET name = 'Neu' WHERE id = $1`,
        },
      ],
      [
        'a goal',
        {
          record: spare('strategic_goal', 'SELECT id FROM measure'),
          before: 'DELETE FROM measure_goal WHERE goal_id = $1',
          link: `INSERT INTO measure_goal SELECT ${MEASURE}, $1`,
          change: `UPDATE strategic_goal SET title = 'Neu' WHERE id = $1`,
        },
      ],
      [
        'an action field',
        {
          record: spare(
            'action_field',
            `SELECT action_field_id FROM measure WHERE id = ${MEASURE}`,
          ),
          before: 'SELECT $1::uuid',
          link: `UPDATE measure m SET action_field_id = a.id, loop_id = a.loop_id FROM action_field a
            WHERE a.id = $1 AND m.id = ${MEASURE}`,
          change: `UPDATE action_field SET question = 'Neu?' WHERE id = $1`,
        },
      ],
    ])('%s', async (_what, { record, before, link, change: sql }) => {
      const { source } = database;
      const [{ id } = { id: '' }] = await source.query<{ id: string }[]>(`SELECT ${record} AS id`);
      await source.query(before, [id]);
      const linking = source.createQueryRunner();
      await linking.startTransaction();
      await linking.query(link, [id]);
      await linking.query('SET CONSTRAINTS "public_change_refresh" IMMEDIATE');
      const changed = source.query(sql, [id]);
      if (database.address.kind === 'url')
        await until(async () => {
          const waiting = (await linking.query(
            'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))',
          )) as unknown[];
          return waiting.length > 0;
        });
      await linking.commitTransaction();
      await linking.release();
      await changed;
      expect(await differences()).toEqual([]);
    });
  });

  it('still does after a change of each record and column, each of which makes another version', async () => {
    const idle: string[] = [];
    for (const sql of CHANGES) {
      let tookEffect = false;
      // Some row is tried after the other: not all of them are shown to the public, and not all may change so.
      for (let at = 0; at < 60 && !tookEffect; at++) {
        const before = await versions();
        await inTransaction([sql], () => `w${at}${'x'.repeat(at % 5)}`);
        tookEffect = (await versions()) !== before;
        if (at === 20) await database.source.query('UPDATE programme SET published = true');
      }
      expect([sql, await differences()]).toEqual([sql, []]);
      if (!tookEffect) idle.push(sql);
    }
    // Which rows are left to change hangs on ids, which are new in every run: now and then one finds none.
    expect(idle.slice(CHANGES.length / 10)).toEqual([]);
  });

  it('is told of all that can happen to what the views show', async () => {
    const watched = `SELECT DISTINCT c.relname::text AS table, split_part(trim(w.column), '.', 1) AS column
      FROM (SELECT tgrelid, string_to_array(encode(tgargs, 'escape'), '\\000') AS args FROM pg_trigger
        WHERE tgfoid = 'note_public_change'::regproc) t
      JOIN pg_class c ON c.oid = t.tgrelid,
        unnest(ARRAY[args[2], args[3]] || string_to_array(args[4], ',')) w ("column")`;
    const shown = `SELECT u.table_name::text AS table, u.column_name::text AS column
      FROM information_schema.view_column_usage u JOIN pg_class c
        ON c.relnamespace = current_schema()::regnamespace AND c.relname = u.table_name AND c.relkind = 'r'
      WHERE u.view_schema = current_schema() AND u.table_name NOT LIKE 'published%'`;
    const { source } = database;
    expect((await source.query<unknown[]>(shown)).length).toBeGreaterThan(80);
    expect(await source.query(`${shown} EXCEPT (${watched})`)).toEqual([]);
    // The bits of pg_trigger.tgtype for rows that come, go and change.
    expect(
      await source.query(
        `SELECT DISTINCT t.table, e.bit FROM (${shown}) t, unnest(ARRAY[4, 8, 16]) e (bit)
         WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.table::regclass
           AND g.tgfoid = 'note_public_change'::regproc AND g.tgtype & e.bit <> 0)`,
      ),
    ).toEqual([]);
  });

  it('is right after each of many transactions that change several records in any order', async () => {
    const random = numbers(20_261_122);
    for (let at = 0; at < 60; at++) {
      const statements = Array.from(
        { length: 2 + Math.floor(random() * 3) },
        () => CHANGES[Math.floor(random() * CHANGES.length)]!,
      );
      await inTransaction(
        statements,
        (more) => `${at}${'x'.repeat(more + Math.floor(random() * 4))}`,
      );
      expect([statements, await differences()]).toEqual([statements, []]);
    }
    await database.source.query(`DELETE FROM programme WHERE slug LIKE 'kopie-%'`);
    await database.source.query(`UPDATE programme SET slug = regexp_replace(slug, '-neu$', '')`);
  });

  it('leaves the version as it is when the public sees nothing else', async () => {
    const before = await versions();
    await database.source.query(
      `UPDATE measure SET success_criterion = 'Anders', last_activity_at = now()`,
    );
    await database.source.query(`UPDATE learning_loop SET reflection = 'Gelernt'`);
    await database.source.query(`UPDATE person SET email = NULL`);
    expect(await versions()).toBe(before);
  });

  it('is right after changes of one record by several at once', async () => {
    await database.source.query('UPDATE programme SET published = true');
    await Promise.all(
      ['topic', 'action_field', 'measure', 'result', 'measure_step'].flatMap((table) =>
        [1, 2, 3].map((at) =>
          database.source.query(
            `UPDATE ${table} SET ${{ topic: 'title', action_field: 'question', measure: 'title', result: 'text', measure_step: 'text' }[table]} = 'Zugleich ${at}'
             WHERE id IN (SELECT id FROM ${table} ORDER BY id FOR UPDATE)`,
          ),
        ),
      ),
    );
    expect(await differences()).toEqual([]);
  });

  it('is computed anew on demand', async () => {
    const right = await database.source.query(`SELECT * FROM published_success ORDER BY id`);
    await database.source.query(`UPDATE published_success SET text = 'Verdorben'`);
    await database.source.query('DELETE FROM published_topic_summary');
    await database.source.query('DELETE FROM published_feed_node');
    await database.source.query(`UPDATE published_loop_progress SET counts = '{}'`);
    expect((await differences()).length).toBeGreaterThan(0);
    const before = await versions();
    expect(await rebuildPublished(database.source, null)).toEqual(['probe', 'viele']);
    expect(await differences()).toEqual([]);
    expect(await database.source.query(`SELECT * FROM published_success ORDER BY id`)).toEqual(
      right,
    );
    // Whoever keeps a page of before must ask anew.
    expect(await versions()).not.toBe(before);
    expect(await rebuildPublished(database.source, 'gibt-es-nicht')).toEqual([]);
  });

  it('goes with its programme', async () => {
    await database.source.query(`DELETE FROM programme WHERE slug = 'viele'`).catch(async () => {
      await database.source.query(`UPDATE next_step SET state = 'OPEN', became_measure_id = NULL`);
      await database.source.query(`DELETE FROM programme WHERE slug = 'viele'`);
    });
    expect(await differences()).toEqual([]);
    expect(JSON.parse(await versions())).toHaveLength(1);
    const [left] = await database.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM published_success s WHERE NOT EXISTS (SELECT FROM programme p WHERE p.id = s.programme_id)`,
    );
    expect(left?.count).toBe(0);
  });
});
