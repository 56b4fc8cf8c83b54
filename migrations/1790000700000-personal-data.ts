import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stands in the history where the id of a person was who is erased. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Links to the own data, what retention did, and a history that can lose a person. */
const UP = [
  String.raw`CREATE TABLE "take_out" (
    "digest" text NOT NULL,
    "account_id" uuid NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "take_out_pkey" PRIMARY KEY ("digest"),
    CONSTRAINT "take_out_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "take_out_by_account" ON "take_out" ("account_id")`,
  String.raw`CREATE TABLE "retention_run" (
    "id" uuid NOT NULL,
    "rule" text NOT NULL,
    "programme_id" uuid,
    "count" integer NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "retention_run_rule_known" CHECK ("rule" IN ('UNCONFIRMED_APPLICATIONS', 'APPLICATIONS', 'MAILS', 'SIGN_IN_LINKS', 'TAKE_OUTS', 'SESSIONS', 'THROTTLES', 'REQUEST_RECEIPTS', 'APPLICATION_ACCESS', 'VOICE_ADDRESSES', 'WITHDRAWN_IDEAS', 'DECLINED_IDEAS', 'JOBS', 'IDLE_ACCOUNTS', 'RETENTION_RUNS')),
    CONSTRAINT "retention_run_count_from_zero" CHECK ("count" >= 0),
    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "retention_run_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "retention_run_newest" ON "retention_run" ("rule", "at")`,
  String.raw`CREATE OR REPLACE FUNCTION refuse_history_update() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    person CONSTANT text := '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  BEGIN
    -- Only who stands behind an entry may go, as its actor and as a value, when a person is erased.
    IF (to_jsonb(NEW) - '{actor_id,from_value,to_value}'::text[]) = (to_jsonb(OLD) - '{actor_id,from_value,to_value}'::text[])
      AND (NEW.actor_id IS NULL OR NEW.actor_id = OLD.actor_id)
      AND (NEW.from_value IS NOT DISTINCT FROM OLD.from_value OR (OLD.from_value ~ person AND NEW.from_value = '${NOBODY}'))
      AND (NEW.to_value IS NOT DISTINCT FROM OLD.to_value OR (OLD.to_value ~ person AND NEW.to_value = '${NOBODY}'))
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'history is never changed';
  END $$`,
];

const DOWN = [
  String.raw`CREATE OR REPLACE FUNCTION refuse_history_update() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Only the name behind an entry may go, when its person is erased.
    IF (to_jsonb(NEW) - 'actor_id') = (to_jsonb(OLD) - 'actor_id') AND NEW.actor_id IS NULL THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'history is never changed';
  END $$`,
  'DROP TABLE "retention_run"',
  'DROP TABLE "take_out"',
];

export class PersonalData1790000700000 implements MigrationInterface {
  readonly name = 'PersonalData1790000700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
