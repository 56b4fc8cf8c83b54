import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RequestHandler } from 'express';
import { acceptedEncoding, type Encoding } from './accepted-encoding.js';
import { compress } from './compress.js';

const FONTS = ['FiraSans-Regular', 'FiraSans-Medium', 'FiraSans-SemiBold'] as const;

/** Of brotli: what is used as soon as somebody asks, and what takes 40 times as long and makes a fifth less. */
const QUALITY = { soon: 7, best: 11 };
/** The best comes when the start is over. */
const IMPROVE_AFTER_MS = 5_000;

class Asset {
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly type: string,
    readonly body: Buffer,
    readonly compressed: boolean,
  ) {
    if (compressed) setTimeout(() => this.#improve(), IMPROVE_AFTER_MS).unref();
  }

  /** Compressed once, when first asked for. When that fails, it goes as it is. */
  async as(encoding: Encoding): Promise<{ readonly encoding: Encoding; readonly bytes: Buffer }> {
    const plain = { encoding: 'identity', bytes: this.body } as const;
    if (encoding === 'identity' || !this.compressed) return plain;
    let packing = this.#packed.get(encoding);
    if (packing === undefined) {
      packing = compress(encoding, this.body, QUALITY.soon);
      this.#packed.set(encoding, packing);
    }
    return packing.then(
      (bytes) => ({ encoding, bytes }),
      () => plain,
    );
  }

  #improve(): void {
    compress('br', this.body, QUALITY.best).then(
      (best) => this.#packed.set('br', Promise.resolve(best)),
      () => undefined,
    );
  }
}

/** Stylesheet and fonts in memory, each under a name with the hash of its content. */
export type Assets = {
  readonly stylesheet: string;
  readonly font: string;
  /** Serves one more file, under a path that changes with its content. */
  add(path: string, type: string, body: Buffer, compress: boolean): void;
  readonly handler: RequestHandler;
};

/** The path of a file with the hash of its content in it. */
export function pathOf(name: string, ending: string, body: Buffer): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return `/assets/${name}.${hash}.${ending}`;
}

/**
 * Reads the assets once, from the folder of libs/ui and the KERN package.
 * Throws when one is missing: a build without its stylesheet must not start.
 */
export function loadAssets(uiFolder: URL): Assets {
  const byPath = new Map<string, Asset>();
  const add: Assets['add'] = (path, type, body, compressed) =>
    void byPath.set(path, new Asset(type, body, compressed));
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
      if (asset.compressed) response.vary('Accept-Encoding');
      asset
        .as(acceptedEncoding(request.get('accept-encoding')))
        .then(({ encoding, bytes }) => {
          if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
          response.end(bytes);
        })
        .catch(next);
    },
  };
}
