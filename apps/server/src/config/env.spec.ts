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
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: null,
      dataFolder: resolve('data'),
      databaseUrl: null,
      poolSize: 10,
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
});
