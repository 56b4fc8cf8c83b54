import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables, keys and indices of the records: as the entities of libs/persistence describe them. */
const TABLES = [
  String.raw`CREATE TABLE "programme" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "organisation" text NOT NULL,
    "title" text NOT NULL,
    "purpose" text NOT NULL,
    "contact_address" text NOT NULL,
    "default_language" text NOT NULL,
    "time_zone" text NOT NULL,
    "stale_after_days" integer NOT NULL DEFAULT '30',
    "published" boolean NOT NULL DEFAULT false,
    "feedback_open" boolean NOT NULL DEFAULT false,
    "accessibility_text" text,
    "privacy_text" text,
    "translations" jsonb NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "programme_slug_unique" UNIQUE ("slug"),
    CONSTRAINT "programme_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "programme_privacy_length" CHECK (char_length("privacy_text") <= 10000 AND "privacy_text" ~ '\S'),
    CONSTRAINT "programme_accessibility_length" CHECK (char_length("accessibility_text") <= 10000 AND "accessibility_text" ~ '\S'),
    CONSTRAINT "programme_stale_days_range" CHECK ("stale_after_days" BETWEEN 1 AND 3650),
    CONSTRAINT "programme_language_known" CHECK ("default_language" IN ('de', 'en', 'nl', 'da', 'sv', 'fi')),
    CONSTRAINT "programme_contact_length" CHECK (char_length("contact_address") <= 200 AND "contact_address" ~ '\S'),
    CONSTRAINT "programme_purpose_length" CHECK (char_length("purpose") <= 10000 AND "purpose" ~ '\S'),
    CONSTRAINT "programme_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "programme_organisation_length" CHECK (char_length("organisation") <= 300 AND "organisation" ~ '\S'),
    CONSTRAINT "programme_slug_kebab" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") <= 80),
    CONSTRAINT "programme_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE TABLE "organisational_unit" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "name" text NOT NULL,
    "kind" text,
    "parent_id" uuid,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "organisational_unit_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "organisational_unit_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "organisational_unit_not_own_parent" CHECK ("parent_id" <> "id"),
    CONSTRAINT "organisational_unit_kind_length" CHECK (char_length("kind") <= 200 AND "kind" ~ '\S'),
    CONSTRAINT "organisational_unit_name_length" CHECK (char_length("name") <= 300 AND "name" ~ '\S'),
    CONSTRAINT "organisational_unit_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "organisational_unit_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "organisational_unit_by_parent" ON "organisational_unit" ("parent_id")`,
  String.raw`CREATE TABLE "person" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "name" text NOT NULL,
    "email" text,
    "unit_id" uuid,
    "role" text NOT NULL,
    "public_name" text NOT NULL DEFAULT 'HIDDEN',
    "term_first_loop" integer,
    "term_last_loop" integer,
    "position" integer NOT NULL,
    CONSTRAINT "person_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "person_term_complete" CHECK (("term_first_loop" IS NULL) = ("term_last_loop" IS NULL)),
    CONSTRAINT "person_term_from_one" CHECK ("term_first_loop" >= 1 AND "term_last_loop" >= "term_first_loop"),
    CONSTRAINT "person_public_name_known" CHECK ("public_name" IN ('HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT')),
    CONSTRAINT "person_role_known" CHECK ("role" IN ('EMPLOYEE', 'GUIDE', 'CIRCLE', 'ADMINISTRATOR')),
    CONSTRAINT "person_email_length" CHECK (char_length("email") <= 200 AND "email" ~ '\S'),
    CONSTRAINT "person_name_length" CHECK (char_length("name") <= 200 AND "name" ~ '\S'),
    CONSTRAINT "person_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "person_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "person_by_unit" ON "person" ("unit_id")`,
  String.raw`CREATE TABLE "history_entry" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "subject" text NOT NULL,
    "subject_id" uuid NOT NULL,
    "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    "actor_id" uuid,
    "way" text NOT NULL,
    "field" text NOT NULL,
    "from_value" text,
    "to_value" text,
    "reason" text,
    CONSTRAINT "history_entry_reason_length" CHECK (char_length("reason") <= 10000 AND "reason" ~ '\S'),
    CONSTRAINT "history_entry_way_known" CHECK ("way" IN ('IMPORT', 'API')),
    CONSTRAINT "history_entry_subject_known" CHECK ("subject" IN ('PROGRAMME', 'LOOP', 'MEASURE', 'RESULT')),
    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "history_entry_by_subject" ON "history_entry" ("subject_id", "at")`,
  String.raw`CREATE TABLE "learning_loop" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "start_day" date,
    "end_day" date,
    "stage" text NOT NULL DEFAULT 'PLANNED',
    "reflection" text,
    "recorded" boolean NOT NULL DEFAULT false,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "learning_loop_programme_unique" UNIQUE ("id", "programme_id"),
    CONSTRAINT "learning_loop_number_unique" UNIQUE ("programme_id", "number"),
    CONSTRAINT "learning_loop_closed_reflected" CHECK ("stage" <> 'CLOSED' OR "recorded" OR "reflection" IS NOT NULL),
    CONSTRAINT "learning_loop_reflection_length" CHECK (char_length("reflection") <= 10000 AND "reflection" ~ '\S'),
    CONSTRAINT "learning_loop_days_in_order" CHECK ("end_day" >= "start_day"),
    CONSTRAINT "learning_loop_number_from_one" CHECK ("number" BETWEEN 1 AND 10000),
    CONSTRAINT "learning_loop_stage_known" CHECK ("stage" IN ('PLANNED', 'RUNNING', 'REVIEW', 'CLOSED')),
    CONSTRAINT "learning_loop_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE UNIQUE INDEX "learning_loop_one_running" ON "learning_loop" ("programme_id") WHERE "stage" = 'RUNNING'`,
  String.raw`CREATE TABLE "topic" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" text NOT NULL,
    "description" text,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "topic_programme_unique" UNIQUE ("id", "programme_id"),
    CONSTRAINT "topic_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "topic_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "topic_description_length" CHECK (char_length("description") <= 10000 AND "description" ~ '\S'),
    CONSTRAINT "topic_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "topic_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "topic_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE TABLE "action_field" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "topic_id" uuid NOT NULL,
    "loop_id" uuid NOT NULL,
    "key" text NOT NULL,
    "question" text NOT NULL,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "action_field_loop_unique" UNIQUE ("id", "loop_id"),
    CONSTRAINT "action_field_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "action_field_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "action_field_question_length" CHECK (char_length("question") <= 500 AND "question" ~ '\S'),
    CONSTRAINT "action_field_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "action_field_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "action_field_by_loop" ON "action_field" ("loop_id")`,
  String.raw`CREATE INDEX "action_field_by_topic" ON "action_field" ("topic_id", "loop_id")`,
  String.raw`CREATE TABLE "measure" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "action_field_id" uuid NOT NULL,
    "loop_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" text NOT NULL,
    "description" text,
    "success_criterion" text,
    "due_day" date,
    "phase" text NOT NULL DEFAULT 'PLAN',
    "stopped_in" text,
    "end_reason" text,
    "owner_id" uuid,
    "owner_accepted" boolean NOT NULL DEFAULT false,
    "checker_id" uuid,
    "commissioner_id" uuid,
    "commissioner_took_over" boolean NOT NULL DEFAULT false,
    "unit_id" uuid,
    "verdict" text,
    "lesson" text,
    "anchored_in" text,
    "no_next_step_needed" boolean NOT NULL DEFAULT false,
    "carried_from_id" uuid,
    "recorded" boolean NOT NULL DEFAULT false,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    "last_activity_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "measure_carried_from_unique" UNIQUE ("carried_from_id"),
    CONSTRAINT "measure_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "measure_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "measure_not_its_own_successor" CHECK ("carried_from_id" <> "id"),
    CONSTRAINT "measure_checker_not_owner" CHECK ("checker_id" <> "owner_id"),
    CONSTRAINT "measure_verdict_known" CHECK ("verdict" IN ('ADOPT', 'ADAPT', 'STOP')),
    CONSTRAINT "measure_stopped_in_when_stopped" CHECK ("phase" = 'STOPPED' OR "stopped_in" IS NULL),
    CONSTRAINT "measure_stopped_in_known" CHECK ("stopped_in" IN ('PLAN', 'DO', 'CHECK')),
    CONSTRAINT "measure_phase_known" CHECK ("phase" IN ('PLAN', 'DO', 'CHECK', 'ACT', 'DONE', 'STOPPED', 'CARRIED_OVER')),
    CONSTRAINT "measure_end_reason_length" CHECK (char_length("end_reason") <= 10000 AND "end_reason" ~ '\S'),
    CONSTRAINT "measure_anchored_in_length" CHECK (char_length("anchored_in") <= 10000 AND "anchored_in" ~ '\S'),
    CONSTRAINT "measure_lesson_length" CHECK (char_length("lesson") <= 10000 AND "lesson" ~ '\S'),
    CONSTRAINT "measure_success_criterion_length" CHECK (char_length("success_criterion") <= 10000 AND "success_criterion" ~ '\S'),
    CONSTRAINT "measure_description_length" CHECK (char_length("description") <= 10000 AND "description" ~ '\S'),
    CONSTRAINT "measure_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "measure_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "measure_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "measure_by_owner" ON "measure" ("owner_id")`,
  String.raw`CREATE INDEX "measure_by_action_field" ON "measure" ("action_field_id")`,
  String.raw`CREATE INDEX "measure_by_loop_and_phase" ON "measure" ("loop_id", "phase")`,
  String.raw`CREATE TABLE "measure_contributor" (
    "measure_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    CONSTRAINT "measure_contributor_pkey" PRIMARY KEY ("measure_id", "person_id"))`,
  String.raw`CREATE INDEX "measure_contributor_by_person" ON "measure_contributor" ("person_id")`,
  String.raw`CREATE TABLE "strategic_goal" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" text NOT NULL,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "strategic_goal_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "strategic_goal_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "strategic_goal_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "strategic_goal_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "strategic_goal_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE TABLE "measure_goal" (
    "measure_id" uuid NOT NULL,
    "goal_id" uuid NOT NULL,
    CONSTRAINT "measure_goal_pkey" PRIMARY KEY ("measure_id", "goal_id"))`,
  String.raw`CREATE INDEX "measure_goal_by_goal" ON "measure_goal" ("goal_id")`,
  String.raw`CREATE TABLE "measure_guide" (
    "measure_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    CONSTRAINT "measure_guide_pkey" PRIMARY KEY ("measure_id", "person_id"))`,
  String.raw`CREATE INDEX "measure_guide_by_person" ON "measure_guide" ("person_id")`,
  String.raw`CREATE TABLE "measure_step" (
    "id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "text" text NOT NULL,
    "stage" text,
    "due_day" date,
    "state" text NOT NULL DEFAULT 'OPEN',
    "done_day" date,
    "drop_reason" text,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "measure_step_position_unique" UNIQUE ("measure_id", "position") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "measure_step_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "measure_step_done_day_when_done" CHECK ("state" = 'DONE' OR "done_day" IS NULL),
    CONSTRAINT "measure_step_dropped_with_reason" CHECK (("state" = 'DROPPED') = ("drop_reason" IS NOT NULL)),
    CONSTRAINT "measure_step_state_known" CHECK ("state" IN ('OPEN', 'DONE', 'DROPPED')),
    CONSTRAINT "measure_step_drop_reason_length" CHECK (char_length("drop_reason") <= 10000 AND "drop_reason" ~ '\S'),
    CONSTRAINT "measure_step_stage_length" CHECK (char_length("stage") <= 300 AND "stage" ~ '\S'),
    CONSTRAINT "measure_step_text_length" CHECK (char_length("text") <= 10000 AND "text" ~ '\S'),
    CONSTRAINT "measure_step_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE TABLE "next_step" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "key" text NOT NULL,
    "position" integer NOT NULL,
    "text" text NOT NULL,
    "due_from" date,
    "due_day" date,
    "addressee_unit_id" uuid,
    "addressee_person_id" uuid,
    "state" text NOT NULL DEFAULT 'OPEN',
    "done_day" date,
    "drop_reason" text,
    "became_measure_id" uuid,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "next_step_position_unique" UNIQUE ("measure_id", "position") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "next_step_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "next_step_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "next_step_one_addressee" CHECK ("addressee_unit_id" IS NULL OR "addressee_person_id" IS NULL),
    CONSTRAINT "next_step_due_period" CHECK ("due_from" IS NULL OR "due_day" >= "due_from"),
    CONSTRAINT "next_step_done_day_when_done" CHECK ("state" = 'DONE' OR "done_day" IS NULL),
    CONSTRAINT "next_step_became_measure" CHECK (("state" = 'BECAME_MEASURE') = ("became_measure_id" IS NOT NULL)),
    CONSTRAINT "next_step_dropped_with_reason" CHECK (("state" = 'DROPPED') = ("drop_reason" IS NOT NULL)),
    CONSTRAINT "next_step_state_known" CHECK ("state" IN ('OPEN', 'DONE', 'DROPPED', 'BECAME_MEASURE')),
    CONSTRAINT "next_step_drop_reason_length" CHECK (char_length("drop_reason") <= 10000 AND "drop_reason" ~ '\S'),
    CONSTRAINT "next_step_text_length" CHECK (char_length("text") <= 10000 AND "text" ~ '\S'),
    CONSTRAINT "next_step_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "next_step_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "next_step_by_became_measure" ON "next_step" ("became_measure_id")`,
  String.raw`CREATE TABLE "result" (
    "id" uuid NOT NULL,
    "programme_id" uuid NOT NULL,
    "measure_id" uuid NOT NULL,
    "key" text NOT NULL,
    "text" text NOT NULL,
    "day" date,
    "state" text NOT NULL DEFAULT 'DRAFT',
    "published_at" TIMESTAMP WITH TIME ZONE,
    "internal_reason" text,
    "position" integer NOT NULL,
    "translations" jsonb NOT NULL DEFAULT '{}',
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "result_key_unique" UNIQUE ("programme_id", "key"),
    CONSTRAINT "result_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "result_internal_with_reason" CHECK (("state" = 'INTERNAL') = ("internal_reason" IS NOT NULL)),
    CONSTRAINT "result_published_with_instant" CHECK (("state" = 'PUBLISHED') = ("published_at" IS NOT NULL)),
    CONSTRAINT "result_state_known" CHECK ("state" IN ('DRAFT', 'PUBLISHED', 'INTERNAL')),
    CONSTRAINT "result_internal_reason_length" CHECK (char_length("internal_reason") <= 10000 AND "internal_reason" ~ '\S'),
    CONSTRAINT "result_text_length" CHECK (char_length("text") <= 10000 AND "text" ~ '\S'),
    CONSTRAINT "result_key_kebab" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("key") <= 80),
    CONSTRAINT "result_pkey" PRIMARY KEY ("id"))`,
  String.raw`CREATE INDEX "result_by_measure" ON "result" ("measure_id")`,
  String.raw`CREATE INDEX "result_published_newest_first" ON "result" ("programme_id", "published_at", "id") WHERE "state" = 'PUBLISHED'`,
  String.raw`CREATE TABLE "result_attachment" (
    "id" uuid NOT NULL,
    "result_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "kind" text NOT NULL,
    "title" text NOT NULL,
    "address" text NOT NULL,
    "alternative_text" text,
    "transcript" text,
    "translations" jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT "result_attachment_position_unique" UNIQUE ("result_id", "position") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "result_attachment_translations_object" CHECK (jsonb_typeof("translations") = 'object' AND char_length("translations"::text) <= 60000),
    CONSTRAINT "result_attachment_video_transcribed" CHECK ("kind" <> 'VIDEO' OR "transcript" IS NOT NULL),
    CONSTRAINT "result_attachment_figure_described" CHECK ("kind" <> 'FIGURE' OR "alternative_text" IS NOT NULL),
    CONSTRAINT "result_attachment_transcript_length" CHECK (char_length("transcript") <= 10000 AND "transcript" ~ '\S'),
    CONSTRAINT "result_attachment_alternative_length" CHECK (char_length("alternative_text") <= 10000 AND "alternative_text" ~ '\S'),
    CONSTRAINT "result_attachment_address_https" CHECK ("address" ~ '^https?://' AND char_length("address") <= 1000),
    CONSTRAINT "result_attachment_title_length" CHECK (char_length("title") <= 300 AND "title" ~ '\S'),
    CONSTRAINT "result_attachment_kind_known" CHECK ("kind" IN ('FIGURE', 'FILE', 'VIDEO')),
    CONSTRAINT "result_attachment_pkey" PRIMARY KEY ("id"))`,
  String.raw`ALTER TABLE "organisational_unit"
    ADD CONSTRAINT "organisational_unit_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "organisational_unit"
    ADD CONSTRAINT "organisational_unit_parent_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisational_unit"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "person"
    ADD CONSTRAINT "person_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "person"
    ADD CONSTRAINT "person_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "organisational_unit"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "history_entry"
    ADD CONSTRAINT "history_entry_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "history_entry"
    ADD CONSTRAINT "history_entry_actor_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "learning_loop"
    ADD CONSTRAINT "learning_loop_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "topic"
    ADD CONSTRAINT "topic_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "action_field"
    ADD CONSTRAINT "action_field_loop_fkey" FOREIGN KEY ("loop_id", "programme_id") REFERENCES "learning_loop"("id","programme_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "action_field"
    ADD CONSTRAINT "action_field_topic_fkey" FOREIGN KEY ("topic_id", "programme_id") REFERENCES "topic"("id","programme_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_checker_fkey" FOREIGN KEY ("checker_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_commissioner_fkey" FOREIGN KEY ("commissioner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_unit_fkey" FOREIGN KEY ("unit_id") REFERENCES "organisational_unit"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_carried_from_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "measure"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure"
    ADD CONSTRAINT "measure_action_field_fkey" FOREIGN KEY ("action_field_id", "loop_id") REFERENCES "action_field"("id","loop_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_contributor"
    ADD CONSTRAINT "measure_contributor_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_contributor"
    ADD CONSTRAINT "measure_contributor_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "strategic_goal"
    ADD CONSTRAINT "strategic_goal_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_goal"
    ADD CONSTRAINT "measure_goal_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_goal"
    ADD CONSTRAINT "measure_goal_goal_fkey" FOREIGN KEY ("goal_id") REFERENCES "strategic_goal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_guide"
    ADD CONSTRAINT "measure_guide_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_guide"
    ADD CONSTRAINT "measure_guide_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "measure_step"
    ADD CONSTRAINT "measure_step_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "next_step"
    ADD CONSTRAINT "next_step_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "next_step"
    ADD CONSTRAINT "next_step_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "next_step"
    ADD CONSTRAINT "next_step_unit_fkey" FOREIGN KEY ("addressee_unit_id") REFERENCES "organisational_unit"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "next_step"
    ADD CONSTRAINT "next_step_person_fkey" FOREIGN KEY ("addressee_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "next_step"
    ADD CONSTRAINT "next_step_became_measure_fkey" FOREIGN KEY ("became_measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "result"
    ADD CONSTRAINT "result_programme_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "result"
    ADD CONSTRAINT "result_measure_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  String.raw`ALTER TABLE "result_attachment"
    ADD CONSTRAINT "result_attachment_result_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

/** What anyone may read: published, non-personal columns and no others (docs/adr/0007). */
const PUBLISHED_VIEWS = [
  String.raw`CREATE FUNCTION refuse_history_update() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Only the name behind an entry may go, when its person is erased.
    IF (to_jsonb(NEW) - 'actor_id') = (to_jsonb(OLD) - 'actor_id') AND NEW.actor_id IS NULL THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'history is never changed';
  END $$`,
  String.raw`CREATE TRIGGER history_entry_unchanged BEFORE UPDATE ON history_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_history_update()`,
  // The texts without the names of languages and fields, which nobody means to find.
  String.raw`CREATE FUNCTION translated_text(translations jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg(found #>> '{}', ' '), '') || ' '
    FROM jsonb_path_query(translations, '$.*.*') found
  $$`,
  String.raw`CREATE VIEW published_programme AS
  SELECT id, slug, organisation, title, purpose, contact_address, default_language, time_zone,
    accessibility_text, privacy_text, translations
  FROM programme WHERE published`,
  String.raw`CREATE VIEW published_loop AS
  SELECT l.id, l.programme_id, l.number, l.start_day, l.end_day, l.stage
  FROM learning_loop l JOIN published_programme p ON p.id = l.programme_id
  WHERE l.stage <> 'PLANNED'`,
  String.raw`CREATE VIEW published_progress AS
  SELECT l.programme_id, l.id AS loop_id, m.phase, count(*)::int AS count
  FROM published_loop l JOIN measure m ON m.loop_id = l.id
  GROUP BY l.programme_id, l.id, m.phase`,
  String.raw`CREATE VIEW published_topic_loop AS
  SELECT DISTINCT a.topic_id, l.id AS loop_id, l.programme_id, l.number, l.stage
  FROM action_field a JOIN published_loop l ON l.id = a.loop_id`,
  String.raw`CREATE VIEW published_topic AS
  SELECT t.id, t.programme_id, t.key, t.title, t.description, t.position, t.translations
  FROM topic t
  WHERE EXISTS (SELECT FROM action_field a JOIN published_loop l ON l.id = a.loop_id WHERE a.topic_id = t.id)`,
  String.raw`CREATE VIEW published_success AS
  SELECT r.id, r.programme_id, r.measure_id, r.text, r.day, r.published_at, r.position, r.translations,
    m.key AS measure_key, m.title AS measure_title, m.description AS measure_description, m.phase,
    m.unit_id, m.position AS measure_position, m.translations AS measure_translations,
    a.id AS action_field_id, a.question, a.position AS action_field_position, a.translations AS action_field_translations,
    t.id AS topic_id, t.key AS topic_key, t.title AS topic_title, t.position AS topic_position,
    t.translations AS topic_translations,
    l.id AS loop_id, l.number AS loop_number, l.stage AS loop_stage,
    lower(a.question || ' ' || m.title || ' ' || coalesce(m.description, '') || ' ' || r.text || ' ' || t.title
      || ' ' || translated_text(a.translations) || translated_text(m.translations)
      || translated_text(r.translations) || translated_text(t.translations)) AS search_text
  FROM result r
  JOIN measure m ON m.id = r.measure_id
  JOIN action_field a ON a.id = m.action_field_id
  JOIN topic t ON t.id = a.topic_id
  JOIN published_loop l ON l.id = m.loop_id
  WHERE r.state = 'PUBLISHED'`,
  String.raw`CREATE VIEW published_measure AS
  SELECT m.id, m.programme_id, m.action_field_id, m.loop_id, m.key, m.title, m.description, m.phase, m.unit_id,
    m.carried_from_id, m.position, m.translations
  FROM measure m JOIN published_loop l ON l.id = m.loop_id
  WHERE EXISTS (SELECT FROM result r WHERE r.measure_id = m.id AND r.state = 'PUBLISHED')`,
  String.raw`CREATE VIEW published_action_field AS
  SELECT a.id, a.programme_id, a.topic_id, a.loop_id, a.key, a.question, a.position, a.translations
  FROM action_field a
  WHERE EXISTS (SELECT FROM published_measure m WHERE m.action_field_id = a.id)`,
  String.raw`CREATE VIEW published_step AS
  SELECT s.id, s.measure_id, s.position, s.text, s.stage, s.state, s.due_day, s.translations
  FROM measure_step s JOIN published_measure m ON m.id = s.measure_id`,
  String.raw`CREATE VIEW published_attachment AS
  SELECT f.id, f.result_id, f.position, f.kind, f.title, f.address, f.alternative_text, f.transcript, f.translations
  FROM result_attachment f JOIN result r ON r.id = f.result_id
  JOIN published_measure m ON m.id = r.measure_id
  WHERE r.state = 'PUBLISHED'`,
  String.raw`CREATE VIEW published_unit AS
  SELECT u.id, u.programme_id, u.key, u.name, u.position, u.translations
  FROM organisational_unit u JOIN published_programme p ON p.id = u.programme_id`,
  String.raw`CREATE VIEW published_goal AS
  SELECT g.id, g.programme_id, g.key, g.title, g.position, g.translations
  FROM strategic_goal g JOIN published_programme p ON p.id = g.programme_id`,
  String.raw`CREATE VIEW published_measure_goal AS
  SELECT mg.measure_id, mg.goal_id FROM measure_goal mg JOIN published_measure m ON m.id = mg.measure_id`,
  String.raw`CREATE VIEW published_person AS
  SELECT p.id, p.programme_id, p.position,
    CASE WHEN p.public_name IN ('NAME', 'NAME_AND_UNIT') THEN p.name END AS name,
    CASE WHEN p.public_name = 'NAME_AND_UNIT' THEN p.unit_id END AS unit_id
  FROM person p JOIN published_programme g ON g.id = p.programme_id
  WHERE p.public_name <> 'HIDDEN'`,
  String.raw`CREATE VIEW published_guide AS
  SELECT mg.measure_id, p.id AS person_id, p.position, p.name, p.unit_id
  FROM measure_guide mg
  JOIN published_measure m ON m.id = mg.measure_id
  JOIN published_person p ON p.id = mg.person_id`,
  String.raw`CREATE VIEW published_measure_link AS
  SELECT earlier.id AS from_id, later.id AS to_id, el.number AS from_loop, ll.number AS to_loop,
    CASE WHEN EXISTS (SELECT FROM published_measure x WHERE x.id = earlier.id) THEN earlier.key END AS from_key,
    CASE WHEN EXISTS (SELECT FROM published_measure x WHERE x.id = later.id) THEN later.key END AS to_key
  FROM measure later
  JOIN measure earlier ON earlier.id = later.carried_from_id
  JOIN published_loop el ON el.id = earlier.loop_id
  JOIN published_loop ll ON ll.id = later.loop_id`,
  String.raw`CREATE VIEW published_next_step AS
  SELECT n.id, n.measure_id, n.position, n.text, n.state, n.due_from, n.due_day, n.done_day, n.translations,
    (n.state = 'OPEN' AND n.due_day < (now() AT TIME ZONE g.time_zone)::date) AS overdue,
    n.addressee_unit_id, p.name AS addressee_name,
    l.number AS taken_up_loop, t.key AS taken_up_topic,
    CASE WHEN l.id IS NOT NULL AND EXISTS (SELECT FROM published_measure x WHERE x.id = b.id) THEN b.key END AS taken_up_key
  FROM next_step n
  JOIN published_measure m ON m.id = n.measure_id
  JOIN published_programme g ON g.id = n.programme_id
  LEFT JOIN published_person p ON p.id = n.addressee_person_id
  LEFT JOIN measure b ON b.id = n.became_measure_id
  LEFT JOIN published_loop l ON l.id = b.loop_id
  LEFT JOIN action_field a ON a.id = b.action_field_id AND l.id IS NOT NULL
  LEFT JOIN topic t ON t.id = a.topic_id`,
];

export class RecordsAndPublishedViews1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...PUBLISHED_VIEWS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of [
      'published_next_step',
      'published_measure_link',
      'published_guide',
      'published_person',
      'published_measure_goal',
      'published_goal',
      'published_unit',
      'published_attachment',
      'published_step',
      'published_action_field',
      'published_measure',
      'published_success',
      'published_topic',
      'published_topic_loop',
      'published_progress',
      'published_loop',
      'published_programme',
    ])
      await runner.query(`DROP VIEW "${view}"`);
    for (const table of [
      'result_attachment',
      'result',
      'next_step',
      'measure_step',
      'measure_guide',
      'measure_goal',
      'strategic_goal',
      'measure_contributor',
      'measure',
      'action_field',
      'topic',
      'learning_loop',
      'history_entry',
      'person',
      'organisational_unit',
      'programme',
    ])
      await runner.query(`DROP TABLE "${table}" CASCADE`);
    await runner.query('DROP FUNCTION "refuse_history_update"()');
    await runner.query('DROP FUNCTION "translated_text"(jsonb)');
  }
}
