import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { Freshness, PATIENCE, type Patience } from './freshness.js';
import { answerKept, HotAnswers } from './hot-answers.js';

const BODY = 'Eine Seite, die oft gelesen wird. '.repeat(100);
const PAGE = '/de/probe/erfolge';

/** What is published, how long a rendering takes, and how often there was one. */
let version = 1;
let others = 1;
let away = false;
let rendered: string[] = [];
let rendering: Promise<void> = Promise.resolve();
let hot: HotAnswers;
let keepsAnswers: (patience: Patience) => HotAnswers;
let logged: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) =>
    hot.handle(request, response, () => {
      const { url = '' } = request;
      rendered.push(url);
      if (url === '/held') return;
      const seen = version;
      // One that is answered anew has been read.
      const body = request.readableEnded
        ? Promise.resolve()
        : new Promise((resolve) => request.resume().once('end', resolve));
      void Promise.all([rendering, body]).then(() => {
        response.setHeader('X-Request-Id', 'von-hier-1');
        response.setHeader('X-Frame-Options', 'DENY');
        if (url.includes('missing')) return response.writeHead(404).end('missing');
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.setHeader('ETag', `W/"${seen}"`);
        const source = url.includes('all') ? 'all' : { programmeId: 'p' };
        answerKept(request, response, source, Buffer.from(`${BODY}${seen}`));
      });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  version = 1;
  others = 1;
  away = false;
  rendered = [];
  logged = [];
  rendering = Promise.resolve();
  const versions = (): Promise<ReadonlyMap<string, string>> =>
    away
      ? Promise.reject(new Error('away'))
      : Promise.resolve(
          new Map([
            ['p', String(version)],
            ['q', String(others)],
          ]),
        );
  keepsAnswers = (patience) =>
    new HotAnswers(
      new Freshness(versions, patience),
      (url) => url.startsWith('/de/'),
      pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
      2 ** 20,
    );
  hot = keepsAnswers({ youngMs: 0, usableMs: 0 });
});
afterEach(() => {
  jest.restoreAllMocks();
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    httpRequest({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Sends bytes as they are, and leaves the connection open. */
function send(text: string): Socket {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  return socket.on('error', () => undefined);
}

/** A rendering that ends when the test says so. */
function slowRendering(): () => void {
  let end = (): void => undefined;
  rendering = new Promise((resolve) => (end = resolve));
  return () => end();
}
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe('an answer that is kept', () => {
  it('is rendered once, and sent with the headers of the first one and an id of its own', async () => {
    const first = await ask(PAGE);
    const second = await ask(PAGE);
    expect(rendered).toEqual([PAGE]);
    expect(second.body.toString()).toBe(`${BODY}1`);
    expect(first.headers['x-request-id']).toBe('von-hier-1');
    const same = ({ headers }: Answer): unknown => ({ ...headers, 'x-request-id': '', date: '' });
    expect(same(second)).toEqual(same(first));
    expect(second.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(BODY.length + 1),
      vary: 'Accept-Encoding',
    });
    expect(second.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect((await ask(PAGE, { 'x-request-id': 'vom-proxy-1' })).headers['x-request-id']).toBe(
      'vom-proxy-1',
    );
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    [null, (body: Buffer) => body],
  ] as const)('goes as %s to who takes that', async (encoding, unpack) => {
    const headers = { 'accept-encoding': encoding ?? 'identity' };
    for (const answer of [
      await ask(PAGE, headers),
      await ask(PAGE, headers),
      ...(await Promise.all([ask(PAGE, headers), ask(PAGE, headers)])),
    ]) {
      expect(answer.headers['content-encoding']).toBe(encoding ?? undefined);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(unpack(answer.body).toString()).toBe(`${BODY}1`);
    }
    expect(rendered).toEqual([PAGE]);
  });

  it('is no body but all the headers for HEAD, and 304 for who has it', async () => {
    const { headers } = await ask(PAGE);
    const head = await ask(PAGE, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      headers['content-length'],
    ]);
    for (const known of ['W/"1"', '"1"', '"x", W/"1"', '*']) {
      const answer = await ask(PAGE, { 'if-none-match': known });
      expect([answer.status, answer.body.length, answer.headers['etag']]).toEqual([
        304,
        0,
        'W/"1"',
      ]);
      expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY', vary: 'Accept-Encoding' });
      expect(answer.headers['content-length']).toBeUndefined();
    }
    expect((await ask(PAGE, { 'if-none-match': 'W/"2"' })).status).toBe(200);
    const past = { 'if-none-match': '*', 'cache-control': 'max-age=0, no-cache' };
    expect((await ask(PAGE, past)).status).toBe(200);
    expect(rendered).toEqual([PAGE]);
  });

  it('is for its address with its query, and not for other methods or other addresses', async () => {
    for (const path of [PAGE, `${PAGE}?q=a`, `${PAGE}?q=b`, PAGE, `${PAGE}?q=a`]) await ask(path);
    expect(rendered).toEqual([PAGE, `${PAGE}?q=a`, `${PAGE}?q=b`]);
    await ask(PAGE, {}, 'POST');
    await ask('/workspace');
    await ask('/workspace');
    expect(rendered.slice(3)).toEqual([PAGE, '/workspace', '/workspace']);
  });

  it('isn’t pushed out by addresses that anybody can make up', async () => {
    await ask(PAGE);
    const before = rendered.length;
    for (let at = 0; at < 400; at += 1) await ask(at % 2 ? `${PAGE}?x=${at}` : `${PAGE}%2${at}`);
    expect(rendered.length).toBe(before + 400);
    await ask(PAGE);
    expect(rendered.length).toBe(before + 400);
  });

  it('is rendered anew after a change of its programme, and not after another one’s', async () => {
    await ask(PAGE);
    await ask('/de/all');
    others += 1;
    await ask(PAGE);
    await ask('/de/all');
    expect(rendered).toEqual([PAGE, '/de/all', '/de/all']);
    version += 1;
    expect((await ask(PAGE)).body.toString()).toBe(`${BODY}2`);
    expect(rendered).toHaveLength(4);
  });

  it('lives for a minute, and never into another day', async () => {
    const clock = jest.spyOn(Date, 'now');
    const at = (time: string): void =>
      void clock.mockReturnValue(Date.parse(`2026-03-02T${time}Z`));
    at('22:00:00.000');
    await ask(PAGE);
    at('22:00:59.999');
    await ask(PAGE);
    expect(rendered).toHaveLength(1);
    at('22:01:00.000');
    await ask(PAGE);
    expect(rendered).toHaveLength(2);
    at('22:59:30.000');
    await ask(PAGE);
    at('22:59:59.999');
    await ask(PAGE);
    expect(rendered).toHaveLength(3);
    // Midnight in Berlin.
    at('23:00:00.000');
    await ask(PAGE);
    expect(rendered).toHaveLength(4);
  });

  it('counts no more when the versions can’t be read', async () => {
    await ask(PAGE);
    away = true;
    await ask(PAGE);
    await ask(PAGE);
    expect(rendered).toHaveLength(3);
  });

  it('is 200 and nothing else', async () => {
    for (let times = 0; times < 2; times += 1) expect((await ask('/de/missing')).status).toBe(404);
    expect(rendered).toHaveLength(2);
  });
});

describe('many who ask at once', () => {
  it.each([
    ['as long as a look counts', PATIENCE],
    ['when each request looks', { youngMs: 0, usableMs: 0 }],
  ])('get one rendering %s', async (_when, patience) => {
    hot = keepsAnswers(patience);
    const end = slowRendering();
    const asking = Array.from({ length: 50 }, () => ask(PAGE));
    await until(() => rendered.length > 0);
    setTimeout(end, 20);
    const answers = await Promise.all(asking);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString()}`)).size).toBe(1);
    expect(rendered).toEqual([PAGE]);
    version += 1;
    await new Promise((resolve) => setTimeout(resolve, patience.usableMs));
    const again = await Promise.all(Array.from({ length: 50 }, () => ask(PAGE)));
    expect(new Set(again.map(({ body }) => body.toString()))).toEqual(new Set([`${BODY}2`]));
    expect(rendered).toEqual([PAGE, PAGE]);
  });

  it('don’t get what was rendered before a change that came meanwhile', async () => {
    const end = slowRendering();
    const early = ask(PAGE);
    await until(() => rendered.length === 1);
    const late = [ask(PAGE), ask(PAGE)];
    version += 1;
    end();
    await early;
    for (const { body } of await Promise.all(late)) expect(body.toString()).toBe(`${BODY}2`);
    expect((await ask(PAGE)).body.toString()).toBe(`${BODY}2`);
  });

  it('don’t wait for another page', async () => {
    const end = slowRendering();
    const slow = ask(PAGE);
    await until(() => rendered.length === 1);
    rendering = Promise.resolve();
    expect((await ask('/de/anderes/erfolge')).status).toBe(200);
    end();
    expect((await slow).status).toBe(200);
  });

  it('are each told what is wrong where there is nothing to keep', async () => {
    const end = slowRendering();
    const answers = Array.from({ length: 5 }, () => ask('/de/missing'));
    await until(() => rendered.length === 1);
    end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(5).fill(404));
  });

  it('don’t wait for one whose client has gone', async () => {
    const end = slowRendering();
    const { port } = server.address() as AddressInfo;
    const gone = httpRequest({ host: '127.0.0.1', port, path: PAGE, agent: false });
    gone.on('error', () => undefined).end();
    await until(() => rendered.length === 1);
    const waiting = [ask(PAGE), ask(PAGE)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    gone.destroy();
    await until(() => rendered.length === 2);
    end();
    for (const { status } of await Promise.all(waiting)) expect(status).toBe(200);
    expect(rendered).toHaveLength(2);
  });

  it.each(['Content-Length: 5', 'Transfer-Encoding: chunked'])(
    'don’t wait for one that promises a body by %s',
    async (promise) => {
      const slow = send(`GET ${PAGE} HTTP/1.1\r\nHost: a\r\n${promise}\r\n\r\n`);
      await until(() => rendered.length === 1);
      expect((await ask(PAGE)).status).toBe(200);
      slow.destroy();
    },
  );

  it('don’t wait for one whose client doesn’t take its answer', async () => {
    const asked = ['/held', '/de/missing'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const slow = send(asked.join(''));
    await until(() => rendered.length === 2);
    expect((await ask('/de/missing')).status).toBe(404);
    slow.destroy();
  });
});

describe('who computes an answer for longer than a look counts', () => {
  it('is answered anew when something was published or withdrawn meanwhile', async () => {
    const end = slowRendering();
    const asked = ask(PAGE);
    await until(() => rendered.length === 1);
    version += 1;
    end();
    const { status, headers, body } = await asked;
    expect([status, headers['etag'], body.toString()]).toEqual([200, 'W/"2"', `${BODY}2`]);
    expect(rendered).toEqual([PAGE, PAGE]);
    expect((await ask(PAGE)).body.toString()).toBe(`${BODY}2`);
    expect(rendered).toHaveLength(2);
  });

  it('is answered after the second time, however much is published', async () => {
    const ends = [slowRendering()];
    const asked = ask(PAGE);
    await until(() => rendered.length === 1);
    version += 1;
    const end = ends.pop();
    ends.push(slowRendering());
    end?.();
    await until(() => rendered.length === 2);
    version += 1;
    ends.pop()?.();
    expect((await asked).body.toString()).toBe(`${BODY}2`);
    expect((await ask(PAGE)).body.toString()).toBe(`${BODY}3`);
  });

  it('is answered the ordinary way when the versions can’t be read any more', async () => {
    const end = slowRendering();
    const asked = ask(PAGE);
    await until(() => rendered.length === 1);
    version += 1;
    away = true;
    end();
    expect((await asked).body.toString()).toBe(`${BODY}2`);
    expect(rendered).toHaveLength(2);
  });
});

describe('the log', () => {
  it('sums up what was answered from memory, and has no line for each', async () => {
    for (let times = 0; times < 4; times += 1) await ask(PAGE);
    expect(logged).toEqual([]);
    hot.close();
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ answers: 3, msg: 'answered from memory' }),
    ]);
  });
});
