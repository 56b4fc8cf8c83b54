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
import { applyRetention, dueByRetention } from '#application/personal-data/retention.js';
import { rebuildPublished } from '#application/published/rebuild-published.js';
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
npm run programme -- rebuild [SLUG]            compute anew what is kept ready for the public
npm run programme -- retention [--dry-run]     erase what is kept no longer, as the server does every day
npm run programme -- create SLUG --title TITLE --organisation NAME --contact ADDRESS [--purpose TEXT] [--language de]
                                               begin a programme without a file, not published yet
npm run programme -- administrator SLUG --name NAME --email ADDRESS
                                               let someone administer a programme
`;

class Refused extends Error {}

/** What a new programme is called, as the options of `create` say it. */
type NewProgramme = Readonly<
  Record<'title' | 'organisation' | 'contact' | 'purpose' | 'language', string>
>;

/** Begins a programme as a file with nothing else in it would; one that is there already stays as it is. */
async function create(source: DataSource, slug: string, wanted: NewProgramme): Promise<string> {
  const [known] = await source.query<unknown[]>('SELECT 1 FROM programme WHERE slug = $1', [slug]);
  if (known !== undefined)
    throw new Refused(`There is a programme ${slug} already; nothing was changed.`);
  const programme = { slug, ...wanted };
  const file = { format: 'lernschleife/programme', version: 1, programme };
  const read = readProgrammeFile(Buffer.from(JSON.stringify(file)));
  if (!read.ok) throw new Refused(optionLines(read.error));
  const done = await importProgramme(source, read.value, { dryRun: false, at: new Date() });
  if (!done.ok) throw new Refused(optionLines(done.error));
  return `${slug} is created, and not published yet. Let someone administer it: npm run programme -- administrator ${slug} --name NAME --email ADDRESS\n`;
}

/** Faults of a file that was made of options, each with its option. */
function optionLines(faults: readonly FileFault[]): string {
  const lines = faults.map(({ key, reason }) => {
    const option = key.replace(/^programme\./, '');
    return `${option === 'slug' ? 'SLUG' : `--${option}`}: ${reason}`;
  });
  return [...lines, 'Nothing was changed.'].join('\n');
}

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
  options: {
    dryRun: boolean;
    json: boolean;
    name: string;
    email: string;
    programme: NewProgramme;
  },
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
    case 'create':
      return create(source, target, options.programme);
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
    case 'rebuild': {
      const slugs = await rebuildPublished(source, target === '' ? null : target);
      if (slugs.length === 0 && target !== '')
        throw new Refused(`There is no programme ${target}; "list" shows which there are.`);
      return slugs.map((slug) => `${slug} is computed anew.\n`).join('');
    }
    case 'retention': {
      const now = (): Date => new Date();
      const counts = options.dryRun
        ? await dueByRetention(source, now())
        : await applyRetention({ work: new Transactions(source), now });
      const heading = options.dryRun ? 'Would be erased (dry run: nothing was changed)' : 'Erased';
      const lines = counts.map(({ rule, count }) => `  ${rule}: ${count}\n`);
      return `${heading}:\n${lines.join('')}`;
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
  values: {
    'dry-run'?: boolean;
    json?: boolean;
    name?: string;
    email?: string;
  } & Partial<NewProgramme>;
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
      title: { type: 'string' },
      organisation: { type: 'string' },
      contact: { type: 'string' },
      purpose: { type: 'string' },
      language: { type: 'string' },
    },
  });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
const [command = '', target = '', ...more] = parsed.positionals;
const { name = '', email = '', title = '', organisation = '', contact = '' } = parsed.values;
// What it is for is written in the workspace; until then the title says it.
const { purpose = title, language = 'de' } = parsed.values;
const isComplete =
  command === 'administrator'
    ? name !== '' && email !== ''
    : command !== 'create' || (title !== '' && organisation !== '' && contact !== '');
const needsTarget = ['import', 'export', 'remove', 'create', 'administrator'].includes(command);
const takesTarget = needsTarget || command === 'rebuild';
if (
  (!takesTarget && command !== 'list' && command !== 'retention') ||
  (needsTarget && target === '') ||
  (!takesTarget && target !== '') ||
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
      programme: { title, organisation, contact, purpose, language },
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
