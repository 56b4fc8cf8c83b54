import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { readEnv } from '#server/config/env.js';
import { startServer, type RunningServer } from '#server/start-server.js';

/** A server without a database, which GraphiQL doesn't need. */
const start = (development: boolean): Promise<RunningServer> =>
  startServer(
    { ...readEnv({ PORT: '0' }), development },
    pino({ level: 'silent' }),
    pathToFileURL(resolve('libs/ui/src') + '/'),
    () => Promise.reject(new Error('There is no database in this test.')),
  );
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let server: RunningServer;
beforeAll(async () => {
  server = await start(true);
});
afterAll(() => server.stop());

/** The files that the page and its scripts name, each with its type. */
const FILES = [
  ['style.css', 'text/css'],
  ['graphiql.js', 'text/javascript'],
  ['workers.js', 'text/javascript'],
  ['start.js', 'text/javascript'],
  ['editor.worker.js', 'text/javascript'],
  ['json.worker.js', 'text/javascript'],
  ['graphql.worker.js', 'text/javascript'],
] as const;

describe('GraphiQL in development', () => {
  it('answers a browser at /graphql, with a policy that lets it speak to this server alone', async () => {
    const response = await fetch(`${server.origin}/graphql`, { headers: BROWSER });
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(html).toContain('<title>GraphiQL');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'self'"])
      expect(policy.split('; ')).toContain(directive);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(html).not.toMatch(/https?:|\/\/|<script>|\son\w+=/);
    const named = [...html.matchAll(/(?:src|href)="\/graphiql\/([^"]+)"/g)].map(([, name]) => name);
    expect(FILES.map(([name]) => name)).toEqual(expect.arrayContaining(named));
    expect(named).toHaveLength(4);
  });

  it.each(FILES)('brings %s along', async (name, type) => {
    const response = await fetch(`${server.origin}/graphiql/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect((await response.text()).length).toBeGreaterThan(50);
  });

  it('leaves programs alone: a GET that wants JSON, or anything, is told to use POST', async () => {
    for (const accept of ['application/json', '*/*']) {
      const response = await fetch(`${server.origin}/graphql`, { headers: { accept } });
      expect([accept, response.status]).toEqual([accept, 405]);
    }
  });

  it('serves nothing else from its folder', async () => {
    for (const path of ['', 'nothing.js', '../package.json', '%2e%2e/package.json', 'constructor'])
      expect([path, (await fetch(`${server.origin}/graphiql/${path}`)).status]).toEqual([
        path,
        404,
      ]);
  });
});

describe('GraphiQL anywhere else', () => {
  it('doesn’t exist', async () => {
    const other = await start(false);
    const page = await fetch(`${other.origin}/graphql`, { headers: BROWSER });
    const statuses = await Promise.all(
      FILES.map(async ([name]) => (await fetch(`${other.origin}/graphiql/${name}`)).status),
    );
    await other.stop();
    expect([page.status, await page.text()]).toEqual([
      405,
      expect.not.stringContaining('GraphiQL'),
    ]);
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  it('is what every setting of NODE_ENV but development means', () => {
    const of = (environment: Record<string, string>): boolean => readEnv(environment).development;
    expect([of({}), of({ NODE_ENV: 'development' })]).toEqual([true, true]);
    expect(of({ NODE_ENV: 'test' })).toBe(false);
    expect(of({ NODE_ENV: 'production', DATABASE_URL: 'postgres://db/name' })).toBe(false);
  });
});
