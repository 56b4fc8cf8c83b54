import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Volunteer calls, the applications to them, and what of the calls is public. */
const UP = [
  String.raw`CREATE TABLE "volunteer_call" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" text NOT NULL,
    "text" text,
    "opens_on" date,
    "closes_on" date,
    "seats" integer,
    "minimum_term" integer,
    "first_loop_id" uuid,
    "qualifications" text array NOT NULL DEFAULT '{}',
    "questions" jsonb NOT NULL DEFAULT '[]',
    "state" text NOT NULL DEFAULT 'DRAFT',
    "closed_reason" text,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "volunteer_call_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "volunteer_call_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "volunteer_call_state_known" CHECK ("state" IN ('DRAFT', 'OPEN', 'CLOSED', 'DECIDED')),
    CONSTRAINT "volunteer_call_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "volunteer_call_text_length" CHECK (char_length("text") <= 10000 AND "text" ~ '\S'),
    CONSTRAINT "volunteer_call_closed_reason_length" CHECK (char_length("closed_reason") <= 10000 AND "closed_reason" ~ '\S'),
    CONSTRAINT "volunteer_call_seats_from_one" CHECK ("seats" BETWEEN 1 AND 1000),
    CONSTRAINT "volunteer_call_term_from_one" CHECK ("minimum_term" BETWEEN 1 AND 100),
    CONSTRAINT "volunteer_call_complete_when_opened" CHECK ("state" = 'DRAFT' OR ("text" IS NOT NULL AND "opens_on" IS NOT NULL AND "closes_on" IS NOT NULL AND "seats" IS NOT NULL AND "minimum_term" IS NOT NULL AND "first_loop_id" IS NOT NULL)),
    CONSTRAINT "volunteer_call_lists" CHECK (cardinality("qualifications") <= 50 AND jsonb_typeof("questions") = 'array' AND jsonb_array_length("questions") <= 20),
    CONSTRAINT "volunteer_call_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "volunteer_call_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE,
    CONSTRAINT "volunteer_call_loop_fkey" FOREIGN KEY ("first_loop_id") REFERENCES "learning_loop"("id"))`,
  String.raw`CREATE INDEX "volunteer_call_newest_first" ON "volunteer_call" ("programme_id", "id")`,
  String.raw`CREATE TABLE "application" (
    "id" uuid NOT NULL,
    "call_id" uuid NOT NULL,
    "account_id" uuid,
    "name" text NOT NULL,
    "email" text NOT NULL,
    "state" text NOT NULL DEFAULT 'RECEIVED',
    "motivation" text,
    "qualifications" text array NOT NULL DEFAULT '{}',
    "topic_ids" uuid array NOT NULL DEFAULT '{}',
    "last_loop" integer,
    "answers" jsonb NOT NULL DEFAULT '{}',
    "consent_version" text,
    "consent_at" TIMESTAMP WITH TIME ZONE,
    "confirmed_at" TIMESTAMP WITH TIME ZONE,
    "rank" integer,
    "note" text,
    "reason" text,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "application_state_known" CHECK ("state" IN ('RECEIVED', 'CHOSEN', 'WAITLISTED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT "application_name_length" CHECK (char_length("name") <= 200 AND "name" ~ '\S'),
    CONSTRAINT "application_email_length" CHECK (char_length("email") <= 200 AND "email" ~ '\S'),
    CONSTRAINT "application_motivation_length" CHECK (char_length("motivation") <= 10000 AND "motivation" ~ '\S'),
    CONSTRAINT "application_note_length" CHECK (char_length("note") <= 10000 AND "note" ~ '\S'),
    CONSTRAINT "application_reason_length" CHECK (char_length("reason") <= 10000 AND "reason" ~ '\S'),
    CONSTRAINT "application_answers_object" CHECK (jsonb_typeof("answers") = 'object' AND char_length("answers"::text) <= 100000),
    CONSTRAINT "application_lists" CHECK (cardinality("qualifications") <= 50 AND cardinality("topic_ids") <= 100),
    CONSTRAINT "application_rank_of_waitlisted" CHECK (("rank" IS NOT NULL) = ("state" = 'WAITLISTED')),
    CONSTRAINT "application_consent_complete" CHECK (("consent_version" IS NULL) = ("consent_at" IS NULL)),
    CONSTRAINT "application_account_unique" UNIQUE ("account_id", "call_id"),
    CONSTRAINT "application_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "application_call_fkey" FOREIGN KEY ("call_id") REFERENCES "volunteer_call"("id") ON DELETE CASCADE,
    CONSTRAINT "application_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`,
  String.raw`CREATE UNIQUE INDEX "application_address_unique" ON "application" ("call_id", (lower("email" COLLATE "C")))`,
  String.raw`CREATE TABLE "application_access" (
    "id" uuid NOT NULL,
    "call_id" uuid NOT NULL,
    "person_id" uuid,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "application_access_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "application_access_call_fkey" FOREIGN KEY ("call_id") REFERENCES "volunteer_call"("id") ON DELETE CASCADE,
    CONSTRAINT "application_access_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL)`,
  String.raw`CREATE INDEX "application_access_by_call" ON "application_access" ("call_id", "at")`,
  String.raw`ALTER TABLE "programme"
    ADD "application_domains" text array NOT NULL DEFAULT '{}',
    ADD "application_retention_days" integer NOT NULL DEFAULT '90',
    ADD CONSTRAINT "programme_application_domains_few" CHECK (cardinality("application_domains") <= 50),
    ADD CONSTRAINT "programme_application_retention" CHECK ("application_retention_days" BETWEEN 1 AND 3650)`,
  String.raw`ALTER TABLE "history_entry"
    DROP CONSTRAINT "history_entry_subject_named",
    ADD CONSTRAINT "history_entry_subject_called" CHECK ("subject" IN ('PROGRAMME', 'LOOP', 'MEASURE', 'RESULT', 'DECISION', 'TOPIC', 'PERSON', 'CALL'))`,
  // Open ones only, of programmes that are public; whether its last day is over, the reader asks of today.
  String.raw`CREATE VIEW "published_call" AS
  SELECT c.id, c.programme_id, c.key, c.title, c.text, c.opens_on, c.closes_on, c.seats, c.minimum_term,
    l.number AS first_loop, c.qualifications, c.questions
  FROM volunteer_call c
  JOIN programme p ON p.id = c.programme_id AND p.published
  JOIN learning_loop l ON l.id = c.first_loop_id
  WHERE c.state = 'OPEN'`,
];

const DOWN = [
  `DROP VIEW "published_call"`,
  `DELETE FROM "history_entry" WHERE "subject" = 'CALL'`,
  `ALTER TABLE "history_entry"
    DROP CONSTRAINT "history_entry_subject_called",
    ADD CONSTRAINT "history_entry_subject_named" CHECK ("subject" IN ('PROGRAMME', 'LOOP', 'MEASURE', 'RESULT', 'DECISION', 'TOPIC', 'PERSON'))`,
  `ALTER TABLE "programme" DROP COLUMN "application_retention_days", DROP COLUMN "application_domains"`,
  ...['application_access', 'application', 'volunteer_call'].map(
    (table) => `DROP TABLE "${table}"`,
  ),
];

export class VolunteerCalls1790000300000 implements MigrationInterface {
  readonly name = 'VolunteerCalls1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
