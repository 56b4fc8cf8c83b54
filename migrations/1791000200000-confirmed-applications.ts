import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of mail before these, and those that come with them. */
const MAIL_KINDS = `'INVITATION', 'APPLICATION_RECEIVED', 'APPLICATION_CHOSEN', 'APPLICATION_WAITLISTED', 'APPLICATION_DECLINED', 'MEASURE_OFFERED', 'CHECK_WANTED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'LOOP_ENDING', 'FEEDBACK_RECEIVED', 'FEEDBACK_ANSWERED', 'THANKS_GIVEN', 'IDEA_RECEIVED', 'IDEA_ACKNOWLEDGED', 'IDEA_TAKEN_UP', 'IDEA_DECLINED', 'DIGEST'`;
const NEW_KINDS = `'APPLICATION_TO_CONFIRM', 'APPLICATION_KNOWN', 'APPLICANT_WITHDREW'`;

/** What exactly a link confirms, in which language applicants are written to, and what they were told last. */
const UP = [
  String.raw`ALTER TABLE "sign_in_link"
    ADD "application_id" uuid,
    ADD "application_version" integer,
    ADD CONSTRAINT "sign_in_link_application_whole" CHECK (("application_id" IS NULL) = ("application_version" IS NULL)),
    ADD CONSTRAINT "sign_in_link_application_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE`,
  String.raw`CREATE INDEX "sign_in_link_by_application" ON "sign_in_link" ("application_id")`,
  String.raw`ALTER TABLE "application"
    ADD "language" text,
    ADD "told" text,
    ADD CONSTRAINT "application_language_known" CHECK ("language" IN ('de', 'en')),
    ADD CONSTRAINT "application_told_known" CHECK ("told" IN ('RECEIVED', 'CHOSEN', 'WAITLISTED', 'DECLINED'))`,
  // Whoever has confirmed was told of it, and of the decision where there is one.
  String.raw`UPDATE "application" a
    SET "told" = CASE WHEN c."state" = 'DECIDED' THEN a."state" ELSE 'RECEIVED' END
    FROM "volunteer_call" c
    WHERE c."id" = a."call_id" AND a."confirmed_at" IS NOT NULL AND a."state" <> 'WITHDRAWN'`,
  String.raw`ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}, ${NEW_KINDS}))`,
  // Written out, a control character takes six: a reason of nothing else didn't fit.
  String.raw`ALTER TABLE "mail"
    DROP CONSTRAINT "mail_values_object",
    ADD CONSTRAINT "mail_values_bounded" CHECK (jsonb_typeof("values") = 'object' AND char_length("values"::text) <= 70000)`,
];

const DOWN = [
  `DELETE FROM "mail" WHERE char_length("values"::text) > 30000`,
  `ALTER TABLE "mail"
    DROP CONSTRAINT "mail_values_bounded",
    ADD CONSTRAINT "mail_values_object" CHECK (jsonb_typeof("values") = 'object' AND char_length("values"::text) <= 30000)`,
  `DELETE FROM "mail" WHERE "kind" IN (${NEW_KINDS})`,
  `ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}))`,
  `ALTER TABLE "application" DROP COLUMN "told", DROP COLUMN "language"`,
  `ALTER TABLE "sign_in_link" DROP COLUMN "application_version", DROP COLUMN "application_id"`,
];

export class ConfirmedApplications1791000200000 implements MigrationInterface {
  readonly name = 'ConfirmedApplications1791000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
