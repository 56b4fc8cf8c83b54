import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { EnvError, readEnv } from './env.js';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readEnv(environment);
  } catch (error) {
    if (error instanceof EnvError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need none: everything has a default', () => {
    expect(readEnv({})).toEqual({
      production: false,
      development: true,
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: null,
      dataFolder: resolve('data'),
      databaseUrl: null,
      replicaUrls: [],
      poolSize: 10,
      hotBytes: 32 * 1_024 * 1_024,
      sessions: { secret: null, idleMs: 240 * 60_000, absoluteMs: 12 * 3_600_000 },
      trustedProxies: 0,
      signIn: { provider: null, email: true, demonstration: true },
      mail: { from: 'lernschleife@localhost', way: { folder: resolve('data', 'mails') } },
      logLevel: 'info',
      loadDemonstration: true,
    });
  });

  it('load no demonstration into PostgreSQL, unless told to', () => {
    const url = { DATABASE_URL: 'postgres://user:word@db:5432/name', NODE_ENV: 'production' };
    expect(readEnv(url)).toMatchObject({
      loadDemonstration: false,
      databaseUrl: url.DATABASE_URL,
    });
    expect(readEnv({ ...url, LOAD_DEMONSTRATION: 'true' })).toMatchObject({
      loadDemonstration: true,
    });
  });

  it('take several replicas, parted by commas', () => {
    const [one, other] = ['postgres://reader@one/name', 'postgres://reader@other/name'];
    expect(
      readEnv({ DATABASE_URL: 'postgres://db/name', DATABASE_REPLICA_URLS: `${one}, ${other}` }),
    ).toMatchObject({ replicaUrls: [one, other] });
  });

  it.each([
    ['without PostgreSQL', undefined, 'postgres://one/name', 'needs DATABASE_URL'],
    ['that are the primary', 'postgres://db/name', 'postgres://db/name', 'the replicas alone'],
    [
      'twice',
      'postgres://db/name',
      'postgres://a/n,postgres://a/n',
      'address 2 stands there twice',
    ],
    [
      'by a comma too many',
      'postgres://db/name',
      'postgres://a/n,',
      'address 2 must be an address',
    ],
    [
      'of something else',
      'postgres://db/name',
      'mysql://geheim@a/n',
      'address 1 must be an address',
    ],
  ])('refuse replicas %s', (_what, primary, replicas, sentence) => {
    const faults = faultsOf({
      ...(primary === undefined ? {} : { DATABASE_URL: primary }),
      DATABASE_REPLICA_URLS: replicas,
    });
    expect(faults).toEqual([expect.stringMatching(`^DATABASE_REPLICA_URLS: .*${sentence}`)]);
    expect(faults.join()).not.toContain('geheim');
  });

  it('name every fault at once, by setting', () => {
    expect(
      faultsOf({
        PORT: '80000',
        PUBLIC_ORIGIN: 'erfolge.example.org',
        DATABASE_URL: 'mysql://db/name',
        DATABASE_POOL_SIZE: '1',
        LOG_LEVEL: 'loud',
        NODE_ENV: 'live',
        LERNSCHLEIFE_PORT: '3000',
      })
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual([
      'DATABASE_POOL_SIZE',
      'DATABASE_URL',
      'LERNSCHLEIFE_PORT',
      'LOG_LEVEL',
      'NODE_ENV',
      'PORT',
      'PUBLIC_ORIGIN',
    ]);
  });

  it('refuse a name of ours that is no setting, and leave those of others alone', () => {
    expect(faultsOf({ LERNSCHLEIFE_COLOUR: 'red' })).toEqual([
      expect.stringContaining('LERNSCHLEIFE_COLOUR: is not a setting'),
    ]);
    expect(faultsOf({ COLOUR: 'red', PATH: '/bin' })).toEqual([]);
  });

  it('count as not set when they are empty', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it.each([
    'https://erfolge.example.org/weg',
    'https://erfolge.example.org/?a=1',
    'ftp://erfolge.example.org',
  ])('refuse %s as an origin', (address) => {
    expect(faultsOf({ PUBLIC_ORIGIN: address })).toHaveLength(1);
  });

  it('take an origin with or without a slash at its end', () => {
    expect(readEnv({ PUBLIC_ORIGIN: 'https://erfolge.example.org/' }).publicOrigin).toBe(
      'https://erfolge.example.org',
    );
  });

  const PRODUCTION = { NODE_ENV: 'production' };
  const PROVIDER = {
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_CLIENT_ID: 'lernschleife',
    OIDC_CLIENT_SECRET: 'a secret',
  };

  it('offer no way to sign in on a real server, until one is set', () => {
    expect(readEnv(PRODUCTION)).toMatchObject({
      loadDemonstration: true,
      signIn: { provider: null, email: false, demonstration: false },
      mail: null,
    });
  });

  it('leave the choice of a person to the demonstration', () => {
    const url = { DATABASE_URL: 'postgres://user:word@db:5432/name' };
    expect(readEnv(url).signIn.demonstration).toBe(false);
    expect(readEnv({ ...url, DEMONSTRATION_SIGN_IN: 'true' }).signIn.demonstration).toBe(true);
  });

  it('refuse the choice of a person on a real server without a second switch', () => {
    const chosen = { ...PRODUCTION, DEMONSTRATION_SIGN_IN: 'true' };
    expect(faultsOf(chosen)).toEqual([
      expect.stringContaining('DEMONSTRATION_SIGN_IN_IN_PRODUCTION=yes-i-know'),
    ]);
    expect(faultsOf({ ...chosen, DEMONSTRATION_SIGN_IN_IN_PRODUCTION: 'true' })).toEqual([
      expect.stringMatching(/^DEMONSTRATION_SIGN_IN_IN_PRODUCTION:/),
    ]);
    const sure = { ...chosen, DEMONSTRATION_SIGN_IN_IN_PRODUCTION: 'yes-i-know' };
    expect(readEnv(sure).signIn.demonstration).toBe(true);
  });

  it('name what a provider lacks', () => {
    expect(faultsOf({ OIDC_CLIENT_ID: 'lernschleife' }).map((line) => line.split(':')[0])).toEqual([
      'OIDC_ISSUER',
      'OIDC_CLIENT_SECRET',
    ]);
    expect(
      faultsOf({ ...PRODUCTION, ...PROVIDER, OIDC_ISSUER: 'http://login.example.org' }),
    ).toEqual([expect.stringMatching(/^OIDC_ISSUER: must begin with https/)]);
  });

  it('send links by e-mail where there is no provider, or when told to', () => {
    const mail = { SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'weg@example.org' };
    expect(readEnv({ ...PRODUCTION, ...mail }).signIn.email).toBe(true);
    expect(readEnv({ ...PRODUCTION, ...mail, ...PROVIDER }).signIn.email).toBe(false);
    expect(
      readEnv({ ...PRODUCTION, ...mail, ...PROVIDER, EMAIL_SIGN_IN: 'true' }).signIn.email,
    ).toBe(true);
    expect(faultsOf({ SMTP_URL: mail.SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM:/)]);
    expect(faultsOf({ ...PRODUCTION, EMAIL_SIGN_IN: 'true' })).toEqual([
      expect.stringMatching(/^SMTP_URL:/),
    ]);
  });
});
