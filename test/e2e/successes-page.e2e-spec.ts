import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get as httpGet } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { generatedProgramme } from '../support/generated-programme.js';
import { aProgramme, brought } from '../support/sample-programme.js';
import {
  DEMONSTRATION,
  importFile,
  startTestServer,
  type TestServer,
} from '../support/start-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await importFile(server.source, DEMONSTRATION);
  const hidden = aProgramme('verborgen');
  await brought(server.source, { ...hidden, programme: { ...hidden.programme, published: false } });
  await brought(server.source, generatedProgramme('viele', 50, 25));
});
afterAll(() => server.stop());

const DE = '/de/serviceweg/erfolge';
const EN = '/en/serviceweg/successes';
const textOf = async (path: string): Promise<string> => (await server.get(path)).text();
const entriesOf = (html: string): string[] =>
  [...html.matchAll(/ id="e-([a-z0-9-]+)"/g)]
    .map(([, key]) => key ?? '')
    .filter((key) => !key.endsWith('-q'));

/** The answer as it goes over the wire: fetch would take the encoding off, and ask past every cache. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    httpGet(server.origin + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject);
  });
}

describe('the successes page', () => {
  it.each([
    [DE, 'de', EN, 'en'],
    [EN, 'en', DE, 'de'],
  ])(
    '%s is written in its language and names the other one',
    async (path, language, other, otherLanguage) => {
      const response = await server.get(path);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(html).toContain(`<html lang="${language}"`);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toMatch(
        new RegExp(
          `<link[^>]*hrefLang="${otherLanguage}"[^>]*href="${server.origin}${other}"|<link[^>]*href="${server.origin}${other}"[^>]*hrefLang="${otherLanguage}"`,
          'i',
        ),
      );
      expect(html).not.toContain('<script');
    },
  );

  it('sets no cookie, and allows nothing but its own style, fonts and pictures', async () => {
    for (const path of [DE, '/', '/de/gibt-es-nicht', '/health/live', '/robots.txt']) {
      const { headers } = await server.get(path);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';style-src 'self';font-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('loads nothing from elsewhere', async () => {
    const html = await textOf(DE);
    const loaded = [
      ...html.matchAll(/<link[^>]*rel="(?:stylesheet|preload|icon)"[^>]*>|<img[^>]*>/g),
    ].map(([tag]) => /(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? '');
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded) expect(address).toMatch(/^(\/assets\/|data:)/);
    for (const address of loaded.filter((one) => one.startsWith('/'))) {
      const asset = await server.get(address);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('is answered by 304 until a record changes', async () => {
    const etag = (await server.get(DE)).headers.get('etag') ?? '';
    const statusOf = async (path: string): Promise<number> =>
      (await raw(path, { 'if-none-match': etag })).status;
    expect(etag).toMatch(/^W\/"/);
    expect([await statusOf(DE), await statusOf(EN), await statusOf(`${DE}?loop=4`)]).toEqual([
      304, 200, 200,
    ]);
    await server.source.query(
      `UPDATE programme SET title = title || '!' WHERE slug = 'serviceweg'`,
    );
    expect(await statusOf(DE)).toBe(200);
    await server.source.query(
      `UPDATE programme SET title = rtrim(title, '!') WHERE slug = 'serviceweg'`,
    );
    expect(await statusOf(DE)).toBe(304);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is sent as %s to who takes that', async (encoding, unpack) => {
    const { headers, body } = await raw(DE, { 'accept-encoding': encoding });
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      vary: expect.stringContaining('Accept-Encoding'),
    });
    const plain = await raw(DE, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(body.length).toBeLessThan(plain.body.length / 3);
    expect(unpack(body).toString()).toContain('</html>');
  });
});

describe('search and filters', () => {
  it.each([
    ['q', 'probewochen'],
    ['q', 'PROBEWOCHEN  servicebüro'],
    ['loop', '4'],
    ['phase', 'DONE'],
    ['topic', 'servicekatalog'],
    ['goal', 'digital-und-leicht'],
    ['unit', 'digitales'],
  ])('%s=%s lets some of the successes through, and not all', async (name, value) => {
    const all = entriesOf(await textOf(DE));
    const some = entriesOf(
      await textOf(`${DE}?${new URLSearchParams({ [name]: value }).toString()}`),
    );
    expect(some.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(some));
    if (name !== 'phase') expect(some.length).toBeLessThan(all.length);
  });

  it.each([
    'q=gibtesnichtimtext',
    'loop=99',
    'topic=gibt-es-nicht',
    'goal=gibt-es-nicht',
    'unit=gibt-es-nicht',
    'phase=PLAN',
    'q=%25',
    'q=_______________________________',
  ])('%s finds nothing and says so on a whole page', async (query) => {
    const response = await server.get(`${DE}?${query}`);
    const html = await response.text();
    expect([response.status, entriesOf(html)]).toEqual([200, []]);
    expect(html).toContain('</html>');
  });

  it('combines its filters', async () => {
    const [both, loop] = [
      entriesOf(await textOf(`${DE}?loop=4&topic=servicekatalog`)),
      entriesOf(await textOf(`${DE}?loop=4`)),
    ];
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(loop.length);
    expect(loop).toEqual(expect.arrayContaining(both));
  });

  it('shows what was searched for as text and never as markup', async () => {
    const html = await textOf(`${DE}?q=${encodeURIComponent('"><b id=x>')}`);
    expect(html).toContain('&quot;&gt;&lt;b id=x&gt;');
    expect(html).not.toContain('<b id=x>');
  });

  it.each([
    'loop=0',
    'loop=vier',
    'loop=1.5',
    'phase=done',
    'phase=FERTIG',
    `q=${'x'.repeat(201)}`,
    'q=%00',
    'topic=%00',
    'after=%00',
    'goal=%00',
    'unit=%00',
  ])('refuses %s with 400', async (query) => {
    const response = await server.get(`${DE}?${query}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'text/html; charset=utf-8',
    ]);
  });
});

describe('a refused filter', () => {
  it('names the field and the way out in the language of the page', async () => {
    const german = await textOf(`${DE}?loop=vier`);
    expect(german).toContain('Im Feld „Lernschleife“ steht keine Nummer');
    const english = await textOf('/en/serviceweg/successes?loop=vier');
    expect(english).toContain('The field “Learning loop” does not hold');
  });
});

describe('the pages of a long list of topics', () => {
  it('follow each other without a gap or a repetition', async () => {
    const entries: string[] = [];
    const pages: string[] = [];
    let address: string | undefined = '/de/viele/erfolge';
    while (address !== undefined) {
      pages.push(address);
      const page = await textOf(address);
      entries.push(...entriesOf(page));
      address = /href="(\/de\/viele\/erfolge\?after=[^"]*)"/.exec(page)?.[1];
    }
    // 25 topics of two successes, twelve topics on a page.
    expect(pages.slice(1).map((page) => page.split(/[=#]/)[1])).toEqual(['thema-11', 'thema-23']);
    expect([entries.length, new Set(entries).size]).toEqual([50, 50]);
  });

  it('is empty after a topic that is none', async () => {
    expect(entriesOf(await textOf('/de/viele/erfolge?after=keines'))).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['de-DE,de;q=0.9,en;q=0.5', '/de/'],
    ['en-GB,en;q=0.9', '/en/'],
    ['fr,en;q=0.2', '/en/'],
    ['fr', '/de/'],
  ])('/ leads a reader of %s to %s', async (accepted, to) => {
    const response = await server.get('/', { 'accept-language': accepted });
    expect([response.status, response.headers.get('location')]).toEqual([302, to]);
    expect(response.headers.get('vary')).toContain('Accept-Language');
  });

  it('names its language, so no page but / varies by what a browser prefers', async () => {
    const response = await server.get(DE, { 'accept-language': 'en' });
    expect(response.headers.get('vary') ?? '').not.toContain('Accept-Language');
    expect(await response.text()).toContain('<html lang="de"');
  });

  it.each([
    ['/de', '/de/'],
    ['/de/serviceweg', DE],
    ['/de/serviceweg/', DE],
    ['/en/serviceweg', EN],
  ])('%s leads to %s', async (from, to) => {
    const response = await server.get(from);
    expect([response.status, response.headers.get('location')]).toEqual([302, to]);
  });

  it.each([
    '/gibt/es/nicht',
    '/de/gibt-es-nicht/erfolge',
    '/de/serviceweg/successes',
    `${DE}/gibt-es-nicht`,
    '/de/serviceweg/schleifen/99',
    '/de/serviceweg/themen/keines',
    '/de/%E0%A4%A/erfolge',
    '/fr/',
  ])('%s is answered by a friendly 404', async (path) => {
    const response = await server.get(path, { accept: 'text/html' });
    const html = await response.text();
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toMatch(/<h1[ >]/);
    expect(html).not.toMatch(/Error:|node_modules/);
  });

  it('answers a program with JSON', async () => {
    const response = await server.get('/gibt/es/nicht', { accept: 'application/json' });
    expect([response.status, await response.json()]).toEqual([
      404,
      { status: 404, requestId: response.headers.get('x-request-id') },
    ]);
  });

  it.each([
    '/erfolge',
    '/erfolge.atom',
    '/erfolge.json',
    '/schleifen',
    '/schleifen/1',
    '/themen/telefon',
    '/erfolge/telefondienst',
    '/barrierefreiheit',
  ])('of an unpublished programme (%s) answers byte for byte like one of none', async (rest) => {
    const [secret, none] = [
      await server.get(`/de/verborgen${rest}`),
      await server.get(`/de/niemandes${rest}`),
    ];
    expect(secret.status).toBe(404);
    expect(none.status).toBe(404);
    const same = (headers: Headers): unknown =>
      [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
    expect(same(secret.headers)).toEqual(same(none.headers));
    expect((await secret.text()).replaceAll('verborgen', 'niemandes')).toBe(await none.text());
  });
});

describe('feeds', () => {
  it('hold the same successes as Atom and as JSON Feed, the newest first', async () => {
    const atomAnswer = await server.get(`${DE}.atom`);
    const atom = await atomAnswer.text();
    expect(atomAnswer.headers.get('content-type')).toContain('application/atom+xml');
    expect(tagsOf(atom)[0]).toBe('feed');
    const jsonAnswer = await server.get(`${DE}.json`);
    expect(jsonAnswer.headers.get('content-type')).toContain('application/feed+json');
    const feed = (await jsonAnswer.json()) as {
      version: string;
      items: { id: string; date_published: string; url: string }[];
    };
    expect(feed.version).toBe('https://jsonfeed.org/version/1');
    const ids = [...atom.matchAll(/<entry>.*?<id>([^<]*)<\/id>/gs)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(feed.items.map(({ id }) => id)).toEqual(ids);
    const days = feed.items.map(({ date_published: day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    for (const { url } of feed.items) expect((await fetch(url)).status).toBe(200);
  });
});

/** Names of the elements of well-formed XML, or an error where it is not: every tag is closed in its order. */
function tagsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const bare = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '').replace(/^<\?xml[^>]*\?>/, '');
  expect(bare).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  for (const [, closing, name = '', empty] of bare.matchAll(
    /<(\/?)([a-z][\w:-]*)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>|<(?=.)/gi,
  )) {
    if (name === '') throw new Error('A bare < in XML');
    names.push(name);
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  return names;
}

describe('for machines', () => {
  it('lists every public address in the sitemap, each of which answers', async () => {
    const response = await server.get('/sitemap.xml');
    expect(response.headers.get('content-type')).toContain('application/xml');
    const xml = await response.text();
    expect(tagsOf(xml)[0]).toBe('urlset');
    const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '');
    expect(addresses).toContain(server.origin + DE);
    expect(xml).not.toContain('verborgen');
    for (const address of addresses.filter((one) => !one.includes('/viele/')))
      expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });

  it('says in robots.txt where the sitemap is', async () => {
    expect(await textOf('/robots.txt')).toContain(`Sitemap: ${server.origin}/sitemap.xml`);
  });

  it.each(['live', 'ready'])('answers /health/%s', async (name) => {
    const response = await server.get(`/health/${name}`);
    expect([response.status, await response.json(), response.headers.get('cache-control')]).toEqual(
      [200, { status: 'ok' }, 'no-store'],
    );
  });

  it('gives every answer a request id, or the one that came with it', async () => {
    expect((await server.get(DE)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(
      (await server.get(DE, { 'x-request-id': 'von-vorne-1' })).headers.get('x-request-id'),
    ).toBe('von-vorne-1');
    expect(
      (await server.get(DE, { 'x-request-id': 'no such id!' })).headers.get('x-request-id'),
    ).toMatch(/^[\da-f-]{36}$/);
  });

  it('logs path and status, and never what someone searched for', async () => {
    await server.get(`${DE}?q=geheimeswort`, { 'x-request-id': 'von-vorne-2' });
    // The line is written when the connection has the answer, which may be after the reader has it.
    const lineOf = (): string | undefined =>
      server.logged.find((one) => one.includes('von-vorne-2'));
    while (lineOf() === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    const line = lineOf() ?? '';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: DE, status: 200 });
    expect(server.logged.join('')).not.toContain('geheimeswort');
  });
});
