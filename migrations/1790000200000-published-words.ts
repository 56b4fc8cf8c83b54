import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `id, slug, organisation, title, purpose, contact_address, default_language, time_zone,
    accessibility_text, privacy_text, translations`;

/** A programme's own words are said on its public pages. */
export class PublishedWords1790000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE OR REPLACE VIEW published_programme AS SELECT ${COLUMNS}, words FROM programme WHERE published`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // A view loses a column only when it is made anew, and others are made of it.
    await runner.query(
      `CREATE OR REPLACE VIEW published_programme AS SELECT ${COLUMNS}, '{}'::jsonb AS words FROM programme WHERE published`,
    );
  }
}
