import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { acceptedEncoding, type Encoding } from '../http/accepted-encoding.js';
import { compress } from '../http/compress.js';

/** In bytes; shorter bodies gain nothing by being compressed. */
const WORTH_COMPRESSING = 1_024;

/** Of 63 kB of page, 5 makes a tenth less than 4, and 11 takes fifty times as long for another tenth. */
const BROTLI_QUALITY = 5;

/** A body as it is sent, with the headers that go with it: name, value, name, value … */
type Packed = { readonly headers: readonly string[]; readonly body: Buffer };

/** Headers that belong to one request, or that are worked out for each way of packing. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'x-request-id',
  'vary',
  'content-length',
  'content-encoding',
]);

/**
 * An answer of 200 in memory: its headers, its bytes, and the same bytes compressed by whoever first asked for them so.
 * `headers` are those of the ordinary answer, an ETag among them.
 */
export class HotAnswer {
  readonly #headers: readonly string[];
  readonly #etag: string;
  readonly #packed = new Map<Encoding, Packed>();
  readonly #packing = new Map<Encoding, Promise<Packed>>();

  constructor(
    headers: OutgoingHttpHeaders,
    private readonly body: Buffer,
  ) {
    this.#headers = [
      ...Object.entries(headers)
        .filter(([name]) => !NOT_KEPT.has(name.toLowerCase()))
        .flatMap(([name, value]) => [name, String(value)]),
      'Vary',
      'Accept-Encoding',
    ];
    this.#etag = headers['etag'] ?? '';
    this.#packed.set('identity', this.#pack('identity', body));
  }

  /** About what it takes in memory, in bytes: both ways of compressing text together come to less than half of it. */
  get size(): number {
    return Math.ceil(this.body.length * 1.5) + 2_000;
  }

  /** Sends it the way that the request asks for, or 304 to who has it. */
  send(request: IncomingMessage, response: ServerResponse, requestId: string): void {
    const { headers } = request;
    if (this.#isKnown(headers)) {
      response.writeHead(304, [...this.#headers, 'X-Request-Id', requestId]).end();
      return;
    }
    const encoding =
      this.body.length < WORTH_COMPRESSING
        ? 'identity'
        : acceptedEncoding(headers['accept-encoding']);
    const packed = this.#packed.get(encoding);
    if (packed !== undefined) return write(response, packed, requestId);
    void this.#compressed(encoding).then((made) => write(response, made, requestId));
  }

  /** Compares as RFC 9110 says for If-None-Match: weakly, and never when the client asks past all caches. */
  #isKnown(headers: IncomingMessage['headers']): boolean {
    const known = headers['if-none-match'];
    if (known === undefined || /\bno-cache\b/.test(headers['cache-control'] ?? '')) return false;
    if (known.trim() === '*') return true;
    const own = opaque(this.#etag);
    return known.split(',').some((one) => opaque(one.trim()) === own);
  }

  /** However many ask for it at once, it is compressed once. When that fails, it goes as it is. */
  #compressed(encoding: Encoding): Promise<Packed> {
    const underWay = this.#packing.get(encoding);
    if (underWay !== undefined) return underWay;
    const plain = this.#pack('identity', this.body);
    if (encoding === 'identity') return Promise.resolve(plain);
    const packing = compress(encoding, this.body, BROTLI_QUALITY).then(
      (body) => {
        const packed = this.#pack(encoding, body);
        this.#packed.set(encoding, packed);
        return packed;
      },
      () => plain,
    );
    this.#packing.set(encoding, packing);
    return packing;
  }

  #pack(encoding: Encoding, body: Buffer): Packed {
    const headers = [...this.#headers, 'Content-Length', String(body.length)];
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
    return { headers, body };
  }
}

/** An ETag without its mark of weakness. */
function opaque(etag: string): string {
  return etag.startsWith('W/') ? etag.slice(2) : etag;
}

/** Headers as one list are written as they stand, without an object to be filled and read again. */
function write(response: ServerResponse, { headers, body }: Packed, requestId: string): void {
  response.writeHead(200, [...headers, 'X-Request-Id', requestId]);
  // To HEAD, Node sends the headers alone.
  response.end(body);
}
