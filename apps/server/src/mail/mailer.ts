import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { emailKey } from '#domain/people/email-key.js';
import type { MailSettings } from '../config/env.js';
import { MAIL_SETTINGS } from './settings.js';

/** `to` is one address; user text belongs into subject, `text` and `html` alone. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What stands before the `@` of the message id; in letters and digits. */
  readonly id: string;
  /** Where a POST unsubscribes the reader; null for mails that come in any case. */
  readonly unsubscribe: string | null;
};
export type KeptMail = { readonly name: string; readonly to: string; readonly text: string };

/** A mail that could not be sent: why, in few words without an address, and whether another try makes sense. */
export class MailFault extends Error {
  constructor(
    reason: string,
    readonly forGood: boolean,
  ) {
    super(reason);
  }
}

/** Mails shown at most. */
const MOST_SHOWN = 20;
/** What a mail server may take, in ms: to be reached, to greet, and to say the next word … */
const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};
/** … and for a whole mail, if it says one word after the other. */
const LONGEST_MS = 60_000;

/** Sends mail by the server of the settings, or puts it into a folder where there is none. */
@Injectable()
export class Mailer {
  readonly #send: (message: SendMailOptions, signal: AbortSignal) => Promise<void>;
  /** What stands behind the `@` of message ids: the same on all servers, and at every try. */
  readonly #host: string;

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings | null) {
    this.#send = sender(settings);
    this.#host = settings?.from.split('@').at(-1) ?? 'localhost';
  }

  /** Whether mails are kept in a folder, for a page that shows them. */
  get keepsMails(): boolean {
    return this.settings !== null && 'folder' in this.settings.way;
  }

  /** Sends a mail, unless `signal` is aborted before it is taken; answers its message id. Throws MailFault. */
  async send(mail: Mail, signal: AbortSignal): Promise<string> {
    if (!z.email().safeParse(mail.to).success) throw new MailFault('not an address', true);
    const messageId = `<${mail.id}@${this.#host}>`;
    const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
    try {
      await this.#send(messageOf(mail, this.settings?.from ?? '', messageId), within);
    } catch (error) {
      throw faultOf(error);
    }
    return messageId;
  }

  /** Takes the mails to these addresses, in any case of their letters, out of the folder. */
  async forget(addresses: readonly string[]): Promise<void> {
    if (this.settings === null || !('folder' in this.settings.way)) return;
    const { folder } = this.settings.way;
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((one) => one.endsWith('.eml'))) {
      const { to } = readMail(await readFile(join(folder, file), 'utf8'));
      if (addresses.includes(emailKey(to))) await rm(join(folder, file), { force: true });
    }
  }

  /** Takes the mails out of the folder that were put there before; answers how many. */
  async forgetBefore(instant: Date): Promise<number> {
    if (this.settings === null || !('folder' in this.settings.way)) return 0;
    const { folder } = this.settings.way;
    const files = await readdir(folder).catch(() => []);
    let gone = 0;
    for (const file of files.filter((one) => one.endsWith('.eml'))) {
      const path = join(folder, file);
      if ((await stat(path)).mtime >= instant) continue;
      await rm(path, { force: true });
      gone += 1;
    }
    return gone;
  }

  /** The newest mails of the folder; none where mail is sent. */
  async kept(): Promise<KeptMail[]> {
    if (this.settings === null || !('folder' in this.settings.way)) return [];
    const { folder } = this.settings.way;
    const files = await readdir(folder).catch(() => []);
    const newest = files
      .filter((file) => file.endsWith('.eml'))
      .sort()
      .reverse()
      .slice(0, MOST_SHOWN);
    return Promise.all(
      newest.map(async (file) => ({
        name: file.slice(0, -'.eml'.length),
        ...readMail(await readFile(join(folder, file), 'utf8')),
      })),
    );
  }
}

function messageOf(mail: Mail, from: string, messageId: string): SendMailOptions {
  const { to, subject, text, html, unsubscribe } = mail;
  return {
    // As objects, addresses are taken as they are and never as lists.
    from: { name: 'Lernschleife', address: from },
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId,
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: the mail program of the reader unsubscribes by one POST.
      ...(unsubscribe === null ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(unsubscribe === null ? {} : { list: { unsubscribe } }),
  };
}

function sender(
  settings: MailSettings | null,
): (message: SendMailOptions, signal: AbortSignal) => Promise<void> {
  if (settings === null)
    return () => Promise.reject(new MailFault('no mail server is set: SMTP_URL', true));
  const { way } = settings;
  if ('smtpUrl' in way) {
    // One connection a mail: a mail server that hangs is let go with the mail that it holds up.
    const smtp = createTransport({ url: way.smtpUrl, ...PATIENCE });
    return async (message, signal) => {
      // Known to nodemailer 10, and not yet to its types: ends the connection.
      const options: SendMailOptions & { readonly signal: AbortSignal } = { ...message, signal };
      await smtp.sendMail(options);
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message) => {
    const made = await transport.sendMail(message);
    await mkdir(way.folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}.eml`;
    await writeFile(join(way.folder, name), made.message as Buffer, { mode: 0o600 });
  };
}

/** What is known of a fault, without what the mail server says: that may repeat the address. */
function faultOf(error: unknown): MailFault {
  if (error instanceof MailFault) return error;
  const { code, responseCode, command } = error as {
    code?: string;
    responseCode?: number;
    command?: string;
  };
  const refused = responseCode !== undefined && responseCode >= 500;
  return new MailFault(
    [code ?? 'unknown fault', responseCode].filter((part) => part !== undefined).join(' '),
    // The reader's address, or the mail itself. A password or sender of ours that is wrong will be mended.
    refused && (command === 'RCPT TO' || command === 'DATA'),
  );
}

/** Reads a mail that this file has written: its first part is the text, in base64. */
function readMail(file: string): { to: string; text: string } {
  const end = file.indexOf('\n\n');
  const head = file.slice(0, end);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const [, first = ''] = file.slice(end).split(`--${boundary}\n`);
  return {
    to: /^To: (.*)$/m.exec(head)?.[1] ?? '',
    text: Buffer.from(first.slice(first.indexOf('\n\n')), 'base64').toString('utf8'),
  };
}
