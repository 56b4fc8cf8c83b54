import { connect, type Socket } from 'node:net';
import type { Question } from './question.js';

export type PlainAnswer = { readonly status: number; readonly body: Buffer };

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const TIMEOUT_MS = 60_000;
const READ_AT_ONCE = 128 * 1_024;

/**
 * A connection that asks one question again and again, and gathers the bytes of the answers, so that they can be
 * compared as they are: autocannon reads each piece of an answer as text of its own, which cuts letters in two and
 * makes nothing of what is compressed. It shares the machine with the servers that it measures, so it does nothing
 * else; node:http's own client costs three times as much CPU. Understands what these servers send: HTTP/1.1 with a
 * Content-Length.
 */
export class KeepAliveConnection {
  readonly #socket: Socket;
  readonly #request: Buffer;
  /** What came of the head, until it is whole. */
  #head: Buffer = Buffer.alloc(0);
  /** The body, once the head is whole, and how much of it is there. */
  #body: Buffer | null = null;
  #filled = 0;
  #status = 0;
  #answered: ((answer: PlainAnswer) => void) | null = null;
  #failed: ((reason: Error) => void) | null = null;

  constructor(origin: string, { path, body, headers = {} }: Question) {
    const { host, port } = new URL(origin);
    const bodyHeaders =
      body === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const lines = Object.entries({ host, ...bodyHeaders, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const method = body === null ? 'GET' : 'POST';
    this.#request = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
    const fail = (reason: Error): void => {
      this.#socket.destroy();
      this.#failed?.(reason);
    };
    this.#socket = connect({
      host: '127.0.0.1',
      port: Number(port),
      noDelay: true,
      // Always the same buffer: one of its own for every piece costs more than all the rest.
      onread: {
        buffer: Buffer.alloc(READ_AT_ONCE),
        callback: (length, buffer) => {
          try {
            this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          } catch (error) {
            fail(error as Error);
          }
          return true;
        },
      },
    })
      .setTimeout(TIMEOUT_MS, () => fail(new Error(`no answer within ${TIMEOUT_MS} ms`)))
      .on('error', fail)
      .on('close', () => fail(new Error('the server closed the connection')));
  }

  ask(): Promise<PlainAnswer> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(this.#request);
    });
  }

  close(): void {
    this.#failed = null;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#body === null) {
      this.#head = Buffer.concat([this.#head, chunk]);
      const end = this.#head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const head = this.#head.toString('latin1', 0, end);
      const length = /^content-length: *(\d+)/im.exec(head)?.[1];
      if (length === undefined) throw new Error(`an answer without a length: ${head}`);
      this.#status = Number(head.slice(9, 12));
      this.#body = Buffer.allocUnsafe(Number(length));
      chunk = this.#head.subarray(end + END_OF_HEAD.length);
    }
    this.#filled += chunk.copy(this.#body, this.#filled);
    if (this.#filled < this.#body.length) return;
    const answer = { status: this.#status, body: this.#body };
    this.#head = Buffer.alloc(0);
    this.#body = null;
    this.#filled = 0;
    this.#answered?.(answer);
  }
}
