/** Removes what global-setup.mjs made. */
import pg from 'pg';

export default async function globalTeardown() {
  globalThis.removeTestDump?.();
  if (!process.env.TEST_TEMPLATE) return;
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  await admin.query(`DROP DATABASE ${process.env.TEST_TEMPLATE} WITH (FORCE)`);
  await admin.end();
}
