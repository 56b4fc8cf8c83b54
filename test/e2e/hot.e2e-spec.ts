import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { QueryConfig } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PATIENCE, type Patience } from '#server/hot/freshness.js';
import { DOCUMENTS } from '#server/trusted/documents.js';
import { until } from '../support/compiled-server.js';
import { generatedProgramme } from '../support/generated-programme.js';
import { aStaffedProgramme, idOf, measureOf, write } from '../support/measures.js';
import { rawAnswer, type RawAnswer } from '../support/raw-answer.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import { signInAs, type SignedIn } from '../support/sign-in.js';
import { startServerBeside, startTestServer, type TestServer } from '../support/start-server.js';

/** Looks only after a write of its own: what else it asks the database for is the page's. */
const AFTER_OWN_WRITES: Patience = { youngMs: 3_600_000, usableMs: 3_600_000 };

let server: TestServer;
let olga: SignedIn;
let measureId: string;
beforeAll(async () => {
  server = await startTestServer({}, AFTER_OWN_WRITES);
  await brought(server.source, aStaffedProgramme('probe'));
  await brought(server.source, aProgramme('andere'));
  await brought(server.source, generatedProgramme('viele', 30));
  olga = await signInAs(server, 'probe', 'olga');
  measureId = await idOf(server, 'measure', 'rueckrufe');
});
afterAll(() => server.stop());

const raw = (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawAnswer> => rawAnswer(server, path, headers, method);
const textOf = async (from: TestServer, path: string): Promise<string> =>
  (await from.get(path)).text();

/** Publishes or withdraws the result of the measure `rueckrufe`. */
async function turn(mutation: 'publishResult' | 'withdrawResult'): Promise<void> {
  const { version, results } = await measureOf(olga, measureId);
  const answer = await write(olga, mutation, {
    measureId,
    version,
    resultId: results[0].id,
    ...(mutation === 'withdrawResult' ? { reason: 'Noch einmal prüfen' } : {}),
  });
  expect(answer).toMatchObject({ __typename: 'WorkspaceMeasure' });
}

const PAGES = [
  '/de/',
  '/de/probe/erfolge',
  '/en/probe/successes',
  '/de/probe/erfolge?q=ergebnis&loop=2',
  '/de/probe/erfolge/telefondienst',
  '/de/probe/schleifen',
  '/de/probe/schleifen/2',
  '/de/probe/themen/telefon',
  '/de/probe/datenschutz',
  '/de/probe/erfolge.atom',
  '/de/probe/erfolge.json',
  '/sitemap.xml',
];

describe('a page or feed that was read before', () => {
  it.each(PAGES)('%s costs no statement, and is the same', async (path) => {
    const first = await raw(path);
    const before = server.statements.length;
    const second = await raw(path);
    expect(server.statements.length).toBe(before);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.equals(first.body)).toBe(true);
    const same = ({ headers }: RawAnswer): unknown => ({
      ...headers,
      'x-request-id': null,
      date: null,
    });
    expect(same(second)).toEqual(same(first));
    expect(second.headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect([second.headers['cache-control'], second.headers['vary']]).toEqual([
      'public, no-cache',
      'Accept-Encoding',
    ]);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is known by its mark, which costs no statement either', async () => {
    const { headers } = await raw('/de/probe/erfolge');
    const before = server.statements.length;
    const again = await raw('/de/probe/erfolge', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(server.statements.length).toBe(before);
  });

  it('is as long for HEAD, without a body', async () => {
    const { headers, body } = await raw('/de/viele/erfolge');
    const head = await raw('/de/viele/erfolge', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(body.length),
    ]);
    expect(head.headers['etag']).toBe(headers['etag']);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('says the same in %s', async (encoding, unpack) => {
    const plain = await raw('/de/viele/erfolge');
    for (let times = 0; times < 2; times += 1) {
      const packed = await raw('/de/viele/erfolge', { 'accept-encoding': encoding });
      expect([packed.headers['content-encoding'], packed.headers['content-length']]).toEqual([
        encoding,
        String(packed.body.length),
      ]);
      expect(packed.body.length).toBeLessThan(plain.body.length / 3);
      expect(unpack(packed.body).equals(plain.body)).toBe(true);
    }
  });

  it('is the same for who is signed in', async () => {
    const anonymous = await raw('/de/probe/erfolge');
    const signedIn = await raw('/de/probe/erfolge', { cookie: olga.cookie });
    expect(signedIn.body.equals(anonymous.body)).toBe(true);
    expect(signedIn.headers['set-cookie']).toBeUndefined();
  });

  it('is asked for anew where it isn’t there', async () => {
    for (let times = 0; times < 2; times += 1) {
      const before = server.statements.length;
      expect((await raw('/de/niemandes/erfolge')).status).toBe(404);
      expect((await raw('/de/probe/erfolge?loop=vier')).status).toBe(400);
      expect(server.statements.length).toBeGreaterThan(before);
    }
  });
});

describe('a request that promises a body and sends none', () => {
  it('is answered, and keeps nobody waiting', async () => {
    const fresh = await startServerBeside(server);
    const { port } = new URL(fresh.origin);
    try {
      for (const path of PAGES) {
        const slow = connect(Number(port), '127.0.0.1', () =>
          slow.write(
            `GET ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n`,
          ),
        );
        const [answer] = (await once(slow, 'data')) as [Buffer];
        expect([path, answer.toString().slice(0, 13)]).toEqual([path, 'HTTP/1.1 200 ']);
        expect((await fresh.get(path)).status).toBe(200);
        slow.destroy();
      }
    } finally {
      await fresh.stop();
    }
  });
});

describe('after a change', () => {
  it('many who ask at once cost one rendering, and all see it', async () => {
    await turn('withdrawResult');
    const before = server.statements.length;
    const pages = await Promise.all(
      Array.from({ length: 50 }, () => textOf(server, '/de/probe/erfolge')),
    );
    const sent = server.statements.slice(before);
    expect(sent.filter((sql) => /FROM publication/.test(sql))).toHaveLength(1);
    expect(sent).toHaveLength(1 + 5);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).not.toContain('Ergebnis von rueckrufe');
    await turn('publishResult');
  });

  it('its author sees it at once, wherever it shows', async () => {
    const paths = [
      '/de/probe/erfolge',
      '/de/probe/erfolge.atom',
      '/de/probe/erfolge.json',
      '/de/probe/themen/telefon',
      '/de/probe/schleifen/2',
      '/sitemap.xml',
    ];
    const shown = async (): Promise<string[]> => {
      const texts = await Promise.all(paths.map((path) => textOf(server, path)));
      return paths.filter((_path, at) => texts[at]?.includes('probe/erfolge/rueckrufe'));
    };
    for (let times = 0; times < 3; times += 1) {
      expect(await shown()).toEqual(paths);
      await turn('withdrawResult');
      expect(await shown()).toEqual([]);
      await turn('publishResult');
    }
  });

  it('the pages of another programme stay where they are', async () => {
    await textOf(server, '/de/andere/erfolge');
    await turn('withdrawResult');
    await turn('publishResult');
    const before = server.statements.length;
    await textOf(server, '/de/andere/erfolge');
    expect(server.statements.slice(before)).toEqual([expect.stringMatching(/FROM publication/)]);
  });
});

/** The same results as a page, as a feed, and as the trusted document. */
const WAYS = [
  '/de/probe/erfolge',
  '/de/probe/erfolge.json',
  `/graphql?documentId=sha256:${DOCUMENTS.Feed.hash}&variables=${encodeURIComponent('{"programme":"probe"}')}`,
];
const shows = async (from: TestServer, path: string): Promise<boolean> => {
  const response = await from.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).includes('Ergebnis von rueckrufe');
};

describe('other servers, each with connections of its own', () => {
  it('show what was withdrawn for less than a second, whichever way it is read', async () => {
    const others: TestServer[] = [];
    try {
      for (let at = 0; at < 3; at += 1) others.push(await startServerBeside(server, PATIENCE));
      const all = others.flatMap((other) => WAYS.map((path) => [other, path] as const));
      const shown = async (): Promise<boolean[]> =>
        Promise.all(all.map(([other, path]) => shows(other, path)));
      for (let times = 0; times < 3; times += 1) {
        expect(await shown()).toEqual(all.map(() => true));
        await turn('withdrawResult');
        const acknowledged = performance.now();
        const last = all.map(() => 0);
        while (performance.now() - acknowledged < 1_200) {
          const asked = performance.now() - acknowledged;
          for (const [at, still] of (await shown()).entries()) if (still) last[at] = asked;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        expect(last.filter((late) => late >= 1_000)).toEqual([]);
        await turn('publishResult');
        // Nobody has asked for longer than a look counts.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    } finally {
      for (const other of others) await other.stop();
    }
  }, 30_000);
});

describe('an answer whose making takes longer than a look counts', () => {
  it.each(WAYS)('%s doesn’t show what was withdrawn meanwhile', async (path) => {
    const slow = await startServerBeside(server);
    const pool = (slow.source.driver as PostgresDriver).master as {
      query(question: QueryConfig): Promise<unknown>;
    };
    let withdrawn = false;
    const late = async (text: string, rows: unknown): Promise<never> => {
      await rows;
      if (!withdrawn && /published_(success|feed_node)/.test(text)) {
        withdrawn = true;
        await turn('withdrawResult');
      }
      return rows as never;
    };
    // Trusted documents are asked for by name, over the pool itself.
    const [query, queryByName] = [slow.source.query.bind(slow.source), pool.query.bind(pool)];
    const asked = [
      jest
        .spyOn(slow.source, 'query')
        .mockImplementation((sql, values) => late(sql, query(sql, values))),
      jest
        .spyOn(pool, 'query')
        .mockImplementation((question) => late(question.text, queryByName(question))),
    ];
    try {
      expect(await shows(slow, path)).toBe(false);
      const told = (): string[] => slow.logged.filter((line) => line.includes('"msg":"answered"'));
      await until(() => told().length > 0);
      expect(told()).toHaveLength(1);
      await turn('publishResult');
      expect(await shows(slow, path)).toBe(true);
    } finally {
      for (const spy of asked) spy.mockRestore();
      await slow.stop();
    }
  });
});

describe('a server whose database doesn’t answer', () => {
  it('shows nothing that may have been withdrawn meanwhile', async () => {
    const cutOff = await startServerBeside(server, PATIENCE);
    try {
      const status = async (): Promise<number> => (await cutOff.get('/de/andere/erfolge')).status;
      expect(await status()).toBe(200);
      await server.source.query('ALTER TABLE publication RENAME TO elsewhere');
      await server.source.query('ALTER VIEW published_programme RENAME TO away');
      await new Promise((resolve) => setTimeout(resolve, PATIENCE.usableMs));
      expect(await status()).toBe(500);
      await server.source.query('ALTER TABLE elsewhere RENAME TO publication');
      await server.source.query('ALTER VIEW away RENAME TO published_programme');
      expect(await status()).toBe(200);
    } finally {
      await cutOff.stop();
    }
  });
});
