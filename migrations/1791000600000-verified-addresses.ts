import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which address an identity was verified with: an account is told apart by what was proved, not by what somebody wrote. */
const UP = [
  String.raw`ALTER TABLE "identity"
    ADD "verified_email" text,
    ADD CONSTRAINT "identity_verified_email_length" CHECK (char_length("verified_email") <= 1000 AND "verified_email" ~ '\S')`,
  `UPDATE "identity" SET "verified_email" = "subject" WHERE "issuer" = 'email'`,
];

const DOWN = [`ALTER TABLE "identity" DROP COLUMN "verified_email"`];

export class VerifiedAddresses1791000600000 implements MigrationInterface {
  readonly name = 'VerifiedAddresses1791000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
