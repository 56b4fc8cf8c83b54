import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of mail before these, and those that come with them. */
const MAIL_KINDS = `'INVITATION', 'APPLICATION_RECEIVED', 'APPLICATION_CHOSEN', 'APPLICATION_WAITLISTED', 'APPLICATION_DECLINED', 'MEASURE_OFFERED', 'CHECK_WANTED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'LOOP_ENDING', 'FEEDBACK_RECEIVED', 'FEEDBACK_ANSWERED', 'THANKS_GIVEN'`;
const NEW_KINDS = `'IDEA_RECEIVED', 'IDEA_ACKNOWLEDGED', 'IDEA_TAKEN_UP', 'IDEA_DECLINED'`;

/** Ideas of employees, and which programmes take some. */
const UP = [
  String.raw`CREATE TABLE "idea" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "account_id" uuid NOT NULL,
    "name" text NOT NULL,
    "email" text,
    "title" text,
    "text" text,
    "topic_id" uuid,
    "state" text NOT NULL DEFAULT 'SUBMITTED',
    "reason" text,
    "measure_id" uuid,
    "acknowledged_by_id" uuid,
    "acknowledged_at" TIMESTAMP WITH TIME ZONE,
    "answered_by_id" uuid,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "idea_state_known" CHECK ("state" IN ('SUBMITTED', 'ACKNOWLEDGED', 'TAKEN_UP', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT "idea_name_length" CHECK (char_length("name") <= 200 AND "name" ~ '\S'),
    CONSTRAINT "idea_email_length" CHECK (char_length("email") <= 200 AND "email" ~ '\S'),
    CONSTRAINT "idea_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "idea_text_length" CHECK (char_length("text") <= 10000 AND "text" ~ '\S'),
    CONSTRAINT "idea_reason_length" CHECK (char_length("reason") <= 10000 AND "reason" ~ '\S'),
    CONSTRAINT "idea_empty_when_withdrawn" CHECK (CASE WHEN "state" = 'WITHDRAWN' THEN "title" IS NULL AND "text" IS NULL AND "topic_id" IS NULL ELSE "title" IS NOT NULL AND "text" IS NOT NULL END),
    CONSTRAINT "idea_declined_with_reason" CHECK (("state" = 'DECLINED') = ("reason" IS NOT NULL)),
    CONSTRAINT "idea_measure_when_taken_up" CHECK ("state" = 'TAKEN_UP' OR "measure_id" IS NULL),
    CONSTRAINT "idea_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "idea_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE,
    CONSTRAINT "idea_account_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE,
    CONSTRAINT "idea_topic_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE SET NULL,
    CONSTRAINT "idea_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE SET NULL,
    CONSTRAINT "idea_acknowledged_by_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "idea_answered_by_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL)`,
  String.raw`CREATE INDEX "idea_newest_first" ON "idea" ("programme_id", "id")`,
  String.raw`CREATE INDEX "idea_by_account" ON "idea" ("account_id")`,
  String.raw`CREATE INDEX "idea_by_measure" ON "idea" ("measure_id")`,
  String.raw`ALTER TABLE "programme" ADD "ideas_open" boolean NOT NULL DEFAULT false`,
  String.raw`ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}, ${NEW_KINDS}, 'DIGEST'))`,
  // Programmes to which employees may bring ideas; of the ideas themselves nothing is public.
  String.raw`CREATE VIEW "published_ideas_open" AS
  SELECT id AS programme_id FROM programme WHERE published AND ideas_open`,
];

const DOWN = [
  `DROP VIEW "published_ideas_open"`,
  `DELETE FROM "mail" WHERE "kind" IN (${NEW_KINDS})`,
  `ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}, 'DIGEST'))`,
  `ALTER TABLE "programme" DROP COLUMN "ideas_open"`,
  `DROP TABLE "idea"`,
];

export class Ideas1790000800000 implements MigrationInterface {
  readonly name = 'Ideas1790000800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
