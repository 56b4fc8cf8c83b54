import { EmbeddedDatabaseError } from '#persistence/embedded/embedded-database.js';
import { EnvError, type Env } from '../config/env.js';

/** What keeps a server from listening, by the system's error code. */
const DOOR: Readonly<Record<string, (door: Door) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
  EACCES: ({ port }) =>
    `Port ${port} needs more rights: choose one from 1024 up, with PORT=3000 npm start.`,
  EADDRNOTAVAIL: ({ host }) =>
    `HOST ${host} is not an address of this machine: set it to 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: ({ host }) =>
    `HOST ${host} is not an address of this machine: set it to 127.0.0.1 or 0.0.0.0.`,
};

/** What PostgreSQL's refusals mean for the one who wrote DATABASE_URL, by SQLSTATE. */
const POSTGRES: Readonly<Record<string, string>> = {
  '28000': 'PostgreSQL refuses the user of DATABASE_URL',
  '28P01': 'PostgreSQL refuses the password of DATABASE_URL',
  '3D000': 'The database that DATABASE_URL names does not exist; create it first',
  '42501': 'The user of DATABASE_URL has not enough rights; it must own its database',
  '53100': 'The disk of the database is full; nothing was written. Free some space',
};

type Door = Pick<Env, 'host' | 'port'>;

/**
 * Says in a sentence what went wrong at the start, and the way out. `door` is where the server was to listen; null
 * for a program that doesn't.
 */
export function startFault(error: unknown, door: Door | null): string {
  const { code = '', message = '', syscall, hostname } = error as Partial<SystemError>;
  if (error instanceof EnvError) return `Settings:\n${message}`;
  if (error instanceof EmbeddedDatabaseError) return message;
  const ofDoor = door !== null && (syscall === 'listen' || hostname === door.host);
  const sentence = ofDoor ? DOOR[code]?.(door) : undefined;
  if (sentence !== undefined) return sentence;
  if (code in POSTGRES) return `${POSTGRES[code]} (${message}).`;
  if (code === 'ENOSPC') return 'The disk is full: free some space and start again.';
  if (
    code.startsWith('E') &&
    (syscall === 'connect' || syscall === 'getaddrinfo' || message === '')
  )
    return `The database of DATABASE_URL does not answer (${message || code}).`;
  return message || String(error);
}

type SystemError = {
  readonly code: string;
  readonly message: string;
  readonly syscall: string;
  readonly hostname: string;
};
