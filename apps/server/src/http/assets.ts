import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const FONTS = ['FiraSans-Regular', 'FiraSans-Medium', 'FiraSans-SemiBold'] as const;

type Asset = {
  readonly type: string;
  readonly body: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
};

/** Stylesheet and fonts in memory, each under a name with the hash of its content. */
export type Assets = {
  readonly stylesheet: string;
  readonly font: string;
  readonly handler: RequestHandler;
};

/**
 * Reads the assets once, from the folder of libs/ui and the KERN package, and compresses them once.
 * Throws when one is missing: a build without its stylesheet must not start.
 */
export function loadAssets(uiFolder: URL): Assets {
  const byPath = new Map<string, Asset>();
  const put = (
    name: string,
    ending: string,
    type: string,
    body: Buffer,
    compress: boolean,
  ): string => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const path = `/assets/${name}.${hash}.${ending}`;
    byPath.set(path, {
      type,
      body,
      brotli: compress
        ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        : null,
      gzip: compress ? gzipSync(body, { level: 9 }) : null,
    });
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
