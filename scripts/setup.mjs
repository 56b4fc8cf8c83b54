/**
 * Makes the folder ready to run: installs the packages and builds, each only when something changed.
 * `npm start`, `npm test` and `npm run programme` call it first. Plain JavaScript for Node 18 and later, because
 * it runs before the Node that the project brings along is there. `--quiet` says nothing unless something fails.
 * Exits 1 with one line that says what is wrong; unless it says all, the output of the failed step stands above it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const QUIET = process.argv.includes('--quiet');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const NEST = join(ROOT, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const INSTALL_STAMP = join(ROOT, 'node_modules', '.lernschleife-setup');
const BUILD_STAMP = join(ROOT, 'dist', '.stamp');
const LOCK = join(ROOT, '.setup', 'lock');
const LOCK_WITHOUT_PID_MS = 10_000;
/** What the packages take, and some for the build. */
const ROOM_MB = 1_000;

const SOURCES = [
  'apps',
  'libs',
  'migrations',
  'scripts',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'vite.config.mjs',
  'vite.server.config.mjs',
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

/** The faults that people can mend themselves: how a program names them, and what to do. */
const KNOWN_FAULTS = [
  [/ENOSPC|no space left/i, () => 'The disk is full. Make room, then try again.'],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    () =>
      `This user may not write to ${ROOT} or to npm's cache folder. Change the owner, or copy the project to a folder of yours.`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|_CERT|network/i,
    () =>
      'npm cannot reach its registry. Check the network, the proxy settings, and behind a proxy with a certificate of its own NODE_EXTRA_CA_CERTS; then try again.',
  ],
];

/** A sentence for a known fault, with what tells most of it; null for any other. */
function knownFault(text) {
  for (const [sign, advice] of KNOWN_FAULTS) {
    const lines = text.split('\n').filter((line) => sign.test(line));
    if (lines.length === 0) continue;
    const [longest] = lines.sort((one, other) => other.length - one.length);
    return `${advice()} (${/npm error path (.*)/.exec(text)?.[1] ?? longest.trim()})`;
  }
  return null;
}

/** The program that runs, to be ended with this one. */
let running = null;

/** Runs a program, keeps what it says for the case that it fails, and throws a SetupError then. */
function run(program, args, env, whenMissing, whenFailed) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new SetupError(whenMissing) : error),
    );
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const known = knownFault(said);
      // npm and a compiler that can't write (TS5033) need a page for it. Other output of a compiler may only look like
      // a known fault.
      if (known === null || !/^npm error|TS5033/m.test(said))
        process.stderr.write(said.endsWith('\n') || said === '' ? said : `${said}\n`);
      reject(new SetupError(known ?? `${whenFailed} (${signal ?? `exit code ${code}`}).`));
    });
  });
}

async function timed(title, done, work) {
  const start = Date.now();
  say(`${title} …`);
  await work();
  say(`${done} in ${Math.max(1, Math.round((Date.now() - start) / 1000))} s.`);
}

/** npm tries for minutes before it gives up on a full disk, and then doesn't say so. */
function checkRoom() {
  const { bavail, bsize } = statfsSync(ROOT);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < ROOM_MB)
    throw new SetupError(
      `The disk is full: the packages need ${ROOM_MB} MB in ${ROOT}, and ${free} MB are free. Make room, then try again.`,
    );
}

const npm = (args, folders) =>
  run(
    'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error'],
    { ...process.env, PATH: folders.join(delimiter) },
    'npm was not found. Install Node.js with npm (https://nodejs.org), then try again.',
    `npm ${args[0]} failed`,
  );

/**
 * The folder of a Node for npm to run on, when this one is too old: npm leaves out what doesn't fit the Node it runs
 * on, and the build needs it. Null when this one will do.
 */
async function newerNode(folders) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return null;
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { platform, arch } = process;
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  const folder = join(dirname(LOCK), 'node');
  mkdirSync(folder, { recursive: true });
  const wanted = `${name}-${platform}-${arch}@${dependencies.node}`;
  await npm(['install', '--no-save', '--prefix', folder, wanted], folders);
  return join(folder, 'node_modules', '.bin');
}

function install() {
  if (!existsSync(join(ROOT, 'node_modules'))) checkRoom();
  return timed('Installing packages', 'Packages installed', async () => {
    rmSync(INSTALL_STAMP, { force: true });
    // npm must not run on the very Node that it is about to delete and install anew.
    const bin = join(ROOT, 'node_modules', '.bin');
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin);
    const newer = await newerNode(folders);
    await npm(['ci', '--include=dev'], newer === null ? folders : [newer, ...folders]);
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
    for (const args of [
      [NEST, 'build'],
      [VITE, 'build'],
      [VITE, 'build', '-c', 'vite.server.config.mjs'],
    ])
      await run(
        NODE,
        args,
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
    if (!told)
      say(
        `Waiting for another setup in this folder … (process ${readOrNull(join(LOCK, 'pid'))}; if it is none, remove ${LOCK})`,
      );
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  const stop = (code) => () => {
    running?.kill();
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
  const known = error instanceof SetupError ? error.message : knownFault(error.message);
  console.error(`Setup: ${known ?? error.message}`);
  process.exitCode = 1;
}
