import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lernschleife-setup-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An npm that puts a Node and a compiler in place, and notes that it was called. */
const NPM_THAT_INSTALLS = `
echo called >> calls
sleep 1
mkdir -p node_modules/.bin node_modules/@nestjs/cli/bin node_modules/vite/bin
touch node_modules/vite/bin/vite.js
ln -s "${process.execPath}" node_modules/.bin/node
echo "require('node:fs').mkdirSync('dist', { recursive: true })" > node_modules/@nestjs/cli/bin/nest.js
`;

/** A copy of the project that has only what the setup reads, and an npm of the test's own. */
function aCopy(name: string, npm: string): { root: string; setUp: () => Promise<Ended> } {
  const root = join(folder, name);
  mkdirSync(join(root, 'scripts'), { recursive: true });
  cpSync('scripts/setup.mjs', join(root, 'scripts', 'setup.mjs'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  const bin = join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  return { root, setUp: () => setUp(root, bin) };
}

type Ended = { readonly code: number | null; readonly out: string; readonly errors: string };

function setUp(root: string, bin: string): Promise<Ended> {
  return new Promise((done) => {
    const PATH = [bin, process.env['PATH'] ?? ''].join(delimiter);
    const child = spawn(process.execPath, [join(root, 'scripts', 'setup.mjs')], { env: { PATH } });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)));
    child.once('close', (code) => done({ code, out, errors }));
  });
}

describe('the setup', () => {
  it('installs once for two that start at once, and does nothing the next time', async () => {
    const { root, setUp } = aCopy('two', NPM_THAT_INSTALLS);
    const both = await Promise.all([setUp(), setUp()]);
    expect(both.map(({ code, errors }) => [code, errors])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(both.filter(({ out }) => out.startsWith('Waiting for another setup'))).toHaveLength(1);
    expect(await setUp()).toEqual({ code: 0, out: '', errors: '' });
    expect(readFileSync(join(root, 'calls'), 'utf8')).toBe('called\n');
  });

  it('overcomes the lock of one that was killed', async () => {
    const { root, setUp } = aCopy('killed', NPM_THAT_INSTALLS);
    mkdirSync(join(root, '.setup', 'lock'), { recursive: true });
    // Above the highest number that a process can have.
    writeFileSync(join(root, '.setup', 'lock', 'pid'), '99999999\n');
    expect(await setUp()).toMatchObject({ code: 0, errors: '' });
  });

  it('says in one line what a person can mend', async () => {
    const away = aCopy('away', 'echo "npm error code ENOTFOUND" >&2; exit 1');
    expect(await away.setUp()).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^Setup: npm cannot reach its registry\..*\(.*ENOTFOUND\)\n$/),
    });
    const locked = aCopy(
      'locked',
      'echo "npm error code EACCES" >&2; echo "npm error path /home/x/.npm" >&2; exit 1',
    );
    expect(await locked.setUp()).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^Setup: This user may not write .* \(\/home\/x\/\.npm\)\n$/),
    });
  });

  it('shows the whole output of a fault that it doesn’t know', async () => {
    const { setUp } = aCopy('strange', 'echo "npm error the moon is full" >&2; exit 3');
    expect(await setUp()).toMatchObject({
      code: 1,
      errors: 'npm error the moon is full\nSetup: npm ci failed (exit code 3).\n',
    });
  });

  it('does not call the compiler’s words about a network a fault of the network', async () => {
    const { setUp } = aCopy(
      'compiler',
      NPM_THAT_INSTALLS.replace(
        "require('node:fs').mkdirSync('dist', { recursive: true })",
        "console.log('error TS2307: network.js'); process.exit(1)",
      ),
    );
    expect((await setUp()).errors).toContain('error TS2307: network.js\n');
  });
});
