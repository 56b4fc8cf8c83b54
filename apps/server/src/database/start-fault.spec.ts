import { describe, expect, it } from '@jest/globals';
import { EmbeddedDatabaseError } from '#persistence/embedded/embedded-database.js';
import { EnvError } from '../config/env.js';
import { startFault } from './start-fault.js';

const DOOR = { host: '127.0.0.1', port: 80 };
const withCode = (code: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more });

describe('the sentence about a failed start', () => {
  it.each<[string, Error, RegExp]>([
    ['settings', new EnvError('PORT: no'), /^Settings:\nPORT: no$/],
    ['the embedded database', new EmbeddedDatabaseError('It is locked.'), /^It is locked\.$/],
    [
      'a port for administrators only',
      withCode('EACCES', 'listen EACCES', { syscall: 'listen' }),
      /^Port 80 needs more rights.*PORT=3000 npm start/,
    ],
    [
      'a host of another machine',
      withCode('EADDRNOTAVAIL', 'listen EADDRNOTAVAIL', { syscall: 'listen' }),
      /^HOST 127\.0\.0\.1 is not an address of this machine/,
    ],
    ['a password', withCode('28P01', 'failed'), /^PostgreSQL refuses the password.*\(failed\)\.$/],
    ['a database that is missing', withCode('3D000', 'no "x"'), /does not exist; create it first/],
    ['missing rights', withCode('42501', 'schema public'), /must own its database/],
    ['a full disk', withCode('53100', 'no space'), /^The disk of the database is full/],
    [
      // What Node says when each address of a name refuses.
      'a database that is away',
      withCode('ECONNREFUSED', ''),
      /^The database of DATABASE_URL does not answer \(ECONNREFUSED\)\.$/,
    ],
    [
      'a database whose host is unknown, which is no fault of HOST',
      withCode('ENOTFOUND', 'getaddrinfo db', { syscall: 'getaddrinfo', hostname: 'db' }),
      /^The database of DATABASE_URL does not answer/,
    ],
    ['anything else', new Error('The moon is full.'), /^The moon is full\.$/],
  ])('names %s', (_what, error, sentence) => {
    expect(startFault(error, DOOR)).toMatch(sentence);
  });

  it('speaks of no port to a program that doesn’t listen', () => {
    const error = withCode('EACCES', 'EACCES: permission denied, open', { syscall: 'listen' });
    expect(startFault(error, null)).toBe('EACCES: permission denied, open');
  });
});
