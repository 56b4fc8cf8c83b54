import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './accepted-encoding.js';

const byBrotli = promisify(brotliCompress);
const byGzip = promisify(gzip);

/** Compresses beside the event loop. `quality` is brotli's, 0 to 11; gzip has one that is good enough for all. */
export function compress(
  encoding: Exclude<Encoding, 'identity'>,
  body: Buffer,
  quality: number,
): Promise<Buffer> {
  if (encoding === 'gzip') return byGzip(body);
  return byBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
