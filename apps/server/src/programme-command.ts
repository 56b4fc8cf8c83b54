/** `npm run programme -- …`: programme files in and out. Exit codes: 0 done, 1 refused or failed, 2 not understood. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { exportProgramme } from '#application/programme-files/export-programme.js';
import {
  importProgramme,
  type ImportReport,
} from '#application/programme-files/import-programme.js';
import {
  readProgrammeFile,
  type FileFault,
} from '#application/programme-files/read-programme-file.js';
import {
  makeAdministrator,
  type MadeAdministrator,
} from '#application/people/make-administrator.js';
import { removeProgramme } from '#application/programme-files/remove-programme.js';
import type { InputProblem } from '#application/shared/refusals.js';
import { Transactions } from '#persistence/shared/transactions.js';
import { readEnv } from './config/env.js';
import { startFault } from './database/start-fault.js';
import { openDatabase } from './database/open-database.js';

const USAGE = `npm run programme -- import FILE [--dry-run]   bring a programme to what the file says
npm run programme -- export SLUG [--json]      print a programme as a file
npm run programme -- list                      list the programmes
npm run programme -- remove SLUG               remove a programme and all of its records
npm run programme -- administrator SLUG --name NAME --email ADDRESS
                                               let someone administer a programme
`;

class Refused extends Error {}

/** What is told of someone who administers a programme from now on. */
const ADMINISTRATORS: Readonly<
  Record<MadeAdministrator['outcome'], (name: string, slug: string) => string>
> = {
  ADDED: (name, slug) =>
    `${name} was added to ${slug}, and administers it after the next sign-in.\n`,
  CHANGED: (name, slug) => `${name} administers ${slug} after the next sign-in.\n`,
  WAS_ONE: (name, slug) => `${name} administers ${slug} already; nothing was changed.\n`,
};

const FAULTS: Readonly<Partial<Record<InputProblem, string>>> = {
  MISSING: 'is empty: write something',
  TOO_LONG: 'is longer than 200 characters',
  MALFORMED: 'is not an e-mail address',
};

function faultLines(file: string, faults: readonly FileFault[]): string {
  const lines = faults.map(
    ({ line, key, reason }) => `${file}:${line}: ${key === '' ? '' : `${key} `}${reason}`,
  );
  return [
    ...lines,
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was changed.`,
  ].join('\n');
}

function reportLines(report: ImportReport, dryRun: boolean): string {
  const count = (names: readonly { kind: string }[]): string => {
    const byKind = Map.groupBy(names, ({ kind }) => kind);
    return [...byKind].map(([kind, list]) => `${list.length} ${kind}`).join(', ') || 'nothing';
  };
  return [
    `${report.slug}${dryRun ? ' (dry run: nothing was written)' : ''}`,
    `  added:     ${count(report.added)}`,
    `  changed:   ${count(report.changed)}`,
    ...report.changed.map(
      ({ kind, name, columns }) => `    ${kind} ${name}: ${columns.join(', ')}`,
    ),
    `  removed:   ${count(report.removed)}`,
    `  unchanged: ${report.unchanged} rows`,
    `  left:      ${count(report.left)}`,
    ...report.left.map(
      ({ kind, name }) => `    ${kind} ${name} is not in the file and stays as it is`,
    ),
    ...report.lowered.map(
      ({ key, from, to, missing }) =>
        `  note: measure ${key} stands in ${to}, not in ${from}; missing: ${missing.join(', ')}`,
    ),
    ...report.recorded.map(
      ({ key, gaps }) => `  note: measure ${key} is recorded history; gaps: ${gaps.join(', ')}`,
    ),
    ...report.likelyCopies.map(
      ({ key, of }) => `  note: measure ${key} says the same as ${of}: likely a copy`,
    ),
    '',
  ].join('\n');
}

async function run(
  source: DataSource,
  command: string,
  target: string,
  options: { dryRun: boolean; json: boolean; name: string; email: string },
): Promise<string> {
  switch (command) {
    case 'import': {
      // npm changes the folder; INIT_CWD is where the person stands.
      const read = readProgrammeFile(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', target)));
      if (!read.ok) throw new Refused(faultLines(target, read.error));
      const done = await importProgramme(source, read.value, {
        dryRun: options.dryRun,
        at: new Date(),
      });
      if (!done.ok) throw new Refused(faultLines(target, done.error));
      return reportLines(done.value, options.dryRun);
    }
    case 'export': {
      const text = await exportProgramme(source, target, options.json ? 'json' : 'yaml');
      if (text === null)
        throw new Refused(`There is no programme ${target}; "list" shows which there are.`);
      return text;
    }
    case 'remove':
      if (!(await removeProgramme(source, target)))
        throw new Refused(`There is no programme ${target}; "list" shows which there are.`);
      return `${target} is removed with all of its records.\n`;
    case 'administrator': {
      const { name, email } = options;
      const made = await makeAdministrator(
        { work: new Transactions(source), now: () => new Date() },
        { programme: target, name, email },
      );
      if (made.ok) return ADMINISTRATORS[made.value.outcome](made.value.name, target);
      if (made.error.code === 'NOT_FOUND')
        throw new Refused(`There is no programme ${target}; "list" shows which there are.`);
      const faults = made.error.faults.map(
        ({ field, problem }) => `--${field}: ${FAULTS[problem] ?? 'can’t be used'}`,
      );
      throw new Refused([...faults, 'Nothing was changed.'].join('\n'));
    }
    default: {
      const rows = await source.query<{ slug: string; title: string; measures: number }[]>(
        `SELECT slug, title, (SELECT count(*)::int FROM measure m WHERE m.programme_id = p.id) AS measures
         FROM programme p ORDER BY slug`,
      );
      return rows
        .map(({ slug, title, measures }) => `${slug}\t${title}\t${measures} measures\n`)
        .join('');
    }
  }
}

let parsed: {
  values: { 'dry-run'?: boolean; json?: boolean; name?: string; email?: string };
  positionals: string[];
};
try {
  parsed = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      name: { type: 'string' },
      email: { type: 'string' },
    },
  });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
const [command = '', target = '', ...more] = parsed.positionals;
const { name = '', email = '' } = parsed.values;
const isComplete = command !== 'administrator' || (name !== '' && email !== '');
const needsTarget = ['import', 'export', 'remove', 'administrator'].includes(command);
if (
  (!needsTarget && command !== 'list') ||
  needsTarget !== (target !== '') ||
  more.length > 0 ||
  !isComplete
) {
  process.stderr.write(USAGE);
  process.exit(2);
}
let code = 0;
try {
  const database = await openDatabase(
    { ...readEnv(process.env), loadDemonstration: false },
    AbortSignal.abort(),
    () => undefined,
  );
  try {
    const text = await run(database.source, command, target, {
      dryRun: parsed.values['dry-run'] ?? false,
      json: parsed.values.json ?? false,
      name,
      email,
    });
    await new Promise((done) => process.stdout.write(text, done));
  } finally {
    await database.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : startFault(error, null)}\n`);
  code = 1;
}
process.exit(code);
