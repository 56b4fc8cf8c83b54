import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, decisions and what the workspace keeps beside the records. */
const UP = [
  String.raw`CREATE TABLE "account" (
    "id" uuid NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "account_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE TABLE "identity" (
    "issuer" text NOT NULL,
    "subject" text NOT NULL,
    "account_id" uuid NOT NULL,
    "last_used_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "identity_subject_length" CHECK (char_length("subject") <= 1000 AND "subject" ~ '\S'),
    CONSTRAINT "identity_issuer_length" CHECK (char_length("issuer") <= 1000 AND "issuer" ~ '\S'),
    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "identity_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "identity_by_account" ON "identity" ("account_id")`,
  String.raw`CREATE TABLE "sign_in_link" (
    "id" uuid NOT NULL,
    "digest" text NOT NULL,
    "email" text NOT NULL,
    "return_to" text NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "used_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "sign_in_link_digest_unique" UNIQUE ("digest"),
    CONSTRAINT "sign_in_link_return_length" CHECK (char_length("return_to") <= 1000 AND "return_to" ~ '\S'),
    CONSTRAINT "sign_in_link_email_length" CHECK (char_length("email") <= 200 AND "email" ~ '\S'),
    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "sign_in_link_by_expiry" ON "sign_in_link" ("expires_at")`,
  String.raw`CREATE TABLE "request_receipt" (
    "account_id" uuid NOT NULL,
    "request_id" uuid NOT NULL,
    "digest" text NOT NULL,
    "answer" jsonb,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "request_receipt_pkey" PRIMARY KEY ("account_id", "request_id"),
    CONSTRAINT "request_receipt_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "request_receipt_by_instant" ON "request_receipt" ("at")`,
  // The tables of connect-pg-simple and rate-limiter-flexible, as their documentation gives them; no entity has them.
  String.raw`CREATE TABLE "session" (
    "sid" varchar NOT NULL,
    "sess" json NOT NULL,
    "expire" timestamp(6) NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("sid"))`,
  String.raw`CREATE INDEX "session_by_expiry" ON "session" ("expire")`,
  String.raw`CREATE INDEX "session_by_account" ON "session" (("sess" ->> 'accountId'))`,
  String.raw`CREATE TABLE "throttle" (
    "key" varchar(255) NOT NULL,
    "points" integer NOT NULL DEFAULT 0,
    "expire" bigint,
    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key"))`,
  String.raw`CREATE INDEX "throttle_by_expiry" ON "throttle" ("expire")`,
  String.raw`CREATE TABLE "decision" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "body" text NOT NULL,
    "day" date NOT NULL,
    "point" text NOT NULL,
    "ruling" text NOT NULL,
    "note" text,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "decision_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "decision_ruling_known" CHECK ("ruling" IN ('DISCUSSED', 'NOTED', 'APPROVED', 'APPROVED_WITH_CHANGES', 'REFERRED', 'REJECTED')),
    CONSTRAINT "decision_note_length" CHECK (char_length("note") <= 10000 AND "note" ~ '\S'),
    CONSTRAINT "decision_point_length" CHECK (char_length("point") <= 10000 AND "point" ~ '\S'),
    CONSTRAINT "decision_body_length" CHECK (char_length("body") <= 300 AND "body" ~ '\S'),
    CONSTRAINT "decision_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "decision_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "decision_newest_first" ON "decision" ("programme_id", "day", "id")`,
  String.raw`CREATE TABLE "decision_measure" (
    "decision_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    CONSTRAINT "decision_measure_pkey" PRIMARY KEY ("decision_id", "measure_id"),
    CONSTRAINT "decision_measure_decision_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE,
    CONSTRAINT "decision_measure_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "decision_measure_by_measure" ON "decision_measure" ("measure_id")`,
  String.raw`ALTER TABLE "programme"
    ADD "words" jsonb NOT NULL DEFAULT '{}',
    ADD "version" integer NOT NULL DEFAULT '1',
    ADD CONSTRAINT "programme_words_object" CHECK (jsonb_typeof("words") = 'object' AND char_length("words"::text) <= 10000)`,
  String.raw`ALTER TABLE "person"
    ADD "account_id" uuid,
    ADD "blocked_at" TIMESTAMP WITH TIME ZONE,
    ADD CONSTRAINT "person_account_unique" UNIQUE ("account_id", "programme_id"),
    ADD CONSTRAINT "person_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL`,
  String.raw`ALTER TABLE "measure"
    ADD "help_wanted" text,
    ADD "decision_required_for" text,
    ADD CONSTRAINT "measure_help_wanted_length" CHECK (char_length("help_wanted") <= 10000 AND "help_wanted" ~ '\S'),
    ADD CONSTRAINT "measure_decision_required_for_known" CHECK ("decision_required_for" IN ('PLAN', 'DO', 'CHECK', 'ACT', 'DONE', 'STOPPED', 'CARRIED_OVER'))`,
  String.raw`ALTER TABLE "next_step"
    ADD "decision_id" uuid,
    ADD CONSTRAINT "next_step_decision_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL`,
  String.raw`CREATE INDEX "next_step_by_decision" ON "next_step" ("decision_id")`,
  String.raw`ALTER TABLE "history_entry"
    ADD "version" integer,
    DROP CONSTRAINT "history_entry_subject_known",
    ADD CONSTRAINT "history_entry_subject_named" CHECK ("subject" IN ('PROGRAMME', 'LOOP', 'MEASURE', 'RESULT', 'DECISION', 'TOPIC', 'PERSON'))`,
  // Each change is written with its history, so its insert is the one place that tells the others. An import that
  // changes thousands of records is told as one change of the programme.
  String.raw`CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    told record;
  BEGIN
    FOR told IN
      SELECT programme_id,
        CASE WHEN count(*) OVER () > 20 THEN NULL ELSE subject END AS subject,
        CASE WHEN count(*) OVER () > 20 THEN NULL ELSE subject_id END AS subject_id
      FROM (SELECT DISTINCT programme_id, subject, subject_id FROM written) changed
    LOOP
      PERFORM pg_notify('lernschleife_change', jsonb_build_object(
        'programmeId', told.programme_id, 'subject', told.subject, 'subjectId', told.subject_id)::text);
    END LOOP;
    RETURN NULL;
  END $$`,
  String.raw`CREATE TRIGGER history_entry_told AFTER INSERT ON history_entry
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change()`,
];

const DOWN = [
  `DROP TRIGGER "history_entry_told" ON "history_entry"`,
  `DROP FUNCTION "tell_of_change"()`,
  `ALTER TABLE "history_entry"
    DROP CONSTRAINT "history_entry_subject_named",
    ADD CONSTRAINT "history_entry_subject_known" CHECK ("subject" IN ('PROGRAMME', 'LOOP', 'MEASURE', 'RESULT')),
    DROP COLUMN "version"`,
  `DROP INDEX "next_step_by_decision"`,
  `ALTER TABLE "next_step" DROP COLUMN "decision_id"`,
  `ALTER TABLE "measure" DROP COLUMN "decision_required_for", DROP COLUMN "help_wanted"`,
  `ALTER TABLE "person" DROP COLUMN "blocked_at", DROP COLUMN "account_id"`,
  `ALTER TABLE "programme" DROP COLUMN "version", DROP COLUMN "words"`,
  ...[
    'decision_measure',
    'decision',
    'throttle',
    'session',
    'request_receipt',
    'sign_in_link',
    'identity',
    'account',
  ].map((table) => `DROP TABLE "${table}"`),
];

export class Workspace1790000100000 implements MigrationInterface {
  readonly name = 'Workspace1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
