/**
 * Makes the folder ready to run: installs the packages and builds, each only when something changed.
 * `npm start`, `npm test` and `npm run programme` call it first. Plain JavaScript for Node 18 and later, because
 * it runs before the Node that the project brings along is there. `--quiet` says nothing unless something fails.
 * Exits 1 with one line that says what is wrong; the output of a failed step stands above it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const QUIET = process.argv.includes('--quiet');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const NEST = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const INSTALL_STAMP = join(ROOT, 'node_modules', '.lernschleife-setup');
const BUILD_STAMP = join(ROOT, 'dist', '.stamp');
const LOCK = join(ROOT, '.setup', 'lock');
const LOCK_WITHOUT_PID_MS = 10_000;

const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'scripts',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
];

class SetupError extends Error {}

function say(line) {
  if (!QUIET) console.log(line);
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [`${relative(ROOT, path)} ${found.size} ${found.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Changes when a source file appears, disappears, or is written; reads no contents, so it takes milliseconds. */
function sourcesHash() {
  const lines = SOURCES.flatMap((name) => filesBelow(join(ROOT, name)));
  return createHash('sha256')
    .update([lockHash(), ...lines].join('\n'))
    .digest('hex');
}

const isInstalled = () => existsSync(NODE) && readOrNull(INSTALL_STAMP) === lockHash();
const isBuilt = () => readOrNull(BUILD_STAMP) === sourcesHash();

/** A sentence for the faults that people can mend themselves; null for any other. */
function knownFault(text) {
  if (/ENOSPC|no space left/i.test(text)) return `The disk is full. Make room, then try again.`;
  if (/EACCES|EPERM|EROFS|permission denied|read-only file system/i.test(text)) {
    return `This user may not write to ${ROOT} (or to npm's cache folder). Change the owner, or copy the project to a folder of yours.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(text)) {
    return `npm cannot reach its registry. Check the network or the proxy settings, then try again.`;
  }
  return null;
}

/** Runs a program, keeps what it says for the case that it fails, and throws a SetupError then. */
function run(program, args, env, whenMissing, whenFailed) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new SetupError(whenMissing) : error),
    );
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(said.endsWith('\n') || said === '' ? said : `${said}\n`);
      reject(
        new SetupError(knownFault(said) ?? `${whenFailed} (${signal ?? `exit code ${code}`}).`),
      );
    });
  });
}

async function timed(title, done, work) {
  const start = Date.now();
  say(`${title} …`);
  await work();
  say(`${done} in ${Math.max(1, Math.round((Date.now() - start) / 1000))} s.`);
}

function install() {
  return timed('Installing packages', 'Packages installed', async () => {
    rmSync(INSTALL_STAMP, { force: true });
    // npm must not run on the very Node that it is about to delete and install anew.
    const bin = join(ROOT, 'node_modules', '.bin');
    const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin);
    await run(
      'npm',
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      { ...process.env, PATH: path.join(delimiter) },
      'npm was not found. Install Node.js with npm (https://nodejs.org), then try again.',
      'npm ci failed',
    );
    if (!existsSync(NODE))
      throw new SetupError('npm left out the package "node"; is its install script allowed?');
    writeFileSync(INSTALL_STAMP, `${lockHash()}\n`);
  });
}

function build() {
  return timed('Building', 'Built', async () => {
    const hash = sourcesHash();
    // A file that is gone from the sources, above all a migration, must be gone from the build too.
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
    await run(
      NODE,
      [NEST, 'build'],
      process.env,
      'node_modules is incomplete: remove it, then try again.',
      'The build failed',
    );
    writeFileSync(BUILD_STAMP, `${hash}\n`);
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether the holder of the lock died without giving it back. */
function isStale() {
  const pid = Number(readOrNull(join(LOCK, 'pid')));
  if (pid > 0) return pid === process.pid || !isAlive(pid);
  const found = statSync(LOCK, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > LOCK_WITHOUT_PID_MS;
}

/** A folder, because making one is atomic: of two starts at once only one gets it. */
function tryLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  try {
    mkdirSync(LOCK);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(LOCK, 'pid'), `${process.pid}\n`);
  return true;
}

function removeStaleLock() {
  const aside = `${LOCK}.${process.pid}`;
  try {
    // Of two that find it stale at once only one can move it away.
    renameSync(LOCK, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}

async function withLock(work) {
  let told = false;
  while (!tryLock()) {
    if (isStale()) {
      removeStaleLock();
      continue;
    }
    if (!told) say('Waiting for another setup in this folder …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  const stop = (code) => () => {
    release();
    process.exit(code);
  };
  process.once('SIGINT', stop(130));
  process.once('SIGTERM', stop(143));
  try {
    await work();
  } finally {
    release();
  }
}

try {
  if (!isInstalled() || !isBuilt()) {
    await withLock(async () => {
      if (!isInstalled()) await install();
      if (!isBuilt()) await build();
    });
  }
} catch (error) {
  const known =
    error instanceof SetupError ? error.message : knownFault(`${error.code} ${error.message}`);
  console.error(`Setup: ${known ?? error.message}`);
  process.exitCode = 1;
}
