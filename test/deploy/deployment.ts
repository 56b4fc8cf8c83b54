import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { readEnv, type Env } from '#server/config/env.js';

const ROOT = new URL('../../', import.meta.url);

/** What a YAML file says; each test reads the part that it asks about. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Yaml = any;

export const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** Names of the files of a folder. */
export const filesIn = (folder: string): string[] => readdirSync(new URL(folder, ROOT));

/** The documents of a YAML file, with its anchors merged. Throws with the first fault, such as a key that stands twice. */
export function documentsIn(path: string): Yaml[] {
  return parseAllDocuments(textOf(path), { merge: true }).map((document) => {
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
    return document.toJS();
  });
}

/** Puts values into `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, as docker compose does. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind?: string, rest = '') => {
      const value = values[name] ?? '';
      if (value !== '' || kind === undefined) return value;
      if (kind === '-') return rest as string;
      throw new Error(`${name}: ${rest as string}`);
    },
  );
}

/** What a server of the image makes of an environment: with what the image itself sets. */
export function envOfImage(environment: Readonly<Record<string, string>>): Env {
  const [, set = ''] = /^ENV (.*)$/m.exec(textOf('Dockerfile')) ?? [];
  const own = Object.fromEntries(set.split(' ').map((pair) => pair.split('='))) as Record<
    string,
    string
  >;
  return readEnv({ ...own, ...environment });
}

/** The longest, in seconds, that a server takes to stop. */
export function stopSeconds(): number {
  const [, ms = ''] = /STOP_MS = ([\d_]+)/.exec(textOf('apps/server/src/main.ts')) ?? [];
  return Number(ms.replaceAll('_', '')) / 1_000;
}

/** Connections that a server keeps beside its pool: three for jobs, one that listens (docs/scaling.md). */
export const CONNECTIONS_BESIDE_POOL = 4;
