import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came, and when, by `performance.now()`. */
export type Received = { readonly messageId: string; readonly at: number };

/** A mail server behind a door that can be held shut, and that can leave senders without an answer. */
export class MailServer {
  readonly received: Received[] = [];
  /** Whether senders hear that a mail was taken. */
  acknowledges = true;
  /** Whether connections are taken but nothing is said on them. */
  hangs = false;
  readonly #lines = new Set<Socket>();
  readonly #smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, callback) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (piece: string) => (raw += piece));
      stream.on('end', () => {
        const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
        this.received.push({ messageId, at: performance.now() });
        if (this.acknowledges) callback();
      });
    },
  });
  readonly #door = createServer((line) => {
    this.#lines.add(line.on('error', () => undefined));
    line.once('close', () => this.#lines.delete(line));
    if (this.hangs) return;
    const onward = connect((this.#smtp.server.address() as AddressInfo).port, '127.0.0.1');
    onward.on('error', () => line.destroy());
    line.pipe(onward).pipe(line);
  });

  /** Answers its address, as SMTP_URL takes it. */
  async start(): Promise<string> {
    this.#smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => void this.#smtp.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => void this.#door.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#door.address() as AddressInfo).port}`;
  }

  /** Answers again; who is still waiting is hung up on. */
  recover(): void {
    this.hangs = false;
    for (const line of this.#lines) line.destroy();
  }

  /** Distinct message ids of what came. */
  get distinct(): number {
    return new Set(this.received.map(({ messageId }) => messageId)).size;
  }

  async stop(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    await new Promise<void>((resolve) => void this.#door.close(() => resolve()));
    await new Promise<void>((resolve) => this.#smtp.close(resolve));
  }
}
