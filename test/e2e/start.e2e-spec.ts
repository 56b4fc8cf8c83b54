import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startCompiledServer, until, type Started } from '../support/compiled-server.js';

let folder: string;
let started: Started | null = null;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lernschleife-start-'))));
afterEach(async () => {
  started?.process.kill('SIGKILL');
  await started?.ended;
  started = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refusalOf(environment: Record<string, string>): Promise<string> {
  started = startCompiledServer({ DATA_DIR: join(folder, 'data'), ...environment });
  expect(await started.ended).toEqual({ code: 1, signal: null });
  expect(started.out()).toBe('');
  expect(started.errors()).not.toContain('    at ');
  return started.errors();
}

describe('a server that can’t start', () => {
  it('says in one line that its port is taken', async () => {
    const taken = await new Promise<Server>((done) => {
      const server = createServer().listen(0, '127.0.0.1', () => done(server));
    });
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    expect(await refusalOf({ PORT: String(port) })).toBe(
      `Lernschleife can't start. Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1} npm start.\n`,
    );
    taken.close();
  });

  it('says in one line that its data folder can’t be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const said = await refusalOf({ PORT: '0', DATA_DIR: join(file, 'data') });
    expect(said).toMatch(
      /^Lernschleife can't start\. The data folder .* can't be written \(ENOTDIR\)\. .*DATA_DIR.*\n$/,
    );
  });

  it('names every bad setting', async () => {
    const said = await refusalOf({ PORT: 'drei', LOG_LEVEL: 'laut', LERNSCHLEIFE_X: '1' });
    for (const name of ['PORT', 'LOG_LEVEL', 'LERNSCHLEIFE_X'])
      expect(said).toContain(`\n${name}: `);
  });
});

describe('a server whose PostgreSQL is away', () => {
  it('is alive, is not ready, and ends when it is told to', async () => {
    const [port, closed] = [await freePort(), await freePort()];
    started = startCompiledServer({
      PORT: String(port),
      DATABASE_URL: `postgres://nobody:nothing@127.0.0.1:${closed}/none`,
    });
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
    await until(() =>
      get('/health/live').then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable' }]);
    const page = await get('/de/');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('</html>');
    started.process.kill('SIGTERM');
    expect((await started.ended).signal).toBeNull();
  });
});

describe('a server that is told to end', () => {
  it('answers the requests under way and exits with 0', async () => {
    const port = await freePort();
    started = startCompiledServer({ PORT: String(port), DATA_DIR: join(folder, 'kept') });
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
    await until(() => started?.out().includes('Ctrl-C') ?? false);
    expect(started.out()).toContain(`http://localhost:${port}/`);
    let answered = 0;
    const under = Array.from({ length: 8 }, () =>
      get('/de/serviceweg/erfolge').then(async (response) => {
        answered += 1;
        return [response.status, (await response.text()).endsWith('</html>')];
      }),
    );
    // The first answer shows that the others are in the server's hands.
    await until(() => answered > 0);
    started.process.kill('SIGTERM');
    expect(await Promise.all(under)).toEqual(Array(8).fill([200, true]));
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(started.errors()).toBe('');
    await expect(get('/health/live')).rejects.toThrow();
  });
});
