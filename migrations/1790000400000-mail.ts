import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails, and who wants them how. The queue of their jobs comes by graphile-worker's own migrations. */
const UP = [
  String.raw`CREATE TABLE "mail" (
    "id" uuid NOT NULL,
    "cause" text NOT NULL,
    "programme_id" uuid,
    "person_id" uuid,
    "address" text NOT NULL,
    "language" text NOT NULL,
    "kind" text NOT NULL,
    "values" jsonb NOT NULL DEFAULT '{}',
    "gathered" boolean NOT NULL DEFAULT false,
    "digest_id" uuid,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "attempts" integer NOT NULL DEFAULT '0',
    "last_error" text,
    "message_id" text,
    "sent_at" TIMESTAMP WITH TIME ZONE,
    "failed_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "mail_cause_unique" UNIQUE ("cause"),
    CONSTRAINT "mail_cause_length" CHECK (char_length("cause") <= 200 AND "cause" ~ '\S'),
    CONSTRAINT "mail_address_length" CHECK (char_length("address") <= 200 AND "address" ~ '\S'),
    CONSTRAINT "mail_kind_known" CHECK ("kind" IN ('INVITATION', 'APPLICATION_RECEIVED', 'APPLICATION_CHOSEN', 'APPLICATION_WAITLISTED', 'APPLICATION_DECLINED', 'MEASURE_OFFERED', 'CHECK_WANTED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'LOOP_ENDING', 'DIGEST')),
    CONSTRAINT "mail_language_known" CHECK ("language" IN ('de', 'en')),
    CONSTRAINT "mail_values_object" CHECK (jsonb_typeof("values") = 'object' AND char_length("values"::text) <= 30000),
    CONSTRAINT "mail_last_error_length" CHECK (char_length("last_error") <= 200 AND "last_error" ~ '\S'),
    CONSTRAINT "mail_ends_once" CHECK ("sent_at" IS NULL OR "failed_at" IS NULL),
    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE,
    CONSTRAINT "mail_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE,
    CONSTRAINT "mail_digest_fkey" FOREIGN KEY ("digest_id") REFERENCES "mail"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "mail_by_programme" ON "mail" ("programme_id", "created_at")`,
  String.raw`CREATE INDEX "mail_by_person" ON "mail" ("person_id")`,
  String.raw`CREATE INDEX "mail_by_digest" ON "mail" ("digest_id")`,
  String.raw`CREATE INDEX "mail_by_creation" ON "mail" ("created_at")`,
  String.raw`ALTER TABLE "person"
    ADD "mail_choice" text NOT NULL DEFAULT 'AT_ONCE',
    ADD "mail_language" text,
    ADD CONSTRAINT "person_mail_choice_known" CHECK ("mail_choice" IN ('AT_ONCE', 'DAILY', 'NONE')),
    ADD CONSTRAINT "person_mail_language_known" CHECK ("mail_language" IN ('de', 'en'))`,
];

const DOWN = [
  `ALTER TABLE "person" DROP COLUMN "mail_language", DROP COLUMN "mail_choice"`,
  `DROP TABLE "mail"`,
];

export class Mail1790000400000 implements MigrationInterface {
  readonly name = 'Mail1790000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
