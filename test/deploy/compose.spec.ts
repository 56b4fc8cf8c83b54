import { statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SETTING_NAMES } from '#server/config/env.js';
import {
  CONNECTIONS_BESIDE_POOL,
  documentsIn,
  envOfImage,
  filledIn,
  stopSeconds,
  textOf,
  type Yaml,
} from './deployment.js';

const [compose] = documentsIn('docker-compose.scale.yml');
const services = compose.services as Record<string, Yaml>;
const servers = Object.entries(services).filter(([name]) => name.startsWith('server'));
const FILLED_IN = {
  POSTGRES_PASSWORD: 'aPasswordOfLettersAnd9',
  REPLICATION_PASSWORD: 'anotherOne8',
  SESSION_SECRET: 'a secret for tests, of 32 letters',
  PUBLIC_ORIGIN: 'https://erfolge.example.org',
};
const serverEnv = servers[0]![1].environment as Record<string, string>;
const envWith = (values: Record<string, string>) =>
  envOfImage(
    Object.fromEntries(
      Object.entries(serverEnv).map(([name, value]) => [name, filledIn(value, values)]),
    ),
  );
const example = Object.fromEntries(
  textOf('.env.scale.example')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => line.split('=')),
) as Record<string, string>;

describe('docker-compose.scale.yml', () => {
  it('starts three servers of one image with the same settings', () => {
    expect(servers.map(([name]) => name)).toEqual(['server1', 'server2', 'server3']);
    for (const [, server] of servers)
      expect({ ...server, build: undefined }).toEqual(servers[1]![1]);
    expect(servers.filter(([, { build }]) => build !== undefined)).toHaveLength(1);
  });

  it('sets only what the server knows, and what it takes', () => {
    expect(Object.keys(serverEnv).filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
    const env = envWith(FILLED_IN);
    expect(env).toMatchObject({
      production: true,
      host: '0.0.0.0',
      publicOrigin: FILLED_IN.PUBLIC_ORIGIN,
      sessions: { secret: FILLED_IN.SESSION_SECRET },
      trustedProxies: 1,
      signIn: { demonstration: false },
    });
    expect(new URL(env.databaseUrl!).hostname).toBe('database');
    const replica = new URL(filledIn(serverEnv['DATABASE_REPLICA_URLS']!, FILLED_IN));
    expect(replica).toMatchObject({ hostname: 'standby', password: FILLED_IN.POSTGRES_PASSWORD });
    expect(Object.keys(services)).toEqual(expect.arrayContaining(['database', 'standby']));
  });

  it.each(Object.keys(FILLED_IN))('starts nothing without %s', (name) => {
    expect(example[name]).toBe('');
    expect(() =>
      filledIn(textOf('docker-compose.scale.yml'), { ...FILLED_IN, [name]: '' }),
    ).toThrow(name);
  });

  it('asks for nothing that .env.scale.example doesn’t name', () => {
    const asked = [...textOf('docker-compose.scale.yml').matchAll(/\$\{(\w+)/g)].map(
      ([, name]) => name!,
    );
    expect(new Set(asked)).toEqual(new Set(Object.keys(example)));
  });

  it('shows the proxy every server, at the port and the address of health that it has', () => {
    const caddyfile = textOf('deploy/proxy/Caddyfile');
    const { port } = envWith(FILLED_IN);
    const [, upstreams = ''] = /reverse_proxy (.+) \{/.exec(caddyfile) ?? [];
    expect(upstreams.split(' ')).toEqual(servers.map(([name]) => `${name}:${port}`));
    expect(caddyfile).toMatch(/^\t*health_uri \/health\/ready$/m);
    // Or live updates would come in heaps.
    expect(caddyfile).toMatch(/^\t*flush_interval -1$/m);
  });

  it('lets the requests under way end', () => {
    for (const [, server] of servers)
      expect(Number.parseInt(server.stop_grace_period as string, 10)).toBeGreaterThan(
        stopSeconds(),
      );
  });

  it('gives the databases enough connections for all servers', () => {
    const { poolSize } = envWith(FILLED_IN);
    for (const name of ['database', 'standby']) {
      const [, most] = /max_connections=(\d+)/.exec(services[name].command.join(' ')) ?? [];
      // PostgreSQL keeps three for its administrators.
      expect(Number(most) - 3).toBeGreaterThanOrEqual(
        servers.length * (poolSize + CONNECTIONS_BESIDE_POOL),
      );
    }
  });

  it('mounts files that are there, and scripts that can be run', () => {
    const mounted = Object.values(services)
      .flatMap(({ volumes = [] }): string[] => volumes)
      .map((volume) => volume.split(':')[0]!)
      .filter((source) => source.startsWith('./'));
    expect(mounted).toHaveLength(3);
    for (const file of mounted) {
      const { mode } = statSync(new URL(`../../${file}`, import.meta.url));
      if (file.endsWith('.sh')) expect(mode & 0o111).toBe(0o111);
    }
  });

  it('opens no port but the proxy’s', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
    expect(compose.networks.back).toEqual({ internal: true });
  });
});

describe('the image', () => {
  it('runs what npm start runs', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: { start: string } };
    const [, settings, command] = /exec env (.*) node_modules\/\.bin\/(node .*)$/.exec(
      scripts.start,
    )!;
    const dockerfile = textOf('Dockerfile');
    const inImage = JSON.parse(/^CMD (.*)$/m.exec(dockerfile)![1]!) as string[];
    expect(inImage.join(' ')).toBe(command);
    expect(/^ENV (.*)$/m.exec(dockerfile)![1]).toContain(settings);
  });
});
