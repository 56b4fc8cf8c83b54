import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'person',
  'topic',
  'action_field',
  'organisational_unit',
  'strategic_goal',
] as const;

const REFUSE_DELETE = String.raw`CREATE FUNCTION refuse_history_delete() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- It goes with its programme, and what is said of a person or an application goes with them.
    IF NOT EXISTS (SELECT FROM programme WHERE id = OLD.programme_id) THEN RETURN OLD; END IF;
    IF OLD.subject = 'PERSON' AND NOT EXISTS (SELECT FROM person WHERE id = OLD.subject_id) THEN RETURN OLD; END IF;
    IF OLD.subject = 'CALL' AND NOT EXISTS (SELECT FROM volunteer_call WHERE id = OLD.subject_id)
      AND NOT EXISTS (SELECT FROM application WHERE id = OLD.subject_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'history is never removed';
  END $$`;

/**
 * Versions of people, topics, questions, units and goals, the part of a record that a change is about, and a history
 * that nobody removes.
 */
export class VersionsOfLists1791000100000 implements MigrationInterface {
  readonly name = 'VersionsOfLists1791000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`ALTER TABLE "${table}" ADD "version" integer NOT NULL DEFAULT '1'`);
    await runner.query('ALTER TABLE "history_entry" ADD "part_id" uuid');
    await runner.query(
      'CREATE INDEX "history_entry_by_part" ON "history_entry" ("part_id", "at") WHERE "part_id" IS NOT NULL',
    );
    await runner.query(REFUSE_DELETE);
    await runner.query(
      'CREATE TRIGGER history_entry_kept BEFORE DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION refuse_history_delete()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER history_entry_kept ON history_entry');
    await runner.query('DROP FUNCTION refuse_history_delete()');
    await runner.query('DROP INDEX "history_entry_by_part"');
    await runner.query('ALTER TABLE "history_entry" DROP COLUMN "part_id"');
    for (const table of TABLES) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "version"`);
  }
}
