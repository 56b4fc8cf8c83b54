import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startChildServer, type ChildServer } from './child-server.js';

const ROOT = new URL('../../../', import.meta.url);

/** How `npm start` runs the server, once the folder is ready. */
export type StartCommand = {
  readonly main: URL;
  /** Settings of Node. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** Read from package.json, so that what is measured is what runs. */
export const START: StartCommand = startCommand();

function startCommand(): StartCommand {
  const { scripts } = JSON.parse(
    readFileSync(fileURLToPath(new URL('package.json', ROOT)), 'utf8'),
  ) as { scripts: { start: string } };
  const found = /exec env ((?:\w+=\S+ )*)\S+\/node ((?:--\S+ )*)(\S+)$/.exec(scripts.start);
  const [, env = '', flags = '', main] = found ?? [];
  if (main === undefined) throw new Error(`package.json starts otherwise: ${scripts.start}`);
  const words = (text: string): string[] => text.split(' ').filter(Boolean);
  return {
    main: new URL(main, ROOT),
    flags: words(flags),
    env: Object.fromEntries(words(env).map((one) => one.split('=') as [string, string])),
  };
}

/** Starts it as `npm start` does; `env` are its settings. */
export const startProduct = (env: Readonly<Record<string, string>>): Promise<ChildServer> =>
  startChildServer(START.main, [], { ...START.env, ...env }, START.flags);
