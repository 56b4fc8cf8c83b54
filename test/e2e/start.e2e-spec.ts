import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';
import { PROCESS_FILE, startTestDatabase } from '../support/test-database.js';
import { freePort, startCompiledServer, until, type Started } from '../support/compiled-server.js';
import { rawAnswer } from '../support/raw-answer.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { startTestServer } from '../support/start-server.js';
import { openWay } from '../support/way.js';

let folder: string;
let started: Started | null = null;
/** What a test has opened beside, to be closed even when it fails. */
let opened: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernschleife-start-'));
  const first = startCompiledServer({ PORT: '0', DATA_DIR: join(folder, 'first') });
  await until(() => first.out().includes('Ctrl-C'));
  first.process.kill('SIGTERM');
  await first.ended;
});
afterEach(async () => {
  started?.process.kill('SIGKILL');
  await started?.ended;
  started = null;
  for (const close of opened.toReversed()) await close();
  opened = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder with the demonstration programme in it. */
function filled(name: string): string {
  cpSync(join(folder, 'first'), join(folder, name), { recursive: true });
  return join(folder, name);
}

async function refusalOf(environment: Record<string, string>): Promise<string> {
  started = startCompiledServer({ DATA_DIR: join(folder, 'data'), ...environment });
  expect(await started.ended).toEqual({ code: 1, signal: null });
  expect(started.out()).toBe('');
  expect(started.errors()).not.toContain('    at ');
  return started.errors();
}

/** The body of the answer. */
function ask(options: RequestOptions, body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(text));
    });
    asked.once('error', reject).end(body);
  });
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
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(started.errors()).toBe('');
  });

  it('is ready when it comes, not when it goes, and again when it is back', async () => {
    const database = await startTestDatabase();
    opened.push(database.stop);
    const way = await openWay(database.address);
    opened.push(way.close);
    await way.close();
    const port = await freePort();
    started = startCompiledServer({
      PORT: String(port),
      DATABASE_URL: way.url,
      LOAD_DEMONSTRATION: 'true',
    });
    const statusOf = (path: string): Promise<number> =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        ({ status }) => status,
        () => 0,
      );
    const page = '/de/serviceweg/erfolge';
    await until(async () => (await statusOf('/health/ready')) === 503);
    await way.open();
    await until(async () => (await statusOf('/health/ready')) === 200);
    expect(await statusOf(page)).toBe(200);
    await way.close();
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 503]);
    // What is kept ready is shown until it is time to look whether it still may be.
    await until(async () => (await statusOf(page)) === 503);
    await way.open();
    await until(async () => (await statusOf('/health/ready')) === 200);
    expect(await statusOf(page)).toBe(200);
    started.process.kill('SIGTERM');
    expect(await started.ended).toEqual({ code: 0, signal: null });
  });
});

describe('two servers on one data folder', () => {
  it('share its database until the one that runs it stops', async () => {
    const environment = { DATA_DIR: filled('shared') };
    started = startCompiledServer({ PORT: String(await freePort()), ...environment });
    await until(() => started?.out().includes('Ctrl-C') ?? false);
    const port = await freePort();
    const other = startCompiledServer({ PORT: String(port), ...environment });
    opened.push(() => {
      other.process.kill('SIGKILL');
      return other.ended;
    });
    await until(() => other.out().includes('Ctrl-C'));
    expect(other.out()).toContain('run by another server');
    expect((await fetch(`http://127.0.0.1:${port}/de/serviceweg/erfolge`)).status).toBe(200);
    started.process.kill('SIGTERM');
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(await other.ended).toEqual({ code: 1, signal: null });
    expect(other.errors()).toMatch(
      /^Lernschleife ends\. .* server that ran it .* has stopped.*\n$/,
    );
  });
});

describe('a server that is told to end', () => {
  it('answers the requests under way and exits with 0', async () => {
    const port = await freePort();
    started = startCompiledServer({ PORT: String(port), DATA_DIR: filled('kept') });
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

  it('says first that it isn’t ready, answers meanwhile, and keeps no connection', async () => {
    const server = await startTestServer();
    opened.push(server.stop);
    await brought(server.source, aProgramme('probe'));
    const answers = async (): Promise<unknown> =>
      Promise.all(
        ['/health/ready', '/health/live', '/de/probe/erfolge', '/de/probe/erfolge.json'].map(
          async (path) => {
            const { status, headers } = await rawAnswer(server, path);
            return [path, status, headers['connection']];
          },
        ),
      );
    const rest = ['/health/live', '/de/probe/erfolge', '/de/probe/erfolge.json'];
    expect(await answers()).toEqual(
      ['/health/ready', ...rest].map((path) => [path, 200, 'keep-alive']),
    );
    server.leave();
    // From memory, too.
    expect(await answers()).toEqual([
      ['/health/ready', 503, 'close'],
      ...rest.map((path) => [path, 200, 'close']),
    ]);
  });

  it.each([
    ['production', 'SIGTERM', true],
    ['production', 'SIGINT', false],
    ['development', 'SIGTERM', false],
  ] as const)('in %s by %s leaves time for the proxies: %s', async (mode, signal, leaves) => {
    const port = await freePort();
    started = startCompiledServer({
      PORT: String(port),
      NODE_ENV: mode,
      LOG_LEVEL: 'info',
      // Nothing listens there: this one never becomes ready, and ends all the same.
      DATABASE_URL: `postgres://nobody:nothing@127.0.0.1:${await freePort()}/none`,
    });
    await until(() =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    started.process.kill(signal);
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(started.out().includes('"msg":"leaving"')).toBe(leaves);
  });

  it('gives up a database that it is only just making, and makes it the next time', async () => {
    const [port, dataFolder] = [await freePort(), join(folder, 'cut-off')];
    started = startCompiledServer({ PORT: String(port), DATA_DIR: dataFolder });
    await until(() => existsSync(join(dataFolder, 'postgres.new')));
    const live = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(live);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    started.process.kill('SIGTERM');
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(started.errors() + started.out()).toBe('');
    expect(existsSync(join(dataFolder, 'embedded.lock'))).toBe(false);
    started = startCompiledServer({ PORT: '0', DATA_DIR: dataFolder });
    await until(() => started?.out().includes('Ctrl-C') ?? false);
    expect(existsSync(join(dataFolder, 'postgres.new'))).toBe(false);
  });

  it('waits for the database to answer them, and for no idle connection', async () => {
    const [port, dataFolder] = [await freePort(), filled('held')];
    started = startCompiledServer({ PORT: String(port), DATA_DIR: dataFolder });
    await until(() => started?.out().includes('Ctrl-C') ?? false);
    // A transaction on the embedded database holds everyone else up.
    const joined = await startEmbeddedDatabase({ dataFolder, processFile: PROCESS_FILE });
    opened.push(joined.stop);
    const source = await createDataSource(joined.address, 2).initialize();
    const holder = source.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1');
    const agent = new Agent({ keepAlive: true });
    opened.push(() => Promise.resolve(agent.destroy()));
    const page = ask({ agent, port, path: '/de/serviceweg/erfolge' });
    const query = ask(
      {
        agent,
        port,
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      JSON.stringify({ query: '{ programme(slug: "serviceweg") { slug } }' }),
    );
    await new Promise((done) => setTimeout(done, 500));
    started.process.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 500));
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    const released = Date.now();
    await holder.commitTransaction();
    expect((await page).endsWith('</html>')).toBe(true);
    expect(await query).toBe('{"data":{"programme":{"slug":"serviceweg"}}}\n');
    expect(await started.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - released).toBeLessThan(4_000);
  });
});

describe('a client that dawdles', () => {
  it('is sent away, be it with its headers or with its body', async () => {
    const port = await freePort();
    started = startCompiledServer({ PORT: String(port), DATA_DIR: filled('slow') });
    await until(() => started?.out().includes('Ctrl-C') ?? false);
    const start = Date.now();
    const send = (text: string): Promise<{ answer: string; afterMs: number }> =>
      new Promise((done) => {
        let answer = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
        socket.on('close', () => done({ answer, afterMs: Date.now() - start }));
      });
    const [headers, body] = await Promise.all([
      send('GET /de/ HTTP/1.1\r\nHost: a\r\nX-Slow: '),
      send(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
      ),
    ]);
    expect(headers.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(headers.afterMs).toBeLessThan(12_500);
    expect(body.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(body.afterMs).toBeLessThan(17_500);
  });
});
