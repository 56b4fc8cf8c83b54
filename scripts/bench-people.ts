/**
 * Measures what calls and mails do when much happens at once, and prints Markdown. docs/performance.md tells how.
 * Usage: npm run bench:people -- [--write]. Exits 1 when anything couldn't be measured.
 */
import 'reflect-metadata';
import { describeMachine } from './bench/machine.js';
import { fiftyApplicants } from './bench/people/fifty-applicants.js';
import { hangingMail } from './bench/people/hanging-mail.js';
import { killedWorker } from './bench/people/killed-worker.js';
import { openPostgres } from './bench/postgres.js';
import { openProgrammeDatabase, type ProgrammeDatabase } from './bench/programme-database.js';
import { reasonOf, say } from './bench/say.js';
import { writeIntoDocs } from './bench/write-docs.js';

const PARTS: readonly (readonly [
  name: string,
  work: (database: ProgrammeDatabase) => Promise<readonly string[]>,
])[] = [
  ['applicants', fiftyApplicants],
  ['killed', killedWorker],
  ['hanging', hangingMail],
];
const MEASURES = 50;

async function run(): Promise<void> {
  const postgres = await openPostgres(process.env['BENCH_DATABASE_URL']);
  try {
    const report = [...(await describeMachine(postgres.url, 'bench:people')), ''];
    for (const [name, work] of PARTS) {
      say(` ${name}`);
      const database = await openProgrammeDatabase(postgres.url, `people_${name}`, MEASURES);
      try {
        report.push(...(await work(database)));
      } finally {
        await database.drop();
      }
    }
    const text = report.join('\n').trim();
    process.stdout.write(`${text}\n`);
    if (process.argv.includes('--write')) writeIntoDocs(text, 'bench:people');
  } finally {
    await postgres.stop();
  }
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await run();
} catch (error) {
  say(`The benchmark failed. ${reasonOf(error)}`);
  process.exitCode = 1;
}
