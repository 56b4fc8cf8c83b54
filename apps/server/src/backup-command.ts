/** `npm run backup` and `npm run restore` of the embedded database. Exit codes: 0 done, 1 refused or failed, 2 not understood. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, restore } from '#persistence/embedded/backup.js';
import { readEnv } from './config/env.js';
import { startFault } from './database/start-fault.js';

const USAGE = `npm run backup                       copy the embedded database to a dated file in DATA_DIR/backups
npm run backup -- FILE               … to this file; a server may run meanwhile
npm run restore -- FILE              make an empty data folder's database what the file says
npm run restore -- FILE --replace    … and move the one that is there aside
`;

class Refused extends Error {}

function readArguments(): { command: string; file: string | undefined; replace: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    const [command = '', file, ...more] = positionals;
    const { replace } = values;
    const isKnown = command === 'backup' ? !replace : command === 'restore' && file !== undefined;
    if (isKnown && more.length === 0) return { command, file, replace };
    process.stderr.write(USAGE);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
  }
  process.exit(2);
}

async function run(): Promise<string> {
  const { command, file, replace } = readArguments();
  const { databaseUrl, dataFolder } = readEnv(process.env);
  if (databaseUrl !== null)
    throw new Refused(
      'DATABASE_URL leads to PostgreSQL, and this is for the embedded database: use pg_dump and pg_restore (docs/operations.md, "Backup").',
    );
  // npm changes the folder; INIT_CWD is where the person stands.
  const given = file && resolve(process.env['INIT_CWD'] ?? '.', file);
  if (command === 'backup') {
    const day = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const target = given ?? join(dataFolder, 'backups', `lernschleife-${day}Z.tar.gz`);
    await backUp(dataFolder, target);
    return `The database is copied to ${target}. Keep it on another machine.\n`;
  }
  const aside = await restore(dataFolder, given ?? '', replace);
  return [
    `The database in ${dataFolder} is what the backup says.\n`,
    ...(aside === null ? [] : [`The one before lies in ${aside}: remove it when all is well.\n`]),
    'Who was erased since the backup is back: erase them again (docs/operations.md, "Personal data").\n',
  ].join('');
}

let code = 0;
try {
  const text = await run();
  await new Promise((done) => process.stdout.write(text, done));
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : startFault(error, null)}\n`);
  code = 1;
}
// The database leaves timers behind.
process.exit(code);
