import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of mail before these, and those that come with them. */
const MAIL_KINDS = `'INVITATION', 'APPLICATION_RECEIVED', 'APPLICATION_CHOSEN', 'APPLICATION_WAITLISTED', 'APPLICATION_DECLINED', 'MEASURE_OFFERED', 'CHECK_WANTED', 'SENT_BACK', 'DUE_SOON', 'OVERDUE', 'LOOP_ENDING'`;
const NEW_KINDS = `'FEEDBACK_RECEIVED', 'FEEDBACK_ANSWERED', 'THANKS_GIVEN'`;

/** What readers ask and say of successes, its themes, thanks, and what of it is public. */
const UP = [
  String.raw`CREATE TABLE "voice_theme" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "name" text NOT NULL,
    CONSTRAINT "voice_theme_name_unique" UNIQUE ("programme_id", "name"),
    CONSTRAINT "voice_theme_programme_unique" UNIQUE ("id", "programme_id"),
    CONSTRAINT "voice_theme_name_length" CHECK (char_length("name") <= 100 AND "name" ~ '\S'),
    CONSTRAINT "voice_theme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "voice_theme_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE)`,
  String.raw`CREATE TABLE "voice" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "text" text NOT NULL,
    "email" text,
    "language" text NOT NULL,
    "consent_version" text,
    "consent_at" TIMESTAMP WITH TIME ZONE,
    "state" text NOT NULL DEFAULT 'OPEN',
    "theme_id" uuid,
    "answer" text,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    "answered_by_id" uuid,
    "in_public" boolean NOT NULL DEFAULT false,
    "reason" text,
    "led_to_id" uuid,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "voice_kind_known" CHECK ("kind" IN ('QUESTION', 'FEEDBACK')),
    CONSTRAINT "voice_state_known" CHECK ("state" IN ('OPEN', 'ANSWERED', 'SET_ASIDE')),
    CONSTRAINT "voice_language_known" CHECK ("language" IN ('de', 'en')),
    CONSTRAINT "voice_text_length" CHECK (char_length("text") <= 5000 AND "text" ~ '\S'),
    CONSTRAINT "voice_email_length" CHECK (char_length("email") <= 200 AND "email" ~ '\S'),
    CONSTRAINT "voice_answer_length" CHECK (char_length("answer") <= 4000 AND "answer" ~ '\S'),
    CONSTRAINT "voice_reason_length" CHECK (char_length("reason") <= 10000 AND "reason" ~ '\S'),
    CONSTRAINT "voice_consent_complete" CHECK (("consent_version" IS NULL) = ("consent_at" IS NULL)),
    CONSTRAINT "voice_address_until_dealt_with" CHECK ("email" IS NULL OR "state" = 'OPEN'),
    CONSTRAINT "voice_answered_with_answer" CHECK (("state" = 'ANSWERED') = ("answer" IS NOT NULL) AND ("answer" IS NULL) = ("answered_at" IS NULL)),
    CONSTRAINT "voice_aside_with_reason" CHECK (("state" = 'SET_ASIDE') = ("reason" IS NOT NULL)),
    CONSTRAINT "voice_public_by_consent" CHECK (NOT "in_public" OR ("state" = 'ANSWERED' AND "consent_version" IS NOT NULL)),
    CONSTRAINT "voice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "voice_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE,
    CONSTRAINT "voice_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE,
    CONSTRAINT "voice_theme_fkey" FOREIGN KEY ("theme_id", "programme_id") REFERENCES "voice_theme"("id", "programme_id"),
    CONSTRAINT "voice_answered_by_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL,
    CONSTRAINT "voice_led_to_fkey" FOREIGN KEY ("led_to_id") REFERENCES "measure"("id") ON DELETE SET NULL)`,
  String.raw`CREATE INDEX "voice_newest_first" ON "voice" ("programme_id", "id")`,
  String.raw`CREATE INDEX "voice_by_measure" ON "voice" ("measure_id")`,
  String.raw`CREATE INDEX "voice_by_theme" ON "voice" ("theme_id")`,
  String.raw`CREATE INDEX "voice_by_led_to" ON "voice" ("led_to_id")`,
  String.raw`CREATE TABLE "thanks" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "text" text NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "thanks_text_length" CHECK (char_length("text") <= 500 AND "text" ~ '\S'),
    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "thanks_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE,
    CONSTRAINT "thanks_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE,
    CONSTRAINT "thanks_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE)`,
  String.raw`CREATE INDEX "thanks_by_measure" ON "thanks" ("measure_id")`,
  String.raw`CREATE INDEX "thanks_by_person" ON "thanks" ("person_id")`,
  String.raw`ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}, ${NEW_KINDS}, 'DIGEST'))`,
  // Programmes of which readers may ask and say something.
  String.raw`CREATE VIEW "published_feedback" AS
  SELECT id AS programme_id FROM programme WHERE published AND feedback_open`,
  // What the sender and the circle have agreed to, of measures with a published result.
  String.raw`CREATE VIEW "published_voice" AS
  SELECT v.id, v.programme_id, v.measure_id, m.key AS measure_key, v.kind, v.text, v.language, v.answer, v.answered_at,
    later.key AS led_to_key, later.title AS led_to_title
  FROM voice v
  JOIN published_measure m ON m.id = v.measure_id
  LEFT JOIN published_measure later ON later.id = v.led_to_id
  WHERE v.in_public AND v.state = 'ANSWERED' AND v.consent_version IS NOT NULL`,
  // How many voices there are of each theme, and none of their words; what was set aside doesn't count.
  String.raw`CREATE VIEW "published_voice_theme" AS
  SELECT t.id, t.programme_id, t.name, count(*)::int AS count
  FROM voice_theme t
  JOIN voice v ON v.theme_id = t.id AND v.state <> 'SET_ASIDE'
  JOIN published_measure m ON m.id = v.measure_id
  GROUP BY t.id, t.programme_id, t.name`,
];

const DOWN = [
  ...['published_voice_theme', 'published_voice', 'published_feedback'].map(
    (view) => `DROP VIEW "${view}"`,
  ),
  `DELETE FROM "mail" WHERE "kind" IN (${NEW_KINDS})`,
  `ALTER TABLE "mail"
    DROP CONSTRAINT "mail_kind_known",
    ADD CONSTRAINT "mail_kind_known" CHECK ("kind" IN (${MAIL_KINDS}, 'DIGEST'))`,
  ...['thanks', 'voice', 'voice_theme'].map((table) => `DROP TABLE "${table}"`),
];

export class Voices1790000600000 implements MigrationInterface {
  readonly name = 'Voices1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
