import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pathOf, type Assets } from '../http/assets.js';

/** Paths of what the shell of the workspace names. */
export type WebFiles = {
  readonly script: string;
  /** Scripts that the first one needs at once. */
  readonly preloads: readonly string[];
  readonly stylesheet: string;
};

/** What `vite build` writes about each of its files, as far as it is read here. */
type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] }
  >
>;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * Puts the built workspace among the assets: the scripts of dist/web, whose names hold the hash of their content, and
 * the stylesheet that comes on top of the public pages'. Null when dist/web isn't there: the public pages need none
 * of it. Throws when the build is incomplete.
 */
export function loadWebFiles(assets: Assets, uiFolder: URL): WebFiles | null {
  const folder = new URL('../../../dist/web/', uiFolder);
  const manifestFile = new URL('manifest.json', folder);
  if (!existsSync(manifestFile)) return null;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const pathTo = (file: string): string => `/assets/workspace/${file}`;
  for (const { file } of Object.values(manifest)) {
    const type = TYPES[extname(file)];
    if (type === undefined) throw new Error(`dist/web/${file} is of a kind that isn't served.`);
    assets.add(pathTo(file), type, readFileSync(new URL(file, folder)), true);
  }
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry === true);
  if (entry === undefined) throw new Error('dist/web/manifest.json names no entry.');
  const css = readFileSync(new URL('styles/workspace.css', uiFolder));
  const stylesheet = pathOf('workspace', 'css', css);
  assets.add(stylesheet, 'text/css; charset=utf-8', css, true);
  return {
    script: pathTo(entry.file),
    preloads: (entry.imports ?? []).flatMap((name) => {
      const file = manifest[name]?.file;
      return file === undefined ? [] : [pathTo(file)];
    }),
    stylesheet,
  };
}
