import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config/env.js';
import { MAIL_SETTINGS } from './settings.js';

/** `to` is one address; user text belongs into `text` alone. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };
export type KeptMail = { readonly name: string; readonly to: string; readonly text: string };

/** Mails shown at most. */
const MOST_SHOWN = 20;

/** Sends mail by the server of the settings, or puts it into a folder where there is none. */
@Injectable()
export class Mailer {
  readonly #send: (mail: Mail) => Promise<void>;

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings | null) {
    this.#send = sender(settings);
  }

  /** Whether mails are kept in a folder, for a page that shows them. */
  get keepsMails(): boolean {
    return this.settings !== null && 'folder' in this.settings.way;
  }

  /** Throws when no mail can be sent, or the mail server refuses. */
  send(mail: Mail): Promise<void> {
    return this.#send(mail);
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

function sender(settings: MailSettings | null): (mail: Mail) => Promise<void> {
  if (settings === null)
    return () => Promise.reject(new Error('No mail can be sent: SMTP_URL is not set.'));
  const { from, way } = settings;
  // As objects, addresses are taken as they are and never as lists.
  const message = ({ to, ...mail }: Mail): object => ({
    from: { name: 'Lernschleife', address: from },
    to: { name: '', address: to },
    ...mail,
  });
  if ('smtpUrl' in way) {
    const transport = createTransport(way.smtpUrl, {});
    return async (mail) => {
      await transport.sendMail(message(mail));
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    const made = await transport.sendMail({ ...message(mail), textEncoding: 'base64' });
    await mkdir(way.folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}.eml`;
    await writeFile(join(way.folder, name), made.message as Buffer, { mode: 0o600 });
  };
}

/** Reads a mail that this file has written: one part, its text in base64. */
function readMail(file: string): { to: string; text: string } {
  const end = file.indexOf('\n\n');
  return {
    to: /^To: (.*)$/m.exec(file.slice(0, end))?.[1] ?? '',
    text: Buffer.from(file.slice(end), 'base64').toString('utf8'),
  };
}
