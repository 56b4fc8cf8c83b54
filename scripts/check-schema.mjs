/**
 * Compares schema.graphql with an earlier one and fails when a client of the earlier one would break.
 *
 * Usage: node scripts/check-schema.mjs [git ref]. Without a ref: where this branch left `main` (on `main`: the
 * commit before). With ALLOW_SCHEMA_BREAK=1 breaks are listed and pass. Passes when there is no earlier schema.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges } from 'graphql';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILE = `${ROOT}schema.graphql`;

function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

function earlierCommit() {
  const base = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main');
  return base !== null && base !== git('rev-parse', 'HEAD')
    ? base
    : git('rev-parse', '--verify', 'HEAD~1');
}

function main() {
  const given = process.argv[2];
  if (given !== undefined && git('rev-parse', '--verify', `${given}^{commit}`) === null) {
    console.error(`There is no commit ${given}.`);
    return 1;
  }
  if (!existsSync(FILE)) {
    console.error('schema.graphql is missing; npm run print:schema writes it.');
    return 1;
  }
  const ref = given ?? earlierCommit();
  const before = ref === null ? null : git('show', `${ref}:./schema.graphql`);
  if (before === null) {
    console.log('There is no earlier schema.graphql to compare with.');
    return 0;
  }
  const breaks = findBreakingChanges(buildSchema(before), buildSchema(readFileSync(FILE, 'utf8')));
  if (breaks.length === 0) {
    console.log(`schema.graphql breaks no client of ${ref.slice(0, 12)}.`);
    return 0;
  }
  for (const { type, description } of breaks) console.error(`${type}: ${description}`);
  if (process.env.ALLOW_SCHEMA_BREAK === '1') {
    console.log(`${breaks.length} breaking changes, allowed by ALLOW_SCHEMA_BREAK=1.`);
    return 0;
  }
  console.error(
    `${breaks.length} breaking changes; if they are meant, set ALLOW_SCHEMA_BREAK=1 and say why in CHANGELOG.md.`,
  );
  return 1;
}

process.exitCode = main();
