import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzipSync,
  type BrotliOptions,
} from 'node:zlib';
import type { RequestHandler } from 'express';

const FONTS = ['FiraSans-Regular', 'FiraSans-Medium', 'FiraSans-SemiBold'] as const;

type Asset = {
  readonly type: string;
  readonly body: Buffer;
  brotli: Buffer | null;
  readonly gzip: Buffer | null;
};

/** Stylesheet and fonts in memory, each under a name with the hash of its content. */
export type Assets = {
  readonly stylesheet: string;
  readonly font: string;
  /** Serves one more file, under a path that changes with its content. */
  add(path: string, type: string, body: Buffer, compress: boolean): void;
  readonly handler: RequestHandler;
};

const brotliOf = (quality: number): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality },
});

/** The path of a file with the hash of its content in it. */
export function pathOf(name: string, ending: string, body: Buffer): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return `/assets/${name}.${hash}.${ending}`;
}

function improve(asset: Asset): void {
  brotliCompress(asset.body, brotliOf(11), (error, best) => {
    if (error === null) asset.brotli = best;
  });
}

/**
 * Reads the assets once, from the folder of libs/ui and the KERN package, and compresses them once.
 * Throws when one is missing: a build without its stylesheet must not start.
 */
export function loadAssets(uiFolder: URL): Assets {
  const byPath = new Map<string, Asset>();
  const add: Assets['add'] = (path, type, body, compress) => {
    const asset: Asset = {
      type,
      body,
      brotli: compress ? brotliCompressSync(body, brotliOf(7)) : null,
      gzip: compress ? gzipSync(body, { level: 9 }) : null,
    };
    byPath.set(path, asset);
    // A fifth less to send for 40 times the work, so it comes when the start is over.
    if (compress) setTimeout(() => improve(asset), 5_000).unref();
  };
  const put = (
    name: string,
    ending: string,
    type: string,
    body: Buffer,
    compress: boolean,
  ): string => {
    const path = pathOf(name, ending, body);
    add(path, type, body, compress);
    return path;
  };
  const fonts = FONTS.map(
    (name) =>
      [
        name,
        put(
          name,
          'woff2',
          'font/woff2',
          readFileSync(new URL(`fonts/${name}.woff2`, uiFolder)),
          false,
        ),
      ] as const,
  );
  const kern = readFileSync(
    createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.min.css'),
    'utf8',
  );
  let own = readFileSync(new URL('styles/own.css', uiFolder), 'utf8');
  for (const [name, path] of fonts)
    own = own.replaceAll(new RegExp(`(\\.\\./)?fonts/${name}\\.woff2`, 'g'), path);
  // KERN's own font faces name files that are not served here.
  const css = `${kern.replaceAll(/@font-face\s*\{[^}]*\}/g, '')}\n${own}`;
  const stylesheet = put('style', 'css', 'text/css; charset=utf-8', Buffer.from(css), true);
  return {
    stylesheet,
    font: fonts[0]?.[1] ?? '',
    add,
    handler: (request, response, next) => {
      const asset = byPath.get(request.path);
      if (asset === undefined || !['GET', 'HEAD'].includes(request.method)) return next();
      response.setHeader('Content-Type', asset.type);
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      if (asset.brotli && asset.gzip) response.vary('Accept-Encoding');
      const encoding = asset.brotli ? request.acceptsEncodings('br', 'gzip') : false;
      const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.body;
      if (encoding && body !== asset.body) response.setHeader('Content-Encoding', encoding);
      response.end(body);
    },
  };
}
